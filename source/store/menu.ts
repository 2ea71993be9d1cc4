import {type ColumnId, tableColumns} from '../columns.js';
import {kinds} from '../model/evidence.js';
import {facetIds, type KindFilter, type State} from './state.js';

export type MenuItem = {type: 'sort'; column: ColumnId} | {type: 'filter'; filter: KindFilter};

const sortItems: readonly MenuItem[] = tableColumns.map(({id}) => ({type: 'sort', column: id}));

const filterItems: readonly MenuItem[] = [
	...facetIds.map((filter): MenuItem => ({type: 'filter', filter})),
	...kinds.filter(kind => !(facetIds as readonly string[]).includes(kind)).map((filter): MenuItem => ({type: 'filter', filter})),
];

const none: readonly MenuItem[] = [];

/** What the open menu offers. */
export const menuItems = (state: State): readonly MenuItem[] =>
	state.mode === 'sort' ? sortItems : state.mode === 'facets' ? filterItems : none;
