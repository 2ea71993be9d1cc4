const firstSyllable = 0xac_00;
const lastSyllable = 0xd7_a3;
const finalsPerSyllable = 28;
const syllablesPerInitial = 21 * finalsPerSyllable;

/** The consonants a syllable can begin with, in the order of Unicode; as a keyboard types them. */
const initials = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';

/** Two consonants that a keyboard joins while they are typed: ㄱㅅ becomes ㄳ, where nobody meant that. */
const joined: Readonly<Record<string, string>> = {
	ㄳ: 'ㄱㅅ',
	ㄵ: 'ㄴㅈ',
	ㄶ: 'ㄴㅎ',
	ㄺ: 'ㄹㄱ',
	ㄻ: 'ㄹㅁ',
	ㄼ: 'ㄹㅂ',
	ㄽ: 'ㄹㅅ',
	ㄾ: 'ㄹㅌ',
	ㄿ: 'ㄹㅍ',
	ㅀ: 'ㄹㅎ',
	ㅄ: 'ㅂㅅ',
};

const isSyllable = (code: number): boolean => code >= firstSyllable && code <= lastSyllable;

const span = (first: number, count: number): string => `${String.fromCharCode(first)}-${String.fromCharCode(first + count - 1)}`;

/** What one typed character finds: a consonant every syllable that begins with it, the last syllable also itself with a final consonant. */
const patternOf = (character: string, isLast: boolean): string => {
	const initial = initials.indexOf(character);
	if (initial !== -1) {
		return `[${character}${span(firstSyllable + initial * syllablesPerInitial, syllablesPerInitial)}]`;
	}

	const code = character.charCodeAt(0);
	const isOpen = isSyllable(code) && (code - firstSyllable) % finalsPerSyllable === 0;
	return isLast && isOpen ? `[${span(code, finalsPerSyllable)}]` : character.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
};

/** The engine takes no pattern of any length: this is far below what it takes, and nobody types so much. */
const maxWordCharacters = 200;

export const hasHangul = (text: string): boolean => /[\u3131-\u318e\uac00-\ud7a3]/.test(text);

/**
A pattern for a word with Hangul in it, `null` for any other and for one of more than 200 characters, which is taken as it stands: by first consonants (`ㄷㅁ` finds 데몬), and while its last
syllable is still being composed (`데모` finds 데몬). Words and texts are in NFC. Every character finds one character.
*/
export const hangulPattern = (word: string): RegExp | null => {
	if (word.length > maxWordCharacters || !hasHangul(word)) {
		return null;
	}

	const characters = [...word.replace(/[ㄳㄵㄶㄺ-ㅀㅄ]/g, pair => joined[pair] ?? pair)];
	return new RegExp(characters.map((character, index) => patternOf(character, index === characters.length - 1)).join(''), 'gu');
};
