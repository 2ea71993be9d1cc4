import {columnIds} from '../columns.js';
import {actionFor, findBinding, keyModeOf} from '../keymap.js';
import type {ProcessKey} from '../model/process.js';
import {displayWidth} from '../paint/cell.js';
import type {Line, Target} from '../paint/style.js';
import {isMenuMode} from '../store/reduce-menu.js';
import {type Action, type KindFilter, paneIds, type State} from '../store/state.js';

/** A part of the screen that can be clicked; columns and rows count from 0. Several actions follow one another. */
export type Zone = {x: number; y: number; width: number; height: number; target: Target; actions: readonly Action[]};

/** A click on a row selects it; on the selected one it opens the pane. What is typed in the search line is kept. */
const rowActions = (state: State, key: ProcessKey): readonly Action[] => {
	const isSecond = key === state.selected && state.ended === null && state.isChosen;
	const action: Action = isSecond ? {type: 'pane-open'} : {type: 'select', key};
	return state.mode === 'search' ? [{type: 'search-keep'}, action] : [action];
};

/** In the tree no column is marked as sorted: the first click only leaves it. */
const columnActions = (state: State, id: string): readonly Action[] => {
	const column = columnIds.find(each => each === id);
	if (!column) {
		return [];
	}

	return [state.isTree && state.sort.column === column ? {type: 'tree'} : {type: 'sort', column}];
};

/** What Enter does with an entry; where Enter does nothing, the entry is only chosen. */
const entryActions = (state: State, index: number): readonly Action[] => {
	const enter = findBinding(keyModeOf(state.mode), 'enter', state.keys);
	const choose: Action = {type: 'menu-move', by: index - state.menuLine};
	return enter ? [choose, enter.action] : [choose];
};

const actionsOf = (state: State, target: Target): readonly Action[] => {
	switch (target.type) {
		case 'row':
			return rowActions(state, target.key);
		case 'facet':
			return [{type: 'filter', filter: target.id as KindFilter}];
		case 'column':
			return columnActions(state, target.id);
		case 'pane':
			return paneIds.filter(pane => pane === target.id).map(pane => ({type: 'pane', pane}));
		case 'entry':
			return entryActions(state, target.index);
		case 'search':
			return [{type: 'search-open'}];
		case 'key':
			return [actionFor(state, target.name, '')];
	}
};

/** Under a menu or a page nothing of the list can be clicked, though parts of it may be seen. */
const isWithinReach = (state: State, {type}: Target, isFooter: boolean): boolean =>
	!isMenuMode(state.mode) || type === 'entry' || (type === 'key' && isFooter);

/** Everything that can be clicked, as it is drawn: neighbouring cells that mean the same are one zone. */
export const zonesOf = (state: State, lines: readonly Line[]): readonly Zone[] => {
	const zones: Zone[] = [];
	for (const [y, {spans}] of lines.entries()) {
		let x = 0;
		let open: Zone | null = null;
		for (const {text, target} of spans) {
			const width = displayWidth(text);
			if (target === undefined || width === 0 || !isWithinReach(state, target, y === lines.length - 1)) {
				open = width === 0 ? open : null;
			} else if (open !== null && open.target === target) {
				open.width += width;
			} else {
				open = {x, y, width, height: 1, target, actions: actionsOf(state, target)};
				zones.push(open);
			}

			x += width;
		}
	}

	return zones;
};
