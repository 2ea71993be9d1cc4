const nobody = 65_534;
/** Users that systemd makes for the time a service runs; systemd.exec(5) DynamicUser. */
const dynamicUsers = {first: 61_184, last: 65_519};

/** An account that no person logs in with: a service's own, `nobody`, or a dynamic one. */
export const isServiceUser = (uid: number | null, firstUserUid: number): boolean =>
	uid !== null && ((uid > 0 && uid < firstUserUid) || uid === nobody || (uid >= dynamicUsers.first && uid <= dynamicUsers.last));
