/** Sentences about daemons that are often read, in the order in which one meets them. */
export const mythIds = [
	'background-process',
	'menu-bar-app',
	'boot-to-shutdown',
	'three-nos',
	'restarts-itself',
	'survives-logout',
	'low-priority',
	'letter-d',
	'bird',
	'mdnsresponder',
	'launchctl-list',
	'grep-daemon',
	'user-daemon-folder',
	'dies-on-error',
	'console-or-log',
	'signals',
	'servers',
	'cron-and-named',
] as const;
export type MythId = (typeof mythIds)[number];

/** `half`: true of some; `word`: what is meant is right, and is called by another name. */
export const mythVerdicts = ['right', 'half', 'myth', 'word'] as const;
export type MythVerdict = (typeof mythVerdicts)[number];

/** How each of them stands the test. */
export const mythVerdict: Readonly<Record<MythId, MythVerdict>> = {
	'background-process': 'right',
	'menu-bar-app': 'right',
	'boot-to-shutdown': 'half',
	'three-nos': 'half',
	'restarts-itself': 'half',
	'survives-logout': 'right',
	'low-priority': 'myth',
	'letter-d': 'myth',
	bird: 'word',
	mdnsresponder: 'right',
	'launchctl-list': 'myth',
	'grep-daemon': 'myth',
	'user-daemon-folder': 'word',
	'dies-on-error': 'half',
	'console-or-log': 'half',
	signals: 'right',
	servers: 'right',
	'cron-and-named': 'word',
};

/** `says`: what one reads; `fact`: what holds, in one to three sentences. */
type MythWords = {says: string; fact: string};

export type Myths = Readonly<Record<MythId, MythWords>>;
