import type {Kind} from '../../source/model/evidence.js';
import {en} from '../../source/text/en.js';
import {ko} from '../../source/text/ko.js';
import type {Text} from '../../source/text/text.js';

/** Words that stand only in a README. */
type Words = Readonly<
	Record<
		| 'command'
		| 'does'
		| 'option'
		| 'of'
		| 'means'
		| 'all'
		| 'kind'
		| 'isWhat'
		| 'rule'
		| 'sign'
		| 'says'
		| 'soItIs'
		| 'points'
		| 'or'
		| 'readFrom'
		| 'inherited'
		| 'dictionary'
		| 'key'
		| 'everywhere'
		| 'column'
		| 'head'
		| 'stays'
		| 'shows'
		| 'entries'
		| 'articles'
		| 'lessons'
		| 'sayings'
		| 'terms'
		| 'root'
		| 'own'
		| 'others'
		| 'hidden'
		| 'promise'
		| 'heldBy',
		string
	>
>;

/** A README in one language: its file, the texts its tables take, and the words that stand only in the README. */
export type Readme = {
	file: string;
	language: 'en' | 'ko';
	text: Text;
	/** What stands in a sentence for what a rule observed, and what is left out of it. */
	blank: string;
	needless: string;
	kindOf: (kind: Kind) => string;
	words: Words;
};

export const english: Readme = {
	file: 'README.md',
	language: 'en',
	text: en,
	blank: '…',
	needless: '(process …) ',
	kindOf: kind => kind,
	words: {
		command: 'command',
		does: 'does',
		option: 'option',
		of: 'of',
		means: 'means',
		all: 'all',
		kind: 'kind',
		isWhat: 'what it is',
		rule: 'rule',
		sign: 'sign',
		says: 'says',
		soItIs: 'so it is',
		points: 'points',
		or: '+2 or −2',
		readFrom: 'read from',
		inherited: 'as its parent or manager says',
		dictionary: 'dictionary',
		key: 'key',
		everywhere: 'Everywhere',
		column: 'column',
		head: 'head',
		stays: 'stays',
		shows: 'shows',
		entries: 'programs and services in one line',
		articles: 'articles',
		lessons: 'lessons',
		sayings: 'sayings',
		terms: 'terms',
		root: 'root',
		own: 'user: own',
		others: "user: others'",
		hidden: "others', `hidepid`",
		promise: 'promise',
		heldBy: 'held by',
	},
};

export const korean: Readme = {
	file: 'README.ko.md',
	language: 'ko',
	text: ko,
	blank: '○○',
	needless: '(프로세스 ○○)',
	kindOf: kind => ko.kind[kind].name,
	words: {
		command: '명령',
		does: '하는 일',
		option: '옵션',
		of: '쓰는 명령',
		means: '뜻',
		all: '모두',
		kind: '종류',
		isWhat: '뜻',
		rule: '규칙',
		sign: '단서',
		says: '내용',
		soItIs: '판정',
		points: '점수',
		or: '+2 또는 −2',
		readFrom: '출처',
		inherited: '부모나 관리자를 따름',
		dictionary: '사전',
		key: '키',
		everywhere: '어디서나',
		column: '열',
		head: '제목',
		stays: '우선순위',
		shows: '내용',
		entries: '한 줄로 설명한 프로그램과 서비스',
		articles: '자세한 글',
		lessons: '강의',
		sayings: '흔히 듣는 말',
		terms: '용어',
		root: 'root',
		own: '사용자: 자기 것',
		others: '사용자: 남의 것',
		hidden: '남의 것, `hidepid`',
		promise: '약속',
		heldBy: '지키는 테스트',
	},
};

export const readmes = [english, korean];
