import {describe, expect, test} from 'vitest';
import {killFateOf, logoutFateOf} from '../../source/learn/quiz-fates.js';
import {startLinesOf, startRuleOf} from '../../source/learn/quiz-start.js';
import type {LaunchdJob, SystemdUnit} from '../../source/model/service.js';
import type {ExplainedProcess} from '../../source/model/snapshot.js';
import {jobFixture} from '../classify/mac-scene.js';
import {explainedFixture, unitFixture} from '../support/process-fixture.js';
import {bankLinux, bankMac, bankProcess} from './quiz-scene.js';

const withJob = (parts: Partial<LaunchdJob>, rest: Partial<ExplainedProcess> = {}): ExplainedProcess =>
	explainedFixture({service: jobFixture('system', 'com.example.thing', 100, parts), role: 'main', kind: 'daemon', ...rest});

const withUnit = (parts: Partial<SystemdUnit>, rest: Partial<ExplainedProcess> = {}): ExplainedProcess =>
	explainedFixture({service: unitFixture('thing.service', parts), role: 'main', kind: 'daemon', ...rest});

describe('what a logout does', () => {
	test.each([
		['locationd', undefined, 'stays'],
		['bird', undefined, 'ends'],
		['Dropbox', undefined, 'ends'],
		['chrome_crashpad_handler', undefined, 'ends'],
		['WindowServer', undefined, null],
		['distnoted', 'alex', null],
		['tmux', undefined, null],
		['launchd', undefined, null],
	] as const)('to %s on a Mac: %3$s', (name, user, fate) => {
		expect(logoutFateOf(bankProcess(bankMac, name, user), 'darwin')).toBe(fate);
	});

	test.each([
		['sshd', 'root', 'stays'],
		['gvfsd', undefined, 'may-stay'],
		['firefox', undefined, 'ends'],
		['nm-applet', undefined, 'ends'],
		['bash', undefined, 'ends'],
		['tmux: server', undefined, null],
		['encode-films', undefined, null],
		['kswapd0', undefined, null],
	] as const)('to %s on Linux: %3$s', (name, user, fate) => {
		expect(logoutFateOf(bankProcess(bankLinux, name, user), 'linux')).toBe(fate);
	});

	test('what runs inside tmux has a terminal and may stay: nothing is said', () => {
		const process = bankProcess(bankLinux, 'bash');
		const {environment} = process.traits;
		const inside = {...process, traits: {...process.traits, environment: environment && {...environment, multiplexer: true}}};
		expect(logoutFateOf(inside, 'linux')).toBeNull();
		expect(logoutFateOf({...process, traits: {...process.traits, environment: null}}, 'linux')).toBeNull();
	});
});

describe('what SIGKILL does', () => {
	test.each([
		['KeepAlive = true', {keepAlive: true}, 'back'],
		['KeepAlive unless it succeeds', {keepAlive: 'conditions', keepAliveConditions: [{type: 'successful-exit', value: false}]}, 'back'],
		[
			'KeepAlive if it crashes, which SIGKILL is not',
			{keepAlive: 'conditions', keepAliveConditions: [{type: 'crashed', value: true}]},
			null,
		],
		['waiting for messages', {keepAlive: false, startedBy: ['mach-service']}, 'on-demand'],
		['nothing that starts it again', {keepAlive: false, runAtLoad: true}, 'gone'],
		['a clock that starts it', {keepAlive: false, startedBy: ['calendar']}, null],
		['nothing known', {keepAlive: null}, null],
		['one start only', {keepAlive: true, launchOnlyOnce: true}, null],
		['an app', {jobType: 'application'}, 'gone'],
	] as const satisfies readonly (readonly [string, Partial<LaunchdJob>, string | null])[])('to a job with %s: %3$s', (_, job, fate) => {
		expect(killFateOf(withJob(job), 'darwin')).toBe(fate);
	});

	test.each([
		['Restart=always', {restart: 'always'}, 'back'],
		['Restart=on-failure', {restart: 'on-failure'}, 'back'],
		['Restart=no', {restart: 'no'}, 'gone'],
		['Restart=no and a socket', {restart: 'no', triggeredBy: ['thing.socket']}, 'on-demand'],
		['Restart=no and a timer', {restart: 'no', triggeredBy: ['thing.timer']}, null],
		['Restart=no and a name on D-Bus', {restart: 'no', type: 'dbus'}, null],
		['Restart=on-success', {restart: 'on-success'}, null],
		['nothing known', {restart: null}, null],
	] as const satisfies readonly (readonly [string, Partial<SystemdUnit>, string | null])[])('to a unit with %s: %3$s', (_, unit, fate) => {
		expect(killFateOf(withUnit(unit), 'linux')).toBe(fate);
	});

	test('to the session is a logout, to a worker is not said, and what nobody keeps is gone', () => {
		expect(killFateOf(bankProcess(bankMac, 'WindowServer'), 'darwin')).toBe('logout');
		expect(killFateOf(bankProcess(bankMac, 'loginwindow'), 'darwin')).toBe('logout');
		expect(killFateOf(withUnit({restart: 'always'}, {role: 'worker'}), 'linux')).toBeNull();
		const orphan = explainedFixture({kind: 'background-process', service: null});
		expect(killFateOf(orphan, 'linux')).toBe('gone');
		expect(killFateOf({...orphan, isServiceTold: false}, 'linux')).toBeNull();
		expect(killFateOf({...orphan, isParentsProgram: true}, 'linux')).toBeNull();
	});
});

