import {describe, expect, test} from 'vitest';
import {followAnswer} from '../../source/demo/follow-answer.js';
import {logAnswer, logStream} from '../../source/demo/log-answer.js';
import {logFiles} from '../../source/demo/log-events.js';
import {tailAnswer} from '../../source/demo/log-file-answer.js';
import templates from '../../source/demo/log-templates.json' with {type: 'json'};
import {demoMachine} from '../../source/demo/machine.js';
import {instantAt, type LiveProcess} from '../../source/demo/timeline.js';
import type {LogEntry} from '../../source/model/log.js';
import {parseLogFile} from '../../source/parse/log-file.js';
import {parseUnifiedLog} from '../../source/parse/unified-log.js';
import {universal} from '../../source/parse/wall-time.js';

const bootedAt = 1_795_000_000;
const at = (seconds: number) => instantAt(demoMachine, bootedAt, seconds);
const firstLook = (bootedAt + demoMachine.host.uptime) * 1000;
const nameOf = ({path}: LiveProcess) => path.split('/').at(-1) ?? '';
const processOf = (name: string, seconds = 0) => {
	const found = at(seconds).processes.find(process => nameOf(process) === name);
	if (!found) {
		throw new Error(name);
	}

	return found;
};

const show = (pid: number, ...more: readonly string[]) => [
	'show',
	'--last',
	'5m',
	'--style',
	'ndjson',
	'--info',
	'--predicate',
	`processID == ${pid}`,
	...more,
];
const stream = (pid: number) => ['stream', '--style', 'ndjson', '--level', 'info', '--predicate', `processID == ${pid}`];
const said = (pid: number, seconds: number) => logAnswer(show(pid), demoMachine, at(seconds))?.stdout ?? '';
const textsOf = (entries: readonly LogEntry[]) => entries.map(({lines}) => lines.join('|'));

