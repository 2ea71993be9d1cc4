import {type TermId, type Terms, termIds} from '../model/term.js';

/** Case, hyphens and the way in which Hangul is composed make no difference. */
const folded = (text: string): string =>
	text
		.normalize('NFC')
		.toLowerCase()
		.replace(/[\s_-]+/g, ' ')
		.trim();

const maxQueryCharacters = 100;

/** How well a name fits what was typed: 0 it is it, 1 it begins with it, 2 it has it inside; `null`: not at all. */
const fitOf = (name: string, query: string): number | null => {
	if (name === query) {
		return 0;
	}

	return name.startsWith(query) ? 1 : name.includes(query) ? 2 : null;
};

/** Of the name itself before that of an alias. */
const rankOf = (id: TermId, query: string, languages: readonly Terms[]): number | null => {
	const ranks = languages.flatMap(terms => {
		const {name, aliases} = terms[id];
		return [name, ...aliases].map((word, index) => {
			const fit = fitOf(folded(word), query);
			return fit === null ? Number.POSITIVE_INFINITY : fit * 2 + (index === 0 ? 0 : 1);
		});
	});
	const best = Math.min(...ranks);
	return Number.isFinite(best) ? best : null;
};

/**
The terms called like the query in any of the languages: what is called exactly so, then what begins with it, then what
has it inside. An empty query gives every term, in order.
*/
export const findTerms = (query: string, languages: readonly Terms[]): readonly TermId[] => {
	const wanted = folded(query.slice(0, maxQueryCharacters));
	if (wanted === '') {
		return termIds;
	}

	return termIds
		.map(id => ({id, rank: rankOf(id, wanted, languages)}))
		.filter((found): found is {id: TermId; rank: number} => found.rank !== null)
		.sort((a, b) => a.rank - b.rank)
		.map(({id}) => id);
};
