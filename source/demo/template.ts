import templates from './templates.json' with {type: 'json'};

type TemplateValue = string | number | readonly (string | number)[] | null | undefined;
export type TemplateValues = Readonly<Record<string, TemplateValue>>;

const {words: templateWords, ...texts} = templates;

/** What the tools call things. They stand with the texts because they are no words of ours. */
export const words = templateWords;

const placeholder = /<(\??)([a-zA-Z]+)>/g;

const isList = (value: TemplateValue): value is readonly (string | number)[] => Array.isArray(value);

const isAbsent = (value: TemplateValue): boolean => value === null || value === undefined || (isList(value) && value.length === 0);

const fillLine = (line: string, values: TemplateValues): readonly string[] => {
	const names = [...line.matchAll(placeholder)].map(found => found[2] ?? '');
	if (names.some(name => isAbsent(values[name]))) {
		return [];
	}

	const list = line.includes('<?') ? undefined : names.map(name => values[name]).find(isList);
	return Array.from({length: list?.length ?? 1}, (_, index) =>
		line.replace(placeholder, (_all, isOnlyAsked: string, name: string) => {
			const value = values[name];
			return isOnlyAsked ? '' : String(isList(value) ? value[index] : value);
		}),
	);
};

/**
A text as a tool prints it. `<name>` stands for a value: without one its line is left out, and a list makes a line of
each item. `<?name>` stands for nothing, and leaves the line out in the same way.
*/
export const fill = (name: keyof typeof texts, values: TemplateValues = {}): string =>
	texts[name].flatMap(line => fillLine(line, values)).join('\n');
