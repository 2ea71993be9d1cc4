import type {Process} from '../../source/model/process.js';
import type {Snapshot} from '../../source/model/snapshot.js';
import {plainText} from '../../source/paint/style.js';
import {createStore, initialState, type Store} from '../../source/store/store.js';
import {type Language, textOf} from '../../source/text/text.js';
import {composeFrame} from '../../source/view/frame.js';
import {classic, explainAll, graphical, noMarks, shell, systemd, typed} from '../classify/verdict-of.js';
import {cgroupFixture, processFixture, snapshotFixture, traitsFixture, unitFixture} from '../support/process-fixture.js';

const at = cgroupFixture;
const listens = (port: number) => [{protocol: 'tcp', family: 'ipv4', address: '0.0.0.0', port, id: null} as const];

/** A small machine with one of most kinds, always the same. */
export const machine: readonly Process[] = [
	systemd,
	processFixture({pid: 2, ppid: 0, name: 'kthreadd', executable: null, args: [], traits: traitsFixture({isKernelThread: true})}),
	processFixture({pid: 40, ppid: 2, name: 'kswapd0', executable: null, args: [], traits: traitsFixture({isKernelThread: true})}),
	classic({
		pid: 210,
		name: 'avahi-daemon',
		uid: 106,
		user: 'avahi',
		args: ['avahi-daemon: running'],
		cgroup: at('/system.slice/avahi-daemon.service'),
	}),
	processFixture({
		pid: 300,
		name: 'nginx',
		args: ['nginx: master process'],
		cgroup: at('/system.slice/nginx.service'),
		traits: traitsFixture({listens: listens(80)}),
	}),
	classic({
		pid: 301,
		ppid: 300,
		name: 'nginx',
		uid: 33,
		user: 'www-data',
		args: ['nginx: worker process'],
		cgroup: at('/system.slice/nginx.service'),
	}),
	classic({
		pid: 302,
		ppid: 300,
		name: 'nginx',
		uid: 33,
		user: 'www-data',
		args: ['nginx: worker process'],
		cgroup: at('/system.slice/nginx.service'),
	}),
	processFixture({pid: 320, name: 'sshd', cgroup: at('/system.slice/ssh.service'), traits: traitsFixture({listens: listens(22)})}),
	processFixture({
		pid: 340,
		name: 'python3',
		script: '한글서버.py',
		uid: 1001,
		user: 'mina',
		args: ['python3', '/srv/한글서버.py'],
		cgroup: at('/system.slice/dt-odd\\x20name.service'),
	}),
	processFixture({
		pid: 500,
		uid: 1000,
		user: 'alex',
		name: 'systemd',
		cgroup: at('/user.slice/user-1000.slice/user@1000.service/init.scope'),
	}),
	processFixture({
		pid: 510,
		ppid: 500,
		uid: 1000,
		user: 'alex',
		name: 'pipewire',
		cgroup: at('/user.slice/user-1000.slice/user@1000.service/session.slice/pipewire.service'),
	}),
	graphical({
		pid: 600,
		name: 'nm-applet',
		cgroup: at('/user.slice/user-1000.slice/user@1000.service/app.slice/app-nm\\x2dapplet@autostart.service'),
	}),
	graphical({
		pid: 610,
		name: 'firefox',
		rssBytes: 400 * 1024 ** 2,
		cgroup: at('/user.slice/user-1000.slice/user@1000.service/app.slice/app-gnome-firefox-610.scope'),
	}),
	graphical({
		pid: 611,
		ppid: 610,
		name: 'Web Content',
		cgroup: at('/user.slice/user-1000.slice/user@1000.service/app.slice/app-gnome-firefox-610.scope'),
	}),
	shell,
	typed({pid: 950, name: 'vim', args: ['vim', 'notes.txt']}),
	typed({
		pid: 960,
		ppid: 1,
		sid: 55,
		hasTty: false,
		tty: null,
		name: 'node',
		script: 'dev.js',
		args: ['node', 'dev.js'],
		traits: traitsFixture({workingDirectory: '/home/alex', environment: {...noMarks, terminal: true, shell: true}, listens: listens(3000)}),
	}),
];

const services = [
	unitFixture('avahi-daemon.service', {mainPid: 210, description: 'Avahi mDNS/DNS-SD Stack', restart: 'on-failure'}),
	unitFixture('nginx.service', {mainPid: 300, description: 'A high performance web server'}),
	unitFixture('ssh.service', {mainPid: 320, description: 'OpenBSD Secure Shell server', restart: 'on-failure', restarts: 2}),
	unitFixture('dt-odd\\x20name.service', {
		mainPid: 340,
		description: '한글 이름을 가진 서비스',
		startsAtBoot: null,
		triggeredBy: ['dt-odd.timer'],
	}),
	unitFixture('broken.service', {activeState: 'failed', subState: 'failed', result: 'exit-code'}),
	unitFixture('pipewire.service', {scope: 'user', scopeUid: 1000, mainPid: 510, description: 'PipeWire Multimedia Service'}),
];

export const machineSnapshot = (parts: Partial<Snapshot> = {}): Snapshot => {
	const explained = [...explainAll(machine, {services, firstLoginAt: systemd.startedAt}).values()].map(process => ({
		...process,
		cpuPercent: process.pid === 610 ? 12.3 : 0,
	}));
	return snapshotFixture(explained, {services, ownCpuPercent: 0.9, ...parts});
};

export const storeAt = (columns: number, rows: number, snapshot: Snapshot | null = machineSnapshot(), language: Language = 'en'): Store => {
	const store = createStore(initialState({columns, rows}, language, 2000));
	if (snapshot) {
		store.dispatch({type: 'snapshot', snapshot});
	}

	return store;
};

/** What the names of golden files end in. */
export const suffixOf = (language: Language): string => (language === 'en' ? '' : `.${language}`);

/** The screen as text, without trailing spaces. */
export const screenOf = (store: Store): readonly string[] =>
	composeFrame(store.getState(), textOf(store.getState().language)).lines.map(line => plainText(line).trimEnd());
