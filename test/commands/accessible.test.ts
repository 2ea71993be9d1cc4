import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {PassThrough, Writable} from 'node:stream';
import {gunzipSync} from 'node:zlib';
import {afterAll, describe, expect, test} from 'vitest';
import {accessible, talkAbout} from '../../source/commands/accessible.js';
import {findWord, readTalk, shortLines, talkWords} from '../../source/commands/accessible-words.js';
import type {Context} from '../../source/commands/context.js';
import {type Machine, openDemo} from '../../source/commands/machine.js';
import {defaultSettings, type Settings} from '../../source/commands/settings.js';
import {keymap} from '../../source/keymap.js';
import type {ExplainedProcess} from '../../source/model/snapshot.js';
import {type Language, textOf} from '../../source/text/text.js';

const folder = mkdtempSync(path.join(tmpdir(), 'daemon-top-accessible-'));
const recording = path.join(folder, 'debian.jsonl');
writeFileSync(recording, gunzipSync(readFileSync(path.join(import.meta.dirname, '../recordings/debian-12-panes.jsonl.gz'))));
afterAll(() => rmSync(folder, {recursive: true}));

type Said = {code: number; out: string; err: string /** One for the greeting, one for each line. */; answers: readonly string[]};
type Given = {
	language?: Language;
	values?: Context['arguments']['values'];
	words?: readonly string[];
	machine?: Machine;
	settings?: Partial<Settings>;
	/** The input ends within its last line. */
	isCut?: boolean;
	isTerminal?: boolean;
	columns?: number;
};

/** Keeps all that is written to it. */
const ear = (terminal: {isTTY: boolean; columns: number}) => {
	let heard = '';
	const stream = new Writable({
		write(chunk, _, done) {
			heard += String(chunk);
			done();
		},
	});
	return {stream: Object.assign(stream, terminal), heard: () => heard};
};

/** Says these lines, as a script does, and hears what is answered. */
const talk = async (lines: readonly string[], given: Given = {}): Promise<Said> => {
	const {language = 'en', values = {demo: true}, words = [], machine, settings, isCut, isTerminal = false, columns = 80} = given;
	const stdin = Object.assign(new PassThrough(), {isTTY: isTerminal});
	const stdout = ear({isTTY: isTerminal, columns});
	const stderr = ear({isTTY: isTerminal, columns});
	const context = {
		arguments: {command: 'explore', words, values},
		text: textOf(language),
		stdin,
		stdout: stdout.stream,
		stderr: stderr.stream,
		environment: {XDG_STATE_HOME: folder},
		settings: {...defaultSettings, ...settings},
	} as unknown as Context;
	stdin.end(lines.join('\n') + (isCut || lines.length === 0 ? '' : '\n'));
	const code = await (machine ? talkAbout(machine, context) : accessible(context));
	const out = stdout.heard();
	return {code, out, err: stderr.heard(), answers: out.split(/\n> ?(?:\n|$)/).map(answer => answer.trimEnd())};
};

/** What a line that is read aloud must not hold: escapes, boxes, blocks, marks, arrows. */
const unspeakable = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2190-\u21ff\u2500-\u25ff\u2022\u2713\u2717]/u;

const everything = [
	'list',
	'',
	'more',
	'3',
	'kinds',
	'2',
	'sort',
	'sort mem',
	'sort -name',
	'ports',
	'1',
	'refresh',
	'kind:daemon',
	'1',
	'overview',
	'why',
	'sockets',
	'config',
	'secrets',
	'logs',
	'more',
	'learn',
	'commands',
	'overview 2',
	'why pid:1',
	'lessons',
	'2',
	'1',
	'lesson 5',
	'lesson 14',
	'myths',
	'4',
	'terms',
	'2',
	'term socket',
	'help',
	'help why',
	'language',
	'language',
	'quiz',
	'1',
	'h',
	'2',
	'nonsense',
	'q',
	'kind:zzz',
	'quit',
];

const machines = [
	['the built-in Mac', {demo: true}],
	['a recording of Debian', {replay: recording}],
] as const;

