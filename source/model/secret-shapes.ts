/** Where a secret stands in a text. */
type Range = readonly [start: number, end: number];

/** Keys and tokens that are told by how they begin, as those who give them out have chosen. */
const tokenShapes: readonly RegExp[] = [
	/\bgh[oprsu]_[A-Za-z0-9]{20,255}/g,
	/\bgithub_pat_\w{20,255}/g,
	/\bglpat-[\w-]{16,255}/g,
	/\bnpm_[A-Za-z0-9]{30,255}/g,
	/\bpypi-[\w-]{30,255}/g,
	/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g,
	/\bAIza[\w-]{30,64}/g,
	/\bxox[abeoprs]-[\w-]{10,255}/g,
	/\bsk-[A-Za-z0-9][\w-]{18,255}/g,
	/\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,255}/g,
	/\bhvs\.[\w-]{20,255}/g,
	// a JSON web token: two objects in base64 and a signature
	/\beyJ[\w-]{8,4096}\.eyJ[\w-]{4,4096}(?:\.[\w-]{0,4096})?/g,
];

const keyStart = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;
const keyEnd = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;

const tokenRanges = (text: string): readonly Range[] =>
	tokenShapes.flatMap(shape => [...text.matchAll(shape)].map(found => [found.index, found.index + found[0].length] as const));

/** What stands between the two lines around a private key; to the end of the text where the second is missing. */
const keyRanges = (text: string): readonly Range[] => {
	const ranges: Range[] = [];
	let isFrom = 0;
	for (const {index, 0: line} of text.matchAll(keyStart)) {
		if (index >= isFrom) {
			keyEnd.lastIndex = index;
			const end = keyEnd.exec(text)?.index ?? text.length;
			ranges.push([index + line.length, end]);
			isFrom = end;
		}
	}

	return ranges;
};

/** Options that say nothing by their name, and hold a secret for these programs: in the next argument, or attached to it. */
const programOptions: readonly (readonly [program: RegExp, option: RegExp, isAttached: boolean])[] = [
	[/^(?:mysql(?!d(?:$|_safe|_multi))|mariadb(?!d))/, /^-p(?=.)/, true],
	[/^sshpass$/, /^-p/, true],
	[/^sshpass$/, /^-p$/, false],
	[/^redis-cli$/, /^-a$/, false],
	[/^(?:mongo(?:sh|dump|restore|export|import)?|mosquitto_\w+|smbclient)$/, /^-[pP]$/, false],
	[/^ldap\w+$/, /^-w$/, false],
	[/^sqlcmd$/, /^-P$/, false],
	[/^7z\w*$/, /^-p(?=.)/, true],
];

/** `-u user:password` of these programs. */
const userOption = /^(?:-u|-U|--user|--proxy-user)$/;
const userPrograms = /^curl$/;

const baseName = (word: string): string => word.slice(word.lastIndexOf('/') + 1);

const isProgram = (name: string): boolean => userPrograms.test(name) || programOptions.some(([program]) => program.test(name));

/** Where in an argument a secret begins, for a program; `null`: there is none. */
const secretStart = (program: string, word: string, before: string): number | null => {
	for (const [name, option, isAttached] of programOptions) {
		const found = name.test(program) ? option.exec(isAttached ? word : before) : null;
		if (found !== null && (!isAttached || found[0].length < word.length)) {
			return isAttached ? found[0].length : 0;
		}
	}

	const colon = word.indexOf(':');
	return userPrograms.test(program) && userOption.test(before) && colon !== -1 ? colon + 1 : null;
};

/** For arguments in a row, where in each a secret begins that only the program's way to name its options tells. */
export const optionSecrets = (words: readonly string[]): readonly (number | null)[] => {
	let program = '';
	return words.map((word, index) => {
		const start = program === '' ? null : secretStart(program, word, words[index - 1] ?? '');
		const name = word.length < 300 ? baseName(word) : '';
		// one secret each: what follows may be options of a program that it starts
		program = isProgram(name) ? name : start === null ? program : '';
		return start !== null && start < word.length ? start : null;
	});
};

const optionRanges = (text: string): readonly Range[] => {
	const words = [...text.matchAll(/[^\s'"]+/g)];
	return optionSecrets(words.map(([word]) => word)).flatMap((start, index) => {
		const found = words[index];
		return start === null || found === undefined ? [] : [[found.index + start, found.index + found[0].length] as const];
	});
};

const mayHoldOption = /mysql|mariadb|sshpass|redis-cli|mongo|mosquitto|smbclient|ldap|sqlcmd|7z|curl/;

/** Keys and tokens by their form, private keys, and options of programs that name them by one letter. */
export const shapeRanges = (text: string): readonly Range[] => [
	...tokenRanges(text),
	...(text.includes('PRIVATE KEY') ? keyRanges(text) : []),
	...(mayHoldOption.test(text) ? optionRanges(text) : []),
];
