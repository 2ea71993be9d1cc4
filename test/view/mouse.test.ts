import {describe, expect, test} from 'vitest';
import {keymap, showKey} from '../../source/keymap.js';
import {lineWidth, sliceLine} from '../../source/paint/cell.js';
import {line, plainText} from '../../source/paint/style.js';
import {selectFacetCounts, selectLayout, selectRows, selectTop} from '../../source/store/select.js';
import type {Action, State} from '../../source/store/state.js';
import type {Store} from '../../source/store/store.js';
import {languages, textOf} from '../../source/text/text.js';
import {adapt} from '../../source/view/app.js';
import {composeFrame, type Frame} from '../../source/view/frame.js';
import {type MouseEvent, mouseActions} from '../../source/view/mouse.js';
import {type Zone, zonesOf} from '../../source/view/mouse-zones.js';
import {machineSnapshot, screenOf, storeAt} from './scene.js';

const frameOf = (state: State): Frame => composeFrame(state, textOf(state.language));

const zonesNow = (store: Store): readonly Zone[] => zonesOf(store.getState(), frameOf(store.getState()).lines);

const eventAt = (x: number, y: number, more: Partial<MouseEvent> = {}): MouseEvent => ({
	button: 'left',
	isRelease: false,
	hasModifier: false,
	isMotion: false,
	x,
	y,
	...more,
});

/** What the mouse does, done. */
const point = (store: Store, event: MouseEvent): readonly Action[] => {
	const now = store.getState();
	const frame = frameOf(now);
	const actions = mouseActions(now, frame, event);
	for (const action of actions) {
		store.dispatch(adapt(action, store.getState(), frame));
	}

	return actions;
};

const middleOf = ({x, y, width}: Zone): MouseEvent => eventAt(x + Math.floor(width / 2), y);

const zone = (store: Store, wanted: Partial<Zone['target']>): Zone => {
	const found = zonesNow(store).find(({target}) =>
		Object.entries(wanted).every(([name, value]) => (target as Record<string, unknown>)[name] === value),
	);
	if (!found) {
		throw new Error(`no zone for ${JSON.stringify(wanted)}\n${screenOf(store).join('\n')}`);
	}

	return found;
};

const click = (store: Store, wanted: Partial<Zone['target']>): readonly Action[] => point(store, middleOf(zone(store, wanted)));

const wheel = (store: Store, direction: 'up' | 'down', x: number, y: number): readonly Action[] =>
	point(store, eventAt(x, y, {button: `wheel-${direction}`}));

const drawnAt = (frame: Frame, {x, y, width}: Zone): string => plainText(line(...sliceLine(frame.lines[y] ?? line(), x, x + width)));

/** Whether the cells of a zone show what a click on them means; each case is told in another way than it was laid out. */
const showsItsTarget = (state: State, frame: Frame, each: Zone): boolean => {
	const text = textOf(state.language);
	const drawn = drawnAt(frame, each);
	const {target} = each;
	switch (target.type) {
		case 'row':
			return selectRows(state)[selectTop(state) + each.y - selectLayout(state).table.top - 1]?.process.key === target.key;
		case 'facet': {
			const counts: Readonly<Record<string, number>> = {...selectFacetCounts(state).byKind, ...selectFacetCounts(state).byFacet};
			// the last facet may be cut by the edge of the screen
			return state.shown === null || drawn.endsWith(String(counts[target.id])) || each.x + each.width === state.size.columns;
		}

		case 'column': {
			const head = text.column[target.id as keyof typeof text.column].head;
			const shown = drawn.trim().replace(/[▾▴…]+$/, '');
			return head.startsWith(shown);
		}

		case 'pane':
			return (
				/^[1-6]/.test(drawn) && keymap.some(({keys, action}) => action.type === 'pane' && action.pane === target.id && keys[0] === drawn[0])
			);
		case 'entry':
			return drawn.trim() !== '' || each.width > 0;
		case 'search':
			return `/ ${text.footerKey.search}`.startsWith(drawn);
		case 'key':
			return drawn.startsWith(showKey(target.name)) || each.x + each.width === state.size.columns;
	}
};

