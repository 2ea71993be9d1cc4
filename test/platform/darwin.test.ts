import {describe, expect, test} from 'vitest';
import {loadDictionary} from '../../source/knowledge/programs.js';
import {createPlatform} from '../../source/platform/detect.js';
import type {Clock} from '../../source/run/clock.js';
import {createEngine} from '../../source/snapshot.js';
import {type MacScene, macRunner, psRow, serviceRow, services} from './mac-answers.js';

const plist = (keys: string): string =>
	`<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n<plist version="1.0"><dict>${keys}</dict></plist>\n`;

const base: MacScene = {
	processes: [
		psRow(1, 0, 0, 'root', '/sbin/launchd'),
		psRow(300, 1, 65, '_mdnsresponder', '/usr/sbin/mDNSResponder', {time: '139:17.71'}),
		psRow(400, 1, 501, 'alexandersonnorth1', '/System/Library/PrivateFrameworks/CloudDocsDaemon.framework/Versions/A/Support/bird'),
		psRow(500, 1, 501, 'alexandersonnorth1', '/Applications/Maccy.app/Contents/MacOS/Maccy'),
		psRow(510, 1, 501, 'alexandersonnorth1', '/Applications/카카오톡.app/Contents/MacOS/카카오톡'),
		psRow(520, 510, 501, 'alexandersonnorth1', '(uname)', {stat: 'Z'}),
		psRow(600, 1, -2, 'nobody', '/usr/libexec/dhcp6d'),
	].join('\n'),
	arguments:
		'    1 /sbin/launchd\n  300 /usr/sbin/mDNSResponder\n  400 /System/Library/PrivateFrameworks/CloudDocsDaemon.framework/Versions/A/Support/bird\n  500 /Applications/Maccy.app/Contents/MacOS/Maccy\n  510 /Applications/카카오톡.app/Contents/MacOS/카카오톡\n  520 (uname)\n  600 /usr/libexec/dhcp6d\n',
	domains: {
		system: services('system', [serviceRow(300, '(pe)', 'com.apple.mDNSResponder.reloaded'), serviceRow(0, '-', 'com.apple.idle')]),
		'gui/501': services('gui/501', [
			serviceRow(400, '-9', 'com.apple.bird'),
			serviceRow(500, '-', 'application.org.p0deje.Maccy.1.2'),
			serviceRow(510, '0', 'application.com.kakao.KakaoTalkMac.1.2'),
		]),
		'user/501': services('user/501', []),
	},
	apps: ' 1) "Maccy" ASN:0x0-0x1001: \n    bundleID="org.p0deje.Maccy"\n    pid = 500 !signalled type="UIElement" flavor=3 Version="1" fileType="APPL" creator="????" Arch=ARM64\n',
	files: {
		'/System/Library/LaunchAgents/com.apple.bird.plist': plist(
			'<key>Label</key><string>com.apple.bird</string><key>KeepAlive</key><true/><key>MachServices</key><dict><key>com.apple.bird</key><true/></dict>',
		),
		'/System/Library/LaunchDaemons/com.apple.mDNSResponder.plist': plist(
			'<key>Label</key><string>com.apple.mDNSResponder.reloaded</string><key>RunAtLoad</key><true/>',
		),
	},
};

const clock: Clock = {now: () => 1_769_630_000_000, elapsed: () => 0, wait: async () => undefined};

const look = async (scene: MacScene) => {
	const parts = {
		runner: macRunner(scene),
		clock,
		self: {pid: -1, uid: 501, home: '/Users/alex'},
		listProcesses: async () => [],
		machine: () => ({hostName: '', release: '', loadAverage: null, memoryBytes: 0, cpuCount: null}),
	};
	const engine = createEngine(createPlatform('darwin', parts), clock, -1, await loadDictionary('darwin'));
	await engine.sample('full');
	await engine.refreshServices(new AbortController().signal);
	return engine.sample('full');
};

const kindsOf = async (scene: MacScene) => Object.fromEntries((await look(scene)).processes.map(({pid, verdict}) => [pid, verdict.kind]));

