/** The properties of one unit; one that holds a list of structures has a line for each. */
export type UnitProperties = ReadonlyMap<string, readonly string[]>;

const maxLines = 20_000;
const maxBlocks = 20_000;

const parseBlock = (block: string): UnitProperties => {
	const properties = new Map<string, string[]>();
	for (const line of block.split('\n', maxLines)) {
		const equals = line.indexOf('=');
		if (equals < 1) {
			continue;
		}

		const name = line.slice(0, equals);
		const value = line.slice(equals + 1);
		const known = properties.get(name);
		if (known) {
			known.push(value);
		} else {
			properties.set(name, [value]);
		}
	}

	return properties;
};

/** The units that `systemctl show` tells about: blocks separated by a blank line. */
export const systemctlBlocks = (text: string): readonly UnitProperties[] => text.split(/\n\n+/, maxBlocks).map(parseBlock);

/** systemctl quotes names in lists as for a shell, which doubles the backslashes of escaped ones. */
const unquote = (name: string): string => (name.startsWith('"') ? name.slice(1, -1).replace(/\\(.)/g, '$1') : name);

const quotable = /(?:[^"\\]|\\.)*/y;

/** The end of the quoted name that begins at a quote, or where the search for its end stopped in vain. */
const endOfQuoted = (text: string, start: number): {end: number; isClosed: boolean} => {
	quotable.lastIndex = start + 1;
	const end = start + 1 + (quotable.exec(text)?.[0].length ?? 0);
	return text[end] === '"' ? {end: end + 1, isClosed: true} : {end, isClosed: false};
};

const bareName = /[^\s"]+/y;

/** The names in a list. A quote that nothing closes is left out. */
export const quotedNames = (text: string): readonly string[] => {
	const names: string[] = [];
	// where one quote finds no end, those in its reach find none, either
	let openUntil = 0;
	let position = 0;
	while (position < text.length) {
		const quoted = text[position] === '"' && position >= openUntil ? endOfQuoted(text, position) : null;
		bareName.lastIndex = position;
		const name = quoted?.isClosed ? text.slice(position, quoted.end) : bareName.exec(text)?.[0];
		openUntil = quoted !== null && !quoted.isClosed ? quoted.end : openUntil;
		position += name?.length ?? 1;
		if (name !== undefined) {
			names.push(unquote(name));
		}
	}

	return names;
};
