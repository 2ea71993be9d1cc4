import headless from '@xterm/headless';
import {describe, expect, onTestFinished, test} from 'vitest';
import {backgroundOfVariable} from '../../source/paint/hues.js';
import {type AskedTerminal, backgroundOf, detectBackground} from '../../source/view/background.js';
import {createInputParser} from '../../source/view/mouse-input.js';

describe('the colour of a background', () => {
	test.each([
		['rgb:0000/0000/0000', 'dark'],
		['rgb:1e1e/1e1e/1e1e', 'dark'],
		['rgb:ffff/ffff/ffff', 'light'],
		['rgb:fdfd/f6f6/e3e3', 'light'],
		['rgb:00/2b/36', 'dark'],
		['rgb:f/f/f', 'light'],
		['rgb:fff/fff/fff', 'light'],
		['rgba:ffff/ffff/ffff/0000', 'light'],
		['#fdf6e3', 'light'],
		['#1E1E1E', 'dark'],
		['rgb:0000/0000/eeee', 'dark'],
		['rgb:7f7f/7f7f/7f7f', 'light'],
		['', null],
		['?', null],
		['rgb:', null],
		['rgb:ffff/ffff', null],
		['rgb:fffff/ffff/ffff', null],
		['rgb:gggg/ffff/ffff', null],
		['#fff', null],
	])('%j is %s', (answer, background) => {
		expect(backgroundOf(answer)).toBe(background);
	});

	test.each([
		['15;0', 'dark'],
		['0;15', 'light'],
		['0;7', 'light'],
		['15;8', 'dark'],
		['0;default;15', 'light'],
		['7;default;0', 'dark'],
		['0;11', 'light'],
		['0;default', null],
		['0;16', null],
		['15', null],
		['', null],
		[undefined, null],
	])('COLORFGBG %j is %s', (value, background) => {
		expect(backgroundOfVariable(value)).toBe(background);
	});
});

/** A terminal that is asked through its own parser and answers through ours. */
const terminalThatAnswers = (answer: string | null): AskedTerminal & {questions: string[]; hearers: Set<unknown>} => {
	const emulator = new headless.Terminal({allowProposedApi: true});
	onTestFinished(() => emulator.dispose());
	const parser = createInputParser();
	const hearers = new Set<(code: number, text: string) => void>();
	const questions: string[] = [];
	emulator.parser.registerOscHandler(11, question => {
		questions.push(question);
		for (const part of answer === null ? [] : parser.push(`\u001b]11;${answer}\u001b\\`)) {
			if (part.type === 'answer') {
				for (const hear of hearers) {
					hear(part.code, part.text);
				}
			}
		}

		return true;
	});
	return {
		isTTY: true,
		ask: question => emulator.write(question),
		onAnswer(hear) {
			hearers.add(hear);
			return () => hearers.delete(hear);
		},
		questions,
		hearers,
	};
};

const xterm = {TERM: 'xterm-256color'};

describe('the background of a terminal', () => {
	test.each([
		['rgb:ffff/ffff/ffff', 'light'],
		['rgb:1e1e/1e1e/1e1e', 'dark'],
		['nonsense', null],
	])('is what it answers: %s', async (answer, background) => {
		const terminal = terminalThatAnswers(answer);
		expect(await detectBackground(xterm, terminal)).toBe(background);
		expect(terminal.questions).toEqual(['?']);
		expect(terminal.hearers.size).toBe(0);
	});

	test('is unknown after a tenth of a second without an answer', async () => {
		const terminal = terminalThatAnswers(null);
		const startedAt = performance.now();
		expect(await detectBackground(xterm, terminal)).toBeNull();
		expect(performance.now() - startedAt).toBeGreaterThan(90);
		expect(terminal.hearers.size).toBe(0);
	});

	test('is not asked for where the environment says it', async () => {
		const terminal = terminalThatAnswers('rgb:0/0/0');
		expect(await detectBackground({...xterm, COLORFGBG: '0;15'}, terminal)).toBe('light');
		expect(terminal.questions).toEqual([]);
	});

	test.each([{TERM: 'dumb'}, {TERM: 'linux'}, {TERM: ''}, {}, {TERM: 'vt100'}])('is not asked for on %j', async environment => {
		const terminal = terminalThatAnswers('rgb:f/f/f');
		expect(await detectBackground(environment as NodeJS.ProcessEnv, terminal)).toBeNull();
		expect(terminal.questions).toEqual([]);
	});

	test('is not asked for where nobody could answer', async () => {
		const terminal = {...terminalThatAnswers('rgb:f/f/f'), isTTY: false};
		expect(await detectBackground(xterm, terminal)).toBeNull();
		expect(terminal.questions).toEqual([]);
	});
});