describe.concurrent.each(machines)('a dialogue about %s', (_, values) => {
	test.each(['en', 'ko'] as const)('can be read aloud, line after line, whatever is asked (%s)', async language => {
		const {code, out, err} = await talk(everything, {values, language});
		expect(code).toBe(0);
		expect(err).toBe('');
		expect(out.split('\n').filter(line => unspeakable.test(line))).toEqual([]);
		expect(out.split('\n').filter(line => line.length > 101)).toEqual([]);
	});

	test('answers every word', async () => {
		const lines = talkWords.map(({id}) => id).filter(id => id !== 'quit' && id !== 'quiz');
		const {answers} = await talk(['list', '1', ...lines], {values});
		expect(answers).toHaveLength(lines.length + 4);
		expect(answers.slice(0, -1).filter(answer => answer === '' || answer.includes('No process matches'))).toEqual([]);
	});

	test('is answered in Korean to Korean words', async () => {
		const words = textOf('ko').accessible.command;
		const lines = talkWords.map(({id}) => words[id].names[0] ?? '').filter(name => !['종료', '퀴즈', '언어'].includes(name));
		const {answers} = await talk(['목록', '1', ...lines], {values, language: 'ko'});
		expect(answers.slice(0, -1).filter(answer => !/[가-힣]/.test(answer) || answer.includes('맞는 프로세스가 없습니다'))).toEqual([]);
	});
});

describe.concurrent('the greeting', () => {
	test('tells the machine, the kinds and how to go on', async () => {
		const {answers} = await talk([]);
		expect(answers[0]).toContain('This is studio, macOS 26.1, up for');
		expect(answers[0]).toMatch(/\d+ processes: \d+ daemons, \d+ agents, /);
		expect(answers[0]).toContain('Type list');
	});

	test('tells what could not be read', async () => {
		const demo = await openDemo();
		const sample: Machine['engine']['sample'] = async depth => ({
			...(await demo.engine.sample(depth)),
			problems: [{source: 'launchctl', failure: 'timeout', detail: null}],
			hidden: {hidepid: null, unreadable: 3, threads: null},
		});
		const {answers} = await talk([], {machine: {...demo, engine: {...demo.engine, sample}}});
		expect(answers[0]?.replaceAll('\n', ' ')).toContain(
			'Not everything is known: launchctl did not answer in time and was stopped; 3 processes may not be read.',
		);
	});

	test('is followed by what the command line searches for', async () => {
		const {answers} = await talk([], {words: ['kind:background-app']});
		expect(answers[0]).toMatch(/8 of \d+ processes match kind:background-app, in order of kind:\n1: /);
	});

	test('is not heard where that cannot be read', async () => {
		const {code, out, err} = await talk([], {words: ['kind:zzz']});
		expect({code, out, err}).toEqual({
			code: 2,
			out: '',
			err: 'The search cannot be read from character 6 on, which says zzz: no kind begins with "zzz".\n',
		});
	});
});

describe.concurrent('a list', () => {
	test('tells how many there are, then twenty at a time', async () => {
		const {answers} = await talk(['list', 'more', '']);
		const numbers = answers.map(answer => [...answer.matchAll(/^(\d+): /gm)].map(found => Number(found[1])));
		expect(answers[1]).toMatch(/^\d+ processes, in order of kind:\n1: /);
		expect(numbers.slice(1, 4)).toEqual([0, 20, 40].map(from => Array.from({length: 20}, (_, index) => from + index + 1)));
	});

	test('says of a process first what matters most', async () => {
		const {answers} = await talk(['"bird" !corerepaird']);
		expect(answers[1]).toMatch(/^1: bird, pid 34561, agent, user alex, CPU [\d.]+ %, memory \d+M\. Syncs your iCloud Drive files$/m);
		expect(answers[1]).toContain('As the only one it is chosen.');
	});

	test('stands in the order that was asked for, and keeps to the search', async () => {
		const {answers} = await talk(['kind:app', 'sort mem', 'sort -mem', 'sort nothing']);
		const first = (answer = ''): string => /^1: ([^,]+)/m.exec(answer)?.[1] ?? '';
		const last = (answer = ''): string => /^12: ([^,]+)/m.exec(answer)?.[1] ?? '';
		expect(answers[2]).toMatch(/^In order of MEM, largest first\.\n12 of/);
		expect(first(answers[2])).toBe(last(answers[3]));
		expect(answers[4]).toContain('There is no column nothing.');
	});

	test('stands at first in the order of the configuration file', async () => {
		const {answers} = await talk(['kind:app'], {settings: {sort: {column: 'mem', isReversed: true}}});
		const amounts = [...(answers[1] ?? '').matchAll(/memory ([\d.]+)([KMG])/g)].map(
			([, amount, unit]) => Number(amount) * ({K: 1, M: 1024}[unit ?? ''] ?? 1024 ** 2),
		);
		expect(answers[1]).toContain('in order of MEM');
		expect(amounts.length).toBeGreaterThan(3);
		expect(amounts).toEqual([...amounts].sort((a, b) => a - b));
	});

	test('of what only looks like a word says so, and chooses nothing', async () => {
		const {answers} = await talk(['rsyslgd', 'why'], {values: {replay: recording}});
		expect(answers[1]).toContain('No process matches rsyslgd letter for letter. 1 looks like it:');
		expect(answers[2]).toContain('No process is chosen.');
	});

	test('of addresses says none twice', async () => {
		const {answers} = await talk(['ports', 'more', 'more']);
		const lines = answers.slice(1).flatMap(answer => [...answer.matchAll(/^\d+: ((?:tcp|udp) .*)$/gm)].map(found => found[1]));
		expect(lines.length).toBeGreaterThan(10);
		expect(new Set(lines).size).toBe(lines.length);
	});
});

