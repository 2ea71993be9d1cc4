import {type ColumnId, columnById, columnIds} from '../columns.js';
import type {LessonExample} from '../model/lesson.js';
import type {Service} from '../model/service.js';
import type {ExplainedProcess} from '../model/snapshot.js';
import type {lessonUi} from '../text/en/lessons.js';
import type {Text} from '../text/text.js';
import type {Widened} from '../text/widened.js';
import {type Block, part, parts, type Tone} from './block.js';

type Words = Widened<typeof lessonUi>;

/** Characters that take two cells of a terminal: Hangul, kana, Han and their full-width punctuation. */
const wide = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;

const cellsOf = (text: string): number => text.length + (text.match(wide)?.length ?? 0);

/** Cut and filled to so many cells. */
const fit = (text: string, cells: number): string => {
	const characters = [...text.normalize('NFC')];
	let shown = characters.join('');
	while (cellsOf(shown) > cells) {
		characters.pop();
		shown = `${characters.join('')}…`;
	}

	return shown + ' '.repeat(cells - cellsOf(shown));
};

/** Signals that a daemon may be expected to catch, by their bits. @source proc_pid_status(5) */
const tellingSignals: readonly (readonly [mask: number, name: string])[] = [
	[0x1, 'HUP'],
	[0x2, 'INT'],
	[0x4000, 'TERM'],
	[0x200, 'USR1'],
	[0x800, 'USR2'],
];

const signalsOf = ({traits}: ExplainedProcess, words: Words): string | null => {
	const mask = traits.signals?.caughtMask;
	if (mask === undefined) {
		return null;
	}

	const names = tellingSignals.filter(([bit]) => (mask & bit) !== 0).map(([, name]) => name);
	return names.length === 0 ? words.noSignals : names.join(' ');
};

/** Numbers are those of macOS and Linux alike, below 16. @source signal(7), signal(3) */
const signalName: Readonly<Record<number, string>> = {
	1: 'SIGHUP',
	2: 'SIGINT',
	6: 'SIGABRT',
	9: 'SIGKILL',
	11: 'SIGSEGV',
	13: 'SIGPIPE',
	15: 'SIGTERM',
};

const exitOf = (service: Service | null, words: Words): string | null => {
	if (service?.manager === 'launchd' && service.lastExit !== null) {
		const {type, value} = service.lastExit;
		return type === 'code'
			? words.exitCode(value)
			: type === 'signal'
				? words.exitSignal(signalName[value] ?? String(value))
				: String(value);
	}

	if (service?.manager !== 'systemd') {
		return null;
	}

	return service.lastExitStatus === null || service.lastExitStatus === 0 ? service.result : words.exitCode(service.lastExitStatus);
};

const restartOf = ({service, isServiceTold, role, verdict}: ExplainedProcess, words: Words): string | null => {
	// the rule is about the main process; and nobody keeps process 1
	if (role === 'worker' || verdict.kind === 'init') {
		return null;
	}

	if (service === null) {
		return isServiceTold ? words.comesBack.nobody : words.comesBack.unknown;
	}

	const {restart, manager} = service;
	if (restart === null) {
		// an app that launchd merely runs has no file that could say so
		return manager === 'launchd' && service.jobType === 'application' ? words.comesBack.no : words.comesBack.unknown;
	}

	return (words.comesBack as Readonly<Record<string, string>>)[restart] ?? restart;
};

const keeperOf = ({service, supervisor, hasTty, parentName, isServiceTold, verdict}: ExplainedProcess, words: Words): string => {
	if (verdict.kind === 'app-helper' && parentName !== null) {
		return parentName;
	}

	const manager = service?.manager === 'launchd' && service.jobType === 'application' ? null : service?.manager;
	const keeper = manager ?? supervisor?.manager;
	if (keeper !== undefined && keeper !== null) {
		return keeper;
	}

	return hasTty && parentName !== null ? parentName : isServiceTold ? words.nobody : words.comesBack.unknown;
};

/** What lessons show and the list does not. */
const lessonCells: Readonly<Record<keyof Words['head'], (process: ExplainedProcess, words: Words) => string | null>> = {
	input: ({traits}, words) => (traits.stdio === null ? null : words.input[traits.stdio[0]]),
	signals: signalsOf,
	restart: restartOf,
	file: ({service}) => service?.configPath ?? null,
	exit: ({service}, words) => exitOf(service, words),
	keeper: keeperOf,
};

const isColumnId = (id: string): id is ColumnId => (columnIds as readonly string[]).includes(id);
const isLessonCell = (id: string): id is keyof Words['head'] => Object.hasOwn(lessonCells, id);

const unknown = '–';

const cellOf = (process: ExplainedProcess, id: string, words: Words, text: Text): string => {
	if (isLessonCell(id)) {
		return lessonCells[id](process, words) ?? unknown;
	}

	if (id === 'tty' && process.hasTty === false) {
		return words.noTerminal;
	}

	return (isColumnId(id) ? columnById(id).format(process, text) : '') || unknown;
};

const headOf = (id: string, words: Words, text: Text): string =>
	isLessonCell(id) ? words.head[id] : isColumnId(id) ? text.column[id].head : id;

const maxCells = 24;

const toneOf = (id: string): Tone => (id === 'name' ? 'strong' : 'plain');

/** The processes of an example, one on a line below the heads. The last column takes what room is left. */
export const lessonTable = ({rows, columns}: LessonExample, words: Words, text: Text): readonly Block[] => {
	if (rows.length === 0) {
		return [];
	}

	const table = rows.map(process => columns.map(id => cellOf(process, id, words, text)));
	const heads = columns.map(id => headOf(id, words, text));
	const widths = columns.map((_, index) => Math.min(maxCells, Math.max(...[heads, ...table].map(cells => cellsOf(cells[index] ?? '')))));
	const line = (cells: readonly string[], tones: (id: string) => Tone): Block =>
		parts(
			cells.map((cell, index) =>
				part(index === cells.length - 1 ? cell : `${fit(cell, widths[index] ?? 0)}  `, tones(columns[index] ?? '')),
			),
			2,
		);
	return [line(heads, () => 'dim'), ...table.map(cells => line(cells, toneOf))];
};
