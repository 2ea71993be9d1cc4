/** A word of a value: what it says without its quotes, and where it stands with them. */
type UnitWord = {text: string; start: number; end: number};

const maxWords = 512;

const escapes: Readonly<Record<string, string>> = {s: ' ', '"': '"', "'": "'", '\\': '\\'};

/** What a backslash and the character behind it mean; other escapes stay as they are written. */
const unescaped = (character: string | undefined): string => (character === undefined ? '\\' : (escapes[character] ?? `\\${character}`));

/** What goes on to mean itself, outside quotes and in each kind of them: taken as one piece, for long values. */
const ordinary: Readonly<Record<string, RegExp>> = {'': /[^\\"' \t]+/y, '"': /[^\\"]+/y, "'": /[^\\']+/y};

const ordinaryAt = (value: string, position: number, quote: string): string => {
	const pattern = ordinary[quote];
	if (pattern === undefined) {
		return '';
	}

	pattern.lastIndex = position;
	return pattern.exec(value)?.[0] ?? '';
};

const wordAt = (value: string, start: number): UnitWord => {
	let text = '';
	let quote = '';
	let position = start;
	while (position < value.length) {
		const piece = ordinaryAt(value, position, quote);
		const character = value[position + piece.length] ?? '';
		text += piece;
		position += piece.length;
		if (character === '\\') {
			text += unescaped(value[position + 1]);
			position += 2;
		} else if (character === '' || (quote === '' && /[ \t]/.test(character))) {
			break;
		} else {
			quote = character === quote ? '' : character;
			position++;
		}
	}

	return {text, start, end: Math.min(position, value.length)};
};

/**
Splits a value at blanks that are not in quotes. Linear in the length of the value.

@source systemd.syntax(7) "Quoting"
*/
export const unitWords = (value: string, limit = maxWords): readonly UnitWord[] => {
	const words: UnitWord[] = [];
	let position = 0;
	while (words.length < limit) {
		while (/[ \t]/.test(value[position] ?? '')) {
			position++;
		}

		if (position >= value.length) {
			break;
		}

		const word = wordAt(value, position);
		words.push(word);
		position = word.end;
	}

	return words;
};
