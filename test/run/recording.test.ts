import {Buffer} from 'node:buffer';
import {describe, expect, test} from 'vitest';
import {recordingRunner} from '../../source/run/record.js';
import {parseRecording, type RecordedAnswer, type RecordingHeader, serializeLine} from '../../source/run/recording.js';
import type {Runner} from '../../source/run/runner.js';

const header: RecordingHeader = {
	format: 'daemon-top-recording',
	version: 1,
	tool: 'daemon-top 1.0.0',
	platform: 'linux',
	startedAt: 1_767_225_600_000,
	pid: 42,
	uid: 1000,
};

const answers: readonly RecordedAnswer[] = [
	{at: 0, list: '/proc', answer: {names: ['1', 'self'], failure: null}},
	{at: 1, read: '/proc/1/stat', answer: {text: '1 (데몬\u001b) S\n', isCut: false, failure: null}},
	{at: 2, link: '/proc/1/exe', answer: {target: null, failure: 'denied'}},
	{
		at: 30,
		run: {file: 'systemctl', args: ['show', '--', '*.service']},
		answer: {stdout: 'Id=a\u2028b\n', stderr: '', exitCode: 0, failure: null, durationMs: 25.5},
	},
	{at: 31, read: '/x.plist', encoding: 'base64', answer: {text: 'YnBsaXN0', isCut: true, failure: null}},
	{at: 32, read: '/etc/데몬', answer: {text: '', isCut: false, failure: 'missing'}},
];

const text = [header, ...answers].map(serializeLine).join('');

const reasonOf = (recording: string): string => {
	const parsed = parseRecording(recording);
	return 'error' in parsed ? `${parsed.error.reason} ${parsed.error.line}` : 'none';
};

const withLine = (line: string): string => `${serializeLine(header)}${line}\n${serializeLine(answers[0] as RecordedAnswer)}`;

