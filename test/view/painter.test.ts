import {Terminal} from '@xterm/headless';
import {describe, expect, test} from 'vitest';
import {keymap} from '../../source/keymap.js';
import {createTheme} from '../../source/paint/theme.js';
import type {Action} from '../../source/store/state.js';
import type {Store} from '../../source/store/store.js';
import {languages, textOf} from '../../source/text/text.js';
import {composeFrame} from '../../source/view/frame.js';
import {createPainter} from '../../source/view/painter.js';
import {machineSnapshot, storeAt} from './scene.js';

const pictureOf = (store: Store) => composeFrame(store.getState(), textOf(store.getState().language));

const open = (columns: number, rows: number): Terminal => new Terminal({cols: columns, rows, allowProposedApi: true});

const written = (terminal: Terminal, data: string): Promise<void> => new Promise(resolve => terminal.write(data, resolve));

/** Every cell with how it looks. */
const cellsOf = ({buffer, cols, rows}: Terminal): readonly string[] =>
	Array.from({length: rows}, (_, y) => {
		const line = buffer.active.getLine(y);
		return Array.from({length: cols}, (__, x) => {
			const cell = line?.getCell(x);
			const looks = [cell?.getFgColor(), cell?.isInverse(), cell?.isBold(), cell?.isUnderline(), cell?.isDim()].join();
			return cell?.getChars() === '' || cell?.getChars() === ' ' ? `_${cell.isInverse()}` : `${cell?.getChars()}${looks}`;
		}).join('|');
	});

describe.each(languages)('what is painted, in %s,', language => {
	test('is cell for cell what the whole frame looks like, over a long random row of keys and sizes', async () => {
		const theme = createTheme('colours');
		const store = storeAt(80, 24, machineSnapshot(), language);
		let seed = 11;
		const random = (limit: number): number => {
			seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
			return seed % limit;
		};

		const actions = keymap.map(({action}) => action).filter(({type}) => type !== 'quit');
		let terminal = open(80, 24);
		let painter = createPainter();
		for (let step = 0; step < 400; step++) {
			if (random(25) === 0) {
				const size = {columns: 1 + random(130), rows: 1 + random(45)};
				store.dispatch({type: 'resize', size});
				terminal = open(size.columns, size.rows);
				painter = createPainter();
			} else {
				store.dispatch(actions[random(actions.length)] as Action);
			}

			const frame = pictureOf(store);
			await written(terminal, painter.paint(frame, theme));
			const whole = open(terminal.cols, terminal.rows);
			await written(whole, frame.lines.map((line, y) => `\u001b[${y + 1};1H${theme.paint(line)}`).join(''));
			expect(cellsOf(terminal)).toEqual(cellsOf(whole));
			if (frame.cursor) {
				expect({x: terminal.buffer.active.cursorX, y: terminal.buffer.active.cursorY}).toEqual(frame.cursor);
			}
		}
	});
});

describe('the painter', () => {
	const theme = createTheme('colours');

	test('writes nothing when nothing has changed, and all of it when it has forgotten', () => {
		const store = storeAt(80, 24);
		const painter = createPainter();
		const first = painter.paint(pictureOf(store), theme);
		expect(painter.paint(pictureOf(store), theme)).toBe('');
		painter.forget();
		expect(painter.paint(pictureOf(store), theme)).toBe(first);
	});

	test('writes two rows and the pane when the selection moves, not the screen', () => {
		const store = storeAt(40, 15);
		const painter = createPainter();
		const whole = painter.paint(pictureOf(store), theme);
		store.dispatch({type: 'move', by: 1});
		const moved = painter.paint(pictureOf(store), theme);
		expect(moved.match(/\u001b\[\d+;1H/gu)).toHaveLength(2);
		expect(moved.length).toBeLessThan(whole.length / 3);
	});

	test('shows the cursor only where a caret is', () => {
		const store = storeAt(80, 24);
		const painter = createPainter();
		expect(painter.paint(pictureOf(store), theme)).toContain('\u001b[?25l');
		store.dispatch({type: 'search-open'});
		expect(painter.paint(pictureOf(store), theme)).toContain('\u001b[2;4H\u001b[?25h');
		store.dispatch({type: 'search-clear'});
		expect(painter.paint(pictureOf(store), theme)).toContain('\u001b[?25l');
	});
});
