import {displayName} from '../columns.js';
import {isGenericProgram} from '../model/program.js';
import type {ExplainedProcess} from '../model/snapshot.js';
import {countNames, type FindExample, famousFirst, mainOnesOf, showable, withoutDoubles} from './example-rows.js';

/** Daemons that most people have met. */
const famousDaemons = ['mDNSResponder', 'coreaudiod', 'bluetoothd', 'cron', 'sshd', 'dbus-daemon', 'nginx', 'systemd-logind', 'cupsd'];
const famousAgents = ['bird', 'cloudd', 'Dock', 'usernoted', 'pipewire', 'pulseaudio', 'gvfsd', 'dbus-daemon', 'ssh-agent'];
const famousBackgroundApps = [
	'Maccy',
	'Rectangle',
	'Spectacle',
	'Dropbox',
	'Google Drive',
	'1Password',
	'parcellite',
	'copyq',
	'nm-applet',
];
const famousApps = ['Safari', 'firefox', 'Terminal', 'Google Chrome', 'chrome', 'Mail'];

/** How much of what runs is seen: apps with windows, programs at a terminal, and all the others. */
export const wordExample: FindExample = snapshot => {
	const all = showable(snapshot);
	const apps = mainOnesOf(snapshot, 'app');
	const interactive = mainOnesOf(snapshot, 'interactive');
	const unseen = withoutDoubles(famousFirst(mainOnesOf(snapshot, 'daemon', 'agent'), [...famousDaemons, ...famousAgents]));
	if (unseen.length === 0) {
		return null;
	}

	return {
		rows: [...famousFirst(apps, famousApps).slice(0, 2), ...unseen.slice(0, 5)],
		columns: ['kind', 'name', 'what'],
		observed: {all: all.length, apps: apps.length, interactive: interactive.length, unseen: all.length - apps.length - interactive.length},
	};
};

/** An app without a window beside a daemon. */
export const menuBarAppExample: FindExample = snapshot => {
	const [app] = famousFirst(mainOnesOf(snapshot, 'background-app'), famousBackgroundApps);
	const [daemon] = famousFirst(mainOnesOf(snapshot, 'daemon'), famousDaemons);
	return app && daemon
		? {
				rows: [app, daemon],
				columns: ['kind', 'name', 'user', 'tty', 'restart'],
				observed: {app: displayName(app), daemon: displayName(daemon)},
			}
		: null;
};

const famousShells = ['zsh', 'bash', 'fish', 'sh', 'dash'];

/** A shell, a daemon and an app: two of them without a terminal, one of these no daemon. */
export const threeNosExample: FindExample = snapshot => {
	const [shell] = famousFirst(
		mainOnesOf(snapshot, 'interactive').filter(({hasTty}) => hasTty === true),
		famousShells,
	);
	const daemons = mainOnesOf(snapshot, 'daemon').filter(({hasTty}) => hasTty === false);
	const [daemon] = famousFirst(daemons, ['sshd', 'cron', ...famousDaemons]);
	const [app] = famousFirst(
		mainOnesOf(snapshot, 'app', 'background-app').filter(({hasTty}) => hasTty === false),
		famousApps,
	);
	if (!daemon || !(shell || app)) {
		return null;
	}

	const rows = [shell, daemon, app].filter(process => process !== undefined);
	const isInputKnown = rows.some(({traits}) => traits.stdio !== null);
	return {
		rows,
		columns: ['kind', 'name', 'tty', ...(isInputKnown ? ['input'] : []), 'user'],
		observed: {shell: shell?.name ?? null, tty: shell?.tty ?? null, daemon: daemon.name, app: app ? displayName(app) : null},
	};
};

const famousTwins = ['cfprefsd', 'distnoted', 'trustd', 'UserEventAgent', 'dbus-daemon', 'tccd', 'nsurlsessiond'];

/** One program that runs for the computer and, another time, for a user. */
export const twinsExample: FindExample = snapshot => {
	const daemons = mainOnesOf(snapshot, 'daemon').filter(({name}) => !isGenericProgram(name));
	const agents = mainOnesOf(snapshot, 'agent').filter(({name, service}) => !isGenericProgram(name) && service !== null);
	const [daemon] = famousFirst(
		daemons.filter(({name}) => agents.some(agent => agent.name === name)),
		famousTwins,
	);
	if (!daemon) {
		return null;
	}

	const ofName = (processes: readonly ExplainedProcess[]): readonly ExplainedProcess[] =>
		processes.filter(({name}) => name === daemon.name);
	const allAgents = ofName(mainOnesOf(snapshot, 'agent'));
	// those of system accounts come last: their services are not told
	const agentsInOrder = [...ofName(agents), ...allAgents.filter(({service}) => service === null)];
	return {
		rows: [...ofName(daemons).slice(0, 2), ...agentsInOrder.slice(0, 3)],
		columns: ['kind', 'name', 'pid', 'user', 'service'],
		observed: {name: daemon.name, daemons: ofName(daemons).length, agents: allAgents.length},
	};
};

const famousWithoutD = [
	'mDNSResponder',
	'WindowServer',
	'mds',
	'cron',
	'nginx',
	'dbus-daemon',
	'NetworkManager',
	'exim4',
	'systemd-journald',
];
const famousWithD = ['configd', 'sshd', 'coreaudiod', 'logd', 'rsyslogd', 'systemd-logind', 'bluetoothd'];

const endsInD = ({name}: ExplainedProcess): boolean => name.endsWith('d');

/** What the last letter is worth: names in d by kind, and daemons without it. Names are counted once for each kind. */
export const letterExample: FindExample = snapshot => {
	const daemons = withoutDoubles(mainOnesOf(snapshot, 'daemon'));
	const agents = withoutDoubles(mainOnesOf(snapshot, 'agent'));
	const others = showable(snapshot).filter(({verdict, role}) => !['daemon', 'agent'].includes(verdict.kind) && role !== 'worker');
	const daemonsInD = famousFirst(daemons.filter(endsInD), famousWithD);
	const plainDaemons = famousFirst(
		daemons.filter(daemon => !endsInD(daemon)),
		famousWithoutD,
	);
	const agentsInD = famousFirst(agents.filter(endsInD), famousAgents);
	const othersInD = withoutDoubles(famousFirst(others.filter(endsInD), []));
	if (daemonsInD.length === 0 || plainDaemons.length === 0) {
		return null;
	}

	return {
		rows: [...daemonsInD.slice(0, 2), ...agentsInD.slice(0, 2), ...othersInD.slice(0, 1), ...plainDaemons.slice(0, 2)],
		columns: ['kind', 'name', 'user', 'what'],
		observed: {
			inD: daemonsInD.length + agentsInD.length + countNames(othersInD),
			daemonsInD: daemonsInD.length,
			agentsInD: agentsInD.length,
			othersInD: othersInD.length,
			daemons: daemons.length,
			plainDaemons: plainDaemons.length,
		},
	};
};
