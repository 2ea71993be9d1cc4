import type {LaunchdJob} from './service.js';

/** What a service manager tells of one job when it is asked for it alone: only for the selected process. */
export type ServiceDetails = {
	/** The command that was asked. */
	source: string;
	state: string | null;
	/** LaunchDaemon, LaunchAgent, XPCService, Submitted … */
	type: string | null;
	/** Starts since boot or login, those on demand included. */
	runs: number | null;
	/** Why the present run began. */
	immediateReason: string | null;
	/** How its resources are weighed: daemon, interactive, background, adaptive, app. */
	spawnType: string | null;
	properties: readonly string[];
	lastExit: LaunchdJob['lastExit'];
	/** Who registered it, where no property list did. */
	managedBy: string | null;
	parentBundleIdentifier: string | null;
};
