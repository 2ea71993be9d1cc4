import {describe, expect, test} from 'vitest';
import {type JoinParts, joinProcesses} from '../../source/join/join.js';
import {cpuTimes} from '../../source/join/rates.js';
import type {Process} from '../../source/model/process.js';
import type {ProgramFiles} from '../../source/model/service.js';
import type {JoinedProcess} from '../../source/model/snapshot.js';
import {cgroupFixture, processFixture, traitsFixture, unitFixture} from '../support/process-fixture.js';

const join = (processes: readonly Process[], parts: Partial<JoinParts> = {}): ReadonlyMap<number, JoinedProcess> =>
	new Map(
		joinProcesses({
			processes,
			services: [],
			apps: [],
			programFiles: new Map(),
			previousTimes: null,
			takenAt: 10_000,
			selfPid: -1,
			...parts,
		}).map(process => [process.pid, process]),
	);

const one = (process: Process, parts: Partial<JoinParts> = {}, ...others: readonly Process[]): JoinedProcess =>
	join([...others, process], parts).get(process.pid) as JoinedProcess;

const systemd = processFixture({pid: 1, ppid: 0, name: 'systemd', startedAt: 0, cgroup: cgroupFixture('/init.scope')});
const noFiles: ProgramFiles = {system: [], user: [], autostart: [], desktop: [], initScripts: []};

describe('what is joined', () => {
	test('is every process in its order, with nothing of its own changed', () => {
		const processes = [processFixture({pid: 5}), processFixture({pid: 3}), processFixture({pid: 4})];
		const joined = [...join(processes).values()];
		expect(joined.map(({pid}) => pid)).toEqual([5, 3, 4]);
		expect(joined).toMatchObject(processes);
		expect([...join([]).values()]).toEqual([]);
	});

	test('knows the parent, unless that only has its pid', () => {
		const child = processFixture({pid: 20, ppid: 10, startedAt: 50});
		const parent = processFixture({pid: 10, name: 'parent', startedAt: 5});
		expect(one(child, {}, parent)).toMatchObject({parentKey: parent.key, parentName: 'parent'});
		expect(one(child, {}, {...parent, startedAt: 99})).toMatchObject({parentKey: null, parentName: null});
		expect(one(child)).toMatchObject({parentKey: null, parentName: null});
	});

	test.each([
		['its own', {sid: 20}, 'self', 'program'],
		["another's", {sid: 10}, 'other', 'leader'],
		['of one that is gone', {sid: 999}, 'gone', null],
		['of the kernel', {sid: 0}, null, null],
		['unknown', {sid: null}, null, null],
	] as const)('knows whose session it is in: %s', (_, parts, sessionLeader, sessionLeaderName) => {
		const leader = processFixture({pid: 10, name: 'leader', startedAt: 0});
		expect(one(processFixture({pid: 20, ...parts}), {}, leader)).toMatchObject({sessionLeader, sessionLeaderName});
	});

	test('knows who stands in the foreground: a group, and what it came from within its session', () => {
		const terminal = {hasTty: true, tty: 'pts/0', sid: 10, tpgid: 30} as const;
		const processes = [
			processFixture({pid: 5, startedAt: 0, hasTty: true, tty: 'pts/9', tpgid: 99}),
			processFixture({pid: 10, ppid: 5, startedAt: 1, pgid: 10, ...terminal}),
			processFixture({pid: 20, ppid: 10, startedAt: 2, pgid: 20, ...terminal}),
			processFixture({pid: 30, ppid: 10, startedAt: 3, pgid: 30, ...terminal}),
			processFixture({pid: 31, ppid: 30, startedAt: 4, pgid: 30, ...terminal}),
			processFixture({pid: 40, ppid: 10, startedAt: 5}),
		];
		expect([...join(processes)].map(([pid, {isForeground}]) => [pid, isForeground])).toEqual([
			[5, false],
			[10, true],
			[20, false],
			[30, true],
			[31, true],
			[40, null],
		]);
	});

	test('knows its share of a core', () => {
		const process = processFixture({pid: 20, cpuTimeMs: 2000});
		const previousTimes = cpuTimes([{...process, cpuTimeMs: 1000}], 8000);
		expect([one(process).cpuPercent, one(process, {previousTimes}).cpuPercent]).toEqual([null, 50]);
	});

	test('knows itself and what it started', () => {
		const processes = [processFixture({pid: 10, startedAt: 0}), processFixture({pid: 20, ppid: 10}), processFixture({pid: 30, ppid: 20})];
		const joined = join(processes, {selfPid: 20});
		expect([...joined].map(([pid, {isSelf}]) => [pid, isSelf])).toEqual([
			[10, false],
			[20, true],
			[30, true],
		]);
	});

	test.each([
		['the same executable and name', {}, true],
		['another executable', {executable: '/usr/bin/other'}, false],
		['another name', {name: 'other', executable: '/usr/bin/parent'}, false],
		['an unknown executable', {executable: null}, false],
	])('knows whether it runs the program of its parent: %s', (_, parts, expected) => {
		const parent = processFixture({pid: 10, name: 'parent', startedAt: 0});
		expect(one(processFixture({pid: 20, ppid: 10, name: 'parent', ...parts}), {}, parent).isParentsProgram).toBe(expected);
	});
});

