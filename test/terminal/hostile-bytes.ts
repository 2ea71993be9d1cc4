import {Buffer} from 'node:buffer';
import headless from '@xterm/headless';
import stringWidth from 'string-width';

const range = (from: number, to: number): number[] => Array.from({length: to - from + 1}, (_, index) => from + index);

/** Sequences that the program never writes by itself, each told from its own by its words or numbers. */
const sequences: readonly string[] = [
	'\x1b[6;66H',
	'\x1b[2J\x1b[38;5;213m',
	'\x1b[?1003h',
	'\x1b]0;evil-title\x07',
	'\x1b]8;;http://evil.example\x1b\\link\x1b]8;;\x1b\\',
	'\x1b]52;c;ZXZpbA==\x07',
	'\x1bP+q544e\x1b\\',
	'\x1b_evil-apc\x1b\\',
	'\x1bc',
	'\x9b6;66H',
	'\x9d52;c;ZXZpbA==\x9c',
];

const controls = [...range(1, 9), ...range(11, 31), 127, ...range(128, 159)].map(code => String.fromCodePoint(code)).join('');

const invisible = '\u202e\u2066\u2069\u200e\u061c\u200b\u200d\ufeff\u2060\u00ad\u034f\u115f\u3164\ufe0f\u{e0101}\u{e0041}\u2028\u2029';

/** Wide and joined characters, pushed on by one cell after the other so that they come to every edge of a column. */
const wide = (offset: number): string => `${'a'.repeat(offset)}데몬😀👩‍👩‍👧é́́🇰🇷`;

const badBytes = Buffer.from([0xff, 0xc0, 0xaf, 0xed, 0xa0, 0x80, 0xf8, 0x88, 0x80, 0x80, 0x80, 0xe2, 0x82]);

/** What may stand in a field, by its number: each field of a process, a job or a log line takes the next. */
export const hostileWord = (index: number, {isLine = true, isName = false} = {}): Buffer => {
	const text =
		[`${sequences[index % sequences.length]}x${sequences[(index + 3) % sequences.length]}`, controls, invisible, wide(index % 23)][
			index % 4
		] ?? '';
	const clean = (isLine ? text.replaceAll('\n', '') : text).replace(isName ? /[/\0]/g : /\0/g, '_');
	return index % 4 === 1 ? Buffer.concat([Buffer.from(clean), badBytes]) : Buffer.from(clean);
};

export const megabyte = (unit: string): Buffer => Buffer.from(unit.repeat(Math.ceil(1024 ** 2 / Buffer.byteLength(unit))));

/** What the explorer itself writes: modes, cursor moves, erasing, styles, and questions to the terminal. */
const own =
	/\x1b(?:\[\?(?:25|1049|2004|2026|1000|1002|1003|1006|1004)[hl]|\[\d*[ABCDEFGJK]|\[(?:\d+;\d+)?H|\[[\d;:]*m|\[\?u|\[[<>=]\d*u|\]1[01];\?(?:\x07|\x1b\\)|\[\d* ?q|\[c)/g;

const brought = [
	'\x1b[6;66H',
	'\x1b[2J\x1b[38;5;213m',
	'\x1b]0;',
	'\x1b]8;',
	'\x1b]52;',
	'\x1bP',
	'\x1b_',
	'\x1bc',
	'\x9b',
	'\x9d',
	'\x9c',
];

const unseen =
	// biome-ignore lint/suspicious/noMisleadingCharacterClass: single code points are meant
	/[\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\u00ad\u034f\u115f\u1160\u3164\uffa0\ufe00-\ufe0f\ud800-\udfff\u{e0000}-\u{e0fff}]/u;

/** What a stream of output holds that somebody other than the program has brought into it. */
export const foreignIn = (output: string, {isScreen}: {isScreen: boolean}): readonly string[] => {
	const text = isScreen ? output.replace(own, '') : output.replace(/\x1b\[[\d;]*m/g, '');
	const found = [/[\0-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f]/, unseen].flatMap(bad => {
		const at = text.search(bad);
		return at === -1 ? [] : [JSON.stringify(text.slice(Math.max(0, at - 40), at + 20))];
	});
	return [...found, ...brought.filter(sequence => output.includes(sequence)).map(sequence => JSON.stringify(sequence))];
};

const property = (width: number, joins: boolean): number => (width << 1) | (joins ? 1 : 0);

/** Counts cells as newer terminals do: emoji take two. The emulator alone counts them as one. */
const people = {
	version: 'people',
	wcwidth: (code: number): 0 | 1 | 2 => Math.min(2, stringWidth(String.fromCodePoint(code))) as 0 | 1 | 2,
	charProperties: (code: number, preceding: number): number => {
		const width = Math.min(2, stringWidth(String.fromCodePoint(code)));
		const before = (preceding >> 1) & 3;
		return width === 0 && before > 0 ? property(before, true) : property(width, false);
	},
};

/** The frame that a recorded output leaves behind, cell by cell: the characters of each row by column. */
export const cellsAfter = async (
	output: string,
	columns: number,
	rows: number,
): Promise<{rows: readonly (readonly string[])[]; wrapped: number}> => {
	const emulator = new headless.Terminal({cols: columns, rows, allowProposedApi: true});
	emulator.unicode.register(people);
	emulator.unicode.activeVersion = people.version;
	await new Promise<void>(resolve => emulator.write(output, resolve));
	const buffer = emulator.buffer.active;
	const lines = Array.from({length: rows}, (_, row) => buffer.getLine(buffer.baseY + row));
	const cells = lines.map(line => Array.from({length: columns}, (_, column) => line?.getCell(column)?.getChars() ?? ''));
	const wrapped = lines.filter(line => line?.isWrapped).length;
	emulator.dispose();
	return {rows: cells, wrapped};
};
