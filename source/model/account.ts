/** Where the uids of people begin: below them the system keeps accounts for itself. Sources: login.defs(5), dscl(1). */
export const firstUserUid = {linux: 1000, darwin: 501, generic: 1000} as const;

const nobody = 65_534;
/** Users that systemd makes for the time a service runs; systemd.exec(5) DynamicUser. */
const dynamicUsers = {first: 61_184, last: 65_519};

/** An account that no person logs in with: a service's own, `nobody`, or a dynamic one. */
export const isServiceUser = (uid: number | null, platform: keyof typeof firstUserUid): boolean =>
	uid !== null && ((uid > 0 && uid < firstUserUid[platform]) || uid === nobody || (uid >= dynamicUsers.first && uid <= dynamicUsers.last));

/** An account that a person logs in with. */
export const isPerson = (uid: number | null, platform: keyof typeof firstUserUid): boolean =>
	uid !== null && uid >= firstUserUid[platform] && !isServiceUser(uid, platform);
