import {describe, expect, test} from 'vitest';
import log from '../../source/demo/log.json' with {type: 'json'};
import {parseLaunchctlList} from '../../source/parse/launchctl-list.js';
import {parseLaunchctlDomain} from '../../source/parse/launchctl-print.js';
import {parseLaunchctlService} from '../../source/parse/launchctl-service.js';
import {parseLsappinfo} from '../../source/parse/lsappinfo.js';
import {parseLsofFields} from '../../source/parse/lsof.js';
import {parseOpenStep} from '../../source/parse/plist-openstep.js';
import {parseDarwinArgs, parseDarwinPs, psArgsColumns, psColumns} from '../../source/parse/ps-darwin.js';
import {parseSwVers, parseSysctl, sysctlNames} from '../../source/parse/sysctl.js';
import {createMachine, domains, psRows, startedAt} from './demo-machine.js';

describe('the parsers of the program', () => {
	test('leave out no row', async () => {
		const {ask} = createMachine();
		const ps = parseDarwinPs(await ask('/bin/ps', '-axww', '-o', psColumns));
		expect(ps.skipped).toBe(0);
		expect(parseDarwinArgs(await ask('/bin/ps', '-axww', '-o', psArgsColumns)).size).toBe(ps.rows.length);
		expect(parseLaunchctlList(await ask('/bin/launchctl', 'list')).skipped).toBe(0);
		expect(parseLsappinfo(await ask('/usr/bin/lsappinfo', 'list')).skipped).toBe(0);
		expect(await ask('/bin/launchctl', 'print-disabled', 'system')).toContain('"com.openssh.sshd" => disabled');
		for (const domain of domains) {
			const parsed = parseLaunchctlDomain(await ask('/bin/launchctl', 'print', domain));
			expect(parsed).toMatchObject({name: domain, skipped: 0, serviceCount: parsed?.rows.length});
		}
	});

	test('know the machine', async () => {
		const {ask} = createMachine();
		expect(parseSwVers(await ask('/usr/bin/sw_vers'))).toBe('macOS 26.1');
		expect(parseSysctl(await ask('/usr/sbin/sysctl', ...sysctlNames))).toMatchObject({
			hostName: 'studio',
			memoryBytes: 24 * 1024 ** 3,
			cpuCount: 12,
		});
		const {bootedAt} = parseSysctl(await ask('/usr/sbin/sysctl', ...sysctlNames));
		expect((bootedAt ?? 0) + 3 * 86_400_000).toBeCloseTo(startedAt + 4000, -4);
	});

	test('every process of a job is the process that launchd names, and every pid that launchd names lives', async () => {
		const machine = createMachine();
		const {ask} = machine;
		const living = new Set((await psRows(machine)).map(({pid}) => pid));
		const listed = new Map(parseLaunchctlList(await ask('/bin/launchctl', 'list')).rows.map(({label, pid}) => [label, pid]));
		for (const domain of domains) {
			const parsed = parseLaunchctlDomain(await ask('/bin/launchctl', 'print', domain));
			for (const {label, pid} of parsed?.rows ?? []) {
				const service = parseLaunchctlService(await ask('/bin/launchctl', 'print', `${domain}/${label}`));
				expect(service).toMatchObject({label, domain, pid});
				expect(pid === null || living.has(pid), label).toBe(true);
				expect(domain === 'system' || listed.get(label) === pid, label).toBe(true);
				expect(service?.state).toBe(pid === null ? 'not running' : 'running');
				expect(service?.program ?? service?.fields.get('program identifier'), label).toBeTruthy();
			}
		}
	});

	test('pids are unique, parents live or are launchd, and every account has one number', async () => {
		const all = await psRows(createMachine());
		const pids = new Set(all.map(({pid}) => pid));
		const numbers = new Map(all.map(({user, uid}) => [user, uid]));
		expect(pids.size).toBe(all.length);
		expect(all.filter(({ppid}) => ppid !== 0 && !pids.has(ppid))).toEqual([]);
		expect(all.filter(({user, uid}) => numbers.get(user) !== uid)).toEqual([]);
		expect(numbers.get('nobody')).toBe(-2);
		expect(new Set(numbers.values()).size).toBe(numbers.size);
	});

	test('LaunchServices knows living processes, by the path that ps has', async () => {
		const machine = createMachine();
		const {ask} = machine;
		const paths = new Map((await psRows(machine)).map(({pid, path}) => [pid, path]));
		const {apps} = parseLsappinfo(await ask('/usr/bin/lsappinfo', 'list'));
		expect(apps.filter(({pid, executablePath}) => paths.get(pid) !== executablePath)).toEqual([]);
		expect(apps.find(({name}) => name === '카카오톡')).toMatchObject({bundleId: 'com.kakao.KakaoTalkMac', type: 'Foreground'});
	});

	test('sockets have addresses, ports and states', async () => {
		const machine = createMachine();
		const {ask} = machine;
		const {pid} = (await psRows(machine)).find(({path}) => path.endsWith('/Dropbox')) ?? {pid: 0};
		const sockets = parseLsofFields(await ask('/usr/sbin/lsof', '-nP', '-a', '-p', String(pid), '-F0pcuftdPnT'));
		expect(sockets).toContainEqual(
			expect.objectContaining({family: 'ipv6', protocol: 'tcp', localAddress: '*', localPort: 17_500, state: 'LISTEN'}),
		);
		expect(sockets).toContainEqual(expect.objectContaining({protocol: 'udp', localPort: 17_500, state: null}));
		expect(sockets).toContainEqual(expect.objectContaining({state: 'ESTABLISHED', remotePort: 443}));
		const listening = parseLsofFields(await ask('/usr/sbin/lsof', '-nP', '-iTCP', '-sTCP:LISTEN', '-FpcuftPnT'));
		expect(new Set(listening.map(({localPort}) => localPort))).toEqual(
			new Set([3689, 4000, 5000, 5037, 5173, 5432, 7000, 7679, 8080, 17_500, 17_600, 49_168, 49_633, 52_644, 57_344]),
		);
	});

	test('the dictionary form of a job is read', async () => {
		const job = parseOpenStep(await createMachine().ask('/bin/launchctl', 'list', 'com.apple.bird')).value;
		expect(job).toMatchObject({Label: 'com.apple.bird', LastExitStatus: '9'});
	});
});

describe('the log', () => {
	test('has lines of fifteen programs that run, oldest first', async () => {
		const rows = await psRows(createMachine());
		const running = new Set(rows.map(({path}) => path.split('/').at(-1)));
		const names = new Set(log.map(line => line.process));
		expect(names.size).toBeGreaterThanOrEqual(15);
		expect([...names].filter(name => !running.has(name))).toEqual([]);
		expect(log.map(line => line.at)).toEqual(log.map(line => line.at).sort((one, other) => one - other));
	});
});
