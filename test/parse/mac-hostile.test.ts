import {Buffer} from 'node:buffer';
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest';
import {parseLaunchctlList} from '../../source/parse/launchctl-list.js';
import {parseLaunchctlDomain} from '../../source/parse/launchctl-print.js';
import {parseLaunchctlService} from '../../source/parse/launchctl-service.js';
import {parseLsappinfo} from '../../source/parse/lsappinfo.js';
import {parseLsofFields} from '../../source/parse/lsof.js';
import {parsePropertyList} from '../../source/parse/plist.js';
import {parseDarwinArgs, parseDarwinPs, parsePsTable} from '../../source/parse/ps-darwin.js';
import {parseSwVers, parseSysctl} from '../../source/parse/sysctl.js';
import {hostileTexts, stringsIn, unsafe} from './hostile-texts.js';
import {isLinear} from './linear-time.js';
import {array, ascii, binaryPlist, dictionary, utf16} from './mac-binary-plist.js';

type Parser = (text: string) => unknown;

/** A property list without its raw text, which may hold line breaks. */
const listOf = (bytes: Uint8Array): unknown => {
	const {text, ...rest} = parsePropertyList(bytes);
	return [rest, text?.split('\n')];
};

const xml = (text: string): unknown => listOf(Buffer.from(text));
const start = 'Wed Jan 28 17:21:44 2026';

/** Every parser, with the text whole and with the text in the places where a process or a file decides what stands there. */
const parsers: readonly (readonly [string, Parser])[] = [
	[
		'parseDarwinPs',
		text => [
			parseDarwinPs(text),
			parseDarwinPs(`1 0 1 0 root ?? Ss 0 1 2 0:01.00 ${start} ${text}`),
			parseDarwinPs(`1 0 1 0 ${text} ?? Ss 0 1 2 0:01.00 ${start} /x`),
			parseDarwinPs(`1 0 1 0 root ${text} ${text} 0 1 2 0:01.00 ${start} /x`),
		],
	],
	['parseDarwinArgs', text => [parseDarwinArgs(text), parseDarwinArgs(`1 ${text}`)]],
	['parsePsTable', text => [parsePsTable(text), parsePsTable(`UID PID PPID C STIME TTY TIME CMD\n${text} 1 1 0 1 ${text} 1 ${text}`)]],
	[
		'parseLaunchctlDomain',
		text => [
			parseLaunchctlDomain(text),
			parseLaunchctlDomain(`com.apple.xpc.launchd.${text} = {`),
			parseLaunchctlDomain(
				`system = {\n\tservices = {\n\t\t 0 - \t${text}\n\t\t ${text} ${text} \tx\n\t}\n\tdisabled services = {\n\t\t"${text}" => true\n`,
			),
		],
	],
	[
		'parseLaunchctlService',
		text => [
			parseLaunchctlService(text),
			parseLaunchctlService(`${text} = {\n\tdomain = ${text}\n\tlast exit code = ${text}\n\tspawn type = ${text}\n\t${text} = ${text}\n`),
			parseLaunchctlService(
				`system/a = {\n\targuments = {\n\t\t${text}\n\t}\n\tenvironment = {\n\t\t${text} => ${text}\n\t}\n\tendpoints = {\n\t\t"${text}" = {\n`,
			),
		],
	],
	['parseLaunchctlList', text => [parseLaunchctlList(text), parseLaunchctlList(`1\t(${text})\t${text}\n-\t0\t${text}`)]],
	[
		'parseLsappinfo',
		text => [
			parseLsappinfo(text),
			parseLsappinfo(` 1) "${text}" ASN:0x0-0x1: \n bundleID="${text}"\n pid = 5 type="${text}"\n`),
			parseLsappinfo(`[0x0-0x1: "${text}" pid=5 ${text}`),
		],
	],
	['parseSysctl', text => [parseSysctl(text), parseSysctl(`kern.hostname: ${text}\nvm.loadavg: { ${text}\nhw.ncpu: ${text}`)]],
	['parseSwVers', text => [parseSwVers(text), parseSwVers(`ProductName: ${text}\nProductVersion: ${text}`)]],
	[
		'parseLsofFields',
		text => [
			parseLsofFields(text),
			parseLsofFields(`p1\nc${text}\nu${text}\nf${text}\ntIPv6\nP${text}\nn${text}\nTST=${text}\nf1\ntunix\nn${text}\nd${text}`),
			parseLsofFields(`p1\0c${text}\0\nf1\0tIPv4\0n${text}:1->${text}:2\0`),
		],
	],
	[
		'parsePropertyList (XML)',
		text => [
			xml(text),
			xml(`<?xml ${text}`),
			xml(`<plist>${text}`),
			xml(`<plist><dict><key>${text}</key><string>${text}</string></dict></plist>`),
			xml(`<plist><string><![CDATA[${text}]]></string></plist>`),
		],
	],
	['parsePropertyList (old style)', text => [xml(`{${text}`), xml(`{a = "${text}"; "${text}" = b; }`), xml(`("${text}", <${text}>)`)]],
	[
		'parsePropertyList (binary)',
		text => [
			listOf(Buffer.from(`bplist00${text}`)),
			listOf(Buffer.concat([Buffer.from(`bplist00${text}`), binaryPlist([]).slice(-32)])),
			listOf(binaryPlist([dictionary(1, 2), utf16(text.slice(0, 14)), array(3), ascii(text.replace(/[^\0-\x7f]/g, '').slice(0, 14))])),
		],
	],
];