describe.concurrent('a number', () => {
	test('picks a line of the last list, whatever it lists', async () => {
		const {answers} = await talk(['kinds', '3', '1', 'lessons', '7', '2', '1', 'myths', '8', 'terms', '1']);
		expect(answers[2]).toContain('match kind:background-app');
		expect(answers[3]).toContain('A background app:');
		expect(answers[5]).toContain('The letter d, lesson 7 of 14:');
		expect(answers[6]).toMatch(/^Right\./);
		expect(answers[7]).toMatch(/^Not quite: 2 is right\./);
		expect(answers[9]).toContain('Checked: a myth');
		expect(answers[11]).toContain('See also:');
	});

	test('that no line has is a pid, or nothing', async () => {
		const {answers} = await talk(['7', 'kind:app', '34561', '99', 'why 99999']);
		expect(answers[1]).toContain('Nothing was listed yet.');
		expect(answers[3]?.replaceAll('\n', ' ')).toContain('There is no line 34561; this is the process with that pid. bird, pid 34561.');
		expect(answers[4]).toContain('There is no line 99: the last list goes from 1 to 12.');
		expect(answers[5]).toContain('No process is called 99999.');
	});

	test('behind a word means that line, and a name that process', async () => {
		const {answers} = await talk(['kind:background-app', 'why 1', 'config', 'overview bird', 'commands']);
		const name = /^1: ([^,]+), pid (\d+)/m.exec(answers[1] ?? '')?.slice(1) ?? [];
		expect(answers[2]).toContain(`${name[0]}, pid ${name[1]}, Why:`);
		expect(answers[3]).toContain(`${name[0]}, pid ${name[1]}, Config:`);
		expect(answers[4]).toContain('bird, pid 34561, Overview:');
		expect(answers[5]).toContain('/bin/launchctl print gui/501/com.apple.bird');
	});
});

describe.concurrent('a pane', () => {
	test('says marks as words', async () => {
		const {answers} = await talk(['why bird', 'learn', 'logs postgres']);
		expect(answers[1]).toMatch(/^proof: launchd keeps it for one user/m);
		expect(answers[1]).toMatch(/^no: Own account:/m);
		expect(answers[2]).toMatch(/^lesson \d+: /m);
		expect(answers[2]).toMatch(/^Saying: /m);
		expect(answers[3]).toMatch(/^[\d:]{8} error: \[571\] /m);
	});

	test('says a property with what it means, without its tags', async () => {
		const {answers} = await talk(['config bird']);
		expect(answers[1]).toMatch(/^EnableTransactions: true\. Tells launchd when it is busy/m);
		expect(answers[1]).not.toMatch(/<\/?\w+>/);
	});

	test('of a log tells the last messages, and those before them when asked', async () => {
		const {answers} = await talk(['logs postgres', 'more']);
		const times = answers
			.slice(1, 3)
			.map(answer => [...answer.matchAll(/^(?:\d{4}-\d\d-\d\d )?(\d\d:\d\d:\d\d)/gm)].map(([, time = '']) => time));
		expect(answers[1]).toMatch(/^The last 20 of \d+ messages\.$/m);
		const total = Number(/of (\d+) messages/.exec(answers[1] ?? '')?.[1]);
		expect(times.map(({length}) => length)).toEqual([20, Math.min(20, total - 20)]);
		// a clock begins anew at midnight
		const inOrder = [...(times[1] ?? []), ...(times[0] ?? [])];
		expect(inOrder.filter((time, index) => time < (inOrder[index - 1] ?? '')).length).toBeLessThanOrEqual(1);
	});
});