describe('what can be clicked', () => {
	test.each(languages)('lies on the screen, once, and is what is drawn there, in any state and size, in %s', language => {
		const store = storeAt(80, 24, machineSnapshot(), language);
		let seed = 11;
		const random = (limit: number): number => {
			seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
			return Math.floor(seed / 65_536) % limit;
		};

		const actions = keymap.map(({action}) => action).filter(({type}) => type !== 'quit');
		const seen = new Set<string>();
		const faults: string[] = [];
		for (let step = 0; step < 700; step++) {
			const newSize = {columns: 1 + random(170), rows: 1 + random(50)};
			const action = random(8) === 0 ? ({type: 'resize', size: newSize} as const) : actions[random(actions.length)];
			store.dispatch(action as Action);
			const state = store.getState();
			const {size} = state;
			const frame = frameOf(state);
			const taken = new Set<number>();
			for (const each of zonesOf(state, frame.lines)) {
				seen.add(each.target.type);
				const isInside = each.x >= 0 && each.width > 0 && each.x + each.width <= size.columns && each.y >= 0 && each.y < size.rows;
				const cells = Array.from({length: each.width}, (_, index) => each.y * 1000 + each.x + index);
				const isAlone = cells.every(cell => !taken.has(cell));
				const isKnown = each.actions.length > 0 && each.actions.every(({type}) => type !== 'unknown-key');
				if (!isInside || !isAlone || !isKnown || !showsItsTarget(state, frame, each)) {
					faults.push(`${JSON.stringify({...each, size})} ${drawnAt(frame, each)}`);
				}

				for (const cell of cells) {
					taken.add(cell);
				}
			}
		}

		expect(faults).toEqual([]);
		expect([...seen].sort()).toEqual(['column', 'entry', 'facet', 'key', 'pane', 'row', 'search']);
	});

	test('leaves a whole screen, wherever and however often one clicks and turns the wheel', () => {
		const store = storeAt(100, 30);
		let seed = 5;
		const random = (limit: number): number => {
			seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
			return Math.floor(seed / 65_536) % limit;
		};

		const buttons = ['left', 'left', 'left', 'wheel-up', 'wheel-down', 'right'] as const;
		for (let step = 0; step < 2000; step++) {
			if (random(20) === 0) {
				store.dispatch({type: 'resize', size: {columns: 1 + random(170), rows: 1 + random(50)}});
			}

			point(store, eventAt(random(175), random(52), {button: buttons[random(buttons.length)] ?? 'left'}));
			const {size} = store.getState();
			const {lines} = frameOf(store.getState());
			expect(lines.length).toBe(size.rows);
			expect(lines.every(each => lineWidth(each) === size.columns)).toBe(true);
		}
	});
});

describe('a click', () => {
	test('on a row selects it, and another one opens its pane', () => {
		const store = storeAt(120, 40);
		const row = selectRows(store.getState())[4];
		const key = row?.process.key;
		if (!key) {
			throw new Error('no fifth row');
		}

		expect(click(store, {type: 'row', key})).toEqual([{type: 'select', key}]);
		expect(store.getState().selected).toBe(key);
		expect(store.getState().isPaneFull).toBe(false);
		click(store, {type: 'row', key});
		expect(store.getState().isPaneFull).toBe(true);
	});

	test('on the row that nobody has chosen yet only chooses it', () => {
		const store = storeAt(120, 40);
		const key = store.getState().selected;
		expect(click(store, {type: 'row', ...(key !== null && {key})})).toEqual([{type: 'select', key}]);
	});

	test('on a row keeps the search that is being typed', () => {
		const store = storeAt(120, 40);
		store.dispatch({type: 'search-open'});
		store.dispatch({type: 'search-insert', text: 'nginx'});
		const key = selectRows(store.getState())[1]?.process.key;
		click(store, {type: 'row', ...(key !== undefined && {key})});
		expect(store.getState()).toMatchObject({mode: 'browse', selected: key, search: {text: 'nginx'}});
	});

	test.each([120, 160])('on a row that was drawn beside or above a pane, at %i columns, hits it in every cell', columns => {
		const store = storeAt(columns, 40);
		const each = zone(store, {type: 'row'});
		expect(each).toMatchObject({x: 0, y: 3, width: selectLayout(store.getState()).table.width});
		expect(point(store, eventAt(each.x + each.width, 3)).filter(({type}) => type === 'select')).toHaveLength(0);
	});

	test('on a facet filters by it, and again takes the filter away', () => {
		const store = storeAt(120, 40);
		click(store, {type: 'facet', id: 'agent'});
		expect(store.getState().filter).toBe('agent');
		click(store, {type: 'facet', id: 'agent'});
		expect(store.getState().filter).toBe('all');
	});

	test('on the head of a column sorts by it, and again the other way round', () => {
		const store = storeAt(120, 40);
		click(store, {type: 'column', id: 'mem'});
		const {column, isDescending} = store.getState().sort;
		expect(column).toBe('mem');
		click(store, {type: 'column', id: 'mem'});
		expect(store.getState().sort).toEqual({column: 'mem', isDescending: !isDescending});
	});

	test('on the head of the sorted column leaves the tree as it was sorted before', () => {
		const store = storeAt(120, 40);
		const {sort} = store.getState();
		store.dispatch({type: 'tree'});
		click(store, {type: 'column', id: sort.column});
		expect(store.getState()).toMatchObject({isTree: false, sort});
	});

	test('on the tab of a pane opens it', () => {
		const store = storeAt(120, 40);
		click(store, {type: 'pane', id: 'sockets'});
		expect(store.getState().pane).toBe('sockets');
	});

	test('on a hint of the footer presses its key', () => {
		const store = storeAt(160, 40);
		click(store, {type: 'key', name: 't'});
		expect(store.getState().isTree).toBe(true);
		store.dispatch({type: 'message', message: null});
		const before = selectRows(store.getState()).findIndex(row => row.process.key === store.getState().selected);
		click(store, {type: 'key', name: 'down'});
		expect(selectRows(store.getState()).findIndex(row => row.process.key === store.getState().selected)).toBe(before + 1);
	});

	test('on an entry of a menu chooses it, and beside the menu closes it', () => {
		const store = storeAt(120, 40);
		store.dispatch({type: 'menu', mode: 'facets'});
		click(store, {type: 'entry', index: 3});
		expect(store.getState()).toMatchObject({mode: 'browse', filter: 'background-app'});
		store.dispatch({type: 'menu', mode: 'sort'});
		expect(point(store, eventAt(110, 30))).toEqual([{type: 'back'}]);
		expect(store.getState().mode).toBe('browse');
	});

	test('on a port shows who holds it', () => {
		const store = storeAt(120, 40);
		store.dispatch({type: 'menu', mode: 'ports'});
		click(store, {type: 'entry', index: 1});
		expect(store.getState()).toMatchObject({mode: 'browse', pane: 'sockets'});
	});

	test('on a lesson opens it, and on a term shows what it means', () => {
		const store = storeAt(120, 40);
		store.dispatch({type: 'menu', mode: 'lessons'});
		click(store, {type: 'entry', index: 2});
		expect(store.getState().mode).toBe('lesson');
		store.dispatch({type: 'menu', mode: 'terms'});
		click(store, {type: 'entry', index: 3});
		expect(store.getState()).toMatchObject({mode: 'terms', menuLine: 3});
	});

	test('does nothing to a list that lies under a menu or a page', () => {
		const store = storeAt(120, 40);
		for (const mode of ['help', 'sort', 'ports', 'terms'] as const) {
			store.dispatch({type: 'menu', mode});
			const types = new Set(zonesNow(store).map(({target}) => target.type));
			expect([...types].filter(type => type !== 'entry' && type !== 'key')).toEqual([]);
		}
	});

	test.each([{hasModifier: true}, {isRelease: true}, {isMotion: true}, {button: 'right'}, {button: 'middle'}, {button: 'other'}] as const)(
		'that is none means nothing: %j',
		more => {
			const store = storeAt(120, 40);
			expect(mouseActions(store.getState(), frameOf(store.getState()), eventAt(5, 6, more))).toEqual([]);
		},
	);

	test('beyond the screen, on the line between the parts and where nothing is, means nothing', () => {
		const store = storeAt(120, 40);
		const separator = screenOf(store).findIndex(row => /^─+$/.test(row));
		for (const [x, y] of [
			[200, 5],
			[5, 90],
			[5, separator],
			[0, 0],
			[119, 39],
		] as const) {
			expect(point(store, eventAt(x, y))).toEqual([]);
		}
	});
});

