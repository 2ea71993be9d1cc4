import {kindMark} from '../model/evidence.js';
import {type Block, type Part, sentence} from '../report/block.js';
import {type LearningWords, lessonWordsOf} from '../text/lesson-words.js';
import {type Language, languages, type Text, textOf} from '../text/text.js';

/** Where something was read, without the options of a command, which are tiresome to hear. */
export const shortSource = (source: string): string => source.replace(/^(\w[^/]*?) -.*$/s, '$1');

/** Texts in which marks and keys of the screen are words. */
const spokenText = (text: Text): Text => {
	const words = text.accessible;
	const {strength, answer} = text.why;
	return {
		...text,
		why: {
			...text.why,
			sourceOf: source => words.readFrom(shortSource(text.why.sourceOf(source))),
			strengthMark: {1: `${strength[1]}:`, 2: `${strength[2]}:`, 3: `${strength[3]}:`},
			answerMark: {
				yes: `${answer.yes}:`,
				no: `${answer.no}:`,
				unknown: `${answer.unknown}:`,
				'not-applicable': `${answer['not-applicable']}:`,
			},
		},
		sockets: {...text.sockets, times: words.times, arrow: words.arrow, peerNamed: path => `${words.arrow.out} ${path}`},
		config: {...text.config, secretsCovered: words.secretsCovered, secretsShown: words.secretsShown},
		learn: {...text.learn, lessonsHint: words.lessonsHint},
	};
};

const spokenTexts = Object.fromEntries(languages.map(language => [language, spokenText(textOf(language))])) as Record<Language, Text>;

/** The texts of a language for the dialogue. The same object each time: reports keep what they have made with it. */
export const spokenTextOf = (language: Language): Text => spokenTexts[language];

/** The words of lessons for the dialogue: there are no keys to press. */
export const spokenLessonWords = (text: Text): LearningWords => {
	const words = lessonWordsOf(text.language);
	return {...words, lessonUi: {...words.lessonUi, answerHint: text.accessible.answerHint}};
};

/** What is said for the marks of a report; a mark that is not named is not said, unless it has letters or digits. */
export type Voice = {
	marks?: Readonly<Record<string, string>>;
	/** For marks that are numbers. */
	number?: (number: number) => string;
};

const endsSentence = /[.?!:;)”"]$/u;

const isSentence = /^\p{Lu}.*[.?!]$/su;

/** Two pieces one after the other, with a pause between them. */
const joined = (first: string, second: string | null): string => {
	if (second === null || second === '') {
		return first;
	}

	return endsSentence.test(first) || second.startsWith('(')
		? `${first} ${second}`
		: `${first}${isSentence.test(second) ? ':' : ','} ${second}`;
};

const kindMarks: ReadonlySet<string> = new Set(Object.values(kindMark).filter(mark => !/\w/.test(mark)));

/** What only the eye needs: arrows, dots between pieces, marks of kinds, columns. */
export const plainly = (text: string, words: Text['accessible']): string => {
	const trimmed = text.trim();
	const [first = ''] = trimmed;
	const unmarked = kindMarks.has(first) && trimmed[1] === ' ' ? trimmed.slice(2) : trimmed;
	return unmarked === '–'
		? words.unknown
		: unmarked
				.replaceAll(' · ', ', ')
				.replaceAll(' → ', words.link)
				.replaceAll(' ▸ ', ', ')
				.replaceAll('••••••', words.covered)
				.replace(/ {2,}/g, ', ');
};

const markWord = (mark: string, {marks = {}, number}: Voice): string => {
	const known = marks[mark];
	if (known !== undefined) {
		return known;
	}

	const trimmed = mark.trim();
	if (/^\d+$/.test(trimmed)) {
		return number ? number(Number(trimmed)) : `${trimmed}:`;
	}

	return /[\p{L}\p{N}]/u.test(trimmed) ? trimmed : '';
};

/** A line in pieces: pieces that are marks are said as words or left out. */
const partsText = (parts: readonly Part[], {marks = {}}: Voice, words: Text['accessible']): string => {
	const [lead = ''] = /^ +(?=\S)/.exec(parts[0]?.text ?? '') ?? [];
	const pieces = parts.map(({text}) => (Object.hasOwn(marks, text.trim()) ? `${marks[text.trim()]} `.trimStart() : text)).join('');
	// an entry without a time has a dash in its place
	return lead + pieces.trim().replace(/^–\s+/, '').replaceAll('••••••', words.covered);
};

const isTag = (text: string): boolean => /^<[^>]*>$/.test(text.trim());
const flag = /^<(true|false)\/>$/;

