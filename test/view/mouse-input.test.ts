import {PassThrough} from 'node:stream';
import {setTimeout as delay} from 'node:timers/promises';
import {describe, expect, test} from 'vitest';
import {createInputParser, filterInput, type InputPart} from '../../source/view/mouse-input.js';
import {createMouseMode} from '../../source/view/mouse-mode.js';

const esc = '\u001b';

const parse = (...chunks: readonly string[]): readonly InputPart[] => {
	const parser = createInputParser();
	return chunks.flatMap(chunk => parser.push(chunk));
};

const textOf = (parts: readonly InputPart[]): string => parts.map(part => (part.type === 'text' ? part.text : '')).join('');

const leftAt = (x: number, y: number) => ({
	type: 'mouse',
	event: {button: 'left', isRelease: false, hasModifier: false, isMotion: false, x, y},
});

describe('what the mouse says', () => {
	test.each([
		[`${esc}[<0;1;1M`, {button: 'left', x: 0, y: 0}],
		[`${esc}[<0;10;5m`, {isRelease: true, x: 9, y: 4}],
		[`${esc}[<1;300;200M`, {button: 'middle', x: 299, y: 199}],
		[`${esc}[<2;1;1M`, {button: 'right'}],
		[`${esc}[<4;1;1M`, {button: 'left', hasModifier: true}],
		[`${esc}[<8;1;1M`, {hasModifier: true}],
		[`${esc}[<16;1;1M`, {hasModifier: true}],
		[`${esc}[<32;1;1M`, {isMotion: true, hasModifier: false}],
		[`${esc}[<64;7;8M`, {button: 'wheel-up', x: 6, y: 7}],
		[`${esc}[<65;7;8M`, {button: 'wheel-down'}],
		[`${esc}[<66;7;8M`, {button: 'other'}],
		[`${esc}[<128;7;8M`, {button: 'other'}],
		[`${esc}[M !"`, {button: 'left', isRelease: false, x: 0, y: 1}],
		[`${esc}[M#!!`, {isRelease: true}],
		[`${esc}[Ma!!`, {button: 'wheel-down', isRelease: false}],
	])('%j is understood', (sequence, event) => {
		expect(parse(sequence)).toMatchObject([{type: 'mouse', event}]);
	});

	test('keeps its turn among the keys', () => {
		expect(parse(`a${esc}[<0;1;2Mb${esc}[A${esc}[<0;3;4Mc`)).toEqual([
			{type: 'text', text: 'a'},
			leftAt(0, 1),
			{type: 'text', text: `b${esc}[A`},
			leftAt(2, 3),
			{type: 'text', text: 'c'},
		]);
	});

	test('is understood in any two, three or single pieces, and no piece of it is text', () => {
		const sequence = `${esc}[<65;12;34M`;
		const whole = parse(sequence);
		for (let first = 1; first < sequence.length; first++) {
			for (let second = first; second < sequence.length; second++) {
				expect(parse(sequence.slice(0, first), sequence.slice(first, second), sequence.slice(second))).toEqual(whole);
			}
		}

		expect(parse(...sequence)).toEqual(whole);
	});

	test.each([`${esc}[<0;1`, `${esc}[<`, `${esc}[<999999999;1;1M`, `${esc}[<1;2M`, `${esc}[<;;M`])(
		'%j, when it is broken off, is no text',
		sequence => {
			expect(textOf(parse(sequence, 'q'))).toBe('q');
			expect(textOf(parse(`${sequence}q`))).toBe('q');
			expect(textOf(parse(sequence, `${esc}[B`))).toBe(`${esc}[B`);
		},
	);

	test('is not typed when it comes so late that its Escape was taken for the key', () => {
		const parser = createInputParser();
		expect(parser.push(esc)).toEqual([]);
		expect(parser.waitMs()).toBeLessThanOrEqual(50);
		expect(textOf(parser.giveUp())).toBe(esc);
		expect(parser.push('[<0;3;4M')).toEqual([leftAt(2, 3)]);
		expect(parser.push(`${esc}[`)).toEqual([]);
		expect(textOf(parser.giveUp())).toBe(`${esc}[`);
		expect(parser.push('<0;3;4M')).toEqual([leftAt(2, 3)]);
	});

	test('waits for its end as long as it takes', () => {
		const parser = createInputParser();
		parser.push(`${esc}[<0;1`);
		expect(parser.waitMs()).toBeNull();
		expect(parser.push('0;5M')).toEqual([leftAt(9, 4)]);
	});
});

