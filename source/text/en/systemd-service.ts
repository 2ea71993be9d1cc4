import type {KeyValue} from '../../model/config.js';
import {isExitCode, type ServiceCommand, serviceCommand} from '../service-command.js';
import {unitsOf} from './systemd-known-units.js';
import {
	either,
	missing,
	onChoice,
	onFlag,
	onList,
	onNumber,
	onPath,
	onSpan,
	onText,
	type SayDirective,
	type Spans,
	shorten,
	someOf,
	takenBack,
} from './systemd-words.js';

const prefixMeanings: Readonly<Record<string, string>> = {
	'-': 'It does not matter if it fails (-).',
	'@': 'Its second word is the name that it goes by (@).',
	':': 'Variables in it are not filled in (:).',
	'+': 'Runs with full rights, whatever else is set here (+).',
	'!': 'Runs as the account of the manager, not that of User= and Group=; all other restrictions hold (!).',
	'!!': 'The same as !, but only where the kernel cannot hand over capabilities (!!).',
	'|': 'Runs in a shell of its account (|).',
};

const programOf = ({isShellLine, program}: ServiceCommand): string => (isShellLine ? 'a line of shell' : shorten(program, 60));

const extras = ({isSeveral, hasVariables}: ServiceCommand): readonly string[] => [
	...(isSeveral ? ['Several commands, one after the other.'] : []),
	...(hasVariables ? ['Words with $ are filled in from its environment.'] : []),
];

/** A command line. `kill`: what is said where it only sends a signal to the service; `failure`: what comes of its failure. */
export const onCommand =
	(
		say: (program: string) => string,
		kill: (signal: string) => string = signal => say(`kill, which sends ${signal}`),
		failure: string | null = null,
	): SayDirective =>
	({items, text}: KeyValue) => {
		if (text === '' || items.length === 0) {
			return 'Takes back the commands that were set before.';
		}

		const command = serviceCommand(items);
		const {name, prefixes, signal} = command;
		const sentence =
			signal !== null
				? kill(/^\d/.test(signal) ? `signal ${signal}` : signal)
				: say(command.isIdle ? `${name}, which does nothing` : programOf(command));
		const failing = failure === null || prefixes.includes('-') ? [] : [failure];
		return [
			sentence,
			...failing,
			...(signal === null ? extras(command) : []),
			...prefixes.map(prefix => prefixMeanings[prefix] ?? ''),
		].join(' ');
	};

const commands = {
	'Service.ExecStart': onCommand(program => `The service itself: runs ${program}.`),
	'Service.SecondExecStart': () =>
		'A second command: systemd refuses such a unit, unless Type=oneshot. An empty ExecStart= in front of it takes back the first.',
	'Service.ExecStartPre': onCommand(program => `Before the start: runs ${program}.`, undefined, 'If that fails, the start fails.'),
	'Service.ExecStartPost': onCommand(program => `Once it has started: runs ${program}.`),
	'Service.ExecCondition': onCommand(program => `Decides whether to start: runs ${program}; exit codes 1 to 254 skip the start quietly.`),
	'Service.ExecReload': onCommand(
		program => `To re-read its settings: runs ${program}.`,
		signal => `To re-read its settings, its main process is sent ${signal}.`,
	),
	'Service.ExecStop': onCommand(
		program => `To stop it: runs ${program}. What still runs then is ended as KillMode= says.`,
		signal => `To stop it, its main process is sent ${signal}.`,
	),
	'Service.ExecStopPost': onCommand(program => `After it has stopped, or failed to start: runs ${program}.`),
};

const startDetection = {
	'Service.Type': onChoice({
		simple: 'Counts as started at once, before its program has even been found.',
		exec: 'Counts as started as soon as its program runs.',
		forking: 'A classic daemon: its first process puts itself in the background and ends, then it counts as started.',
		oneshot: 'A task: runs to its end, and what comes after it waits for that.',
		dbus: 'Counts as started when it has taken its name on D-Bus (BusName=).',
		notify: 'Counts as started when it says itself that it is ready.',
		'notify-reload': 'Says itself when it is ready, and when it has re-read its settings, for which it is sent SIGHUP.',
		idle: 'Like simple, but waits a few seconds until other starts are done, for a tidy console.',
	}),
	'Service.ExitType': onChoice({
		main: 'Counts as ended when its main process ends.',
		cgroup: 'Counts as ended when the last of its processes ends.',
	}),
	'Service.NotifyAccess': onChoice({
		none: 'None of its processes is believed when it says that it is ready.',
		main: 'Only its main process is believed when it says that it is ready.',
		exec: 'Its main process and the commands set here are believed when they say that it is ready.',
		all: 'All its processes are believed when they say that it is ready.',
	}),
	'Service.PIDFile': onText(path => `It writes the number of its main process to ${path}.`),
	'Service.GuessMainPID': onFlag(
		'Without a PID file, systemd guesses which process is the main one.',
		'Without a PID file, no process counts as the main one.',
	),
	'Service.BusName': onText(name => `Owns the name ${name} on D-Bus.`, missing),
	'Service.RemainAfterExit': onFlag(
		'Counts as active even after all its processes have ended.',
		'Counts as stopped once its processes have ended.',
	),
};

const statusOf = (item: string): string => (isExitCode(item) ? `exit code ${item}` : item);

