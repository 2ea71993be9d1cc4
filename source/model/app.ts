/** What LaunchServices knows about a program of the login session. Source: lsappinfo(8). */
export type AppRegistration = {
	pid: number;
	name: string;
	bundleId: string | null;
	/** `Foreground`: it has a Dock icon. `UIElement`: menu bar or windows only. `BackgroundOnly`. Others may come. */
	type: string | null;
};
