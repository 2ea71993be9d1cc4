import type {MouseEvent} from './mouse.js';

/** What a terminal sends, in its order: keys and text as they are, what the mouse does, and answers to questions. */
export type InputPart = {type: 'text'; text: string} | {type: 'mouse'; event: MouseEvent} | {type: 'answer'; code: number; text: string};

const esc = '\u001b';

/** @source XTerm Control Sequences, "Extended coordinates", SGR (1006) */
const sgrMouse = /^\u001b\[<(\d{1,5});(\d{1,5});(\d{1,5})([Mm])/;

/** Terminals that do not know the extended form send three characters. @source the same, "Normal tracking mode" */
const plainMouse = /^\u001b\[M([\s\S])([\s\S])([\s\S])/;

/** @source the same, "Operating System Commands" */
const answer = /^\u001b\](\d{1,4});([^\u0007\u001b]{0,200})(?:\u0007|\u001b\\)/;

/** The beginning of one of them, to which more may come. */
const beginning = /^\u001b(?:\[(?:<[\d;]{0,18}|M[\s\S]{0,2})?|\](?:\d{1,4}(?:;[^\u0007\u001b]{0,200}\u001b?)?)?)?$/;

/** What is left of one that was broken off: nobody pressed these keys. */
const broken = /^\u001b(?:\[<[\d;]*[Mm]?|\]\d{1,4};[^\u0007\u001b]{0,200})/;

/** Also the beginning of a key: Escape, Alt-[ and Alt-]. */
const isKeyToo = (text: string): boolean => text === esc || text === `${esc}[` || text === `${esc}]`;

/** What comes after a key that was none. */
const isRest = /^\u001b(?:\[<\d|\]\d+;)/;

const buttons: readonly MouseEvent['button'][] = ['left', 'middle', 'right', 'other'];

const wheels: readonly MouseEvent['button'][] = ['wheel-up', 'wheel-down', 'other', 'other'];

/** 64: the wheel; 128: buttons that few mice have. */
const buttonOf = (code: number): MouseEvent['button'] => (code & 128 ? 'other' : (code & 64 ? wheels : buttons)[code & 3]) ?? 'other';

const mouseEvent = (code: number, column: number, row: number, isRelease: boolean): MouseEvent => ({
	button: buttonOf(code),
	isRelease,
	hasModifier: (code & 28) !== 0,
	isMotion: (code & 32) !== 0,
	x: column - 1,
	y: row - 1,
});

const readPart = (text: string): {part: InputPart | null; length: number} | null => {
	const sgr = sgrMouse.exec(text);
	if (sgr) {
		const [whole, code, column, row, final] = sgr;
		return {part: {type: 'mouse', event: mouseEvent(Number(code), Number(column), Number(row), final === 'm')}, length: whole.length};
	}

	const plain = plainMouse.exec(text);
	if (plain) {
		const [code = 0, column = 0, row = 0] = plain.slice(1).map(character => character.charCodeAt(0) - 32);
		// 3 tells that some button was let go
		return {part: {type: 'mouse', event: mouseEvent(code, column, row, (code & 67) === 3)}, length: 6};
	}

	const answered = answer.exec(text);
	if (answered) {
		return {part: {type: 'answer', code: Number(answered[1]), text: answered[2] ?? ''}, length: answered[0].length};
	}

	const rest = broken.exec(text);
	return rest ? {part: null, length: rest[0].length} : null;
};

type InputParser = {
	push(chunk: string): readonly InputPart[];
	/** For how long what is kept may wait for the rest of it, in milliseconds; `null`: nothing is kept that would wait. */
	waitMs(): number | null;
	/** Nothing more has come: a key is a key, and a piece of an answer is dropped. */
	giveUp(): readonly InputPart[];
};

/** Escape must not feel slow, and a terminal far away may cut a sequence in two. */
const keyWaitMs = 50;
const answerWaitMs = 1000;

/** Takes what the mouse and the terminal say out of the keys, also where it arrives in pieces. */
export const createInputParser = (): InputParser => {
	let kept = '';
	let mistaken = '';

	const push = (chunk: string): readonly InputPart[] => {
		const rest = mistaken + chunk;
		let input = mistaken !== '' && isRest.test(rest) ? rest : kept + chunk;
		mistaken = '';
		kept = '';
		const parts: InputPart[] = [];
		let text = '';
		const endText = (): void => {
			if (text !== '') {
				parts.push({type: 'text', text});
				text = '';
			}
		};

		while (input !== '') {
			const start = input.indexOf(esc);
			text += start === -1 ? input : input.slice(0, start);
			input = start === -1 ? '' : input.slice(start);
			const found = readPart(input);
			if (input !== '' && beginning.test(input)) {
				kept = input;
				break;
			}

			if (found?.part) {
				endText();
				parts.push(found.part);
			}

			text += found ? '' : input.slice(0, 1);
			input = input.slice(found?.length ?? 1);
		}

		endText();
		return parts;
	};

	return {
		push,
		waitMs: () => (kept === '' || kept.startsWith(`${esc}[<`) ? null : isKeyToo(kept) ? keyWaitMs : answerWaitMs),
		giveUp() {
			mistaken = isKeyToo(kept) ? kept : '';
			kept = '';
			return mistaken === '' ? [] : [{type: 'text', text: mistaken}];
		},
	};
};

/** A stream with another `read`; everything else is its own. */
const withRead = (stdin: NodeJS.ReadStream, read: () => string | null): NodeJS.ReadStream =>
	new Proxy(stdin, {
		get(target, name) {
			const value: unknown = name === 'read' ? read : Reflect.get(target, name);
			return typeof value === 'function' && name !== 'read' ? value.bind(target) : value;
		},
	});

/**
The input of a terminal without what is not typed: that goes to `hear`, when its turn among the keys has come. Only `read`
is another one; everything else is that of the stream.
*/
export const filterInput = (
	stdin: NodeJS.ReadStream,
	hear: (part: Exclude<InputPart, {type: 'text'}>) => void,
): {stdin: NodeJS.ReadStream; stop: () => void} => {
	const parser = createInputParser();
	const waiting: InputPart[] = [];
	let timer: NodeJS.Timeout | undefined;

	const waitForRest = (): void => {
		clearTimeout(timer);
		const waitMs = parser.waitMs();
		if (waitMs !== null) {
			timer = setTimeout(() => {
				waiting.push(...parser.giveUp());
				stdin.emit('readable');
			}, waitMs);
		}
	};

	const nextText = (): string | null => {
		for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
			if (part.type === 'text') {
				return part.text;
			}

			hear(part);
		}

		return null;
	};

	const read = (): string | null => {
		for (;;) {
			const text = nextText();
			if (text !== null) {
				return text;
			}

			const chunk: unknown = stdin.read();
			if (chunk === null) {
				return null;
			}

			waiting.push(...parser.push(String(chunk)));
			waitForRest();
		}
	};

	return {stdin: withRead(stdin, read), stop: () => clearTimeout(timer)};
};
