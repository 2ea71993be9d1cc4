/** The name in `NAME=value`, and the whole text where there is no `=`. */
export const variableOf = (assignment: string): string => {
	const equals = assignment.indexOf('=');
	return equals === -1 ? assignment : assignment.slice(0, equals);
};

/** A credential `NAME:rest`, or a name alone; `null` where the name is missing. @source systemd.exec(5), LoadCredential= */
export const credentialOf = (text: string): {name: string; rest: string} | null => {
	const colon = text.indexOf(':');
	if (colon === -1) {
		return {name: text, rest: ''};
	}

	return colon === 0 ? null : {name: text.slice(0, colon), rest: text.slice(colon + 1)};
};

const streamKinds = ['file', 'append', 'truncate', 'fd'] as const;

/** What stands behind `file:`, `append:`, `truncate:` or `fd:`; `null` for a stream that is a word. @source systemd.exec(5), StandardOutput= */
export const namedStreamOf = (text: string): {kind: (typeof streamKinds)[number]; name: string} | null => {
	const kind = streamKinds.find(prefix => text.startsWith(`${prefix}:`));
	return kind === undefined ? null : {kind, name: text.slice(kind.length + 1)};
};

const levels = ['emerg', 'alert', 'crit', 'err', 'warning', 'notice', 'info', 'debug'] as const;

export type SyslogLevel = (typeof levels)[number];

/** A sentence for each level of importance, by its name and by its number. @source syslog(3) */
export const byLevel = (say: (level: SyslogLevel) => string): Readonly<Record<string, string>> =>
	Object.fromEntries(levels.flatMap((level, number) => [level, String(number)].map(word => [word, say(level)])));

const facilities =
	'kern user mail daemon auth syslog lpr news uucp cron authpriv ftp local0 local1 local2 local3 local4 local5 local6 local7'.split(' ');

/** A sentence for each facility, by its name and by its number. @source syslog(3) */
export const byFacility = (say: (facility: string) => string): Readonly<Record<string, string>> =>
	Object.fromEntries(
		facilities.flatMap((name, index) =>
			// the numbers 12 to 15 have no name
			[name, String(index < 12 ? index : index + 4)].map(word => [word, say(name)]),
		),
	);

/** @source systemd.exec(5), Personality= */
export const architectures: readonly string[] = 'x86 x86-64 ppc ppc-le ppc64 ppc64-le s390 s390x arm64 arm64-32 arm'.split(' ');

const diskClasses = ['none', 'realtime', 'best-effort', 'idle'] as const;

/** A sentence for each class of access to disks, by its name and by its number. @source ioprio_set(2) */
export const byDiskClass = (sentences: Readonly<Record<(typeof diskClasses)[number], string>>): Readonly<Record<string, string>> =>
	Object.fromEntries(diskClasses.flatMap((name, number) => [name, String(number)].map(word => [word, sentences[name]])));

/** The processors of `CPUAffinity=`, which may stand in one word with commas between them; `numa`: those near its memory. */
export const processorsOf = (items: readonly string[]): 'numa' | readonly string[] =>
	items[0] === 'numa' ? 'numa' : items.flatMap(item => item.split(','));

/** The folder that is made for a service, under the root of its kind. A link to it may stand behind a colon. */
export const folderUnder = (root: string, item: string): string => `${root}/${item.split(':')[0]}`;

/** A number with a sign is a nice value; one without is what the kernel counts in: 1 for nice 19, 40 for nice -20. It cannot be `infinity`. */
export const niceLimitOf = (text: string): number | null => {
	const nice = /^[+-]\d{1,2}$/.test(text) ? Number(text) : /^\d{1,2}$/.test(text) ? 20 - Math.max(1, Number(text)) : null;
	return nice === null || nice < -20 || nice > 19 ? null : nice;
};