/** `KeepAlive: true` for what stands as XML in a property list. */
const propertyText = (left: readonly (readonly Part[])[]): string | null => {
	const pieces = left.flat().filter(({text}) => text.trim() !== '');
	if (!pieces.some(({text}) => isTag(text))) {
		return null;
	}

	const said = pieces.flatMap(({text, tone}) => {
		const found = flag.exec(text.trim());
		return found ? [{text: found[1] ?? '', tone}] : isTag(text) ? [] : [{text: text.trim(), tone}];
	});
	const key = said.find(({tone}) => tone === 'accent')?.text;
	const values = said.filter(({text}) => text !== key).map(({text}) => text);
	return [...(key === undefined ? [] : [key]), ...(values.length === 0 ? [] : [values.join(', ')])].join(': ');
};

/** A piece of a file and what it means, in one breath. */
const besideText = ({left, right}: Block & {type: 'beside'}, words: Text['accessible']): string => {
	const code =
		propertyText(left) ??
		left
			.map(line =>
				line
					.map(({text}) => text)
					.join('')
					.trim(),
			)
			.filter(line => line !== '')
			.join(' ');
	return [code.replaceAll('••••••', words.covered), ...right.map(({text}) => text)]
		.filter(piece => piece !== '')
		.map((piece, index, all) => (index < all.length - 1 && !endsSentence.test(piece) ? `${piece}.` : piece))
		.join(' ');
};

const spokenBlock = (block: Block, voice: Voice, words: Text['accessible']): Block => {
	switch (block.type) {
		case 'gap':
			return block;
		case 'heading': {
			const head = joined(block.text, block.note === null ? null : plainly(block.note, words));
			return {...block, text: head.endsWith(':') ? head : `${head}:`, note: null};
		}

		case 'sentence':
			return {...block, text: plainly(block.text, words)};
		case 'field': {
			const text = plainly(block.text, words);
			return sentence(block.label === '' ? text : `${block.label}${/[?:]$/.test(block.label) ? '' : ':'} ${text}`, block.tone);
		}

		case 'item': {
			const text = joined(plainly(block.text, words), block.note === null ? null : plainly(block.note, words));
			return sentence(`${markWord(block.mark, voice)} ${text}`.trim());
		}

		case 'parts':
			return {type: 'parts', parts: [{text: partsText(block.parts, voice, words), tone: block.parts[0]?.tone ?? 'plain'}], indent: 0};
		default:
			return sentence(besideText(block, words));
	}
};

type Parts = Block & {type: 'parts'};

/** The heads of a table stand back, all of them. */
const headOf = (block: Block): Parts | null =>
	block.type === 'parts' && block.parts.length > 1 && block.parts.every(({tone}) => tone === 'dim') ? block : null;

/** The head of a column, not spelt out in capitals. */
export const columnName = (head: string): string => (/^[A-Z ]{4,}$/.test(head) ? head.toLowerCase() : head);

/** What a process is called comes first; what does not apply to it is left out. */
const rowText = (head: Parts, row: Parts, text: Text): string => {
	const heads = head.parts.map(part => part.text.trim());
	const cells = row.parts.map(part => plainly(part.text, text.accessible));
	const at = Math.max(0, heads.indexOf(text.column.name.head));
	const said = cells.flatMap((cell, index) =>
		index === at || cell === text.accessible.unknown
			? []
			: [`${columnName(heads[index] ?? '')} ${cell === '?' ? text.accessible.unknown : cell}`.trim()],
	);
	return `${cells[at] ?? ''}: ${said.join(', ')}`;
};

/** Tables of lessons as a sentence for each row, with the head of the column before each value. All else stays. */
export const withoutTables = (blocks: readonly Block[], text: Text): readonly Block[] => {
	let head: Parts | null = null;
	return blocks.flatMap(block => {
		const newHead = headOf(block);
		if (newHead !== null) {
			head = newHead;
			return [];
		}

		if (head === null || block.type !== 'parts' || block.parts.length !== head.parts.length) {
			head = null;
			return [block];
		}

		return [sentence(rowText(head, block, text))];
	});
};

/** An empty line is a pause: one is enough, and none at either end. */
const withoutIdleGaps = (blocks: readonly Block[]): readonly Block[] =>
	blocks.filter((block, index) => block.type !== 'gap' || (index > 0 && index < blocks.length - 1 && blocks[index + 1]?.type !== 'gap'));

/** A report as it is said: without columns, with words for marks, headings that end in a colon. */
export const spoken = (blocks: readonly Block[], text: Text, voice: Voice = {}): readonly Block[] =>
	withoutIdleGaps(blocks.map(block => spokenBlock(block, voice, text.accessible)));
