/** What may be the name of a variable. */
export const isVariableName = (name: string): boolean => /^[A-Za-z_]\w{0,255}$/.test(name);

/** What may hold blanks inside of a word, by how it begins. */
const quoted: Readonly<Record<string, RegExp>> = {
	'"': /"[^"\\]*(?:\\[\s\S][^"\\]*)*"/y,
	"'": /'[^']*'/y,
	'\u0060': /\u0060[^\u0060]*\u0060/y,
	$: /\$\([^)]*\)|\$/y,
};

/** Where a word of a shell ends. A quote that is never closed before `limit` takes all up to there. */
const shellWordEnd = (text: string, from: number, limit: number): number => {
	let position = from;
	while (position < limit && !/[\s;&|<>()]/.test(text[position] ?? '')) {
		const sign = text[position] ?? '';
		const pattern = quoted[sign];
		if (pattern === undefined) {
			position += sign === '\\' ? 2 : 1;
			continue;
		}

		pattern.lastIndex = position;
		position = pattern.test(text) ? pattern.lastIndex : limit;
	}

	return Math.min(position, limit);
};

/** Where the quotes end in which a place of a line stands; `null`: in none. */
const enclosingEnd = (text: string, place: number): number | null => {
	const lineStart = text.lastIndexOf('\n', place - 1) + 1;
	let open = '';
	for (let position = Math.max(lineStart, place - 2000); position < place; position++) {
		const sign = text[position] ?? '';
		position += sign === '\\' ? 1 : 0;
		open = sign === open ? '' : open === '' && /["'\u0060]/.test(sign) ? sign : open;
	}

	const end = open === '' ? -1 : text.indexOf(open, place);
	return end === -1 ? null : end;
};

/** How init scripts call what they start; a path there is no secret, and says whose process it is. */
const isProgram = (name: string, value: string): boolean =>
	/^(?:command|[A-Z_]*(?:DAEMON|EXEC|PROG|BIN|SERVER)\w*)$/.test(name) && /^["']?\/[\w./+@${}-]*["']?$/.test(value);

const replaced = (word: string): string | null => {
	const [, quote = '', name = ''] = /^(["']?)([A-Za-z_]\w{0,255})=/.exec(word) ?? [];
	return name === '' ? null : isProgram(name, word.slice(word.indexOf('=') + 1)) ? word : `${quote}${name}=-${quote}`;
};

/** Assignments of variables that another line exports. */
const withoutAssigned = (text: string, isExported: (name: string) => boolean): string => {
	let result = '';
	let done = 0;
	for (const {index, 0: start, 1: name = ''} of text.matchAll(/^[ \t]*([A-Za-z_]\w{0,255})=/gm)) {
		const from = index + start.length;
		const end = shellWordEnd(text, from, text.length);
		if (index >= done && isExported(name) && !isProgram(name, text.slice(from, end))) {
			result += `${text.slice(done, from)}-`;
			done = end;
		}
	}

	return result + text.slice(done);
};

/** `env NAME=value …`, `export NAME=value …`; a script's values may go on in other lines. */
export const withoutShellValues = (text: string): string => {
	const isScript = text.startsWith('#!');
	const exported = new Set<string>();
	let result = '';
	let done = 0;
	for (const {index, 0: starter} of text.matchAll(/(?<![\w.-])(?:export|env|(?:declare|typeset) -x)[ \t]+/g)) {
		if (index < done) {
			continue;
		}

		let position = index + starter.length;
		const lineEnd = text.indexOf('\n', position);
		const limit = Math.min(isScript || lineEnd === -1 ? text.length : lineEnd, enclosingEnd(text, index) ?? text.length);
		while (position < limit) {
			const end = shellWordEnd(text, position, limit);
			const word = text.slice(position, end);
			const other = replaced(word);
			if (other !== null) {
				result += text.slice(done, position) + other;
				done = end;
			} else if (starter.startsWith('env') ? !word.startsWith('-') : !isVariableName(word)) {
				break;
			} else {
				exported.add(word);
			}

			position = end + (/^[ \t]*/.exec(text.slice(end, end + 100))?.[0].length ?? 0);
			if (position === end) {
				break;
			}
		}
	}

	const first = (result + text.slice(done)).replace(/^([ \t]*setenv[ \t]+\w+[ \t]+)[^\n]+/gm, '$1-');
	const areAll = isScript && /^[ \t]*set -a/m.test(text);
	return exported.size === 0 && !areAll ? first : withoutAssigned(first, name => areAll || exported.has(name));
};