describe('keys', () => {
	test.each([
		'q',
		'ㅂ',
		'한글',
		esc,
		`${esc}[A`,
		`${esc}OP`,
		`${esc}[1;5C`,
		`${esc}x`,
		`${esc}[5~`,
		'\u0003',
		'[<0;1;1M',
		`${esc}${esc}`,
		`${esc}]x`,
	])('%j stays what it is', keys => {
		const parser = createInputParser();
		const parts = [...parser.push(keys), ...parser.giveUp()];
		expect(textOf(parts)).toBe(keys);
		expect(parts.filter(({type}) => type !== 'text')).toEqual([]);
	});

	test('that follow an Escape are not swallowed', () => {
		const parser = createInputParser();
		parser.push(esc);
		parser.giveUp();
		expect(textOf(parser.push('[x'))).toBe('[x');
	});
});

describe('the answer of a terminal', () => {
	const answer = 'rgb:ffff/ffff/ffff';

	test.each(['\u0007', `${esc}\\`])('is no text, whole or in pieces, with the end %j', end => {
		const sequence = `${esc}]11;${answer}${end}`;
		expect(parse(`a${sequence}b`)).toEqual([
			{type: 'text', text: 'a'},
			{type: 'answer', code: 11, text: answer},
			{type: 'text', text: 'b'},
		]);
		for (let cut = 1; cut < sequence.length; cut++) {
			expect(parse(sequence.slice(0, cut), sequence.slice(cut))).toEqual([{type: 'answer', code: 11, text: answer}]);
		}
	});

	test('that never ends is dropped after a while, and keys are heard again', () => {
		const parser = createInputParser();
		parser.push(`${esc}]11;rgb:ff`);
		expect(parser.waitMs()).toBeGreaterThan(100);
		expect(parser.giveUp()).toEqual([]);
		expect(textOf(parser.push('q'))).toBe('q');
	});

	test('that is longer than any answer keeps nothing back', () => {
		const parser = createInputParser();
		expect(textOf(parser.push(`${esc}]11;${'x'.repeat(5000)}`)).length).toBeGreaterThan(0);
		expect(parser.waitMs()).toBeNull();
	});
});

test('reading is linear in what comes', () => {
	const startedAt = process.hrtime.bigint();
	parse(`${esc}[<0;1`.repeat(20_000), `${esc}]11;`.repeat(20_000), esc.repeat(50_000));
	expect(Number(process.hrtime.bigint() - startedAt) / 1e6).toBeLessThan(3000);
});

describe('the input without the mouse', () => {
	const open = () => {
		const source = new PassThrough({encoding: 'utf8'});
		const heard: string[] = [];
		const {stdin, stop} = filterInput(source as unknown as NodeJS.ReadStream, part => {
			heard.push(part.type === 'mouse' ? `mouse ${part.event.x}` : `answer ${part.code}`);
		});
		stdin.on('readable', () => {
			for (let text = stdin.read() as string | null; text !== null; text = stdin.read() as string | null) {
				heard.push(text);
			}
		});
		return {source, heard, stop};
	};

	test('is heard in its order', async () => {
		const {source, heard, stop} = open();
		source.write(`a${esc}[<0;5;1Mb${esc}]11;x\u0007c`);
		await delay(10);
		expect(heard).toEqual(['a', 'mouse 4', 'b', 'answer 11', 'c']);
		stop();
	});

	test('has an Escape after a moment, and not before', async () => {
		const {source, heard, stop} = open();
		source.write(esc);
		await delay(5);
		expect(heard).toEqual([]);
		await delay(100);
		expect(heard).toEqual([esc]);
		stop();
	});
});

describe('the mode of the mouse', () => {
	const on = `${esc}[?1000h${esc}[?1006h`;
	const off = `${esc}[?1006l${esc}[?1000l`;

	const open = () => {
		const written: string[] = [];
		const stdout = {write: (text: string) => written.push(text), destroyed: false, writableEnded: false};
		return {written, stdout, mode: createMouseMode(stdout as unknown as NodeJS.WriteStream)};
	};

	test('is switched on and off once, and not on again after its end', () => {
		const {written, mode} = open();
		mode.start();
		mode.start();
		mode.stop();
		mode.stop();
		mode.start();
		mode.end();
		mode.start();
		mode.end();
		expect(written).toEqual([on, off, on, off]);
	});

	test('is switched off when the process ends, whatever ends it', () => {
		const {written, mode} = open();
		const before = process.listenerCount('exit');
		mode.start();
		(process.listeners('exit').at(-1) as () => void)();
		expect(written).toEqual([on, off]);
		mode.end();
		expect(process.listenerCount('exit')).toBe(before - 1);
	});

	test('is left alone on a terminal that has gone', () => {
		const {written, mode, stdout} = open();
		mode.start();
		stdout.destroyed = true;
		mode.end();
		expect(written).toEqual([on]);
	});
});