describe('log show', () => {
	test('prints what it says of itself, events and their number', () => {
		const {pid} = processOf('mDNSResponder');
		const lines = said(pid, 10).split('\n');
		expect(lines[0]).toBe(`Filtering the log data using "processID == ${pid}"`);
		expect(lines.at(-2)).toBe(`{"count":${lines.length - 3},"finished":1}`);
		expect(lines.at(-1)).toBe('');
		expect(lines.length).toBeGreaterThan(20);
		expect(lines[1]).toContain('\\/usr\\/sbin\\/mDNSResponder');
	});

	test('of every process gives events of the last five minutes that our parser reads, oldest first', () => {
		const instant = at(1234.5);
		const end = firstLook + 1_234_500;
		let quiet = 0;
		for (const process of instant.processes) {
			const {entries, skipped} = parseUnifiedLog(logAnswer(show(process.pid), demoMachine, instant)?.stdout ?? '');
			expect(skipped).toBe(0);
			expect(
				entries.filter(entry => entry.pid !== process.pid || entry.level === null || entry.note !== null || entry.sender === null),
			).toEqual([]);
			expect(entries.map(entry => entry.at)).toEqual(entries.map(entry => entry.at).sort((one, other) => (one ?? 0) - (other ?? 0)));
			expect(entries.filter(entry => (entry.at ?? 0) > end || (entry.at ?? 0) < end - 300_000)).toEqual([]);
			quiet += entries.length === 0 ? 1 : 0;
		}

		expect(quiet).toBeGreaterThan(10);
		expect(quiet).toBeLessThan(instant.processes.length / 4);
	});

	test('nobody writes before it begins, and nobody after it ends', () => {
		const {pid, start} = processOf('note-sync', 20);
		const began = start - demoMachine.host.uptime;
		const {entries} = parseUnifiedLog(said(pid, 20));
		expect(entries.length).toBeGreaterThan(0);
		expect(entries.filter(entry => (entry.at ?? 0) < firstLook + began * 1000)).toEqual([]);
		expect(said(pid, 60)).toContain('{"count":0,"finished":1}');
	});

	test('a zombie is silent', () => {
		const zombie = at(0).processes.find(({rss}) => rss === 0);
		expect(said(zombie?.pid ?? 0, 100)).toContain('"count":0');
	});

	test('the same time gives the same events, and they stay where they are as time goes on', () => {
		const {pid} = processOf('bird');
		expect(said(pid, 77.5)).toBe(said(pid, 77.5));
		const before = textsOf(parseUnifiedLog(said(pid, 100)).entries);
		const after = textsOf(parseUnifiedLog(said(pid, 200)).entries);
		expect(before.length).toBeGreaterThan(10);
		expect(after.slice(0, 5).every(text => before.includes(text))).toBe(true);
		expect(after).not.toEqual(before);
	});

	test('Info comes when it is asked for, errors come always', () => {
		const {pid} = processOf('bird');
		const typesOf = (args: readonly string[]) =>
			new Set((logAnswer(args, demoMachine, at(0))?.stdout ?? '').match(/(?<="messageType":")\w+/g));
		const withoutInfo = show(pid).filter(argument => argument !== '--info');
		expect([...typesOf([...withoutInfo.slice(0, 2), '2h', ...withoutInfo.slice(3)])].sort()).toEqual(['Default', 'Error']);
		expect(typesOf(show(pid))).toContain('Info');
	});

	test('Debug comes only when it is asked for', () => {
		const {pid} = processOf('airportd');
		expect(said(pid, 0)).not.toContain('"messageType":"Debug"');
		expect(logAnswer(show(pid, '--debug'), demoMachine, at(0))?.stdout).toContain('"messageType":"Debug"');
	});

	test('what happened once is told by one of several processes of a program', () => {
		const lastHour = (pid: number) =>
			logAnswer(
				show(pid).map(argument => (argument === '5m' ? '1h' : argument)),
				demoMachine,
				at(0),
			);
		const all = at(0).processes.map(({pid}) => lastHour(pid)?.stdout ?? '');
		expect(all.filter(text => text.includes('checkpoint starting: time'))).toHaveLength(1);
		expect(all.filter(text => text.includes('보고서 초안.pages (2.4 MB)'))).toHaveLength(1);
	});

	test('a longer time holds more', () => {
		const {pid} = processOf('WindowServer');
		const hour = logAnswer(
			show(pid).map(argument => (argument === '5m' ? '1h' : argument)),
			demoMachine,
			at(0),
		);
		expect(hour?.stdout.length).toBeGreaterThan(said(pid, 0).length * 5);
	});

	test('errors, faults, several lines and Hangul are among them', () => {
		const all = at(300).processes.flatMap(({pid}) => parseUnifiedLog(said(pid, 300)).entries);
		expect(new Set(all.map(({level}) => level))).toEqual(new Set(['notice', 'info', 'error', 'critical']));
		expect(all.some(({lines}) => lines.length > 1)).toBe(true);
		expect(all.some(({lines}) => /[가-힣]/.test(lines[0] ?? ''))).toBe(true);
	});

	test.each([
		[['show', '--last', '5m', '--style', 'ndjson']],
		[['show', '--last', '5m', '--style', 'ndjson', '--predicate', 'subsystem == "x"']],
		[['show', '--last', '5m', '--predicate', 'processID == 1']],
		[['collect']],
		[stream(1)],
	])('asked as %j it is not known here', args => {
		expect(logAnswer(args, demoMachine, at(0))).toBeNull();
	});
});

describe('the messages', () => {
	test('are more than sixty, of programs that run', () => {
		const running = new Set([...at(0).processes, ...at(20).processes, ...at(40).processes].map(nameOf));
		expect(templates.messages.length).toBeGreaterThan(60);
		expect(templates.messages.filter(({process}) => !running.has(process))).toEqual([]);
		expect(templates.messages.filter(({level}) => !['Default', 'Info', 'Debug', 'Error', 'Fault'].includes(level))).toEqual([]);
		expect(templates.messages.filter(({every}) => every < 10)).toEqual([]);
	});

	test('have every choice made', () => {
		const all = at(0).processes.flatMap(({pid}) => textsOf(parseUnifiedLog(said(pid, 0)).entries));
		expect(all.filter(text => /[{}]|\.\.\d|undefined|NaN/.test(text))).toEqual([]);
	});
});

const tail = (path: string, seconds = 0, count = '200') => tailAnswer(['-n', count, '--', path], demoMachine, at(seconds));

describe('log files', () => {
	test.each(logFiles.map(({path}) => path))('%s is one of a job, and its times and levels are read', path => {
		expect(demoMachine.jobs.some(({keys}) => keys.StandardErrorPath === path || keys.StandardOutPath === path)).toBe(true);
		const answer = tail(path, 500);
		const entries = parseLogFile(answer?.stdout ?? '', {now: firstLook + 500_000, zone: universal});
		expect(answer).toMatchObject({exitCode: 0, stderr: ''});
		expect(entries.length).toBeGreaterThan(50);
		expect(entries.slice(1).filter(entry => entry.at === null || entry.level === null)).toEqual([]);
		expect(entries.some(({level}) => level === 'error')).toBe(true);
		expect((entries.at(-1)?.at ?? 0) <= firstLook + 500_000).toBe(true);
	});

	test('PostgreSQL signs its lines with the pid of its first process', () => {
		const {pid} = demoMachine.processes.find(({job}) => job === 'gui/501/homebrew.mxcl.postgresql@17') ?? {pid: 0};
		const entries = parseLogFile(tail('/opt/homebrew/var/log/postgresql@17.log')?.stdout ?? '', {now: firstLook, zone: universal});
		expect(entries.slice(1).filter(entry => entry.pid !== pid)).toEqual([]);
	});

	test('so many lines as are wanted', () => {
		const path = logFiles[0]?.path ?? '';
		expect(tail(path, 0, '3')?.stdout.split('\n')).toHaveLength(4);
		expect(tail(path, 0, '0')?.stdout).toBe('');
	});

	test('a file that is not there', () => {
		expect(tail('/nowhere.log')).toEqual({stdout: '', stderr: 'tail: /nowhere.log: No such file or directory\n', exitCode: 1});
	});

	test.each([[['/x.log']], [['-n', '200', '-F', '--', '/x.log']], [['-n', 'x', '/x.log']]])('asked as %j it is not known here', args => {
		expect(tailAnswer(args, demoMachine, at(0))).toBeNull();
	});
});

describe('following', () => {
	/** Follows for so many seconds of the machine’s time, in steps of half a second. */
	const follow = async (file: string, args: readonly string[], from: number, seconds: number) => {
		const stop = new AbortController();
		const pieces: string[] = [];
		let elapsed = from;
		const wait = async (milliseconds: number): Promise<void> => {
			elapsed += milliseconds / 1000;
			if (elapsed > from + seconds) {
				stop.abort();
			}
		};
		const answer = await followAnswer(
			{file, args},
			{machine: demoMachine, now: () => at(elapsed), wait},
			text => void pieces.push(text),
			stop.signal,
		);
		return {answer, text: pieces.join('')};
	};

	test('log stream prints what log show tells afterwards, each event once', async () => {
		const {pid} = processOf('runningboardd');
		const {answer, text} = await follow('/usr/bin/log', stream(pid), 0, 240);
		expect(answer).toEqual({stdout: '', stderr: '', exitCode: null, failure: 'aborted', durationMs: 0});
		expect(text.split('\n')[0]).toBe(`Filtering the log data using "processID == ${pid}"`);
		const streamed = parseUnifiedLog(text).entries;
		const shown = parseUnifiedLog(said(pid, 240)).entries.filter(entry => (entry.at ?? 0) > firstLook);
		expect(shown.length).toBeGreaterThan(10);
		expect(streamed).toEqual(shown);
	});

	test('a process that ends falls silent', async () => {
		const {pid} = processOf('note-sync', 0);
		const {text} = await follow('/usr/bin/log', stream(pid), 0, 200);
		expect(parseUnifiedLog(text).entries.length).toBeLessThan(4);
	});

	test('tail -F prints the lines that a file gets', async () => {
		const path = logFiles[0]?.path ?? '';
		const {text} = await follow('/usr/bin/tail', ['-n', '0', '-F', '--', path], 100, 60);
		expect(text).not.toBe('');
		expect(tail(path, 160)?.stdout.endsWith(text)).toBe(true);
		expect((await follow('/usr/bin/tail', ['-n', '0', '-F', '--', '/nowhere.log'], 0, 60)).text).toBe('');
	});

	test('nothing else goes on', async () => {
		expect((await follow('/usr/bin/top', [], 0, 1)).answer.failure).toBe('missing');
		expect(logStream(show(1), demoMachine)).toBeNull();
	});
});
