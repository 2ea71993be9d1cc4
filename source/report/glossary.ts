import {termLinks} from '../learn/term-links.js';
import {type TermGroup, type TermId, type Terms, termGroups} from '../model/term.js';
import type {glossaryUi} from '../text/en/terms.js';
import type {Widened} from '../text/widened.js';
import {type Block, field, gap, heading, item, sentence} from './block.js';

/** The words of a glossary, in one language. */
type GlossaryWords = {terms: Terms; glossaryUi: Widened<typeof glossaryUi>};

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

/** What is said below the name of one term in a list of many. */
export const openTermReport = (id: TermId, {terms, glossaryUi: ui}: GlossaryWords): readonly Block[] => {
	const {aliases, line, more} = terms[id];
	return [
		sentence(line),
		sentence(more, 'dim'),
		...(aliases.length === 0 ? [] : [sentence(`${ui.also}: ${aliases.join(', ')}`, 'dim')]),
		sentence(`${ui.see}: ${termLinks[id].map(other => terms[other].name).join(', ')}`, 'dim'),
	];
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
