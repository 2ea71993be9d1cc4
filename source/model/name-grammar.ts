/** What the form of a name says about a program. */
export const namePatterns = [
	'kernel-thread',
	'login-shell',
	'title',
	'worker',
	'agent',
	'interface',
	'extension',
	'helper',
	'xpc-service',
	'reverse-dns',
	'unix-daemon',
	'unix-agent',
	'network-service',
	'server',
	'ends-in-d',
] as const;
export type NamePattern = (typeof namePatterns)[number];

/** Programs that share a beginning of their names, and what they are about. */
export const nameFamilies = [
	'spotlight',
	'media',
	'core-foundation',
	'url-loading',
	'messages',
	'cloudkit',
	'find-my',
	'siri',
	'apple-intelligence',
	'biome',
	'setup-assistant',
	'gnome-settings',
	'gnome-files',
	'systemd',
	'nfs',
	'desktop-search',
	'kde',
	'desktop-portal',
	'pipewire',
	'docker',
	'google',
	'adobe',
	'microsoft',
	'jetbrains',
] as const;
export type NameFamily = (typeof nameFamilies)[number];

/** How much a pattern is worth: 3 certain, 2 strong, 1 weak. */
export type NameReading = {
	pattern: {id: NamePattern; strength: 1 | 2 | 3} | null;
	family: NameFamily | null;
	/** `example` of `com.example.thing`. */
	vendor: string | null;
};
