import type {Kind} from '../model/evidence.js';
import type {KindFilter} from '../store/state.js';
import type {Text} from '../text/text.js';

/** What a filter is called: the name of its facet, or of the single kind it is. */
export const filterName = (filter: KindFilter, {facet, kind}: Pick<Text, 'facet' | 'kind'>): string =>
	filter in facet ? facet[filter as keyof typeof facet] : kind[filter as Kind].plural;