describe.concurrent('secrets', () => {
	test('are covered in words until somebody asks for them', async () => {
		const {answers} = await talk(['config focus-timer-agent', 'secrets', 'v']);
		expect(answers[1]).toMatch(/^FOCUS_API_TOKEN: covered/m);
		expect(answers[1]).toContain('The word secrets uncovers it.');
		expect(answers[2]).toMatch(/^FOCUS_API_TOKEN: example-token/m);
		expect(answers[3]).toBe(answers[1]);
	});
});

describe.concurrent('a process that has ended', () => {
	const withoutBird = async (): Promise<Machine> => {
		const demo = await openDemo();
		let samples = 0;
		const sample: Machine['engine']['sample'] = async depth => {
			const snapshot = await demo.engine.sample(depth);
			samples++;
			return samples <= 2 ? snapshot : {...snapshot, processes: snapshot.processes.filter(({name}) => name !== 'bird')};
		};
		return {...demo, engine: {...demo.engine, sample}};
	};

	test('is told after a new look, and what was known of it on request', async () => {
		const {answers} = await talk(['34561', 'refresh', 'why', 'sockets'], {machine: await withoutBird(), words: ['kind:agent']});
		expect(answers[2]).toContain('The chosen process, bird, pid 34561, has ended.');
		expect(answers[3]).toMatch(/^bird, pid 34561, has ended\. This is what was known of it\.\nbird, pid 34561, Why:/m);
		expect(answers[4]).toContain('It ended before it could be asked for its sockets.');
	});

	test('can still be picked from the list that named it', async () => {
		const {answers} = await talk(['refresh', '1', 'overview'], {machine: await withoutBird(), words: ['"bird" !corerepaird']});
		expect(answers[2]).toContain('bird, pid 34561, has ended.');
		expect(answers[3]).toContain('An agent: a background service for one user.');
	});
});

describe.concurrent('the processes', () => {
	const counted = async (ageMs: number): Promise<{machine: Machine; samples: () => number}> => {
		const demo = await openDemo();
		let samples = 0;
		const engine: Machine['engine'] = {
			...demo.engine,
			sample: async depth => {
				samples++;
				return demo.engine.sample(depth);
			},
		};
		const clock = {...demo.clock, now: () => demo.clock.now() + ageMs};
		return {machine: {...demo, engine, clock}, samples: () => samples};
	};

	test.each([
		['of the configuration file', {settings: {intervalMs: 10_000}}],
		['of the command line', {values: {demo: true, delay: '10'}}],
	] as const)('are not looked at again within the interval %s', async (_, given) => {
		const {machine, samples} = await counted(6000);
		await talk(['list'], {machine, ...given});
		expect(samples()).toBe(2);
	});

	test('are not looked at with an interval that is none', async () => {
		const {code, out, err} = await talk([], {values: {demo: true, delay: 'x'}});
		expect({code, out, err}).toEqual({code: 2, out: '', err: `${textOf('en').error.badDelay('x')}\n`});
	});

	test.each([
		['are looked at again before a list when the last look is old', 6000, 'list', 3],
		['are not looked at again while it is not', 0, 'list', 2],
		['are looked at again on request', 0, 'refresh', 3],
		['are not looked at for a lesson', 6000, 'lesson 1', 2],
	] as const)('%s', async (_, ageMs, line, expected) => {
		const {machine, samples} = await counted(ageMs);
		await talk([line], {machine});
		expect(samples()).toBe(expected);
	});
});

describe.concurrent('what a process calls itself', () => {
	test('steers no terminal', async () => {
		const demo = await openDemo();
		const rename = (process: ExplainedProcess): ExplainedProcess =>
			process.name === 'bird' ? {...process, name: 'bi\u001b[31mrd\u202e', args: ['\u001b]0;x\u0007']} : process;
		const sample: Machine['engine']['sample'] = async depth => {
			const snapshot = await demo.engine.sample(depth);
			return {...snapshot, processes: snapshot.processes.map(rename)};
		};
		const {out} = await talk(['pid:34561', 'overview', 'why', 'learn'], {machine: {...demo, engine: {...demo.engine, sample}}});
		expect(out).toContain('bi\\x1b[31mrd\\u202e, pid 34561');
		expect(out).not.toMatch(/[\u001b\u0007\u202e]/);
	});
});

