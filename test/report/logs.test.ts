import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {type LogEntry, type LogPage, logLevels} from '../../source/model/log.js';
import type {ExplainedProcess, Problem} from '../../source/model/snapshot.js';
import type {Block} from '../../source/report/block.js';
import {type LogsState, logsReport} from '../../source/report/logs.js';
import {logs} from '../../source/text/en/logs.js';
import {problem as problemText} from '../../source/text/en/process.js';
import {explainedFixture, traitsFixture} from '../support/process-fixture.js';

const words = {logs, problem: problemText};
const process = explainedFixture({pid: 812, name: 'nginx', comm: 'nginx', traits: traitsFixture({stdio: ['null', 'socket', 'socket']})});
const now = Date.UTC(2026, 10, 22, 16, 30);
const quiet: LogsState = {isFollowing: false, problem: null, isLoading: false, now};

const entry = (parts: Partial<LogEntry> = {}): LogEntry => ({
	at: Date.UTC(2026, 10, 22, 16, 1, 2),
	level: 'info',
	pid: 812,
	sender: 'nginx',
	lines: ['text'],
	note: null,
	...parts,
});

const page = (parts: Partial<LogPage> = {}): LogPage => ({
	sources: [{type: 'journal', unit: 'nginx.service', pid: 812, match: []}],
	entries: [entry()],
	cursor: null,
	advice: null,
	...parts,
});

const lineOf = (block: Block): string => {
	switch (block.type) {
		case 'parts':
			return block.parts.map(({text}) => text).join('');
		case 'heading':
			return `${block.text} | ${block.note}`;
		case 'sentence':
			return block.text;
		default:
			return '';
	}
};

const linesOf = (shown: LogPage | null, state: Partial<LogsState> = {}, subject: ExplainedProcess = process): readonly string[] =>
	logsReport(subject, shown, {...quiet, ...state}, words).map(lineOf);

/** What stands below the heading and the gap. */
const messages = (...entries: readonly LogEntry[]): readonly string[] => linesOf(page({entries})).slice(2);

describe('a message', () => {
	const zone = globalThis.process.env.TZ;
	beforeEach(() => {
		globalThis.process.env.TZ = 'Asia/Seoul';
	});
	afterEach(() => {
		globalThis.process.env.TZ = zone;
	});

	test.each([
		['of today', Date.UTC(2026, 10, 22, 15, 1, 2), '00:01:02 · text'],
		['of yesterday, by the reader’s clock', Date.UTC(2026, 10, 22, 14, 59, 59), '2026-11-22 23:59:59 · text'],
		['of the last year', Date.UTC(2025, 10, 22, 16, 1, 2), '2025-11-23 01:01:02 · text'],
		['without a time', null, '–        · text'],
	])('%s', (_, at, line) => {
		expect(messages(entry({at}))).toEqual([line]);
	});
});

describe('who wrote it', () => {
	test.each([
		[{}, ''],
		[{sender: null, pid: null}, ''],
		[{sender: null}, ''],
		[{sender: 'systemd', pid: 1}, 'systemd[1]: '],
		[{pid: 813}, 'nginx[813]: '],
		[{sender: null, pid: 813}, '[813]: '],
		[{sender: 'com.apple.network:connection'}, 'com.apple.network:connection: '],
	])('%j', (parts, sender) => {
		expect(messages(entry(parts))).toEqual([`16:01:02 · ${sender}text`]);
	});
});

describe('how grave it is', () => {
	test.each([
		['emergency', '✗', 'bad'],
		['alert', '✗', 'bad'],
		['critical', '✗', 'bad'],
		['error', '✗', 'bad'],
		['warning', '!', 'warn'],
		['notice', '·', 'plain'],
		['info', '·', 'plain'],
		['debug', '·', 'dim'],
		[null, '·', 'dim'],
	] as const)('%s has a mark beside its colour', (level, mark, tone) => {
		const block = logsReport(process, page({entries: [entry({level})]}), quiet, words).at(-1);
		expect(block?.type === 'parts' ? block.parts[1] : null).toEqual({text: `${mark} `, tone});
	});

	test('nothing is coloured that has no mark', () => {
		for (const level of logLevels) {
			const block = logsReport(process, page({entries: [entry({level})]}), quiet, words).at(-1);
			const tones = block?.type === 'parts' ? block.parts.map(({tone}) => tone) : [];
			expect(tones.includes('bad') || tones.includes('warn')).toBe(/[✗!]/.test(lineOf(block as Block)));
		}
	});
});