const texts = hostileTexts();

describe('whatever a Mac says', () => {
	beforeAll(() => {
		vi.spyOn(console, 'error');
		vi.spyOn(console, 'warn');
		vi.spyOn(console, 'log');
	});

	afterAll(() => {
		vi.restoreAllMocks();
	});

	test.each(parsers)('%s does not throw, and hands on only what is safe to show', (_, parse) => {
		const bad = texts.filter(text => {
			try {
				return stringsIn(parse(text)).some(string => unsafe.test(string));
			} catch {
				return true;
			}
		});
		expect(bad).toEqual([]);
	});

	test('nothing is written to the console', () => {
		for (const method of ['error', 'warn', 'log'] as const) {
			expect(console[method]).not.toHaveBeenCalled();
		}
	});
});

const repeat = (text: string) => (length: number) => text.repeat(Math.ceil(length / text.length));

/** What could make a pattern try again and again. */
const longTexts: readonly (readonly [string, (length: number) => string])[] = [
	['blanks', repeat(' ')],
	['tabs', repeat('\t')],
	['line breaks', repeat('\n')],
	['digits', repeat('1')],
	['words', repeat('a ')],
	['one word', repeat('a')],
	['quotes', repeat('"')],
	['separators', repeat(' = ')],
	['opening blocks', repeat('\t\ta = {\n')],
	['blocks in one line', repeat(' = {')],
	['angles', repeat('<')],
	['tags', repeat('<a>')],
	['arrays', repeat('<array>')],
	['comments', repeat('<!-- -->')],
	['ampersands', repeat('&#1')],
	['brackets', repeat('(')],
	['semicolons', repeat('a;')],
	['commas', repeat('a,')],
	['backslashes', repeat('\\x')],
	['dates', repeat(` ${start}`)],
	['old comments', repeat('/* ')],
	['fields', repeat('p1\nf1\ntunix\nn type=A ')],
	['names', repeat('" ASN:0x0')],
];

describe('whatever its length', () => {
	test.each(parsers)(
		'%s takes time in proportion',
		(name, parse) => {
			const slow = longTexts
				.filter(
					([, make]) =>
						!isLinear(length => {
							const text = make(length);
							return () => parse(text);
						}, 20_000),
				)
				.map(([kind]) => `${name}: ${kind}`);
			expect(slow).toEqual([]);
		},
		120_000,
	);

	test('a file of the largest size is read in seconds', () => {
		const body = (value: string): Uint8Array => Buffer.from(`<plist><array>${value}</array></plist>`);
		const started = process.cpuUsage();
		for (const bytes of [
			body('<string>a</string>'.repeat(99_000)),
			body(`<string>${'&amp;'.repeat(800_000)}</string>`),
			body('<string>x<!-- -- --></string>'.repeat(90_000)),
			Buffer.from(`(${'a, '.repeat(99_000)})`),
			Buffer.from(`{a = "${'\\n'.repeat(2_000_000)}"; }`),
		]) {
			expect(parsePropertyList(bytes).error).toBeNull();
		}

		expect(process.cpuUsage(started).user / 1e6).toBeLessThan(20);
	}, 60_000);
});

describe('a binary property list with any byte changed', () => {
	test('is read or refused', () => {
		const file = binaryPlist([
			dictionary(1, 2, 3, 4),
			ascii('Label'),
			utf16('한글'),
			ascii('com.example'),
			array(5, 6, 7),
			[0x09],
			[0x33, 0, 0, 0, 0, 0, 0, 0, 0],
			[0x42, 1, 2],
		]);
		const codes = new Set<string | null>();
		for (let position = 8; position < file.length; position++) {
			for (let value = 0; value < 256; value++) {
				const changed = Uint8Array.from(file);
				changed[position] = value;
				codes.add(parsePropertyList(changed).error);
			}
		}

		expect([...codes].map(String).sort()).toEqual([
			'bad-reference',
			'bad-trailer',
			'bad-value',
			'missing-key',
			'null',
			'reference-loop',
			'too-many-values',
		]);
	});
});