describe('the wheel', () => {
	test('moves the selection by three rows over the table', () => {
		const store = storeAt(120, 40);
		const keys = selectRows(store.getState()).map(row => row.process.key);
		wheel(store, 'down', 10, 5);
		expect(store.getState().selected).toBe(keys[3]);
		wheel(store, 'up', 10, 2);
		expect(store.getState().selected).toBe(keys[0]);
	});

	test.each([
		[120, 30, 5, 25],
		[160, 20, 150, 10],
	])('scrolls the pane over the pane, at %i × %i', (columns, rows, x, y) => {
		const store = storeAt(columns, rows);
		store.dispatch({type: 'pane', pane: 'why'});
		const {selected} = store.getState();
		wheel(store, 'down', x, y);
		expect(store.getState()).toMatchObject({selected, paneScroll: Math.min(3, frameOf(store.getState()).paneScrollMax)});
		expect(store.getState().paneScroll).toBeGreaterThan(0);
		wheel(store, 'up', x, y);
		expect(store.getState().paneScroll).toBe(0);
	});

	test('stops at the end of the pane, also of one that fills the screen', () => {
		const store = storeAt(60, 12);
		store.dispatch({type: 'pane', pane: 'why'});
		for (let turn = 0; turn < 100; turn++) {
			wheel(store, 'down', 20, 6);
		}

		expect(store.getState().paneScroll).toBe(frameOf(store.getState()).paneScrollMax);
	});

	test.each(['help', 'terms', 'lessons', 'sort', 'ports'] as const)('scrolls what lies over the list: %s', mode => {
		const store = storeAt(100, 24);
		store.dispatch({type: 'menu', mode});
		const before = store.getState();
		wheel(store, 'down', 50, 12);
		const {menuLine, selected} = store.getState();
		expect(selected).toBe(before.selected);
		expect(menuLine).toBeGreaterThan(before.menuLine);
		wheel(store, 'up', 50, 12);
		wheel(store, 'up', 50, 12);
		expect(store.getState().menuLine).toBe(0);
	});

	test('means nothing on the header, the footer and a screen that is too small', () => {
		const store = storeAt(100, 24);
		expect([wheel(store, 'down', 5, 0), wheel(store, 'down', 5, 23)]).toEqual([[], []]);
		store.dispatch({type: 'resize', size: {columns: 20, rows: 5}});
		expect(wheel(store, 'down', 5, 2)).toEqual([]);
	});
});
