/** A line of a text that comes in pieces; `isCut`: only its beginning. */
type SplitLine = {line: string; isCut: boolean};

type LineSplitter = {
	/** The lines that this piece ends. */
	push(piece: string): readonly SplitLine[];
	/** What stands behind the last line break. */
	end(): readonly SplitLine[];
};

/**
Puts lines together from pieces that are cut anywhere. Of a line of more than `maxCharacters` UTF-16 units the beginning
is handed over as soon as it is there, and the rest is dropped.
*/
export const createLineSplitter = (maxCharacters: number): LineSplitter => {
	let held = '';
	let isDropping = false;

	/** A part of one line; `ends`: the line break follows. */
	const take = (part: string, ends: boolean): SplitLine | null => {
		const wasDropping = isDropping;
		isDropping = isDropping && !ends;
		if (wasDropping) {
			return null;
		}

		held += part;
		const line = held;
		if (line.length > maxCharacters) {
			held = '';
			isDropping = !ends;
			return {line: line.slice(0, maxCharacters), isCut: true};
		}

		if (!ends) {
			return null;
		}

		held = '';
		return {line: line.endsWith('\r') ? line.slice(0, -1) : line, isCut: false};
	};

	return {
		push(piece) {
			const lines: (SplitLine | null)[] = [];
			let start = 0;
			for (let end = piece.indexOf('\n'); end !== -1; end = piece.indexOf('\n', start)) {
				lines.push(take(piece.slice(start, end), true));
				start = end + 1;
			}

			lines.push(take(piece.slice(start), false));
			return lines.filter(line => line !== null);
		},
		end() {
			const rest = held === '' ? null : take('', true);
			return rest === null ? [] : [rest];
		},
	};
};

/** The last `count` lines of a text, in their order; whatever stands before them is not looked at. */
export const newestLines = (text: string, count: number): readonly string[] => {
	let end = text.endsWith('\n') ? text.length - 1 : text.length;
	const lines: string[] = [];
	while (lines.length < count && end >= 0 && text !== '') {
		const start = end === 0 ? -1 : text.lastIndexOf('\n', end - 1);
		lines.push(text.slice(start + 1, end));
		end = start;
	}

	return lines.reverse();
};
