import {createRandom} from '../parse/random.js';

const segmenter = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

/** The characters of a text as one sees them. */
export const charactersOf = (text: string): readonly string[] => [...segmenter.segment(text)].map(({segment}) => segment);

const letters: readonly string[] = [
	...['a', 'b', ' ', ' ', '-', '한', '글', '데', '漢', 'デ', '가'.normalize('NFD'), '데'.normalize('NFD'), '몬'.normalize('NFD')],
	...['e\u0301', 'o\u0302\u0323', 'é', '😀', '👍🏽', '🇰🇷', '─', '│', '…', '●', 'ㅋ', 'ﬀ', 'ж', 'ع', 'ש'],
];

/** Mixtures of narrow, wide and composed characters, the same in every run. */
export const texts: readonly string[] = (() => {
	const random = createRandom(7);
	const mixed = Array.from({length: 80}, () => Array.from({length: random(30)}, () => letters[random(letters.length)] ?? '').join(''));
	return [
		'',
		'plain',
		'the quick brown fox jumps over the lazy dog',
		'데몬프로그램실행',
		'데몬프로그램실행'.normalize('NFD'),
		'한 글 a 한글',
		'😀😀😀😀😀😀',
		'🇰🇷🇰🇷🇰🇷',
		'e\u0301'.repeat(30),
		'  두   칸  ',
		...mixed,
	];
})();

export const widths: readonly number[] = Array.from({length: 41}, (_, width) => width);

/** Whether one is a beginning of the other that ends between two characters. */
export const isWholeBeginning = (beginning: string, text: string): boolean => {
	const characters = charactersOf(text);
	return characters.some((_, index) => characters.slice(0, index).join('') === beginning) || beginning === text;
};
