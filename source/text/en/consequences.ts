import type {
	Bringer,
	Comeback,
	ComebackReason,
	Dependents,
	StartLimit,
	StopNote,
	Storm,
	Trigger,
	WayToEnd,
	WiderEnd,
} from '../../model/consequences.js';
import type {KeepAliveCondition} from '../../model/service.js';
import {formatDuration, formatInstant, groupedNumber} from '../format.js';
import {managerName} from './evidence.js';

const list = (words: readonly string[], last = 'or'): string =>
	words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;

/** `100 ms`, `1.5 s`, `2m 5s`. */
const span = (milliseconds: number): string => {
	if (milliseconds < 1000) {
		return `${Math.round(milliseconds)} ms`;
	}

	return milliseconds < 60_000 ? `${Math.round(milliseconds / 100) / 10} s` : formatDuration(milliseconds);
};

const wayWords: Readonly<Record<WayToEnd, string>> = {
	asked: 'SIGTERM',
	killed: 'SIGKILL',
	crashed: 'a crash',
	failed: 'exit code 1',
	finished: 'exit code 0',
};

const nameOf = (by: Bringer | null): string => {
	switch (by?.type) {
		case 'manager':
			return managerName(by.manager);
		case 'process':
			return `${by.process.name} (${by.process.pid})`;
		case 'unit':
			return by.name;
		default:
			return 'the system';
	}
};

const conditionOf = (condition: KeepAliveCondition): string => {
	switch (condition.type) {
		case 'successful-exit':
			return `SuccessfulExit=${condition.value}`;
		case 'crashed':
			return `Crashed=${condition.value}`;
		case 'network':
			return `NetworkState=${condition.value}`;
		case 'after-demand':
			return `AfterInitialDemand=${condition.value}`;
		case 'path':
			return `${condition.name} ${condition.value ? 'exists' : 'is missing'}`;
		case 'other-job':
			return `${condition.name} is ${condition.value ? '' : 'not '}loaded`;
		case 'other':
			return condition.name;
	}
};

const conditionsOf = ({conditions}: Comeback): string => list(conditions.slice(0, 3).map(conditionOf));

const whenOf = (afterMs: number | null): string => (afterMs === null ? '' : afterMs === 0 ? ' at once' : ` after ${span(afterMs)}`);

const answerWord: Readonly<Record<Comeback['answer'], string>> = {
	yes: 'yes',
	no: 'no',
	'on-demand': 'on demand',
	unknown: 'not known',
	stays: 'it goes on',
};

const triggerOf = ({type, name, of, nextAt, everyMs}: Trigger, now: number): string => {
	const places = of.length === 0 ? '' : ` (${of.slice(0, 2).join(', ')}${of.length > 2 ? ' …' : ''})`;
	switch (type) {
		case 'socket':
			return name === null ? 'when something arrives at its socket' : `when something arrives at ${name}${places}`;
		case 'timer':
			return `by ${name}${nextAt === null ? ' at its next time' : nextAt <= now ? ' now' : ` in ${span(nextAt - now)} (${formatInstant(nextAt)})`}`;
		case 'path':
			return name === null ? 'when its files change' : `when ${name} sees a change${places}`;
		case 'bus':
			return `when somebody calls ${name} on D-Bus`;
		case 'mach-service':
			return 'at the next message to it';
		case 'interval':
			return everyMs === null ? 'at its interval' : `every ${span(everyMs)}`;
		case 'calendar':
			return 'at its next time in the calendar';
		case 'event':
			return 'at the next event it waits for';
		case 'mount':
			return 'when a disk is mounted';
		case 'request':
			return 'when it is needed again';
	}
};

type Phrase = (comeback: Comeback, triggers: string) => string;

const byManager = ({by, afterMs}: Comeback): string => `yes, by ${nameOf(by)}${whenOf(afterMs)}`;

const onDemand = (triggers: string): string => (triggers === '' ? 'only on demand' : `only on demand: ${triggers}`);

