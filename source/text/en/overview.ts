/** Words of the Overview pane. */
export const overview = {
	what: 'Does',
	chain: 'Started by',
	service: 'Service',
	restart: 'Comes back',
	triggers: 'Triggered by',
	config: 'Configured in',
	lastResult: 'Last result',
	account: 'Account',
	started: 'Started',
	state: 'State',
	terminal: 'Terminal',
	session: 'Session',
	priority: 'Priority',
	threads: 'Threads',
	memory: 'Memory',
	cpu: 'CPU',
	listens: 'Listens on',
	program: 'Program',
	arguments: 'Arguments',
	directory: 'Works in',
	controlGroup: 'Control group',
	tags: 'Also',
	units: 'Units',
	problems: 'Not known',
	deleted: '(removed or replaced since it started)',
	cut: '… (longer than we read)',
	none: 'none',
	noTerminal: 'none',
	notReadable: 'may not be read as this user',
	nobodyStarted: 'nothing we can see',
	uid: (user: string | null, uid: number | null) => (user === null ? `uid ${uid}` : `${user} (uid ${uid})`),
	startedAt: (instant: string, ago: string, afterBoot: string | null) =>
		`${instant}, ${ago} ago${afterBoot === null ? '' : `, ${afterBoot} after boot`}`,
	beforeLogin: 'before anyone logged in',
	stateOf: (scope: string, active: string | null, sub: string | null, enabled: string | null) =>
		[scope, active === null ? null : `${active}${sub === null ? '' : ` (${sub})`}`, enabled].filter(Boolean).join(', '),
	scope: {system: 'for the whole system', user: 'for one user'},
	roleWorker: (mainPid: number | null) => (mainPid === null ? 'one of its processes' : `one of its processes; the main one is ${mainPid}`),
	restartOf: (policy: string | null, restarts: number | null) => {
		const times = restarts ? `, restarted ${restarts} ${restarts === 1 ? 'time' : 'times'} so far` : '';
		switch (policy) {
			case null:
				return `not known${times}`;
			case 'no':
				return `no: the service manager leaves it ended (Restart=no)${times}`;
			case 'always':
				return `yes, always (Restart=always)${times}`;
			case 'on-failure':
				return `only after a failure (Restart=on-failure)${times}`;
			default:
				return `under conditions (Restart=${policy})${times}`;
		}
	},
	domain: (domain: string) => (domain === 'system' ? 'in the system domain' : `in the domain ${domain}`),
	job: 'Job',
	jobOf: (state: string | null, type: string | null, runs: number | null, reason: string | null) =>
		[
			state,
			type,
			runs === null ? null : `started ${runs} ${runs === 1 ? 'time' : 'times'}`,
			reason === null ? null : `this time because of: ${reason}`,
		]
			.filter(Boolean)
			.join(', '),
	jobProperties: (spawnType: string | null, properties: readonly string[]) =>
		[spawnType === null ? null : `resources as: ${spawnType}`, ...properties].filter(Boolean).join(', '),
	managedBy: (name: string) => `registered by ${name}`,
	jobStarts: (runAtLoad: boolean | null, triggers: readonly string[]) => {
		const words: Readonly<Record<string, string>> = {
			'mach-service': 'a message to it',
			socket: 'a connection',
			interval: 'an interval',
			calendar: 'the calendar',
			path: 'a change of files',
			event: 'an event',
			mount: 'a mounted disk',
		};
		return (
			[...(runAtLoad ? ['being loaded, at boot or login'] : []), ...triggers.map(trigger => words[trigger] ?? trigger)].join(', ') ||
			'nothing that we can see'
		);
	},
	lastExit: ({type, value}: {type: 'code' | 'signal' | 'word'; value: number | string}) => {
		if (type === 'signal') {
			return `an earlier run was ended by signal ${value}`;
		}

		return type === 'code'
			? `an earlier run ended with code ${value}`
			: value === '(pe)' || value === 'pe'
				? 'an earlier run was ended while idle, to save memory (normal)'
				: `an earlier run: ${value}`;
	},
	disabled: 'disabled: launchd will not load it again',
	app: 'App',
	appOf: (name: string, type: string | null, bundleId: string | null) => [name, type, bundleId].filter(Boolean).join(', '),
	sessionOf: (sid: number | null, leader: 'self' | 'other' | 'gone' | null, name: string | null) => {
		switch (leader) {
			case 'self':
				return `${sid}, which it leads`;
			case 'other':
				return `${sid}, led by ${name}`;
			case 'gone':
				return `${sid}, whose leader is gone`;
			default:
				return sid === null || sid === 0 ? 'none' : String(sid);
		}
	},
	nice: (nice: number) =>
		nice === 0 ? 'ordinary (nice 0)' : nice > 0 ? `steps back for others (nice ${nice})` : `preferred (nice ${nice})`,
	unitCounts: (running: number, failed: number, waiting: number) =>
		`${running} services running, ${failed} failed, ${waiting} timers, sockets and paths waiting`,
	unitFailed: (names: string) => `failed: ${names}`,
	unitRestarting: (names: string) => `restarting again and again: ${names}`,
	unitWaiting: (names: string) => `waiting: ${names}`,
	ended: 'This process has ended.',
	memoryOf: (rss: string, vsz: string) => `${rss} in memory, ${vsz} reserved`,
	cpuOf: (percent: string, total: string) => `${percent} % now, ${total} of CPU time in all`,
	cpuTotal: (total: string) => `${total} of CPU time in all`,
	cpuUnknown: (total: string) => `known after the next sample; ${total} of CPU time in all`,
} as const;
