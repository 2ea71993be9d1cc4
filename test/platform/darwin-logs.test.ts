import {describe, expect, test, vi} from 'vitest';
import type {LogEntry} from '../../source/model/log.js';
import type {ExplainedProcess} from '../../source/model/snapshot.js';
import {followDarwinLogs, readDarwinLogs} from '../../source/platform/darwin/logs.js';
import {jobFixture} from '../classify/mac-scene.js';
import {explainedFixture} from '../support/process-fixture.js';
import {answer, createScene, failed, type Scene, untilStopped} from './log-scene.js';

const now = Date.UTC(2026, 10, 22, 16, 30);
const {signal} = new AbortController();
const place = {now, timeZone: 'Asia/Seoul'};

const sync = (standardOutPath: string | null = null): ExplainedProcess =>
	explainedFixture({
		pid: 812,
		name: 'sync',
		uid: 501,
		startedAt: now - 3_600_000,
		service: jobFixture('gui/501', 'dev.alex.sync', 812, {standardOutPath}),
	});

const event = (message: string, fields: Readonly<Record<string, unknown>> = {}): string =>
	`${JSON.stringify({timestamp: '2026-11-22 16:29:00.000001+0000', eventType: 'logEvent', messageType: 'Info', processID: 812, subsystem: 'dev.alex', category: 'x', eventMessage: message, ...fields})}\n`;

const log = '/usr/bin/log show --last 5m --style ndjson --info --predicate processID == 812';
const heading = 'Filtering the log data using "processID == 812"\n';
const summary = '{"count":1,"finished":1}\n';
const tail = '/usr/bin/tail -n 200 --';

const read = (scene: Scene, process = sync(), extraPaths: readonly string[] = []) => {
	const {runner, asked, limits} = createScene(scene);
	return {reading: readDarwinLogs(runner, process, place, extraPaths, signal), asked, limits};
};

const textsOf = (entries: readonly LogEntry[]) => entries.map(({lines}) => lines.join('|'));

describe('the log of a Mac', () => {
	test('is asked for one process and the last five minutes, and given time', async () => {
		const {reading, asked, limits} = read({commands: {[log]: answer(heading + event('hello') + summary)}});
		const {value, problems} = await reading;
		expect(asked).toEqual([log]);
		expect(limits[0]).toMatchObject({timeoutMs: 15_000, maxBytes: 4 * 1024 * 1024});
		expect(value).toMatchObject({sources: [{type: 'unified-log', pid: 812, minutes: 5}], cursor: null, advice: null});
		expect(textsOf(value.entries)).toEqual(['hello']);
		expect(problems).toEqual([]);
	});

	test('of a pid, what was written before the process began is somebody else’s', async () => {
		const old = event('of another process', {timestamp: '2026-11-22 15:00:00.000001+0000'});
		const {reading} = read({commands: {[log]: answer(old + event('mine'))}});
		expect(textsOf((await reading).value.entries)).toEqual(['mine']);
	});

	test.each([
		[
			'that may not be read',
			failed('log: Could not open local log store: Operation not permitted\n'),
			{failure: 'denied', detail: null},
			true,
		],
		['for administrators alone', failed("log: Must be admin to run 'show' command\n"), {failure: 'denied', detail: null}, true],
		['that takes too long', answer(heading + event('x'), {exitCode: null, failure: 'timeout'}), {failure: 'timeout'}, false],
		['that is not there', answer('', {exitCode: null, failure: 'missing'}), {failure: 'missing'}, false],
		['that complains', failed(`${heading}log: Bad predicate\n`), {failure: 'exit', detail: 'log: Bad predicate'}, false],
		['that holds what is no event', answer(`${heading}odd\n${summary}`), {failure: 'parse', detail: '1'}, false],
	])('%s is a problem', async (_, shown, problem, isForAdmins) => {
		const {value, problems} = await read({commands: {[log]: shown}}).reading;
		expect(problems).toMatchObject([{source: '/usr/bin/log', ...problem}]);
		expect(value.advice).toEqual(isForAdmins ? {who: 'group', groups: ['admin']} : null);
		expect(value.sources).toHaveLength(1);
	});
});

