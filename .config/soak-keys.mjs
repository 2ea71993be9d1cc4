// What soak.mjs presses.
import {Buffer} from 'node:buffer';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';

const keymapFile = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../source/keymap.ts');

const sequences = {
	...{up: '\x1b[A', down: '\x1b[B', right: '\x1b[C', left: '\x1b[D', home: '\x1b[H', end: '\x1b[F'},
	...{pageup: '\x1b[5~', pagedown: '\x1b[6~', delete: '\x1b[3~', f1: '\x1bOP', escape: '\x1b', enter: '\r'},
	...{tab: '\t', 'shift+tab': '\x1b[Z', space: ' ', backspace: '\x7f'},
};
/** What a terminal sends for a key of the keymap. */
export const bytesOf = key => sequences[key] ?? (/^ctrl\+/.test(key) ? String.fromCharCode(key.charCodeAt(5) & 31) : key);
/** The letters of a Hangul layout by those of the Latin one. */
export const jamo = Object.fromEntries(
	[...'qwertyuiopasdfghjklzxcvbnm'].map((letter, index) => [letter, 'ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ'[index]]),
);

/** Every key of the keymap; those that end or stop the program are pressed on purpose elsewhere. */
export const keysOfProgram = async () => {
	const {outputFiles} = await build({
		entryPoints: [keymapFile],
		bundle: true,
		write: false,
		format: 'esm',
		platform: 'node',
	});
	const {keymap} = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`);
	return [...new Set(keymap.flatMap(({keys}) => keys))].filter(key => !['q', 'ctrl+c', 'ctrl+z'].includes(key));
};

/** What is typed or pasted in one piece. */
export const texts = [
	'systemd',
	'node',
	'데몬',
	'kind:daemon',
	'mem>1M',
	'ㄷㅁ',
	'👧🏽',
	'\x1b[200~paste\tof\nlines\x1b[201~',
	'\x1b[<0;5;5M',
	'\x1b[99;99R',
	'ㅓㅓㅓ',
	'é́́',
];