describe('the unit of a process', () => {
	const nginx = unitFixture('nginx.service', {mainPid: 20});
	const cgroup = cgroupFixture('/system.slice/nginx.service');

	test('is found by its control group, and tells the main process from the workers', () => {
		const joined = join([systemd, processFixture({pid: 20, cgroup}), processFixture({pid: 21, ppid: 20, cgroup})], {services: [nginx]});
		expect([20, 21].map(pid => [joined.get(pid)?.service, joined.get(pid)?.role])).toEqual([
			[nginx, 'main'],
			[nginx, 'worker'],
		]);
	});

	test('is known by name before systemd has answered, always as the same object', () => {
		const processes = [systemd, processFixture({pid: 20, cgroup}), processFixture({pid: 21, ppid: 20, cgroup})];
		const [first, second] = [join(processes), join(processes)];
		expect(first.get(20)?.service).toMatchObject({manager: 'systemd', name: 'nginx.service', mainPid: null, startsAtBoot: null});
		expect([first.get(20)?.role, first.get(21)?.role]).toEqual(['main', 'worker']);
		expect(second.get(20)?.service).toBe(first.get(21)?.service);
	});

	test('of a user is not the one of the same name of another user or of the system', () => {
		const mine = unitFixture('x.service', {scope: 'user', scopeUid: 1000});
		const services = [unitFixture('x.service'), mine, unitFixture('x.service', {scope: 'user', scopeUid: 1001})];
		const process = processFixture({pid: 20, cgroup: cgroupFixture('/user.slice/user-1000.slice/user@1000.service/app.slice/x.service')});
		expect(one(process, {services}, systemd).service).toBe(mine);
	});

	test('is none for a kernel thread', () => {
		const thread = processFixture({pid: 2, ppid: 0, cgroup, traits: traitsFixture({isKernelThread: true})});
		expect(one(thread, {services: [nginx]})).toMatchObject({service: null, role: null, supervisor: null});
	});
});

