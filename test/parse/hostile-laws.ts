import {hostileTexts, stringsIn, unsafe} from './hostile-texts.js';
import {isLinear} from './linear-time.js';

export type Parser = (text: string) => unknown;

export const texts = hostileTexts();

/** Texts at which a parser throws. */
export const throwing = (parse: Parser): readonly string[] =>
	texts.filter(text => {
		try {
			parse(text);
			return false;
		} catch {
			return true;
		}
	});

/** Texts of which a parser lets something through that must not be shown. */
export const leaks = (parse: Parser): readonly string[] => texts.filter(text => stringsIn(parse(text)).some(string => unsafe.test(string)));

/** Repeated up to a length, on a line of its own, before something ordinary. */
const repeated = (unit: string, length: number): string => `\n${unit.repeat(Math.ceil(length / unit.length))}x`;

export const isLinearFor = (parse: Parser, unit: string, length = 10_000, tries = 3): boolean =>
	isLinear(
		size => {
			const text = repeated(unit, size);
			return () => parse(text);
		},
		length,
		tries,
	);

/** What long texts are made of. */
export const units: readonly string[] = [
	...['x', ' ', '\0', '\t', '=', '"', "'", '\\', '/', '(', ')', ':', ',', '\u001b', '데', '\ud800'],
	...['x ', 'a=b\0', '"\\" ', ' (', '/kubepods/', 'user-1', '0::/x\n', 'x:x:1:1\n', '\n', '\n\n', '\\\n', '[A]\n', 'A=1\n', 'A=\n'],
	...['DAEMON', 'DAEMON=\n', 'Id=x\n\n', 'PRETTY_NAME="\n', 'KernelPageSize:\n', 'Uid:\t1\n', '--exec /', 'proc /proc proc hidepid=1\n'],
];
