import {Buffer} from 'node:buffer';
import {createRandom} from './random.js';

/** What must not be in a string that is going to be shown. */
export const unsafe =
	// biome-ignore lint/suspicious/noMisleadingCharacterClass: single code points are meant
	/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Variation_Selector}\u00ad\u034f\u115f\u1160\u200b-\u200d\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;

const fixed: readonly string[] = [
	'',
	'\0',
	'\n',
	'\0\0\0\0',
	' ',
	'\u001b[2J\u001b]0;title\u0007',
	'\u001b]52;c;YQ==\u0007',
	'\u001bP+q\u001b\\',
	'\u009b31m',
	'a\rb',
	'\u202e\u2066txt.exe\u2069',
	'\u2028\u2029\u0085',
	'\u200b\u200d\ufeff\u2060\u00ad',
	'\u115f\u1160\u3164\uffa0',
	'\ufe0f\u{e0101}\u{e0041}\u{e007f}',
	'\ud800',
	'\udfff\ud800',
	'x\ud83d',
	'\ufffd\ufffe\uffff',
	'x) R 1 1 1 0 -1 4194304 0 0 0 0 0 0 0 0 20 0 1 0 1 1 1',
	'__proto__=x\0constructor=y\0',
	'__proto__',
	'constructor',
	'hasOwnProperty:x:0:0',
	'nan:x:NaN:0',
	'-1',
	'1e308',
	'99999999999999999999999999',
	'\\x1b\\x00\\xff\\xzz',
	'"\'`$(reboot)',
	'%s%n%x',
	'../../../etc/passwd',
	'e\u0301'.repeat(50),
	'a'.repeat(20_000),
	'데'.repeat(9000),
	'😀'.repeat(5000),
	'='.repeat(500),
	'('.repeat(500),
	')'.repeat(500),
	'/'.repeat(500),
];

const fragments: readonly string[] = [
	...fixed.filter(text => text.length < 60),
	...[
		'PRETTY_NAME=',
		'KernelPageSize: ',
		'btime ',
		'Uid:\t',
		'NSpid:\t',
		'[Service]\n',
		'ExecStart=',
		'Id=',
		'LoadState=',
		'0::/',
		'DAEMON=',
	],
	...[
		'docker-',
		'libpod-',
		'/lxc/',
		'.service',
		'.scope',
		'.slice',
		'user@1000.service',
		'SUPERVISOR_PROCESS_NAME=',
		'proc /proc proc ',
		'\n\n',
	],
	...['0123456789abcdef', '0A', ':', ' ', '\t', '"', "'", '\\', '-', '--exec ', '/usr/bin/', 'node', '한글'],
];

/** The same few thousand strings in every run: known tricks, random bytes, random code units, and mixtures with what the parsers look for. */
export const hostileTexts = (): readonly string[] => {
	const random = createRandom(20_260_101);
	const times = (count: number, make: () => string): string[] => Array.from({length: count}, make);
	const bytes = (): string => Buffer.from(Array.from({length: random(60)}, () => random(256))).toString('utf8');
	const units = (): string => String.fromCharCode(...Array.from({length: random(30)}, () => random(0x10000)));
	const mixture = (): string =>
		times(1 + random(8), () => (random(4) === 0 ? units().slice(0, 3) : (fragments[random(fragments.length)] ?? ''))).join('');
	return [...fixed, ...times(800, bytes), ...times(800, units), ...times(1600, mixture)];
};

/** Every string anywhere in a value, also the keys of maps. */
export const stringsIn = (value: unknown): readonly string[] => {
	if (typeof value === 'string') {
		return [value];
	}

	if (value instanceof Map) {
		return [...value].flatMap(([key, inner]) => [...stringsIn(key), ...stringsIn(inner)]);
	}

	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
};