describe('what it says', () => {
	test('further lines stand under the first one, with blanks of their own', () => {
		expect(messages(entry({lines: ['one', '    two', 'three']}))).toEqual([
			'16:01:02 · one',
			`${' '.repeat(15)}two`,
			`${' '.repeat(11)}three`,
		]);
	});

	test('a long line is indented by where the message begins', () => {
		expect(logsReport(process, page(), quiet, words).at(-1)).toMatchObject({type: 'parts', indent: 11});
	});

	test.each([
		['binary', ['a\\x00'], 'a\\x00 (holds bytes that are no text)'],
		['missing', [], '(too long: the log does not give it)'],
		['cut', ['begin'], 'begin (cut: longer than we read)'],
	] as const)('%s is said in words', (note, lines, text) => {
		expect(messages(entry({note, lines}))).toEqual([`16:01:02 · ${text}`]);
	});

	test('what stays is the same block again, until the day, the process or the language is another', () => {
		const [shown, again] = [entry({lines: ['kept', 'and more']}), entry({lines: ['kept', 'and more']})];
		const blocksOf = (kept: LogEntry, subject = process, state = quiet, language = words) =>
			logsReport(subject, page({entries: [kept]}), state, language).slice(2);
		const [first, second] = blocksOf(shown);
		expect(blocksOf(shown)[0]).toBe(first);
		expect(blocksOf(shown)[1]).toBe(second);
		expect(blocksOf(again)[0]).not.toBe(first);
		expect(blocksOf(shown, process, {...quiet, now: now + 86_400_000}).map(lineOf)[0]).toBe('2026-11-22 16:01:02 · kept');
		expect(blocksOf(shown, explainedFixture({pid: 5, name: 'other'})).map(lineOf)[0]).toBe('16:01:02 · nginx[812]: kept');
		expect(blocksOf(shown, process, quiet, {...words, logs: {...logs}})[0]).not.toBe(first);
	});

	test('the newest stands last', () => {
		expect(messages(entry({lines: ['old']}), entry({lines: ['new']}))).toEqual(['16:01:02 · old', '16:01:02 · new']);
	});
});

describe('what stands above', () => {
	test.each([
		[{type: 'journal', unit: 'nginx.service', pid: 812, match: []}, 'journal of nginx.service'],
		[{type: 'journal', unit: null, pid: 812, match: []}, 'journal, process 812'],
		[{type: 'unified-log', pid: 812, minutes: 5}, 'unified log, last 5 minutes'],
		[{type: 'file', path: '/var/log/x', sender: null}, '/var/log/x'],
		[{type: 'file', path: '/var/log/syslog', sender: {names: [], pid: 1}}, '/var/log/syslog, its own lines'],
	] as const)('%j', (source, text) => {
		expect(linesOf(page({sources: [source]}))[0]).toBe(`Log | ${text}`);
	});

	test('every source, and that the log is followed', () => {
		const file = {type: 'file', path: '/x', sender: null} as const;
		expect(linesOf(page({sources: [...page().sources, file]}), {isFollowing: true}).slice(0, 3)).toEqual([
			'Log | journal of nginx.service',
			'/x',
			'following',
		]);
	});

	test.each([
		[{who: 'root'}, 'There may be more: only root may read all of it.'],
		[{who: 'group', groups: ['admin']}, 'There may be more: only root and members of the group admin may read what others write.'],
		[
			{who: 'group', groups: ['systemd-journal', 'adm']},
			'There may be more: only root and members of the group systemd-journal or adm may read what others write.',
		],
	] as const)('who may read more: %j', (advice, sentence) => {
		expect(linesOf(page({advice}))).toContain(sentence);
	});
});

describe('where there is nothing', () => {
	const problem: Problem = {source: 'journalctl', failure: 'timeout', detail: null};

	test.each([
		['yet', null, {isLoading: true}, ['Asking for its log. On a Mac this takes some seconds.']],
		['and nobody to ask', null, {}, ['Nobody keeps a log here that can be asked for one process.']],
		['because it failed', null, {problem}, ['journalctl did not answer in time and was stopped']],
		['written', page({entries: []}), {}, ['No message of it is kept there.']],
		['to be read', page({entries: [], advice: {who: 'root'}}), {}, ['No message of it that this user may read.']],
		[
			'lately',
			page({entries: [], sources: [{type: 'unified-log', pid: 812, minutes: 5}]}),
			{},
			['It has written no message in the last 5 minutes.'],
		],
	])('%s', (_, shown, state, lines) => {
		expect(linesOf(shown, state).slice(shown === null ? 0 : -1)).toEqual(lines);
	});

	test.each([
		['null', 'What it prints is thrown away: its output goes to /dev/null.'],
		['terminal', 'What it prints goes to its terminal and is not kept.'],
		['pipe', 'What it prints goes to another program, through a pipe.'],
		['closed', 'It has closed its output: it can print nothing.'],
	] as const)('and its output goes to %s', (target, sentence) => {
		const printing = {...process, traits: traitsFixture({stdio: ['null', target, target]})};
		expect(linesOf(page({sources: [], entries: []}), {}, printing).slice(-2)).toEqual(['It writes to no log that we can find.', sentence]);
	});

	test('and nothing is known of its output', () => {
		for (const stdio of [null, ['null', 'socket', 'file'] as const]) {
			const printing = {...process, traits: traitsFixture({stdio})};
			expect(linesOf(page({sources: [], entries: []}), {}, printing).at(-1)).toBe('It writes to no log that we can find.');
		}
	});

	test('because it is a thread of the kernel', () => {
		const thread = {...process, traits: traitsFixture({isKernelThread: true, stdio: null})};
		expect(linesOf(page({sources: [], entries: []}), {}, thread).at(-1)).toMatch(/^A thread of the kernel/);
	});

	test('what went wrong stands below the messages', () => {
		expect(linesOf(page(), {problem}).slice(-2)).toEqual(['16:01:02 · text', 'journalctl did not answer in time and was stopped']);
	});
});