describe('parseRecording', () => {
	test('reads what was written', () => {
		expect(parseRecording(text)).toEqual({recording: {header, answers}});
	});

	test('reads a recording of nothing', () => {
		expect(parseRecording(serializeLine(header))).toEqual({recording: {header, answers: []}});
	});

	test('knows every failure that there is', () => {
		const failures = ['missing', 'denied', 'timeout', 'too-big', 'signal', 'exit', 'parse', 'gone', 'aborted'] as const;
		const lines = failures.map((failure): RecordedAnswer => ({at: 0, read: '/x', answer: {text: '', isCut: false, failure}}));
		expect(parseRecording([header, ...lines].map(serializeLine).join(''))).toEqual({recording: {header, answers: lines}});
	});

	test('reads lines with Windows ends and blank lines between them', () => {
		expect(parseRecording(text.replaceAll('\n', '\r\n').replace('\r\n', '\n\n'))).toEqual({recording: {header, answers}});
	});

	test.each([
		['nothing', '', 'empty 1'],
		['a blank first line', '\n{}', 'empty 1'],
		['a text', 'hello\nworld\n', 'foreign 1'],
		['other JSON', '{"format":"cast","version":2}\n', 'foreign 1'],
		['JSON that is no object', '5\n', 'foreign 1'],
		['null', 'null\n', 'foreign 1'],
		['a list', '[]\n', 'foreign 1'],
		['binary data', '\u007fELF\0\0\n', 'foreign 1'],
		['a later version', serializeLine({...header, version: 2}), 'newer 1'],
		['a broken line', withLine('{"at":0,"read":"/x"'), 'damaged 2'],
		['a line that is no answer', withLine('{"at":0}'), 'damaged 2'],
		['a line that is no object', withLine('5'), 'damaged 2'],
		['an answer without a time', withLine('{"read":"/x","answer":{"text":"","isCut":false,"failure":null}}'), 'damaged 2'],
		['a failure that does not exist', withLine('{"at":0,"read":"/x","answer":{"text":"","isCut":false,"failure":"bored"}}'), 'damaged 2'],
		['an answer that is a text', withLine('{"at":0,"read":"/x","answer":"x"}'), 'damaged 2'],
	])('says what is wrong with %s', (_, recording, reason) => {
		expect(reasonOf(recording)).toBe(reason);
	});

	test.each([
		['an answer that is null', withLine('{"at":0,"read":"/x","answer":null}'), 'damaged 2'],
		['an answer without its text', withLine('{"at":0,"read":"/x","answer":{}}'), 'damaged 2'],
		['an answer of another kind', withLine('{"at":0,"list":"/x","answer":{"text":"","isCut":false,"failure":null}}'), 'damaged 2'],
		['a command that is null', withLine('{"at":0,"run":null,"answer":{"stdout":"","stderr":"","exitCode":0,"failure":null}}'), 'damaged 2'],
		['a path that is a number', withLine('{"at":0,"read":5,"answer":{"text":"","isCut":false,"failure":null}}'), 'damaged 2'],
		['a header with nothing in it', '{"format":"daemon-top-recording"}\n', 'damaged 1'],
		['a header without a start', JSON.stringify({...header, startedAt: undefined}), 'damaged 1'],
		['a header of an unknown platform', JSON.stringify({...header, platform: 'plan9'}), 'damaged 1'],
	])('says that %s is damage', (_, recording, reason) => {
		expect(reasonOf(recording)).toBe(reason);
	});

	test('leaves out a last line that was cut, wherever it was cut', () => {
		const bytes = Buffer.from(text);
		const kept = answers.slice(0, 3);
		const start = Buffer.byteLength([header, ...kept].map(serializeLine).join(''));
		for (let end = start; end <= bytes.length; end++) {
			const parsed = parseRecording(bytes.toString('utf8', 0, end));
			const whole = answers.filter((_, index) => {
				const line = [header, ...answers.slice(0, index + 1)].map(serializeLine).join('');
				// the newline behind a whole line may be missing
				return Buffer.byteLength(line) - 1 <= end;
			});
			expect({end, parsed}).toEqual({end, parsed: {recording: {header, answers: whole}}});
		}
	});

	test('reads no recording from a header that was cut', () => {
		const line = serializeLine(header).trimEnd();
		const read = Array.from({length: line.length}, (_, end) => reasonOf(line.slice(0, end)));
		expect(new Set(read)).toEqual(new Set(['empty 1', 'foreign 1']));
	});
});

describe('a recording', () => {
	test('holds every answer in the order in which they came, and hands them on unchanged', async () => {
		let now = 1000;
		const given: Runner = {
			run: async () => ({stdout: 'out', stderr: '', exitCode: 0, failure: null, durationMs: 5}),
			read: () => ({text: '\u001b', isCut: true, failure: null}),
			list: () => ({names: ['a'], failure: null}),
			follow: () => Promise.reject(new Error('not asked')),
			link: () => ({target: '/x', failure: null}),
		};
		const lines: string[] = [];
		const clock = {now: () => now, elapsed: () => now, wait: async () => undefined};
		const runner = recordingRunner(given, clock, line => lines.push(line));
		now = 1005;
		const answer = await runner.run({file: 'ps', args: ['-e'], timeoutMs: 5, maxBytes: 9});
		now = 1010;
		const others = [runner.read('/r', 5), runner.list('/l'), runner.link('/k'), runner.read('/b', 5, 'base64')];
		expect([answer, ...others]).toEqual([
			await given.run({file: '', args: []}),
			given.read(''),
			given.list(''),
			given.link(''),
			given.read(''),
		]);
		expect(parseRecording(serializeLine(header) + lines.join(''))).toEqual({
			recording: {
				header,
				answers: [
					{at: 5, run: {file: 'ps', args: ['-e']}, answer},
					{at: 10, read: '/r', answer: others[0]},
					{at: 10, list: '/l', answer: others[1]},
					{at: 10, link: '/k', answer: others[2]},
					{at: 10, read: '/b', encoding: 'base64', answer: others[3]},
				],
			},
		});
	});
});