const restarts = {
	'Service.Restart': onChoice({
		no: 'Not started again, however it ends.',
		always: 'Started again however it ends, unless somebody stops it.',
		'on-success': 'Started again only after a clean end: exit code 0, SIGTERM and the like.',
		'on-failure': 'Started again after a crash, an error code, a time-out or a hang; not after a clean stop or SIGTERM.',
		'on-abnormal': 'Started again after a crash, a time-out or a hang; not after an exit code.',
		'on-abort': 'Started again only after a signal that it did not handle, as in a crash.',
		'on-watchdog': 'Started again only when it stopped reporting in time (WatchdogSec=).',
	}),
	'Service.RestartMode': onChoice({
		normal: 'Between two runs it counts as stopped or failed, and what depends on it is told.',
		direct: 'Between two runs it does not count as stopped: what depends on it does not notice.',
		debug: 'Like normal, and the next run is told to say more.',
	}),
	'Service.RestartSec': onSpan(span => `Waits ${span} before it is started again.`, {
		zero: 'Started again without a pause.',
		forever: 'Waits for ever before it is started again: in effect never.',
	}),
	'Service.RestartSteps': onNumber(steps =>
		steps === 0 ? 'The pause before a restart stays the same.' : `The pause grows over ${steps} restarts up to RestartMaxDelaySec=.`,
	),
	'Service.RestartMaxDelaySec': onSpan(span => `The growing pause before a restart ends at ${span}.`, {
		forever: 'The pause before a restart does not grow.',
	}),
	'Service.SuccessExitStatus': onList(
		items => `Not only exit code 0 but also ${someOf(items.map(statusOf))} ${either(items, 'counts', 'count')} as a good end.`,
	),
	'Service.RestartPreventExitStatus': onList(items => `After ${someOf(items.map(statusOf))} it is not started again.`),
	'Service.RestartForceExitStatus': onList(items => `After ${someOf(items.map(statusOf))} it is always started again.`),
};

const noLimit = (what: string): Spans => {
	const sentence = `May take as long as it likes ${what}.`;
	return {zero: sentence, forever: sentence};
};

const endings: SayDirective = onChoice({
	terminate: 'A time-out ends it as an ordinary stop does.',
	abort: 'A time-out ends it with SIGABRT, which leaves a core dump.',
	kill: 'A time-out ends it with SIGKILL at once.',
});

const times = {
	'Service.TimeoutStartSec': onSpan(span => `Given ${span} to start; after that the start has failed.`, noLimit('to start')),
	'Service.TimeoutStopSec': onSpan(span => `Given ${span} to stop; after that it is killed.`, noLimit('to stop')),
	'Service.TimeoutAbortSec': onSpan(span => `After a hang, given ${span} to write its core dump.`, {
		...noLimit('to write its core dump'),
		empty: takenBack,
	}),
	'Service.TimeoutSec': onSpan(span => `Given ${span} to start, and as long to stop.`, noLimit('to start and to stop')),
	'Service.TimeoutStartFailureMode': endings,
	'Service.TimeoutStopFailureMode': endings,
	'Service.RuntimeMaxSec': onSpan(span => `Ended with a failure when it has run for ${span}.`, {forever: 'May run as long as it likes.'}),
	'Service.RuntimeRandomizedExtraSec': onSpan(span => `That time is extended at random, by up to ${span}.`, {
		zero: 'That time is not extended.',
	}),
	'Service.WatchdogSec': onSpan(span => `Must report in at least every ${span}, else it counts as hung and is aborted.`, {
		zero: 'Does not have to report in.',
		forever: 'Does not have to report in.',
	}),
};

/** The [Service] section alone. @source systemd.service(5) */
export const serviceDirectives = {
	...commands,
	...startDetection,
	...restarts,
	...times,
	'Service.Sockets': onList(items => `Takes over the sockets of ${unitsOf(items)} when it starts.`),
	'Service.FileDescriptorStoreMax': onNumber(count =>
		count === 0
			? 'No open files are kept for it across restarts.'
			: `Up to ${count} of its open files and sockets are kept for it across restarts.`,
	),
	'Service.FileDescriptorStorePreserve': onChoice({
		no: 'Files kept for it are closed when it stops.',
		yes: 'Files kept for it stay open as long as its unit is loaded.',
		restart: 'Files kept for it stay open across a restart only.',
	}),
	'Service.OpenFile': onText(file => `Is handed the open file ${file.split(':')[0]}.`),
	'Service.NonBlocking': onFlag('Sockets it is handed do not make it wait.', 'Sockets it is handed may make it wait.'),
	'Service.OOMPolicy': onChoice({
		continue: 'When memory runs out and one of its processes is killed, the others run on.',
		stop: 'When memory runs out and one of its processes is killed, all of it is stopped.',
		kill: 'When memory runs out and one of its processes is killed, all the others are killed too.',
	}),
	'Service.RootDirectoryStartOnly': onFlag(
		'RootDirectory= counts only for ExecStart=, not for the commands before and after.',
		'RootDirectory= counts for all its commands.',
	),
	'Service.PermissionsStartOnly': onFlag(
		'User= and the like count only for ExecStart=; an old form of the prefix +.',
		'User= and the like count for all its commands.',
	),
	'Service.USBFunctionDescriptors': onPath(path => `As a USB device it describes itself by ${path}.`),
	'Service.USBFunctionStrings': onPath(path => `As a USB device it takes its texts from ${path}.`),
};
