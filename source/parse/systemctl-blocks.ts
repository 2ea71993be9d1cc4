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

/** The names in a list. */
export const quotedNames = (text: string): readonly string[] => (text.match(/"(?:[^"\\]|\\.)*"|[^\s"]+/g) ?? []).map(unquote);