/** How the reason decides; `onDemand` stands for all of it where something else starts the process. */
const phrases: Readonly<Record<ComebackReason, Phrase>> = {
	'restart-policy': each => `${each.answer === 'yes' ? byManager(each) : 'no'} (Restart=${each.detail})`,
	'forced-status': each => `${byManager(each)} (RestartForceExitStatus)`,
	'prevented-status': () => 'no (RestartPreventExitStatus)',
	'remains-active': () => 'no: its unit counts as active without it (RemainAfterExit)',
	'endless-delay': () => 'no: systemd would wait for ever (RestartSec=infinity)',
	upheld: each => `yes, by ${nameOf(each.by)}, which upholds it`,
	'group-goes-on': () => 'no, and its unit goes on with its other processes',
	scope: () => 'no: systemd groups such processes, and never starts them',
	worker: each => `perhaps: its service does not notice; ${each.by === null ? 'its main process' : nameOf(each.by)} may start another`,
	'own-exit-code': each => {
		const {zero, other} = each.byCode ?? {zero: 'unknown', other: 'unknown'};
		return `it decides by its exit code: 0 ${answerWord[zero]}, others ${answerWord[other]}`;
	},
	'by-signal': () => 'it depends on the signal',
	'ignores-signal': () => 'it ignores that, and goes on',
	'keep-alive': each => `${byManager(each)} (KeepAlive)`,
	'keep-alive-condition': each => {
		const conditions = conditionsOf(each);
		const found = conditions === '' ? '' : ` (KeepAlive: ${conditions})`;
		return each.answer === 'yes'
			? `${byManager(each)}${found}`
			: each.answer === 'no'
				? `no${found}`
				: `yes, by launchd, if ${conditions === '' ? 'its conditions hold' : conditions} (KeepAlive)`;
	},
	'no-keep-alive': () => 'no (no KeepAlive)',
	'launch-only-once': () => 'no: it starts once only (LaunchOnlyOnce)',
	'unknown-keep-alive': () => 'not known: its property list was not found',
	app: () => 'no: somebody has to open the app again',
	'xpc-service': () => 'only on demand: when its app needs it again',
	extension: () => 'only on demand: when something uses the extension again',
	driver: () => 'only on demand: when its device needs it',
	supervised: each => `${byManager(each)}`,
	'supervisor-settings': each =>
		`${each.usually === null ? 'perhaps' : `usually ${each.usually}`}: as ${nameOf(each.by)} is told (autorestart)`,
	'container-policy': each =>
		`${each.usually === null ? 'not known' : `usually ${each.usually}`}: the restart policy of its ${nameOf(each.by)} container decides`,
	'container-member': each => `perhaps: ${each.by === null ? 'the first process of its container' : nameOf(each.by)} may start another`,
	'init-script': () => 'no: an init script starts it, and does not watch it',
	cron: () => 'not by itself: cron starts it at its next time',
	at: () => 'no: at runs it once',
	parent: each => `perhaps: ${each.by === null ? 'its app' : nameOf(each.by)} may start another`,
	'by-hand': () => 'no: somebody started it by hand',
	nobody: () => 'no: no service manager knows it',
	untold: () => 'not known: no service manager has said',
};

/** Reasons whose phrase says already what starts it. */
const demandPhrases: ReadonlySet<ComebackReason> = new Set(['cron', 'xpc-service', 'extension', 'driver']);

const widerEnd: Readonly<Record<WiderEnd, string>> = {
	'graphical-session': 'The graphical session ends with it, and every program in it.',
	'login-session': 'The login session ends with it.',
	'user-manager': 'Everything that this user runs as a service ends with it.',
	container: 'Everything in its container ends with it.',
	bus: 'Most services of the system lose their connection: it is better to restart the system.',
	logins: 'Logins and power buttons wait until it is back.',
	network: 'Connections to the network may drop.',
	devices: 'New devices are not set up until it is back.',
	journal: 'Log messages may be lost until it is back.',
	'remote-logins': 'Nobody can log in from elsewhere; open sessions stay.',
};

const stopNote: Readonly<Record<StopNote, string>> = {
	'foreign-manager': 'From inside: a systemd of its own keeps it, as in a container.',
	kernel: 'It is a part of the kernel: it has no program to stop, and signals do not reach it.',
	'first-process': 'It is the first process: the kernel lets no signal end it, and without it the system would stop.',
	zombie: 'It has ended already. What is left of it goes when its parent has read how it ended.',
	'refuses-manual-stop': 'systemd refuses to stop this unit by hand (RefuseManualStop).',
	mask: 'What is masked cannot be started at all; unmask undoes it.',
	vital: 'Better not: the system does not work without it.',
	transient: 'Nothing: the unit was made for this run, and is gone when it stops.',
	'until-boot': 'This lasts until the next boot.',
	'until-login': 'This lasts until the next login.',
	apple: "Apple's own: System Integrity Protection may refuse this.",
	'app-menu': 'Or quit it from its own menu.',
	'login-items': 'System Settings → General → Login Items & Extensions.',
	crontab: 'Take out its line; it may also stand in /etc/crontab or /etc/cron.d.',
	'supervisord-settings': 'autostart=false in its section of the settings of supervisord.',
	'container-owner': 'Whoever made the container stops it: containerd only runs it.',
	kubernetes: 'Scale down or delete what owns its pod, with kubectl: a pod that is killed is made again.',
	'lxc-settings': 'lxc.start.auto = 0 in the configuration of the container.',
	'xpc-service': 'Whoever needs it starts it again.',
	worker: 'This stops the whole service, not this process alone.',
	once: 'Nothing: it was to run once.',
	'not-started-again': 'Nothing: it does not start by itself at boot.',
	upheld: 'Another unit upholds it and starts it again: stop that one, too.',
	'whole-user': 'This logs the user out; without lingering the manager goes with the last session.',
};

