import type {ColumnId} from '../columns.js';
import {kinds} from '../model/evidence.js';
import {facetIds, type KindFilter, type State} from './state.js';
import {columnsOf} from './table-columns.js';

type MenuItem = {type: 'sort'; column: ColumnId} | {type: 'filter'; filter: KindFilter};

const sortItems = (state: State): readonly MenuItem[] => columnsOf(state).map(({id}) => ({type: 'sort', column: id}));

const filterItems: readonly MenuItem[] = [
	...facetIds.map((filter): MenuItem => ({type: 'filter', filter})),
	...kinds.filter(kind => !(facetIds as readonly string[]).includes(kind)).map((filter): MenuItem => ({type: 'filter', filter})),
];

const none: readonly MenuItem[] = [];

/** What the open menu offers. */
export const menuItems = (state: State): readonly MenuItem[] =>
	state.mode === 'sort' ? sortItems(state) : state.mode === 'facets' ? filterItems : none;
