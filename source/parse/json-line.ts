export type Fields = Readonly<Record<string, unknown>>;

/** A JSON object that takes one line; `null`: the line is none. Never throws. */
export const parseFields = (line: string): Fields | null => {
	const text = line.trim();
	// an exception costs more than a look at both ends
	if (!text.startsWith('{') || !text.endsWith('}')) {
		return null;
	}

	try {
		return JSON.parse(text) as Fields;
	} catch {
		return null;
	}
};

/** A text, the digits of a whole number, or the first text of a list; `null`: anything else. */
export const textField = (value: unknown): string | null => {
	const single = Array.isArray(value) ? value[0] : value;
	if (typeof single === 'string') {
		return single;
	}

	return Number.isSafeInteger(single) ? String(single) : null;
};