const plural = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${groupedNumber(count)} ${many}`);

const withNames = (words: string, names: string): string => (names === '' ? words : `${words}: ${names}`);

/** What happens if a process stops. */
export const consequences = {
	heading: 'If it stops',
	comesBack: 'Comes back',
	goesWith: 'Ends with it',
	livesOn: 'Lives on',
	sockets: 'Sockets',
	neededBy: 'Needed by',
	stopNow: 'Stop it now',
	stopForGood: 'For good',
	warning: 'Beware',
	/** One answer, for some ways to end (`null`: for all). */
	comeback(ways: readonly WayToEnd[] | null, comeback: Comeback, triggers: readonly Trigger[], now: number): string {
		const waits = list(triggers.slice(0, 3).map(trigger => triggerOf(trigger, now)));
		const isDemand = comeback.answer === 'on-demand' && !demandPhrases.has(comeback.reason);
		const phrase = isDemand ? onDemand(waits) : phrases[comeback.reason](comeback, waits);
		if (ways === null) {
			return comeback.answer === 'yes' ? `${phrase}, however it ends` : phrase;
		}

		// what decides stands beside the answer that is yes
		const isPlainNo = comeback.answer === 'no' && (comeback.reason === 'restart-policy' || comeback.reason === 'keep-alive-condition');
		return `after ${list(ways.map(way => wayWords[way]))}: ${isPlainNo ? 'no' : phrase}`;
	},
	limit: ({starts, withinMs, action}: StartLimit) =>
		`at most ${plural(starts, 'start', 'starts')} within ${span(withinMs)}, then ${action === null ? 'it is left failed' : `the system does: ${action}`}`,
	growing: (lastMs: number, steps: number) => `the wait grows to ${span(lastMs)} in ${plural(steps, 'step', 'steps')}`,
	throttle: (betweenMs: number) => `at most one start every ${span(betweenMs)}`,
	never: (statuses: readonly string[]) => `never after ${list(statuses)} (RestartPreventExitStatus)`,
	always: (statuses: readonly string[]) => `always after ${list(statuses)} (RestartForceExitStatus)`,
	ended: (count: number, names: string) => withNames(plural(count, 'process that belongs to it', 'processes that belong to it'), names),
	hungUp: (count: number, names: string) => withNames(`${plural(count, 'process', 'processes')} in its terminal (SIGHUP)`, names),
	left: (count: number, names: string) => withNames(`${plural(count, 'process', 'processes')} of its service (KillMode)`, names),
	orphaned: (count: number, names: string) => withNames(`${plural(count, 'process', 'processes')} that it started`, names),
	some: (names: readonly string[], more: number) => [...names, ...(more > 0 ? [`${more} more`] : [])].join(', '),
	asSentence: (phrase: string) => phrase.charAt(0).toUpperCase() + phrase.slice(1),
	closed: (sockets: string) => `nobody listens on ${sockets}`,
	shared: (sockets: string) => `others still listen on ${sockets}`,
	held: (places: string) => `systemd keeps ${places} open: callers wait`,
	widerEnd,
	dependents: ({bound, required, wanting}: Dependents) =>
		[
			bound.length === 0 ? null : `stops with it: ${bound.slice(0, 3).join(', ')}${bound.length > 3 ? ' …' : ''}`,
			required.length === 0 ? null : `stops when it is stopped: ${required.slice(0, 3).join(', ')}${required.length > 3 ? ' …' : ''}`,
			wanting.length === 0 ? null : `loses it: ${wanting.slice(0, 3).join(', ')}${wanting.length > 3 ? ' …' : ''}`,
		]
			.filter(part => part !== null)
			.join('; '),
	stopNote,
	storm: ({starts, everyMs, counted}: Storm) =>
		counted === 'restarts'
			? `it does not stay up: restarted ${plural(starts, 'time', 'times')}, and just now again`
			: `it does not stay up: started ${plural(starts, 'time', 'times')}${everyMs === null ? '' : `, on average every ${span(everyMs)}`}`,
} as const;
