import type {Terms} from '../../model/term.js';
import {type glossaryUi as English, terms as englishTerms} from '../en/terms.js';
import type {Widened} from '../widened.js';
import {kindTerms} from './terms-kinds.js';
import {processTerms} from './terms-processes.js';
import {fileTerms, serviceTerms} from './terms-services.js';
import {endingTerms, judgingTerms, networkTerms, resourceTerms, rightTerms} from './terms-system.js';

/** The glossary, in Korean. */
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

/** What stands around the terms, in Korean. */
export const glossaryUi: Widened<typeof English> = {
	title: '용어집',
	group: {
		kinds: '실행되는 것의 종류',
		processes: '프로세스',
		services: '서비스',
		files: '파일',
		endings: '종료와 로그',
		resources: '자원',
		network: '네트워크',
		rights: '권한',
		judging: '판정',
	},
	also: '다른 말',
	see: '함께 볼 용어',
	count: count => `용어 ${count}개`,
	originalName: id => (englishTerms[id].name === terms[id].name ? null : englishTerms[id].name),
};
