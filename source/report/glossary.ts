import {termLinks} from '../learn/term-links.js';
import {type TermGroup, type TermId, type Terms, termGroups} from '../model/term.js';
import type {glossaryUi} from '../text/en/terms.js';
import type {Widened} from '../text/widened.js';
import {type Block, field, gap, heading, item, part, parts, sentence, type Tone} from './block.js';

/** The words of a glossary, in one language. */
export type GlossaryWords = {terms: Terms; glossaryUi: Widened<typeof glossaryUi>};

/** One term with all that is said about it, and what to read next. */
export const termReport = (id: TermId, words: GlossaryWords): readonly Block[] => {
	const {terms, glossaryUi: ui} = words;
	const {name, aliases, line, more} = terms[id];
	return [
		heading(name, ui.originalName(id)),
		sentence(line, 'strong'),
		sentence(more),
		...(aliases.length === 0 ? [] : [field(ui.also, aliases.join(', '), 'dim')]),
		gap,
		heading(ui.see),
		...termLinks[id].map(other => item('·', 'dim', terms[other].name, terms[other].line)),
	];
};

/** Below its name, and set in from it. */
const inset = (text: string, tone: Tone = 'plain'): Block => parts([part(`  ${text}`, tone)]);

const openTerm = (id: TermId, {terms, glossaryUi: ui}: GlossaryWords): readonly Block[] => {
	const {name, aliases, line, more} = terms[id];
	return [
		item('▾', 'accent', name, ui.originalName(id)),
		inset(line, 'strong'),
		inset(more),
		...(aliases.length === 0 ? [] : [inset(`${ui.also}: ${aliases.join(', ')}`, 'dim')]),
		inset(`${ui.see}: ${termLinks[id].map(other => terms[other].name).join(', ')}`, 'dim'),
	];
};

/** Terms with a line each; the chosen one is open. `ids` may be empty: then nothing was found for `query`. */
export const glossaryReport = (
	ids: readonly TermId[],
	chosen: TermId | null,
	words: GlossaryWords,
	query: string | null = null,
): readonly Block[] => {
	const {terms, glossaryUi: ui} = words;
	if (ids.length === 0) {
		return [sentence(ui.nothingFound(query ?? ''), 'dim')];
	}

	return ids.flatMap(id => (id === chosen ? openTerm(id, words) : [item('·', 'dim', terms[id].name, terms[id].line)]));
};

/** The whole glossary, group after group. */
export const glossaryBookReport = (words: GlossaryWords): readonly Block[] => {
	const {terms, glossaryUi: ui} = words;
	const groups = Object.entries(termGroups) as readonly (readonly [TermGroup, readonly TermId[]])[];
	return groups.flatMap(([group, ids], index) => [
		...(index === 0 ? [] : [gap]),
		heading(ui.group[group], ui.count(ids.length)),
		...ids.map(id => item('·', 'dim', terms[id].name, terms[id].line)),
	]);
};