describe('files that a job writes', () => {
	const commands = {[log]: answer(heading + event('from the log') + summary), [tail]: answer('2026-11-23 01:30:00 INFO from the file\n')};

	test('stand among the messages by their time, in the zone of the machine', async () => {
		const {reading, asked} = read({commands}, sync('/Users/alex/Library/Logs/sync.log'), ['/Users/alex/Library/Logs/sync.err']);
		const {value} = await reading;
		expect(asked.slice(1)).toEqual([`${tail} /Users/alex/Library/Logs/sync.log`, `${tail} /Users/alex/Library/Logs/sync.err`]);
		expect(textsOf(value.entries)).toEqual(['from the log', 'INFO from the file', 'INFO from the file']);
		expect(value.entries[1]).toMatchObject({at: now, level: 'info'});
		expect(value.sources.slice(1)).toEqual([
			{type: 'file', path: '/Users/alex/Library/Logs/sync.log', sender: null},
			{type: 'file', path: '/Users/alex/Library/Logs/sync.err', sender: null},
		]);
	});

	test.each([
		['one file for both', '/a.log', ['/a.log'], ['/a.log']],
		['devices', '/dev/null', ['/dev/console'], []],
		['names without a place', 'out.log', ['~/err.log'], []],
		['none', null, [], []],
		['five', '/1', ['/2', '/3', '/4', '/5'], ['/1', '/2', '/3', '/4']],
	])('%s', async (_, path, extraPaths, paths) => {
		const {reading, asked} = read({commands}, sync(path), extraPaths);
		await reading;
		expect(asked.slice(1)).toEqual(paths.map(each => `${tail} ${each}`));
	});

	test.each([
		['tail: /x.log: No such file or directory', 'missing', null],
		['tail: /x.log: Permission denied', 'denied', {who: 'root'}],
	])('%s', async (complaint, failure, advice) => {
		const {value, problems} = await read({commands: {...commands, [tail]: failed(complaint)}}, sync('/x.log')).reading;
		expect(problems).toEqual([{source: '/x.log', failure, detail: null}]);
		expect(value.advice).toEqual(advice);
		expect(textsOf(value.entries)).toEqual(['from the log']);
	});
});

describe('following', () => {
	const sources = [
		{type: 'unified-log', pid: 812, minutes: 5},
		{type: 'file', path: '/x.log', sender: null},
	] as const;
	const clocks = {now: () => now, timeZone: 'UTC'};

	test('hands over what the log and the files get', async () => {
		const stop = new AbortController();
		const found: LogEntry[] = [];
		const {runner, asked} = createScene({
			follows: {
				'/usr/bin/log': async (onText, inner) => {
					onText(heading);
					onText(event('one').slice(0, 50));
					onText(event('one').slice(50));
					return untilStopped(inner);
				},
				'/usr/bin/tail': async (onText, inner) => {
					onText('two\n');
					return untilStopped(inner);
				},
			},
		});
		const end = followDarwinLogs(runner, {sources}, clocks, entries => void found.push(...entries), stop.signal);
		await vi.waitFor(() => expect(found).toHaveLength(2));
		stop.abort();
		expect(await end).toBeNull();
		expect(textsOf(found).sort()).toEqual(['one', 'two']);
		expect(asked).toEqual([
			'/usr/bin/log stream --style ndjson --level info --predicate processID == 812',
			'/usr/bin/tail -n 0 -F -- /x.log',
		]);
	});

	test('of a message without an end is told that there was one', async () => {
		const found: LogEntry[] = [];
		const {runner} = createScene({
			follows: {
				'/usr/bin/log': async onText => {
					onText(event('x'.repeat(3 * 1024 * 1024)));
					return answer('');
				},
			},
		});
		await followDarwinLogs(runner, {sources: sources.slice(0, 1)}, clocks, entries => void found.push(...entries), signal);
		expect(found).toMatchObject([{lines: [], note: 'cut'}]);
	});

	test('of those who may not is told so', async () => {
		const {runner} = createScene({follows: {'/usr/bin/log': async () => failed("log: Must be admin to run 'stream' command\n")}});
		expect(await followDarwinLogs(runner, {sources: sources.slice(0, 1)}, clocks, () => {}, signal)).toEqual({
			source: '/usr/bin/log',
			failure: 'denied',
			detail: null,
		});
	});
});