describe('the job of a process', () => {
	const id = '0123456789ab'.repeat(5);

	test('in a container is the container', () => {
		const cgroup = cgroupFixture(`/system.slice/docker-${id}.scope`);
		const shim = processFixture({pid: 10, name: 'containerd-shim-runc-v2', comm: 'containerd-shim', startedAt: 0});
		const joined = join([shim, processFixture({pid: 20, ppid: 10, cgroup}), processFixture({pid: 21, ppid: 20, cgroup})]);
		expect(joined.get(20)).toMatchObject({
			service: {manager: 'docker', name: id.slice(0, 12), containerId: id},
			role: 'main',
			supervisor: {manager: 'containerd'},
		});
		expect(joined.get(21)).toMatchObject({service: {containerId: id}, role: 'worker'});
	});

	test('that cron started is its own, and what it starts works for it', () => {
		const cron = processFixture({pid: 10, name: 'cron', startedAt: 0, cgroup: cgroupFixture('/system.slice/cron.service')});
		const job = processFixture({pid: 20, ppid: 10, name: 'sh', cgroup: cron.cgroup});
		const joined = join([systemd, cron, job, processFixture({pid: 21, ppid: 20, name: 'backup', cgroup: cron.cgroup})]);
		expect(joined.get(20)).toMatchObject({service: {manager: 'cron', name: 'sh', supervisorPid: 10}, role: 'main'});
		expect(joined.get(21)).toMatchObject({service: {manager: 'cron', name: 'sh'}, role: 'worker', supervisor: {isParent: false}});
		expect(joined.get(10)).toMatchObject({service: {manager: 'systemd', name: 'cron.service'}, role: 'main'});
	});

	test('in a terminal belongs to no supervisor, whatever is among its ancestors', () => {
		const cron = processFixture({pid: 10, name: 'cron', startedAt: 0});
		expect(one(processFixture({pid: 20, ppid: 10, name: 'sh', hasTty: true, tty: 'pts/1'}), {}, cron)).toMatchObject({
			service: null,
			supervisor: null,
		});
	});

	const files = new Map([['/usr/sbin/sshd', {...noFiles, initScripts: ['/etc/init.d/ssh']}]]);
	const init = processFixture({pid: 1, ppid: 0, name: 'init', startedAt: 0});
	const sshd = (parts: Partial<Process> = {}) => processFixture({pid: 20, name: 'sshd', executable: '/usr/sbin/sshd', ...parts});

	test('of an init script is known by its program, where systemd is not the init system', () => {
		expect(one(sshd(), {programFiles: files}, init)).toMatchObject({service: {manager: 'sysv', name: 'ssh', restart: 'no'}, role: 'main'});
		expect(one(sshd(), {programFiles: files}, systemd).service).toBeNull();
		expect(one(sshd({hasTty: true, tty: 'pts/0'}), {programFiles: files}, init).service).toBeNull();
		expect(one(sshd({ppid: 5}), {programFiles: files}, init, processFixture({pid: 5, startedAt: 0})).service).toBeNull();
	});

	test('of an init script is also that of its workers', () => {
		const worker = processFixture({pid: 21, ppid: 20, name: 'sshd', executable: '/usr/sbin/sshd'});
		expect(one(worker, {programFiles: files}, init, sshd())).toMatchObject({service: {name: 'ssh'}, role: 'worker'});
	});
});

describe('the installed files of a process', () => {
	const byName = {...noFiles, system: ['/usr/lib/systemd/system/x.service']};
	const programFiles = new Map([
		['/usr/sbin/x', byName],
		['name:x', byName],
		['/opt/app.py', byName],
	]);

	test.each<[string, Partial<Process>, ProgramFiles | null]>([
		['by its executable', {executable: '/usr/sbin/x'}, byName],
		['by the other name of the same place', {executable: '/sbin/x'}, byName],
		['by its first argument', {executable: '/usr/libexec/real', args: ['/usr/sbin/x', '-d']}, byName],
		['by the script of an interpreter', {name: 'python3', executable: '/usr/bin/python3', args: ['python3', '-u', '/opt/app.py']}, byName],
		['not by an argument of another program', {executable: '/usr/bin/cp', args: ['cp', '/opt/app.py']}, null],
		[
			'by its name where the path may not be read',
			{name: 'x', executable: null, args: null, traits: traitsFixture({denied: ['executable']})},
			byName,
		],
		['not by its name where there is no path', {name: 'x', executable: null, args: null}, null],
		['not by its name where the path is another', {name: 'x', executable: '/opt/x', args: null}, null],
	])('are found %s', (_, parts, files) => {
		expect(one(processFixture({pid: 20, ...parts}), {programFiles}).files).toBe(files);
	});
});
