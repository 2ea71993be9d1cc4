import {PassThrough} from 'node:stream';
import {describe, expect, test} from 'vitest';
import {enteredOutput} from '../../source/view/entered-output.js';

const enter = '\u001b[?1049h';
const leave = '\u001b[?1049l';

/** A terminal's output that keeps what is written to it. */
const open = () => {
	const stream = Object.assign(new PassThrough(), {columns: 91, rows: 33, isTTY: true});
	const written: string[] = [];
	stream.on('data', data => written.push(String(data)));
	return {stream, output: enteredOutput(stream as unknown as NodeJS.WriteStream), text: () => written.join('')};
};

describe('the output of a terminal that is entered already', () => {
	test('leaves out the first entering of the alternate screen, and nothing else', () => {
		const {output, text} = open();
		for (const piece of ['a', enter, 'b', leave, enter, enter, 'c']) {
			output.write(piece);
		}

		expect(text()).toBe(`ab${leave}${enter}${enter}c`);
	});

	test('leaves nothing out of a longer piece in which somebody enters it', () => {
		const {output, text} = open();
		output.write(`${enter}x`);
		output.write(leave);
		output.write(enter);
		expect(text()).toBe(`${enter}x${leave}`);
	});

	test('passes bytes on, and tells when they are written, also of what is left out', async () => {
		const {output, text} = open();
		await new Promise(resolve => output.write(enter, resolve));
		await new Promise(resolve => output.write('é', 'utf8', resolve));
		await new Promise(resolve => output.write(Uint8Array.of(0x62), resolve));
		expect(text()).toBe('éb');
	});

	test('has the size and the events of the terminal', () => {
		const {stream, output} = open();
		let resized = 0;
		const onResize = (): void => {
			resized++;
		};

		output.on('resize', onResize);
		stream.emit('resize');
		stream.columns = 40;
		expect([output.columns, output.rows, output.isTTY, resized]).toEqual([40, 33, true, 1]);
		output.off('resize', onResize);
		stream.emit('resize');
		expect([resized, stream.listenerCount('resize')]).toEqual([1, 0]);
	});
});