describe('a Mac', () => {
	test('is described by sw_vers and sysctl', async () => {
		expect((await look(base)).host).toMatchObject({
			name: 'studio',
			release: 'macOS 26.1',
			bootedAt: 1_769_620_000_000,
			loadAverage: 1.5,
			memoryBytes: 17_179_869_184,
			cpuCount: 8,
		});
	});

	test('joins processes with the jobs of its domains and with LaunchServices', async () => {
		expect(await kindsOf(base)).toMatchObject({1: 'init', 300: 'daemon', 400: 'agent', 500: 'background-app', 510: 'app'});
	});

	test('a pressured exit and a killed earlier run are no fault of the process that runs now', async () => {
		const {processes} = await look(base);
		expect(processes.find(({pid}) => pid === 300)?.service).toMatchObject({lastExit: {type: 'word'}});
		expect(processes.find(({pid}) => pid === 400)?.service).toMatchObject({lastExit: {type: 'signal', value: 9}});
	});

	test('finds a property list by its Label where its file is called otherwise', async () => {
		const job = (await look(base)).processes.find(({pid}) => pid === 300)?.service;
		expect(job).toMatchObject({configPath: '/System/Library/LaunchDaemons/com.apple.mDNSResponder.plist', runAtLoad: true});
	});

	test('a property list that is broken is told with what is wrong, and its job is a daemon all the same', async () => {
		const path = '/System/Library/LaunchDaemons/com.apple.mDNSResponder.reloaded.plist';
		const snapshot = await look({...base, files: {[path]: '<plist version="1.0"><dict><key>Label</key></plist>'}});
		expect(snapshot.problems).toContainEqual({source: path, failure: 'parse', detail: expect.stringMatching(/^[a-z-]+(:\d+)?$/)});
		expect(snapshot.processes.find(({pid}) => pid === 300)).toMatchObject({
			verdict: {kind: 'daemon'},
			service: {restart: null, configPath: path},
		});
	});

	test('CPU time is read in hundredths, however many minutes it has', async () => {
		expect((await look(base)).processes.find(({pid}) => pid === 300)?.cpuTimeMs).toBe(8_357_710);
	});

	test('long and negative users, Hangul and zombies keep their columns', async () => {
		const {processes} = await look(base);
		expect(processes.find(({pid}) => pid === 510)).toMatchObject({name: '카카오톡', user: 'alexandersonnorth1'});
		expect(processes.find(({pid}) => pid === 600)).toMatchObject({uid: -2, user: 'nobody'});
		expect(processes.find(({pid}) => pid === 520)).toMatchObject({name: 'uname', executable: null, state: 'Z'});
	});

	test('where a domain does not answer, launchctl list gives its jobs, and the failure is said', async () => {
		const scene = {
			...base,
			domains: {system: base.domains.system ?? ''},
			list: 'PID\tStatus\tLabel\n400\t0\tcom.apple.bird\n-\t0\tcom.apple.other\n500\t0\tapplication.org.p0deje.Maccy.1.2\n',
		};
		expect(await kindsOf(scene)).toMatchObject({400: 'agent', 500: 'background-app'});
		expect((await look(scene)).problems.map(({source}) => source)).toContain('launchctl print gui/501');
	});

	test('with launchctl silent everything is still listed, with less certainty and never as unknown for a system daemon', async () => {
		const snapshot = await look({...base, domains: {}});
		expect(snapshot.processes.map(({pid}) => pid)).toEqual([1, 300, 400, 500, 510, 520, 600]);
		expect(snapshot.processes.find(({pid}) => pid === 300)?.verdict).toMatchObject({kind: 'daemon'});
		expect(snapshot.problems.length).toBeGreaterThan(0);
	});

	test('a services block in a form not met is a problem, not a wrong verdict', async () => {
		const scene = {
			...base,
			domains: {...base.domains, system: 'system = {\n\tservice count = 3\n\tservices = {\n\t\t<<300>> com.apple.mDNSResponder\n\t}\n}\n'},
		};
		const snapshot = await look(scene);
		expect(snapshot.problems).toContainEqual(expect.objectContaining({source: 'launchctl print system', failure: 'parse'}));
		expect(snapshot.processes.find(({pid}) => pid === 300)?.verdict.confidence).not.toBe('certain');
	});
});
