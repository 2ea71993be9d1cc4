import {describe, expect, test} from 'vitest';
import {parseLaunchctlList} from '../../source/parse/launchctl-list.js';
import {parseLaunchctlDomain} from '../../source/parse/launchctl-print.js';
import {type LaunchctlService, parseLaunchctlService} from '../../source/parse/launchctl-service.js';
import {stringsIn, unsafe} from '../parse/hostile-texts.js';
import {hasMacCorpus, macFiles, noticeWithoutMacCorpus, readMacText, splitAtLines} from './macos-corpus-folder.js';

noticeWithoutMacCorpus();

const prints = (file: string): readonly string[] => splitAtLines(readMacText(`launchctl/${file}`), /^\S.* = \{$/gm);

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Lines of a services block, counted without the parser. */
const serviceLines = (text: string): number => {
	const block = /^\tservices = \{\n([\s\S]*?)^\t\}$/m.exec(text)?.[1] ?? '';
	return block.split('\n').filter(line => line.trim() !== '').length;
};

describe.skipIf(!hasMacCorpus)('whole domains', () => {
	/** Three files that hold three parts of one print. */
	const system26 = (): string =>
		['01-header', '02-services', '03-endpoints-head'].map(part => readMacText(`launchctl/26-print-system.${part}.txt`)).join('\n');

	test('macOS 26: every one of 428 rows', () => {
		const domain = parseLaunchctlDomain(system26());
		expect(domain).toMatchObject({name: 'system', serviceCount: 428, skipped: 0, rows: {length: 428}});
		expect(domain?.rows.filter(({pid}) => pid !== null)).toHaveLength(174);
		const idle = domain?.rows.filter(({lastExit}) => lastExit?.type === 'word' && lastExit.value === 'pe') ?? [];
		expect(idle.filter(({pid}) => pid !== null)).toHaveLength(64);
		expect(new Set(domain?.rows.map(({label}) => label)).size).toBe(428);
	});

	test.each([
		['ipados18-print-system.txt', 'system', 17, 14, 3],
		['ipados18-print-user.txt', 'user/501', 602, 347, 3],
	])('%s', (file, name, services, active, overrides) => {
		const text = readMacText(`launchctl/${file}`);
		const domain = parseLaunchctlDomain(text);
		expect(domain).toMatchObject({name, serviceCount: services, skipped: 0, rows: {length: services}});
		expect(serviceLines(text)).toBe(services);
		expect(domain?.rows.filter(({pid}) => pid !== null)).toHaveLength(active);
		expect(domain?.disabled.size).toBe(overrides);
	});

	test('the domains of 25 processes', () => {
		const texts = prints('ipados18-print-pid-domains.txt');
		expect(texts).toHaveLength(25);
		for (const text of texts) {
			expect(parseLaunchctlDomain(text)).toMatchObject({name: /^pid\/\d+/.exec(text)?.[0], skipped: 0, rows: {length: serviceLines(text)}});
			expect(parseLaunchctlService(text)).toBeNull();
		}
	});
});

describe.skipIf(!hasMacCorpus)('single services', () => {
	const files: readonly (readonly [string, number])[] = [
		['26-print-service.accessoryd-running-last-exit-reason.txt', 1],
		['26-print-service.driver-extension.txt', 1],
		['26-print-service.fbahelperd-path-with-spaces.txt', 1],
		['26-print-service.nfsd-pathstate.txt', 1],
		['27.0-print-service.interval-exited-0.txt', 1],
		['27.0-print-service.watchpaths-exited-1.txt', 1],
		['ipados18-print-services-pid.txt', 30],
		['ipados18-print-services-system.txt', 17],
		['ipados18-print-services-user.txt', 70],
	];

	/** A line of the first level, found without the parser. */
	const lineOf = (text: string, key: string): string | null => new RegExp(`^\\t${key} = (.*)$`, 'm').exec(text)?.[1]?.trim() || null;

	test.each(files)('%s', (file, services) => {
		const texts = prints(file);
		expect(texts).toHaveLength(services);
		for (const text of texts) {
			const header = text.slice(0, text.indexOf(' = {'));
			const service = parseLaunchctlService(text) as LaunchctlService;
			expect(`${service.domain}/${service.label}`).toBe(header);
			expect(service.fields.size).toBe(count(text, /^\t[^\t}][^=\n]* = (?!\{$)/gm));
			expect(service).toMatchObject({
				path: lineOf(text, 'path'),
				type: lineOf(text, 'type'),
				state: lineOf(text, 'state'),
				program: lineOf(text, 'program'),
				username: lineOf(text, 'username'),
				immediateReason: lineOf(text, 'immediate reason'),
				runs: Number(lineOf(text, 'runs')),
				pid: Number(lineOf(text, 'pid')) || null,
				properties: lineOf(text, 'properties')?.split(' | '),
			});
			expect([service.path, service.type, service.state, service.program, service.spawnType]).not.toContain(null);
			expect(service.pid !== null).toBe(service.state === 'running');
			const endpoints = /^\tendpoints = \{\n([\s\S]*?)^\t\}$/m.exec(text)?.[1] ?? '';
			expect(service.machServices).toHaveLength(count(endpoints, /^\t\t"/gm));
			expect(service.arguments.length > 0).toBe(/^\targuments = \{$/m.test(text));
			expect(service.environmentNames).toContain('XPC_SERVICE_NAME');
			expect(parseLaunchctlDomain(text)).toBeNull();
		}
	});

	test('there are 123 of them, and each ended as it says', () => {
		const all = files.flatMap(([file]) => prints(file).map(parseLaunchctlService));
		const ends = new Map<string, number>();
		for (const service of all) {
			const end = JSON.stringify(service?.lastExit);
			ends.set(end, (ends.get(end) ?? 0) + 1);
		}

		expect(Object.fromEntries(ends)).toEqual({
			null: 111,
			'{"type":"code","value":0}': 9,
			'{"type":"code","value":1}': 2,
			'{"type":"word","value":"JETSAM_REASON_MEMORY_IDLE_EXIT"}': 1,
		});
	});

	test('macOS 27: a job of every quarter of an hour, and one that watches files', () => {
		expect(parseLaunchctlService(readMacText('launchctl/27.0-print-service.interval-exited-0.txt'))).toMatchObject({
			domain: 'gui/501',
			runIntervalSeconds: 900,
			spawnType: 'background',
			eventTriggers: 0,
		});
		expect(parseLaunchctlService(readMacText('launchctl/27.0-print-service.watchpaths-exited-1.txt'))).toMatchObject({
			runIntervalSeconds: null,
			eventTriggers: 1,
			lastExit: {type: 'code', value: 1},
		});
	});

	test('a driver', () => {
		expect(parseLaunchctlService(readMacText('launchctl/26-print-service.driver-extension.txt'))).toMatchObject({
			type: 'Submitted',
			spawnType: '7',
			managedBy: 'com.apple.driverkitd',
			bundleId: 'com.apple.DriverKit-AppleBCMWLAN',
		});
	});

	test('sockets that launchd holds', () => {
		const all = files.flatMap(([file]) => prints(file).map(parseLaunchctlService));
		expect(all.flatMap(service => service?.sockets ?? [])).toEqual(['BSDSystemLogger', 'DropbearV6Listener', 'DropbearV4Listener']);
	});

	test('one that does not exist', () => {
		expect(parseLaunchctlService(readMacText('launchctl/print-service-not-found.stderr.txt'))).toBeNull();
	});
});

describe.skipIf(!hasMacCorpus)('lists', () => {
	test('macOS 15 or later, complete', () => {
		const {rows, skipped} = parseLaunchctlList(readMacText('launchctl/15plus-arm64-launchctl-list.txt'));
		expect([rows.length, skipped]).toEqual([518, 0]);
		const killed = rows.filter(({lastExit}) => lastExit?.type === 'signal' && lastExit.value === 9);
		expect([killed.length, killed.filter(({pid}) => pid !== null).length]).toEqual([196, 70]);
	});

	test('macOS 26, the first rows', () => {
		const text = readMacText('machines/26-arm64-security-audit/launchctl-list.head.txt');
		expect(parseLaunchctlList(text)).toMatchObject({skipped: 0, rows: {length: count(text, /^.+$/gm) - 1}});
	});
});

describe.skipIf(!hasMacCorpus)('any answer of launchctl', () => {
	test.each(macFiles('launchctl'))('%s goes through every parser', file => {
		const text = readMacText(file);
		const results = [parseLaunchctlDomain(text), parseLaunchctlService(text), parseLaunchctlList(text)];
		expect(results.flatMap(stringsIn).filter(string => unsafe.test(string))).toEqual([]);
	});
});
