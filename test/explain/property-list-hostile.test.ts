import {Buffer} from 'node:buffer';
import process from 'node:process';
import {describe, expect, test} from 'vitest';
import type {KeyNote} from '../../source/model/config.js';
import {launchdKeys} from '../../source/text/en/launchd-keys.js';
import {hostileTexts, stringsIn, unsafe} from '../parse/hostile-texts.js';
import {array, ascii, binaryPlist, dictionary, utf16} from '../parse/mac-binary-plist.js';
import {explainBytes, explainText, linesOf, notesOf, now} from './explained-list.js';

const say = ({id, value}: KeyNote): string => (id === null ? '' : launchdKeys[id as keyof typeof launchdKeys](value, now));

const inPlist = (body: string): Uint8Array => Buffer.from(`<?xml version="1.0"?>\n<plist>\n${body}\n</plist>`);

const entities = Array.from({length: 9}, (_, index) => `<!ENTITY a${index + 1} "${`&a${index || ''};`.repeat(10)}">`).join('');

describe('within a second, without an exception', () => {
	const cases: readonly (readonly [what: string, make: () => Uint8Array, detail: RegExp | null])[] = [
		[
			'entities that grow without end',
			() => Buffer.from(`<!DOCTYPE plist [<!ENTITY a "b">${entities}]>\n<plist><string>&a9;</string></plist>`),
			/^entity-declaration/,
		],
		['50 MB of XML', () => Buffer.from(`<plist>${'<a>'.repeat(17_000_000)}`), /^too-big$/],
		['50 MB of anything', () => Buffer.alloc(50_000_000, 'a'), /^too-big$/],
		['50 MB that begin as binary', () => Buffer.concat([Buffer.from('bplist00'), Buffer.alloc(50_000_000)]), /^too-big$/],
		['references in a circle', () => binaryPlist([dictionary(1, 2), ascii('Label'), array(0)]), /^reference-loop$/],
		['100 000 arrays in each other', () => Buffer.from(`<plist>${'<array>'.repeat(100_000)}`), /^too-deep/],
		['100 000 dictionaries in each other', () => Buffer.from('{a='.repeat(100_000)), /^too-deep/],
		['60 dictionaries in each other', () => inPlist(`${'<dict><key>a</key>'.repeat(60)}<true/>${'</dict>'.repeat(60)}`), null],
		['one line of 4 MB', () => inPlist(`<dict><key>Label</key><string>${'a'.repeat(4_000_000)}</string></dict>`), null],
		['one line of 4 MB of keys', () => inPlist(`<dict>${'<key>a</key><true/>'.repeat(200_000)}</dict>`), /^too-many-values/],
		[
			'one line of 4 MB of arguments',
			() => inPlist(`<dict><key>ProgramArguments</key><array>${'<string>--token</string>'.repeat(40_000)}</array></dict>`),
			null,
		],
		['4 MB of quotes', () => Buffer.from(`${'"'.repeat(2000)}\n`.repeat(2000)), /./],
		['4 MB of tags', () => Buffer.from(`${'<key>'.repeat(400)}\n`.repeat(2000)), /./],
		[
			'30 000 calendar events that never come',
			() =>
				inPlist(
					`<dict>\n<key>StartCalendarInterval</key>\n<array>\n${'<dict>\n<key>Day</key>\n<integer>30</integer>\n<key>Month</key>\n<integer>2</integer>\n</dict>\n'.repeat(15_000)}</array>\n</dict>`,
				),
			null,
		],
		[
			'keys that every object has',
			() => Buffer.from('{ __proto__ = { __proto__ = 1; }; constructor = 2; KeepAlive = { __proto__ = 3; }; }'),
			null,
		],
	];

	test.each(cases)('%s', (_, make, detail) => {
		const bytes = make();
		const started = process.cpuUsage();
		const explained = explainBytes(bytes);
		const sentences = notesOf(explained).map(say);
		expect(process.cpuUsage(started).user / 1e6).toBeLessThan(1);
		expect(explained.file.detail ?? '').toMatch(detail ?? /^$/);
		expect(explained.file.failure).toBe(detail === null ? null : 'parse');
		expect(linesOf(explained).length).toBeLessThanOrEqual(2000);
		expect(linesOf(explained).filter(line => line.length > 2001)).toEqual([]);
		expect(sentences.filter(sentence => sentence.length > 1000)).toEqual([]);
	});
});

const keyPaths: readonly string[] = [
	'KeepAlive',
	'MachServices',
	'Sockets',
	'EnvironmentVariables',
	'LaunchEvents',
	'StartCalendarInterval',
	'Umask',
	'Nice',
];

/** A text at every place where a file decides what stands there. */
const files = (text: string): readonly Uint8Array[] => [
	Buffer.from(text),
	inPlist(`<dict>\n<key>${text}</key>\n<string>${text}</string>\n</dict>`),
	inPlist(
		`<dict>\n${keyPaths.map(key => `<key>${key}</key>\n<dict>\n<key><![CDATA[${text}]]></key>\n<string><![CDATA[${text}]]></string>\n</dict>`).join('\n')}\n</dict>`,
	),
	inPlist(
		`<dict>\n${keyPaths.map(key => `<key>${key}</key>\n<array>\n<string><![CDATA[${text}]]></string>\n</array>`).join('\n')}\n</dict>`,
	),
	Buffer.from(`{ Label = "${text}"; "${text}" = "${text}"; ProgramArguments = ("${text}", "${text}"); }`),
	binaryPlist([dictionary(1, 2, 3, 4), utf16(text.slice(0, 14)), ascii('Label'), utf16(text.slice(0, 14)), utf16(text.slice(-14))]),
];

test('whatever a file holds, only what is safe to show is handed on, and a sentence is made of it', () => {
	const bad = hostileTexts().filter(text =>
		files(text).some(bytes => {
			const explained = explainBytes(bytes);
			return [...stringsIn(explained), ...notesOf(explained).map(say)].some(string => unsafe.test(string));
		}),
	);
	expect(bad).toEqual([]);
}, 60_000);

test('a file with any byte changed or lost is laid out', () => {
	const text =
		'<plist><dict><key>Label</key><string>a</string>\n<key>KeepAlive</key><dict><key>Crashed</key><true/></dict><!-- b --></dict></plist>';
	for (let position = 0; position < text.length; position++) {
		for (const sign of ['', '<', '>', '/', '&', '\n', '\0', '"']) {
			const changed = text.slice(0, position) + sign + text.slice(position + 1);
			const explained = explainText(changed);
			expect(explained.file.pieces.length).toBeGreaterThan(0);
			if (explained.file.failure !== null) {
				expect(linesOf(explained).join('\n')).toBe(changed.replace(/\n$/, '').replaceAll('\0', '\\x00'));
			}
		}
	}
});
