import {createInterface} from 'node:readline';
import {reportLines} from '../paint/report-lines.js';
import {line, span} from '../paint/style.js';
import {createTheme} from '../paint/theme.js';
import {printable} from '../parse/printable.js';
import {gap} from '../report/block.js';
import {answer, greet} from './accessible-answers.js';
import {after} from './accessible-lines.js';
import {queryProblem, search} from './accessible-list.js';
import {spokenTextOf} from './accessible-speech.js';
import type {Answer, Desk, Talk} from './accessible-talk.js';
import {chooseColor} from './arguments.js';
import type {Context} from './context.js';
import {type ExitCode, exitCode} from './exit-code.js';
import {type Machine, openMachine} from './machine.js';
import {takeOneSnapshot} from './one-snapshot.js';
import {defaultIntervalMs} from './settings.js';
import {firstSort, intervalInForce} from './settings-in-force.js';
import {createTeaching} from './teaching.js';

const plainColumns = 100;
const fewestColumns = 20;

/** Prints reports line after line. Colours only where they were asked for: a screen reader may say their codes. */
const printer = ({arguments: {values}, stdout}: Context): Desk['print'] => {
	const theme = createTheme(chooseColor(values) === 'always' ? 'colours' : 'plain');
	return blocks => {
		const width = stdout.isTTY && stdout.columns > 0 ? Math.max(fewestColumns, stdout.columns - 1) : plainColumns;
		for (const each of reportLines(blocks, width)) {
			const spans = each.spans.map(part => span(printable(part.text), part.style));
			stdout.write(`${theme.paint(line(...spans)).trimEnd()}\n`);
		}
	};
};

const openTalk = async (machine: Machine, desk: Desk, context: Context): Promise<Talk> => ({
	machine,
	teaching: createTeaching(context.arguments.values, context.environment, machine.clock),
	desk,
	text: spokenTextOf(context.text.language),
	maxAgeMs: intervalInForce(context) ?? defaultIntervalMs,
	snapshot: await takeOneSnapshot(machine.engine, true),
	search: {typed: '', query: []},
	sort: firstSort(context),
	isRanked: false,
	listing: null,
	pages: [],
	chosen: null,
	hasEnded: false,
	pane: 'overview',
	inspected: null,
	areSecretsShown: false,
	borrowed: null,
	isOver: false,
});

/** An empty line ends every answer; then it is the other's turn. */
const prompt = '\n> ';

/** Answers line after line until somebody leaves, or the input ends: then `false`. */
const converse = async (first: Answer): Promise<boolean> => {
	const {lines, sayEnter, say, print} = first.talk.desk;
	let {talk, blocks} = first;
	for (;;) {
		print(blocks);
		if (talk.isOver) {
			return true;
		}

		say(prompt);
		const next = await lines.next();
		sayEnter();
		if (next.done === true) {
			return false;
		}

		({talk, blocks} = await answer(talk, next.value));
	}
};

/** The dialogue about a machine: greets, answers the query of the command line, then whatever is asked. */
export const talkAbout = async (machine: Machine, context: Context): Promise<ExitCode> => {
	const {
		stdin,
		stdout,
		text,
		arguments: {words},
	} = context;
	const input = createInterface({input: stdin, terminal: false});
	const say = (what: string): void => void stdout.write(what);
	const desk: Desk = {
		lines: input[Symbol.asyncIterator](),
		sayEnter: () => say(stdin.isTTY ? '' : '\n'),
		say,
		print: printer(context),
	};
	say(`${text.explorer.reading}\n`);
	const greeting = greet(await openTalk(machine, desk, context));
	const query = words.join(' ');
	const hasLeft = await converse(query === '' ? greeting : after([...greeting.blocks, gap], await search(greeting.talk, query)));
	// nobody has ended the line of the prompt
	say(!hasLeft && stdin.isTTY ? '\n' : '');
	input.close();
	return exitCode.ok;
};

/**
`daemon-top --accessible`: the explorer as a dialogue, for screen readers and Braille. Each line of input gets its answer
in plain lines: no boxes, no columns, nothing that moves, nothing that was not asked for.
*/
export const accessible = async (context: Context): Promise<ExitCode> => {
	const {
		arguments: {values, words},
		text,
		stderr,
	} = context;
	const error = intervalInForce(context) === null ? text.error.badDelay(String(values.delay)) : queryProblem(words.join(' '), text);
	if (error !== null) {
		stderr.write(`${error}\n`);
		return exitCode.usage;
	}

	const opened = await openMachine(values, text);
	if ('error' in opened) {
		stderr.write(`${opened.error}\n`);
		return exitCode.error;
	}

	return talkAbout(opened.machine, context);
};
