import type {KeyValue} from '../model/config.js';

const shells = /(?:^|\/)(?:ba|da|k|z|c|tc)?sh$/;
const interpreters = /(?:^|\/)(?:python|ruby|perl|node|osascript|php|java)[\d.]*$/;

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** What a list of arguments comes down to; the `line` of a shell may be empty, `count` is that of the arguments of a script. */
type CommandForm =
	| {form: 'shell-line'; shell: string; line: string}
	| {form: 'script'; interpreter: string; script: string; count: number}
	| {form: 'program'; program: string; rest: readonly string[]};

export const commandForm = (items: readonly string[]): CommandForm => {
	const [program = '', first = '', second = ''] = items;
	if (shells.test(program) && /^-[a-z]*c$/.test(first)) {
		return {form: 'shell-line', shell: nameOf(program), line: second};
	}

	return (shells.test(program) || interpreters.test(program)) && first !== '' && !first.startsWith('-')
		? {form: 'script', interpreter: nameOf(program), script: first, count: items.length - 2}
		: {form: 'program', program, rest: items.slice(1)};
};

/** Which addresses of this computer an address to listen on stands for. */
export const nodeReach = (node: string): 'loopback' | 'every-ipv4' | 'every' | 'one' => {
	if (/^(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1)$/.test(node)) {
		return 'loopback';
	}

	return node === '0.0.0.0' ? 'every-ipv4' : /^(?:::|\*)$/.test(node) ? 'every' : 'one';
};

/** A port as a number, or the name of a service; `null` for anything else. */
export const portOf = ({flag, text}: KeyValue): {isNumber: boolean; port: string} | null =>
	flag !== null || text === '' ? null : {isNumber: /^\d+$/.test(text), port: text};

/** A mask as three octal digits: `022` for `0022`. */
export const maskDigits = (mode: string): string => mode.replace(/^0(?=\d{3}$)/, '');

/** The number of a vendor or product as devices carry it, in hexadecimal; `any` for a star, `null` for anything else. */
export const deviceNumberOf = ({number, text}: KeyValue): string | null => {
	if (number === null || !Number.isSafeInteger(number) || number < 0) {
		return text === '*' ? 'any' : null;
	}

	return `0x${number.toString(16).padStart(4, '0')}`;
};

/** Apple, among the vendors of devices. */
export const appleVendor = '0x05ac';

export const twoDigits = (number: number): string => String(number).padStart(2, '0');
