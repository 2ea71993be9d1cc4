import {isMenuMode} from '../store/reduce-menu.js';
import {selectLayout} from '../store/select.js';
import type {Action, State} from '../store/state.js';
import type {Frame} from './frame.js';
import {zonesOf} from './mouse-zones.js';

/** What a mouse does to the screen; columns and rows count from 0. */
export type MouseEvent = {
	button: 'left' | 'middle' | 'right' | 'wheel-up' | 'wheel-down' | 'other';
	isRelease: boolean;
	/** With Shift, Alt or Ctrl: these clicks belong to the terminal. */
	hasModifier: boolean;
	isMotion: boolean;
	x: number;
	y: number;
};

/** One step of the wheel. */
const wheelLines = 3;

const isIn = (box: {top: number; left: number; height: number; width: number}, {x, y}: MouseEvent): boolean =>
	x >= box.left && x < box.left + box.width && y >= box.top && y < box.top + box.height;

const wheelActions = (state: State, frame: Frame, event: MouseEvent): readonly Action[] => {
	const by = event.button === 'wheel-up' ? -wheelLines : wheelLines;
	const {isTooSmall, pane, table, paneBox} = selectLayout(state);
	if (isTooSmall) {
		return [];
	}

	if (isMenuMode(state.mode)) {
		return [{type: 'menu-move', by, limit: frame.menuLast}];
	}

	if (paneBox && isIn(paneBox, event)) {
		return [{type: 'pane-scroll', by, limit: frame.paneScrollMax}];
	}

	// with the head above its rows
	const isOverTable = pane !== 'full' && isIn({...table, left: 0, height: table.height + 1}, event);
	return isOverTable ? [{type: 'move', by}] : [];
};

/** A click beside a small menu closes it. */
const missActions = ({mode}: State): readonly Action[] => (mode === 'sort' || mode === 'facets' ? [{type: 'back'}] : []);

/** What the mouse asks for in this state, one after the other; nothing where it means nothing. */
export const mouseActions = (state: State, frame: Frame, event: MouseEvent): readonly Action[] => {
	if (event.hasModifier || event.isMotion || event.isRelease) {
		return [];
	}

	if (event.button === 'wheel-up' || event.button === 'wheel-down') {
		return wheelActions(state, frame, event);
	}

	if (event.button !== 'left') {
		return [];
	}

	const {x, y} = event;
	const zone = zonesOf(state, frame.lines).find(each => y === each.y && x >= each.x && x < each.x + each.width);
	return zone?.actions ?? missActions(state);
};
