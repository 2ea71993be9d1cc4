const plain = /^[ -~]*$/;

/**
What must never reach a terminal or change the order or width of a line: control characters, line separators,
bidirectional controls, invisible and filler characters, variation selectors, tags, lone surrogates.
*/
const unsafe =
	// biome-ignore lint/suspicious/noMisleadingCharacterClass: single code points are meant
	/[\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ud800-\udfff]|[\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu;

const named: Readonly<Record<string, string>> = {'\n': '\\n', '\t': '\\t', '\r': '\\r'};

const escapeCharacter = (character: string): string => {
	const code = character.codePointAt(0) ?? 0;
	if (code <= 0xff) {
		return named[character] ?? `\\x${code.toString(16).padStart(2, '0')}`;
	}

	return code <= 0xffff ? `\\u${code.toString(16).padStart(4, '0')}` : `\\u{${code.toString(16)}}`;
};

/** Never between the halves of a character. */
const endOfWhole = (text: string, end: number): number =>
	/[\ud800-\udbff]/.test(text[end - 1] ?? '') && /[\udc00-\udfff]/.test(text[end] ?? '') ? end - 1 : end;

/**
Text on one line that is safe to show: whatever could steer a terminal becomes a visible escape (`\x1b`, `\u202e`).
The last step of every parser, for every string that a process, a file or a tool controls.

Text over `maxCharacters` UTF-16 units is cut, with an ellipsis.
*/
export const printable = (text: string, maxCharacters = 8192): string => {
	if (text.length <= maxCharacters && plain.test(text)) {
		return text;
	}

	const isLong = text.length > maxCharacters;
	const safe = (isLong ? text.slice(0, endOfWhole(text, maxCharacters)) : text).replace(unsafe, escapeCharacter);
	return isLong ? `${safe}…` : safe;
};

export const printableOrNull = (text: string | null, maxCharacters?: number): string | null =>
	text === null ? null : printable(text, maxCharacters);