describe('when a manager starts a job', () => {
	test.each([
		['KeepAlive', {keepAlive: true}, 'kept'],
		['SuccessfulExit = false', {keepAlive: 'conditions', keepAliveConditions: [{type: 'successful-exit', value: false}]}, 'after-failure'],
		['RunAtLoad alone', {keepAlive: false, runAtLoad: true}, 'once'],
		['messages alone', {keepAlive: false, runAtLoad: false, startedBy: ['mach-service']}, 'on-demand'],
		['a clock alone', {keepAlive: false, runAtLoad: false, startedBy: ['interval']}, 'timer'],
		['a clock and messages', {keepAlive: false, runAtLoad: false, startedBy: ['interval', 'mach-service']}, null],
		['RunAtLoad and messages', {keepAlive: false, runAtLoad: true, startedBy: ['mach-service']}, null],
		['nothing known', {}, null],
	] as const satisfies readonly (readonly [string, Partial<LaunchdJob>, string | null])[])(
		'by its property list with %s: %3$s',
		(_, job, rule) => {
			expect(startRuleOf(withJob(job))).toBe(rule);
		},
	);

	test.each([
		['Restart=always', {restart: 'always'}, 'kept'],
		['Restart=on-failure', {restart: 'on-failure'}, 'after-failure'],
		['Restart=no', {restart: 'no'}, 'once'],
		['a socket, not enabled', {startsAtBoot: false, triggeredBy: ['thing.socket']}, 'on-demand'],
		['a timer, not enabled', {startsAtBoot: false, triggeredBy: ['thing.timer']}, 'timer'],
		['a socket, and enabled itself', {triggeredBy: ['thing.socket']}, null],
		['a need of other units', {startsAtBoot: null}, null],
		['one shot', {type: 'oneshot'}, null],
	] as const satisfies readonly (readonly [string, Partial<SystemdUnit>, string | null])[])(
		'by its unit with %s: %3$s',
		(_, unit, rule) => {
			expect(startRuleOf(withUnit(unit))).toBe(rule);
		},
	);

	test('can be read from the lines that are shown', () => {
		const job = withJob({keepAlive: false, runAtLoad: false, startedBy: ['calendar']});
		expect(startLinesOf(job)).toEqual([
			'<key>Label</key> <string>com.example.thing</string>',
			'<key>StartCalendarInterval</key> <dict>…</dict>',
		]);
		const unit = withUnit({restart: 'on-failure', type: 'notify'});
		expect(startLinesOf(unit)).toEqual(['Id=thing.service', 'Type=notify', 'Restart=on-failure', 'UnitFileState=enabled']);
		expect(startLinesOf(explainedFixture())).toEqual([]);
	});
});
