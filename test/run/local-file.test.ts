import {Buffer} from 'node:buffer';
import {execFileSync} from 'node:child_process';
import {chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {localRunner} from '../../source/run/local.js';
import {defaultMaxFileBytes} from '../../source/run/runner.js';

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(path.join(os.tmpdir(), 'daemon-top-file-'));
});
afterAll(() => {
	rmSync(folder, {recursive: true});
});

const write = (name: string, content: string | Uint8Array): string => {
	const file = path.join(folder, name);
	writeFileSync(file, content);
	return file;
};

const isRoot = process.getuid?.() === 0;

const hasMkfifo = (() => {
	try {
		execFileSync('mkfifo', ['--version'], {stdio: 'ignore'});
		return true;
	} catch {
		return false;
	}
})();

describe('a file', () => {
	test('is read whole', () => {
		expect(localRunner.read(write('whole', '데몬 😀\n'))).toEqual({text: '데몬 😀\n', isCut: false, failure: null});
		expect(localRunner.read(write('empty', ''))).toEqual({text: '', isCut: false, failure: null});
	});

	test('is read again when it has changed', () => {
		localRunner.read(write('changing', 'before, and longer'));
		expect(localRunner.read(write('changing', 'after')).text).toBe('after');
	});

	test.each(['abcdefghij', '데몬데몬', 'a데b몬c', '😀😀😀', 'aé😀데'])('%j is cut at a whole character, whatever its limit', content => {
		const file = write('cut', content);
		const bytes = Buffer.from(content);
		for (let limit = 0; limit <= bytes.length + 2; limit++) {
			const {text, isCut, failure} = localRunner.read(file, limit);
			const whole = [...content].filter((_, index, all) => Buffer.byteLength(all.slice(0, index + 1).join('')) <= limit).join('');
			expect({limit, text, isCut, failure}).toEqual({limit, text: whole, isCut: bytes.length > limit, failure: null});
		}
	});

	test('that is no UTF-8 is read with replacement characters', () => {
		expect(localRunner.read(write('latin', Uint8Array.of(0x61, 0xff, 0x62))).text).toBe('a\ufffdb');
		expect(localRunner.read(write('continuation', new Uint8Array(20).fill(0x80)), 10)).toMatchObject({
			text: '\ufffd'.repeat(10),
			isCut: true,
		});
	});

	test('that is no text is read as base64, and cut at its limit', () => {
		const file = write('binary', Uint8Array.of(0x62, 0x70, 0xff, 0xec, 0x00));
		expect(localRunner.read(file, 100, 'base64')).toEqual({text: 'YnD/7AA=', isCut: false, failure: null});
		expect(localRunner.read(file, 4, 'base64')).toEqual({text: 'YnD/7A==', isCut: true, failure: null});
	});

	test('is cut at 64 KiB where no limit is given', () => {
		expect(localRunner.read(write('limit', 'x'.repeat(defaultMaxFileBytes)))).toMatchObject({isCut: false});
		const {text, isCut} = localRunner.read(write('over', 'x'.repeat(defaultMaxFileBytes + 1)));
		expect([text.length, isCut]).toEqual([defaultMaxFileBytes, true]);
	});

	test('of several megabytes is read where the limit allows it', () => {
		const content = '데몬\n'.repeat(400_000);
		expect(localRunner.read(write('big', content), 8 * 1024 * 1024).text).toBe(content);
	});

	/** Different all the way, so that nothing of one can stand in another unseen. */
	const contentOf = (bytes: number, seed: number): Buffer =>
		Buffer.from(Uint8Array.from({length: bytes}, (_, index) => 0x21 + ((index * 7 + (index >> 8) * 13 + seed * 31) % 90)));

	const kilobyte = 1024;
	// where the buffer begins, where it grows, and where it is too large to be kept
	const turns = [63, 64, 65, 255, 256, 257, 1023, 1024, 1025, 4096, 5000].map(each => each * kilobyte);

	test.each(turns.flatMap(limit => [-1, 0, 1].map(more => [limit, more] as const)))(
		'whose limit is %i bytes is whole up to there, and cut by what is more (%i)',
		(limit, more) => {
			const content = contentOf(limit + more, 1);
			const {text, isCut, failure} = localRunner.read(write('sized', content), limit);
			expect([isCut, failure, text.length]).toEqual([more > 0, null, Math.min(limit, content.length)]);
			expect(text === content.toString('latin1', 0, Math.min(limit, content.length))).toBe(true);
		},
	);

	test('holds nothing of those that were read before it, whatever their sizes and limits', () => {
		const sizes = [10, 70_000, 3, 2_000_000, 65_536, 65_537, 0, 300_000, 1, 1_048_577, 12, 262_145, 65_535];
		const files = sizes.map((size, index) => ({file: write(`turn-${index}`, contentOf(size, index)), size, index}));
		const answers = files.map(({file, size, index}) => ({
			...localRunner.read(file, [size, size + 1, 8 * kilobyte ** 2][index % 3]),
			size,
			index,
		}));
		for (const {text, isCut, size, index} of answers) {
			expect([isCut, text === contentOf(size, index).toString('latin1')], `${size} bytes`).toEqual([false, true]);
		}
	});

	test.each([64, 256, 1024, 3000].map(each => each * kilobyte))('of more than %i bytes is cut at a whole character there', limit => {
		for (const character of ['é', '데', '😀']) {
			const length = Buffer.byteLength(character);
			for (let before = 1; before <= length; before++) {
				const start = 'x'.repeat(limit - before);
				const {text, isCut} = localRunner.read(write('wide', `${start}${character}${character}`), limit);
				expect([isCut, text === (before === length ? start + character : start)], `${character} ${before}`).toEqual([true, true]);
			}
		}
	});

	test('that is no text is read as base64 beyond the first buffer, and cut at its limit to the byte', () => {
		const content = Buffer.from(Uint8Array.from({length: 300_000}, (_, index) => (index * 7) % 256));
		const file = write('large binary', content);
		expect(localRunner.read(file, 300_000, 'base64').text === content.toString('base64')).toBe(true);
		const {text, isCut} = localRunner.read(file, 299_999, 'base64');
		expect([isCut, text === content.toString('base64', 0, 299_999)]).toEqual([true, true]);
	});

	test('of /proc is read, though its size is 0', () => {
		expect(localRunner.read('/proc/self/stat').text).toMatch(/^\d+ \(/);
	});

	test('that is not there is missing', () => {
		expect(localRunner.read(path.join(folder, 'none'))).toEqual({text: '', isCut: false, failure: 'missing'});
		expect(localRunner.read(path.join(write('plain', ''), 'below'))).toMatchObject({failure: 'missing'});
		expect(localRunner.read(`${folder}/a\0b`).failure).not.toBeNull();
	});

	test.skipIf(isRoot)('that may not be read is denied', () => {
		const file = write('secret', 'x');
		chmodSync(file, 0);
		expect(localRunner.read(file)).toEqual({text: '', isCut: false, failure: 'denied'});
	});

	test('that is a folder is a failure', () => {
		const {text, failure} = localRunner.read(folder);
		expect([text, failure === null]).toEqual(['', false]);
	});

	test.skipIf(!hasMkfifo)('that is a pipe nobody writes to does not block', () => {
		const file = path.join(folder, 'pipe');
		execFileSync('mkfifo', [file]);
		expect(localRunner.read(file).text).toBe('');
	});

	test('behind a link is read', () => {
		const link = path.join(folder, 'link');
		symlinkSync(write('target', 'content'), link);
		expect(localRunner.read(link).text).toBe('content');
	});
});

describe('a folder', () => {
	test('is listed', () => {
		const directory = path.join(folder, 'listed');
		mkdirSync(directory);
		for (const name of ['b', 'a', '데몬', '.hidden']) {
			writeFileSync(path.join(directory, name), '');
		}

		const {names, failure} = localRunner.list(directory);
		expect([[...names].sort(), failure]).toEqual([['.hidden', 'a', 'b', '데몬'], null]);
	});

	test('that is not there is missing, and so is one that is a file', () => {
		expect(localRunner.list(path.join(folder, 'none'))).toEqual({names: [], failure: 'missing'});
		expect(localRunner.list(write('file', ''))).toEqual({names: [], failure: 'missing'});
	});

	test.skipIf(isRoot)('that may not be listed is denied', () => {
		const directory = path.join(folder, 'locked');
		mkdirSync(directory, {mode: 0});
		expect(localRunner.list(directory)).toEqual({names: [], failure: 'denied'});
	});
});

describe('a link', () => {
	test('tells its target, whether that is there or not', () => {
		const link = path.join(folder, 'dangling');
		symlinkSync('nowhere/데몬', link);
		expect(localRunner.link(link)).toEqual({target: 'nowhere/데몬', failure: null});
	});

	test('that is not there is missing', () => {
		expect(localRunner.link(path.join(folder, 'none'))).toEqual({target: null, failure: 'missing'});
	});

	test('that is an ordinary file is a failure', () => {
		const {target, failure} = localRunner.link(write('ordinary', ''));
		expect([target, failure === null]).toEqual([null, false]);
	});
});
