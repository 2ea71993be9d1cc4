import {columnById} from '../columns.js';
import {settle} from './selection.js';
import {type KindFilter, maximumIntervalMs, minimumIntervalMs, type State} from './state.js';
import {columnsOf} from './table-columns.js';

export const withSort = (state: State, sort: State['sort']): State =>
	settle(state, {...state, sort, isTree: false, message: {id: 'sorted', ...sort}});

export const sortBy = (state: State, column: State['sort']['column']): State =>
	withSort(state, {column, isDescending: column === state.sort.column ? !state.sort.isDescending : columnById(column).descending});

export const stepSort = (state: State, by: number): State => {
	const columns = columnsOf(state);
	const index = columns.findIndex(column => column.id === state.sort.column);
	// sorted by a column that is not in the table: the first step goes to one of its ends
	const next = index === -1 ? columns.at(by > 0 ? 0 : -1) : columns[(index + by + columns.length) % columns.length];
	return next ? withSort(state, {column: next.id, isDescending: next.descending}) : state;
};

export const withFilter = (state: State, filter: KindFilter): State => {
	// the key of the facet that is on turns it off
	const chosen: KindFilter = filter === state.filter ? 'all' : filter;
	const message = chosen === 'all' ? ({id: 'facetAll'} as const) : ({id: 'facet', filter: chosen} as const);
	return settle(state, {...state, filter: chosen, message});
};

export const withInterval = (state: State, factor: number): State => {
	const milliseconds = Math.max(minimumIntervalMs, Math.min(Math.round(state.intervalMs * factor), maximumIntervalMs));
	const isLimit = milliseconds === state.intervalMs;
	return {...state, intervalMs: milliseconds, message: {id: isLimit ? 'intervalLimit' : 'interval', milliseconds}};
};

export const toggleTree = (state: State): State =>
	settle(state, {...state, isTree: !state.isTree, message: {id: state.isTree ? 'treeOff' : 'treeOn'}});
