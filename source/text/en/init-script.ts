import {chkconfigOf, runlevelsOf, sourceKindOf, startStopOf} from '../init-script-parts.js';
import {onList, onText, someOf} from './systemd-words.js';

/** @source Linux Standard Base, "Facility Names" */
const facilities: Readonly<Record<string, string>> = {
	$local_fs: 'local disks are mounted',
	$network: 'the network is set up',
	$named: 'host names can be looked up',
	$portmap: 'remote procedure calls work',
	$remote_fs: 'network disks are mounted',
	$syslog: 'the system log runs',
	$time: 'the clock is set',
	$all: 'everything else has started',
};

const facilitiesOf = (items: readonly string[]): string =>
	someOf(items.map(item => (Object.hasOwn(facilities, item) ? `${item} (${facilities[item]})` : item)));

const levelNames: Readonly<Record<string, string>> = {0: 'switching off', 1: 'rescue', 6: 'restart', S: 'the first steps of every boot'};

const levelsOf = (items: readonly string[]): string => {
	const {ordinary, others} = runlevelsOf(items);
	const first =
		ordinary.length === 0 ? [] : [`ordinary running (${ordinary.length === 1 ? 'runlevel' : 'runlevels'} ${ordinary.join(', ')})`];
	return someOf([...first, ...others.map(item => levelNames[item.toUpperCase()] ?? item)]);
};

const chkconfig = (items: readonly string[]): string => {
	const {levels, places} = chkconfigOf(items);
	const when = levels === null ? 'Not started by itself' : `Started at ${levelsOf(levels)}`;
	return places === null ? `${when}.` : `${when}; place ${places[0]} in the order of starts, ${places[1]} in that of stops.`;
};

const header = {
	'Lsb.Begin': () => 'From here on the script tells the system about itself.',
	'Lsb.End': () => 'End of what the script tells about itself.',
	'Lsb.Provides': onList(
		items => `What it is called when others depend on it: ${someOf(items)}.`,
		'It names nothing that others could depend on.',
	),
	'Lsb.Required-Start': onList(items => `Starts only after ${facilitiesOf(items)}.`, 'Starts without waiting for anything.'),
	'Lsb.Required-Stop': onList(items => `Stops before these are gone: ${facilitiesOf(items)}.`, 'Stops without regard to others.'),
	'Lsb.Should-Start': onList(items => `Starts after ${facilitiesOf(items)}, where those are there.`, 'Starts without regard to others.'),
	'Lsb.Should-Stop': onList(
		items => `Stops before these are gone, where they are there: ${facilitiesOf(items)}.`,
		'Stops without regard to others.',
	),
	'Lsb.Default-Start': onList(items => `Started at ${levelsOf(items)}, once enabled.`, 'Not started by itself.'),
	'Lsb.Default-Stop': onList(items => `Stopped at ${levelsOf(items)}.`, 'Not stopped by itself.'),
	'Lsb.Short-Description': onText(() => 'What it is, in one line.', 'It does not say what it is.'),
	'Lsb.Description': onText(() => 'What it is, at more length.', 'It does not say what it is.'),
	'Lsb.X-Start-Before': onList(items => `Starts before ${facilitiesOf(items)}.`, 'Starts without regard to others.'),
	'Lsb.X-Stop-After': onList(items => `Stops after ${facilitiesOf(items)}.`, 'Stops without regard to others.'),
	'Lsb.X-Interactive': onText(text =>
		text === 'true' ? 'May ask somebody at the keyboard, so it starts alone.' : 'Asks nobody anything.',
	),
	'Chkconfig.chkconfig': onList(chkconfig),
	'Chkconfig.description': onText(() => 'What it is.'),
	'Chkconfig.processname': onText(name => `Its process is called ${name}.`),
	'Chkconfig.pidfile': onText(path => `The number of its process is in ${path}.`),
	'Chkconfig.config': onText(path => `It is configured by ${path}.`),
};

const variables = {
	'Script.DAEMON': onText(program => `The program it starts: ${program}.`),
	'Script.NAME': onText(name => `The name of its program: ${name}.`),
	'Script.DESC': onText(() => 'What it is called in messages.'),
	'Script.PIDFILE': onText(path => `The number of the running process is kept in ${path}: so the script finds it again.`),
	'Script.DAEMON_ARGS': onText(text => `The program is started with ${text}.`),
	'Script.DAEMON_USER': onText(user => `The program runs as ${user}.`),
	'Script.DAEMON_GROUP': onText(group => `The program runs in the group ${group}.`),
	'Script.SCRIPTNAME': onText(path => `This script itself: ${path}.`),
	'Script.CONFFILE': onText(path => `The program is configured by ${path}.`),
	'Script.LOGFILE': onText(path => `The program writes its log to ${path}.`),
	'Script.LOCKFILE': onText(path => `While it runs, ${path} is there.`),
	'Script.PATH': onList(() => 'Where the script looks for programs.'),
	'Script.UMASK': onText(mask => `Permissions taken away from new files: ${mask}.`),
	'Script.NICE': onText(nice => `The program runs with priority ${nice}; higher steps back for others.`),
	'Script.command_background': onText(() => 'OpenRC puts the program in the background, as it does not do so itself.'),
	'Script.supervisor': onText(name => `Kept running by ${name}.`),
};

const actions: Readonly<Record<string, string>> = {
	start: 'starts it',
	stop: 'stops it',
	restart: 'stops and starts it',
	reload: 'makes it read its settings again',
	'force-reload': 'makes it read its settings again, or restarts it',
	'try-restart': 'restarts it if it runs',
	condrestart: 'restarts it if it runs',
	status: 'says whether it runs',
	'force-stop': 'stops it by force',
	rotate: 'starts new log files',
};

const sourceWords = (path: string): string => {
	switch (sourceKindOf(path)) {
		case 'functions':
			return 'Reads in the functions that init scripts share: messages, PID files, finding processes.';
		case 'settings':
			return `Reads in settings that the administrator may change: ${path}.`;
		case 'script':
			return `Reads in and runs ${path}.`;
	}
};

const startStopWords = (line: string): string => {
	const found = startStopOf(line);
	switch (found.does) {
		case 'start':
			return 'Starts the program, unless it runs already.';
		case 'end':
			return 'Ends the program, found by its PID file or its path.';
		case 'look':
			return 'Only looks whether the program runs.';
		case 'look-before-start':
			return 'Only looks whether the program would have to be started; starts nothing.';
		case 'any':
			return 'Starts, ends or looks for a program, found by its PID file or its path.';
		case 'send':
			return `Sends ${/^\d/.test(found.signal) ? 'signal ' : ''}${found.signal} to the program, found by its PID file or its path.`;
	}
};

/** Init scripts: their header, and what most of them have in common. @source start-stop-daemon(8), openrc-run(8) */
export const initScriptKeys = {
	...header,
	...variables,
	'Script.Interpreter': onText(program =>
		/openrc-run|runscript/.test(program)
			? 'OpenRC runs this script and knows itself how to start and stop.'
			: `A script, run by ${program}.`,
	),
	'Script.Source': onText(sourceWords),
	'Script.start-stop-daemon': onText(startStopWords),
	'Script.case': () => 'What the script does depends on its first argument: start, stop and so on.',
	'Script.action': onList(
		items => `Asked for ${someOf(items)}, it ${items.map(item => actions[item]).find(words => words !== undefined) ?? 'does that'}.`,
	),
};
