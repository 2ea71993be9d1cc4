import {describe, expect, test} from 'vitest';
import {parseUnifiedLog} from '../../source/parse/unified-log.js';
import {isLinearFor, leaks, throwing, units} from './hostile-laws.js';

const event = {
	timezoneName: '',
	messageType: 'Error',
	eventType: 'logEvent',
	source: null,
	formatString: '%{public}s Socket SO_ERROR %{darwin.errno}d',
	userID: 501,
	subsystem: 'com.apple.network',
	category: 'connection',
	threadID: 154_652_000,
	processImagePath: '/Applications/Safari.app/Contents/MacOS/Safari',
	timestamp: '2026-11-22 16:01:02.123456+0900',
	machTimestamp: 79_768_667_411_910,
	eventMessage: 'Socket SO_ERROR [61: Connection refused]',
	traceID: 615_501_266_340_286_468n.toString(),
	processID: 87_578,
};

const line = (fields: Readonly<Record<string, unknown>> = {}): string => JSON.stringify({...event, ...fields}).replaceAll('/', '\\/');
const entryOf = (fields: Readonly<Record<string, unknown>>) => parseUnifiedLog(line(fields)).entries[0];

describe('an event of the unified log', () => {
	test('tells when, how grave, which part of which process and what', () => {
		expect(parseUnifiedLog(line())).toEqual({
			entries: [
				{
					at: Date.UTC(2026, 10, 22, 7, 1, 2, 123),
					level: 'error',
					pid: 87_578,
					sender: 'com.apple.network:connection',
					lines: ['Socket SO_ERROR [61: Connection refused]'],
					note: null,
				},
			],
			skipped: 0,
		});
	});

	test.each([
		['Default', 'notice'],
		['Info', 'info'],
		['Debug', 'debug'],
		['Error', 'error'],
		['Fault', 'critical'],
		['', null],
		['Bananas', null],
		['constructor', null],
		[3, null],
		[undefined, null],
	])('of type %j is of level %j', (messageType, level) => {
		expect(entryOf({messageType})?.level).toBe(level);
	});

	test.each([
		['2026-11-22 16:01:02.123456+0900', Date.UTC(2026, 10, 22, 7, 1, 2, 123)],
		['2026-11-22 16:01:02.999999-0330', Date.UTC(2026, 10, 22, 19, 31, 2, 999)],
		['2026-11-22 16:01:02+0000', Date.UTC(2026, 10, 22, 16, 1, 2)],
		['2026-13-22 16:01:02.123456+0900', null],
		['2026-11-22 16:01:02.123456', null],
		['2026-11-22T16:01:02Z', null],
		['', null],
		[1_795_348_143, null],
		[null, null],
	])('stamped %j is of %j', (timestamp, at) => {
		expect(entryOf({timestamp})?.at).toBe(at);
	});

	test.each([
		[{subsystem: 'com.apple.tcc', category: ''}, 'com.apple.tcc'],
		[{subsystem: '', category: ''}, 'Safari'],
		[{subsystem: undefined, category: undefined}, 'Safari'],
		[{subsystem: '', processImagePath: ''}, null],
		[{subsystem: 5, category: {}}, '5'],
		[{subsystem: 'a\u001b[31m', category: 'b\n'}, 'a\\x1b[31m:b\\n'],
	])('with %j is signed %j', (fields, sender) => {
		expect(entryOf(fields)?.sender).toBe(sender);
	});

	test.each([
		['several lines', 'one\n  two\n', ['one', '  two'], null],
		['colours', '\u001b[32mLOG\u001b[39m saved', ['LOG saved'], null],
		['what could steer a terminal', 'a\u001b]0;x\u0007', ['a\\x1b]0;x\\x07'], 'binary'],
		['nothing', '', [''], null],
		['no text', null, [], 'missing'],
		['a number', 5, [], 'missing'],
	])('holds %s', (_, eventMessage, lines, note) => {
		expect(entryOf({eventMessage})).toMatchObject({lines, note});
	});

	test.each([[-1], [1.5], ['87578'], [null], [2 ** 60]])('with the pid %j has none', processID => {
		expect(entryOf({processID})?.pid).toBeNull();
	});
});

describe('what log(1) prints', () => {
	test('what it says of itself is skipped without a word', () => {
		const text = [
			'Filtering the log data using "processID == 87578"',
			'Skipping debug messages, pass --debug to include.',
			'Timestamp                       Thread     Type        Activity             PID    TTL',
			line(),
			'',
			'{"count":1,"finished":1}',
			'',
		].join('\n');
		expect(parseUnifiedLog(text)).toMatchObject({entries: {length: 1}, skipped: 0});
	});

	test.each(['activityCreateEvent', 'signpostEvent', 'lossEvent', 'stateEvent', 'timesyncEvent'])('%s is no message', eventType => {
		expect(parseUnifiedLog(line({eventType}))).toEqual({entries: [], skipped: 0});
	});

	test('an event without a type is a message', () => {
		expect(parseUnifiedLog(line({eventType: undefined})).entries).toHaveLength(1);
	});

	test('what is neither is counted', () => {
		expect(parseUnifiedLog(['log: something is odd', line(), line().slice(0, -20), '[]', '5'].join('\n'))).toMatchObject({
			entries: {length: 1},
			skipped: 4,
		});
	});
});

describe('whatever the log holds', () => {
	const parse = (text: string) => [
		parseUnifiedLog(text),
		parseUnifiedLog(line({eventMessage: text, subsystem: text, category: text, timestamp: text, messageType: text, eventType: text})),
		parseUnifiedLog(line({subsystem: '', processImagePath: text})),
		parseUnifiedLog(`{"eventMessage":"${text}","timestamp":"${text}"}`),
	];

	test('nothing throws, and nothing unsafe gets through', () => {
		expect(throwing(parse)).toEqual([]);
		expect(leaks(parse)).toEqual([]);
	});

	test('time grows with the length and no faster', () => {
		expect(
			[...units, '\u001b[', '{}\n', '{"a":', '[[', 'Filtering the log data\n', '='].filter(unit => !isLinearFor(parse, unit, 3000)),
		).toEqual([]);
	});

	test('a million lines are read within two seconds', () => {
		for (const unit of ['{"eventMessage":"x"}\n', '{x}\n']) {
			const text = unit.repeat(1_000_000);
			const started = performance.now();
			parseUnifiedLog(text);
			expect(performance.now() - started).toBeLessThan(2000);
		}
	});
});
