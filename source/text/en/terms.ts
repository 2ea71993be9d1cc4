import type {TermGroup, TermId, Terms} from '../../model/term.js';
import {kindTerms} from './terms-kinds.js';
import {processTerms} from './terms-processes.js';
import {fileTerms, serviceTerms} from './terms-services.js';
import {endingTerms, judgingTerms, networkTerms, resourceTerms, rightTerms} from './terms-system.js';

/** The glossary. */
export const terms: Terms = {
	...kindTerms,
	...processTerms,
	...serviceTerms,
	...fileTerms,
	...endingTerms,
	...resourceTerms,
	...networkTerms,
	...rightTerms,
	...judgingTerms,
};

/** What stands around the terms. */
export const glossaryUi = {
	title: 'Glossary',
	group: {
		kinds: 'What runs',
		processes: 'Processes',
		services: 'Services',
		files: 'Files',
		endings: 'Endings and logs',
		resources: 'Resources',
		network: 'Network',
		rights: 'Rights',
		judging: 'Judging',
	} satisfies Readonly<Record<TermGroup, string>>,
	also: 'also',
	see: 'See also',
	count: (count: number): string => (count === 1 ? '1 term' : `${count} terms`),
	/** The English name, where this language has another; `null` where it is the same. */
	originalName: (_: TermId): string | null => null,
};