describe.concurrent('what was typed', () => {
	test('and cannot be read is said with its place, and the list before stays', async () => {
		const {answers} = await talk(['kind:app', 'cpu>', 'user:"al', '1']);
		expect(answers[2]).toBe('The search cannot be read from character 5 on, at its end: a number is missing here.');
		expect(answers[3]).toBe('The search cannot be read from character 6 on, which says "al: a quote is not closed.');
		expect(answers[4]).toContain('An app:');
	});

	test('steers no terminal either', async () => {
		const {out} = await talk(['\u001b[2J', 'term \u001b[2J', 'why \u001b[2J', 'help \u001b[2J', `lesson \u001b[2J${'x'.repeat(5000)}`]);
		expect(out).not.toContain('\u001b');
		expect(out.length).toBeLessThan(6000);
	});
});

describe.concurrent('the end of the input', () => {
	test('ends the dialogue', async () => {
		expect((await talk(['list'])).code).toBe(0);
		expect((await talk([])).code).toBe(0);
	});

	test('in the middle of a line is the end of that line', async () => {
		const {code, answers} = await talk(['kind:ap'], {isCut: true});
		expect(code).toBe(0);
		expect(answers[1]).toContain('match kind:ap');
	});

	test('in the middle of the quiz ends both, and its result is told', async () => {
		const {code, out} = await talk(['quiz', '1'], {isCut: true});
		expect(code).toBe(0);
		expect(out).toContain('Result, ');
		expect(out).toContain('9 questions were not answered.');
	});
});

describe.concurrent('the lines of the terminal', () => {
	test('are as wide as it is', async () => {
		const {out} = await talk(['why bird', 'lesson 1'], {isTerminal: true, columns: 40});
		expect(out.split('\n').filter(line => line.length > 40)).toEqual([]);
	});

	test('are coloured only if that was asked for', async () => {
		expect((await talk(['why bird'], {isTerminal: true})).out).not.toContain('\u001b');
		expect((await talk(['why bird'], {isTerminal: true, values: {demo: true, color: 'always'}})).out).toContain('\u001b[');
	});
});

describe('a word of the dialogue', () => {
	test('has one meaning, whatever it is called', () => {
		const names = talkWords.flatMap(({id, letters}) => [id, ...letters, ...textOf('ko').accessible.command[id].names]);
		expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
		expect(talkWords.filter(({id}) => findWord(id)?.id !== id)).toEqual([]);
	});

	test.each([
		['why', {type: 'word', id: 'why', more: ''}],
		['WHY  bird ', {type: 'word', id: 'why', more: 'bird'}],
		['근거 bird', {type: 'word', id: 'why', more: 'bird'}],
		['근거', {type: 'word', id: 'why', more: ''}],
		['ㅈ', {type: 'word', id: 'why', more: ''}],
		['q', {type: 'word', id: 'quit', more: ''}],
		['Q', {type: 'word', id: 'quiz', more: ''}],
		['ㅃ', {type: 'word', id: 'quiz', more: ''}],
		['D', {type: 'word', id: 'list', more: 'kind:daemon'}],
		['0', {type: 'word', id: 'list', more: ''}],
		['12', {type: 'number', number: 12}],
		['quit smoking', {type: 'search', query: 'quit smoking'}],
		['/why', {type: 'search', query: 'why'}],
		['/', {type: 'search', query: ''}],
		['kind:daemon cpu>5', {type: 'search', query: 'kind:daemon cpu>5'}],
		['  ', {type: 'nothing'}],
	])('%j is %j', (line, asked) => {
		expect(readTalk(line)).toEqual(asked);
	});

	test('has the letters of the explorer, which do the same there', () => {
		const meanings: Readonly<Record<string, string>> = {
			kinds: 'facets',
			sort: 'sort',
			ports: 'ports',
			refresh: 'refresh',
			why: 'whyPane',
			secrets: 'secrets',
			commands: 'commands',
			lessons: 'lessons',
			terms: 'terms',
			quiz: 'quiz',
			language: 'language',
			help: 'help',
			quit: 'quit',
		};
		const helpOf = (letter: string): readonly string[] => keymap.filter(({keys}) => keys.includes(letter)).map(({help}) => help);
		const lettered = talkWords.flatMap(({id, letters}) => letters.map(letter => [id, letter] as const));
		expect(lettered.filter(([id, letter]) => !helpOf(letter).includes(meanings[id] ?? ''))).toEqual([]);
		expect(Object.keys(shortLines).filter(letter => !helpOf(letter).some(help => help.startsWith('facet')))).toEqual([]);
	});
});
