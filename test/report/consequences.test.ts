import {describe, expect, test} from 'vitest';
import {waysToEnd} from '../../source/model/consequences.js';
import type {ServiceDetails, UnitDetails} from '../../source/model/details.js';
import type {ExplainedProcess, Snapshot} from '../../source/model/snapshot.js';
import {reportLines} from '../../source/paint/report-lines.js';
import {consequencesReport} from '../../source/report/consequences.js';
import {consequences} from '../../source/text/en/consequences.js';
import {jobFixture} from '../classify/mac-scene.js';
import {catching, detailsFixture, unitProcess} from '../explain/consequences-scene.js';
import {cgroupFixture, explainedFixture, hostFixture, snapshotFixture, traitsFixture} from '../support/process-fixture.js';

const linesOf = (
	process: ExplainedProcess,
	details: ServiceDetails | null,
	snapshot: Snapshot = snapshotFixture([process]),
): readonly string[] =>
	reportLines(consequencesReport(process, snapshot, details, {consequences}), 80).map(({spans}) =>
		spans
			.map(({text}) => text)
			.join('')
			.trimEnd(),
	);

const first = (details: Partial<UnitDetails>, process: ExplainedProcess = unitProcess()): readonly string[] =>
	linesOf(process, detailsFixture({...details, startLimitBurst: 0}))
		.slice(1)
		.filter(line => !/^(?:Stop it now|For good) /.test(line));

describe('if it stops', () => {
	test.each<[string, Partial<UnitDetails>, readonly string[]]>([
		['always', {restart: 'always'}, ['Comes back   Yes, by systemd after 100 ms (Restart=always), however it ends']],
		['no', {restart: 'no'}, ['Comes back   No (Restart=no)']],
		[
			'on-failure',
			{restart: 'on-failure', restartDelayMs: 2000},
			[
				'Comes back   After SIGKILL, a crash or exit code 1: yes, by systemd after 2 s',
				'             (Restart=on-failure)',
				'             After SIGTERM or exit code 0: no',
			],
		],
		[
			'a socket',
			{
				triggers: [
					{
						unit: 'web.socket',
						activeState: 'active',
						unitFileState: 'enabled',
						nextAt: null,
						lastAt: null,
						listens: ['[::]:80'],
						paths: [],
					},
				],
			},
			[
				'Comes back   Only on demand: when something arrives at web.socket ([::]:80)',
				'Sockets      systemd keeps [::]:80 open: callers wait',
			],
		],
		[
			'codes of their own',
			{restart: 'always', preventStatuses: {codes: [255], signals: ['ABRT']}},
			[
				'Comes back   After SIGTERM, SIGKILL, exit code 1 or exit code 0: yes, by systemd',
				'             after 100 ms (Restart=always)',
				'             After a crash: it depends on the signal',
				'             Never after 255 or SIGABRT (RestartPreventExitStatus)',
			],
		],
		[
			'needed',
			{boundBy: ['a.service'], requiredBy: ['b.service']},
			['Comes back   No (Restart=no)', 'Needed by    stops with it: a.service; stops when it is stopped: b.service'],
		],
	])('%s', (_, details, expected) => {
		expect(first(details)).toEqual(expected);
	});

	test('with a handler, its exit code decides', () => {
		expect(first({restart: 'on-failure'}, unitProcess({traits: catching(15)}))).toContain(
			'             After SIGTERM: it decides by its exit code: 0 no, others yes',
		);
	});

	test('a storm comes first', () => {
		const process = unitProcess({startedAt: 0});
		const lines = linesOf(process, detailsFixture({restart: 'always', restarts: 38_771}), {...snapshotFixture([process]), takenAt: 1000});
		expect(lines[1]).toBe('Comes back   It does not stay up: restarted 38,771 times, and just now again');
	});

	test.each<[string, ExplainedProcess]>([
		['a thread of the kernel', explainedFixture({kind: 'kernel'})],
		['the first process', explainedFixture({pid: 1, kind: 'init'})],
		['a zombie', explainedFixture({state: 'Z'})],
	])('%s has a sentence and no command', (_, process) => {
		const lines = linesOf(process, null).join(' ');
		expect(lines).not.toMatch(/kill|systemctl/);
		expect(lines.length).toBeGreaterThan(40);
	});

	test('commands can be pasted as they are', () => {
		const process = unitProcess({unit: {name: 'dt-odd\\x20name.service'}});
		expect(linesOf(process, detailsFixture()).join('\n')).toContain("sudo systemctl stop 'dt-odd\\x20name.service'");
	});

	test('the fullest report of a Linux has no more than fifteen lines of 80 columns', () => {
		const path = '/system.slice/web.service';
		const listens = [80, 443].map(port => ({protocol: 'tcp', family: 'ipv4', address: '0.0.0.0', port, id: String(port)}) as const);
		const main = unitProcess({startedAt: 0, traits: traitsFixture({listens, signals: catching(15).signals})});
		const workers = [101, 102, 103, 104].map(pid =>
			unitProcess({pid, ppid: 100, name: 'worker', role: 'worker', cgroup: cgroupFixture(path)}),
		);
		const snapshot = {...snapshotFixture([main, ...workers]), takenAt: 1000};
		const details = detailsFixture({restart: 'on-failure', restarts: 9, boundBy: ['a.service'], wantedBy: ['b.service']});
		const lines = linesOf(main, details, snapshot);
		expect(lines.length).toBeLessThanOrEqual(15);
		expect(lines.filter(line => line.length > 80)).toEqual([]);
	});

	test('a job of a Mac says which condition holds', () => {
		const job = jobFixture('gui/501', 'org.example.web', 300, {
			configPath: '/x.plist',
			keepAlive: 'conditions',
			keepAliveConditions: [{type: 'path', name: '/etc/web', value: true}],
		});
		const process = explainedFixture({pid: 300, role: 'main', service: job, traits: catching()});
		const snapshot = snapshotFixture([process], {host: hostFixture({platform: 'darwin'})});
		expect(linesOf(process, null, snapshot)[1]).toBe('Comes back   Yes, by launchd, if /etc/web exists (KeepAlive)');
	});
});

test('every way to end has a name of its own', () => {
	const {comebacks} = {
		comebacks: waysToEnd.map(way =>
			consequences.comeback(
				[way],
				{answer: 'no', reason: 'nobody', by: null, detail: null, afterMs: null, usually: null, byCode: null, conditions: []},
				[],
				0,
			),
		),
	};
	expect(new Set(comebacks).size).toBe(waysToEnd.length);
});
