import {keymapOf, showKey} from '../keymap.js';
import {kindMark} from '../model/evidence.js';
import {displayWidth, justify, lineWidth, takeWidth} from '../paint/cell.js';
import {type Line, line, type Span, type Style, span, withTarget} from '../paint/style.js';
import {selectFacetCounts, selectRows} from '../store/select.js';
import {type FacetId, facetIds, type KindFilter, type State} from '../store/state.js';
import type {Text} from '../text/text.js';

type FacetLine = {line: Line /** Column of the caret while a search is typed. */; caretColumn: number | null};

const facetMark = (id: FacetId): string => (id === 'all' ? '' : id === 'other' ? `${kindMark['background-process']} ` : `${kindMark[id]} `);

const facetStyle = (id: FacetId): Style => (id === 'all' || id === 'other' ? 'plain' : `kind-${id}`);

type FacetNames = Readonly<Record<FacetId, string>>;

const facetSpans = (state: State, names: FacetNames | null, gap: string, text: Text): readonly Span[] => {
	const {byFacet, byKind} = selectFacetCounts(state);
	// before the first sample nothing is known, and 0 would be wrong
	const shown = (count: number): string => (state.shown === null ? '–' : String(count));
	const facet = (mark: string, style: Style, name: string, count: number, id: KindFilter): readonly Span[] => {
		const isActive = state.filter === id;
		const spans = [
			span(mark, style),
			span(name === '' ? '' : `${name} `, isActive ? 'tab-active' : 'plain'),
			span(shown(count), isActive ? 'strong' : 'dim'),
		];
		return withTarget(spans, {type: 'facet', id});
	};

	const listed = facetIds.map(id =>
		facet(facetMark(id), facetStyle(id), names?.[id] ?? (id === 'all' ? text.facet.all : ''), byFacet[id], id),
	);
	// a single kind chosen from the menu has no facet of its own
	const {filter} = state;
	const isListed = (facetIds as readonly string[]).includes(filter);
	const chosen =
		isListed || filter === 'all' || filter === 'other'
			? []
			: [facet(`${kindMark[filter]} `, `kind-${filter}`, text.kind[filter].plural, byKind[filter], filter)];
	return [span(' '), ...[...listed, ...chosen].flatMap((spans, index) => (index === 0 ? spans : [span(gap), ...spans]))];
};

const widthOf = (spans: readonly Span[]): number => lineWidth(line(...spans));

/** Full names where there is room, then shorter ones, then marks and counts alone. */
const fittingFacets = (state: State, text: Text, width: number): readonly Span[] => {
	const wide = facetSpans(state, text.facet, '   ', text);
	const short = widthOf(wide) <= width ? wide : facetSpans(state, text.facetShort, '  ', text);
	return widthOf(short) <= width ? short : facetSpans(state, null, ' ', text);
};

/** What a filter hides is counted. */
const hiddenCount = (state: State): number => {
	const shown = selectRows(state).filter(row => !row.isContext).length;
	return (state.shown?.processes.length ?? 0) - shown;
};

const searchSpans = (state: State, text: Text): readonly Span[] => {
	const {search} = state;
	const broken = search.error?.position ?? search.text.length;
	return [
		span(' '),
		span(`${text.explorer.searchPrompt} `, 'key'),
		span(search.text.slice(0, broken), 'strong'),
		span(search.text.slice(broken), 'bad'),
	];
};

const searchNote = (state: State, text: Text): readonly Span[] => {
	const {error} = state.search;
	if (error) {
		return [span(text.queryError[error.id](error.value), 'bad'), span(' ')];
	}

	const found = selectRows(state).filter(row => !row.isContext).length;
	return [span(`${text.explorer.found(found)} · ${text.explorer.hiddenByFilter(hiddenCount(state))} `, 'dim')];
};

/** The key that searches, where there is one. */
const searchHint = (state: State, text: Text): readonly Span[] => {
	const key = keymapOf(state).find(({in: mode, action}) => mode === 'browse' && action.type === 'search-open')?.keys[0];
	return key === undefined ? [] : [...withTarget([span(`${showKey(key)} ${text.footerKey.search}`, 'dim')], {type: 'search'}), span(' ')];
};

/** The second line: the kinds with their counts, or the search that is typed or kept. */
export const facetLine = (state: State, text: Text, width: number): FacetLine => {
	const isSearch = state.mode === 'search' || state.search.text !== '';
	if (!isSearch) {
		const hidden = hiddenCount(state);
		const right =
			state.shown === null ? [] : hidden > 0 ? [span(`${text.explorer.hiddenByFilter(hidden)} `, 'warn')] : searchHint(state, text);
		// the hint gives way to the names: the footer has it too
		const isHint = hidden === 0;
		const room = width - widthOf(right) - 1;
		const facets = fittingFacets(state, text, isHint && widthOf(facetSpans(state, text.facetShort, '  ', text)) > room ? width : room);
		return {line: justify(facets, right, width), caretColumn: null};
	}

	// a long query keeps the caret in sight: its beginning gives way
	const note = searchNote(state, text);
	const room = Math.max(4, width - widthOf(note) - 5);
	const beforeCaret = state.search.text.slice(0, state.search.caret);
	const excess = displayWidth(beforeCaret) - room;
	if (excess > 0) {
		const cut = takeWidth(beforeCaret, excess + 1).length;
		const visible = {...state.search, text: `…${state.search.text.slice(cut + 1)}`, caret: state.search.caret - cut, error: null};
		const shifted = {...state, search: visible};
		return {line: justify(searchSpans(shifted, text), note, width), caretColumn: 3 + displayWidth(visible.text.slice(0, visible.caret))};
	}

	const caretColumn = state.mode === 'search' ? 3 + displayWidth(beforeCaret) : null;
	return {line: justify(searchSpans(state, text), note, width), caretColumn};
};
