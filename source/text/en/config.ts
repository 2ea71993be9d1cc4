import type {ConfigDocument, ConfigFormat, ConfigRole} from '../../model/config.js';

const formats = {
	'plist-xml': 'property list, XML',
	'plist-binary': 'property list, binary, shown as XML',
	'plist-openstep': 'property list, old style',
	unit: 'unit file',
	script: 'script',
} satisfies Readonly<Record<ConfigFormat, string>>;

/** How Restart= of systemd, and what launchd has instead, is said in a sentence. */
const policies: Readonly<Record<string, string>> = {
	always: 'started again whenever it ends',
	'on-failure': 'started again after a failure, not after a clean end',
	'on-success': 'started again only after a clean end',
	'on-abnormal': 'started again after a crash, a time-out or a hang, not after an exit code',
	'on-abort': 'started again only after a crash',
	'on-watchdog': 'started again only when it hangs',
	conditions: 'started again under conditions',
};

/** Words of the Config pane. */
export const config = {
	loading: 'Reading its configuration …',
	none: 'No service manager keeps it, so no file configures how it starts.',
	noneKernel: 'A kernel thread has no configuration: the kernel makes it.',
	noFileOf: (name: string) => `No file for ${name} can be found: its manager made it on the spot, or is not one that we may ask.`,
	role: {
		main: (format: string) => format,
		'drop-in': (format: string) => `drop-in: adds to the file above, or replaces parts of it (${format})`,
		source: (format: string) => `what the unit was generated from (${format})`,
		trigger: (format: string) => `starts it (${format})`,
	} satisfies Readonly<Record<ConfigRole, (format: string) => string>>,
	format: formats,
	fileFailure: (problem: string) => problem,
	unknownKey: (key: string) => `${key}: not a key we know.`,
	overridden: (path: string) => `does not count: ${path} sets it again`,
	isCut: 'The rest of this file is longer than we show.',
	secretsCovered: 'What looks like a secret is covered. v shows it.',
	secretsShown: 'What looks like a secret is shown. v covers it.',
	initScript: 'This script starts it, at boot where it is enabled; nobody watches it afterwards.',
	disabled: 'Disabled: it is not loaded by itself.',
	startsWhen: (starts: string) => `Starts ${starts}.`,
	neverStarts: {never: 'Never starts by itself.', masked: 'Never starts: it is masked, which forbids every start.'},
	starts: {
		boot: 'at boot',
		login: 'at login',
		load: 'as soon as it is loaded, at boot or login',
		demand: 'when somebody asks for it',
		mount: 'when a disk is mounted',
		socket: (names: string) => `when something arrives at its socket (${names})`,
		path: (names: string) => `depending on files (${names})`,
		event: (names: string) => `on events (${names})`,
		'mach-service': (names: string) => `when somebody sends it a message (${names})`,
		bus: (names: string) => `when somebody calls it on D-Bus (${names})`,
		device: (names: string) => `when a device appears (${names})`,
		unit: (names: string) => `together with ${names}`,
		target: (names: string) => `with ${names}`,
		interval: (every: string) => `every ${every}`,
		'after-boot': (delay: string) => `${delay} after boot`,
		'after-start': (delay: string) => `${delay} after its last start`,
		'after-end': (delay: string) => `${delay} after its last end`,
		'after-activation': (delay: string) => `${delay} after its timer was switched on`,
		calendar: (sentence: string, next: string | null) => `${sentence}${next === null ? '' : ` (next: ${next})`}`,
	},
	kept: (system: ConfigDocument['system'], policy: string, conditions: readonly string[], delay: string | null) => {
		if (policy === 'no' || policy === 'never') {
			return system === 'launchd' ? 'Not kept: once it ends it waits to be needed.' : 'Not kept: once it ends it stays ended.';
		}

		const how = policies[policy] ?? `as Restart=${policy} says`;
		const when = delay === null ? '' : `, at the earliest after ${delay}`;
		const under = conditions.length === 0 ? '' : ` (${conditions.join(', ')})`;
		return `Kept: ${how}${when}${under}.`;
	},
	/** `place`: what the folder of a property list makes of a job. */
	runsAs: (user: string | null, system: ConfigDocument['system'], place: 'daemon' | 'agent' | null) => {
		if (user === 'dynamic') {
			return 'Runs under an account made for the time it runs.';
		}

		return user === null
			? system === 'launchd'
				? place === null
					? 'Names no account: a daemon runs as root, an agent as its user.'
					: place === 'daemon'
						? 'Runs as root.'
						: 'Runs as the user who is logged in.'
				: ''
			: `Runs as ${user}.`;
	},
} as const;

/** What each command behind a pane tells. */
export const commands = {
	title: 'Ask again by hand',
	about: 'These only read. They give what this pane shows.',
	none: 'Nothing was asked for this pane.',
	topic: {
		process: 'its row, parent, times and arguments',
		status: 'as the kernel tells it',
		program: 'which program it runs',
		directory: 'where it works',
		evidence: 'what the verdict rests on',
		job: 'its job, as the service manager tells it',
		sockets: 'its sockets',
		config: 'the file',
		whole: 'the same for all, to compare',
		log: 'what it wrote',
	},
	hint: 'y copy   Esc close',
} as const;

/** The list of everything that listens. */
export const ports = {
	title: 'Listening on this computer',
	hint: 'Enter its process   Esc close',
	none: 'Nothing listens that this user may see.',
	head: {port: 'PORT', address: 'REACHED FROM', kind: 'KIND', name: 'PROCESS', user: 'USER', service: 'SERVICE'},
	notVisible: 'process not visible',
	shared: (others: number) => `+${others} sharing it`,
	heldFor: (unit: string) => `held for ${unit}`,
} as const;
