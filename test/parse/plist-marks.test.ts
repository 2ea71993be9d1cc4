import {Buffer} from 'node:buffer';
import {describe, expect, test} from 'vitest';
import {parsePropertyList} from '../../source/parse/plist.js';
import {readContent} from '../../source/parse/plist-content.js';
import {findEntries} from '../../source/parse/plist-entries.js';
import type {MarkedText} from '../../source/parse/plist-marks.js';
import {markOpenStep} from '../../source/parse/plist-openstep-marks.js';
import {markXml} from '../../source/parse/plist-xml-marks.js';
import {isLinearFor, texts, units} from './hostile-laws.js';

const markers: readonly (readonly [string, (text: string) => MarkedText])[] = [
	['XML', markXml],
	['old style', markOpenStep],
];

/** Roles with the stretches that have them. */
const painted = (text: string, {spans}: MarkedText): readonly string[] =>
	spans.filter(({role}) => role !== 'plain').map(({start, end, role}) => `${role}: ${text.slice(start, end)}`);

const marked = (text: string, {marks}: MarkedText): readonly string[] =>
	marks.map(({kind, content}) => `${kind} ${text.slice(...content)}`.trim());

test('the parts of an XML text', () => {
	const text =
		'<!-- a --><dict><key>b</key><integer>1</integer><key>c</key><true/><key>d</key><string>e<![CDATA[<f>]]></string><array/></dict>';
	expect(painted(text, markXml(text))).toEqual([
		'comment: <!-- a -->',
		'punctuation: <dict><key>',
		'key: b',
		'punctuation: </key><integer>',
		'number: 1',
		'punctuation: </integer><key>',
		'key: c',
		'punctuation: </key>',
		'boolean: <true/>',
		'punctuation: <key>',
		'key: d',
		'punctuation: </key><string>',
		'string: e',
		'punctuation: <![CDATA[',
		'string: <f>',
		'punctuation: ]]></string><array/></dict>',
	]);
	expect(marked(text, markXml(text))).toEqual([
		'open <dict>',
		'key b',
		'scalar 1',
		'key c',
		'scalar',
		'key d',
		'scalar e<![CDATA[<f>]]>',
		'open <array/>',
		'close <array/>',
		'close </dict>',
	]);
});

test('the parts of an old-style text', () => {
	const text = '{ a = "b=c\\""; /* d */ e = (f, <0a>); // g';
	expect(painted(text, markOpenStep(text))).toEqual([
		'punctuation: {',
		'key: a',
		'punctuation: =',
		'string: "b=c\\""',
		'punctuation: ;',
		'comment: /* d */',
		'key: e',
		'punctuation: =',
		'punctuation: (',
		'string: f',
		'punctuation: ,',
		'string: <0a>',
		'punctuation: );',
		'comment: // g',
	]);
	expect(marked('(a = b)', markOpenStep('(a = b)'))).toEqual(['open (', 'scalar a', 'scalar b', 'close )']);
	expect(marked(text, markOpenStep(text))).toEqual([
		'open {',
		'key a',
		'scalar b=c\\"',
		'key e',
		'open (',
		'scalar f',
		'scalar <0a>',
		'close )',
	]);
});

describe.each(markers)('whatever the text, in %s', (_, mark) => {
	const all = [
		...texts,
		...texts.slice(0, 400).flatMap(text => [`<dict><key>${text}</key>`, `{ "${text}" = ${text}; `, `<string>${text}`]),
	];

	test('the spans are the text, in order', () => {
		const bad = all.filter(text => {
			const {spans} = mark(text);
			return spans.map(({start, end}) => text.slice(start, end)).join('') !== text || spans.some(({start, end}) => start >= end);
		});
		expect(bad).toEqual([]);
	});

	test('the marks stand in order within the text', () => {
		const bad = all.filter(text =>
			mark(text).marks.some(
				({range: [start, end], content: [from, to]}, index, marks) =>
					start < (marks[index - 1]?.range[0] ?? 0) || start > from || from > to || to > end || end > text.length,
			),
		);
		expect(bad).toEqual([]);
	});

	test.each([
		...units,
		'<',
		'<a>',
		'<key>',
		'<string>a',
		'<!-- ',
		'<![CDATA[',
		'&amp',
		'{',
		'}',
		'/*',
		'//',
		'\\x',
		'<0a',
		'a = b;',
		'"a" = ',
	])('%j in a row takes time in proportion', unit => {
		expect(isLinearFor(mark, unit)).toBe(true);
	});
});

describe('what a key or a string says', () => {
	const cases: readonly (readonly [source: string, isXml: boolean, text: string])[] = [
		['a', true, 'a'],
		['a&amp;b', true, 'a&b'],
		['&#65;&#x42;', true, 'AB'],
		['a & b && c', true, 'a & b && c'],
		['a<![CDATA[&amp;<]]>b', true, 'a&amp;<b'],
		['a<!-- b -->c', true, 'ac'],
		['&#9999999;', true, '&#9999999;'],
		['a\\"b\\\\', false, 'a"b\\'],
		['\\U00e4\\101\\n', false, 'äA\n'],
		['a&amp;', false, 'a&amp;'],
	];

	test.each(cases)('%s, in XML: %s', (source, isXml, text) => {
		expect(readContent(`>${source}<`, [1, source.length + 1], isXml).text).toBe(text);
	});

	test('its parts are found again in the text', () => {
		const source = 'x a&amp;b<![CDATA[c]]>d x';
		const content = readContent(source, [2, source.length - 2], true);
		const at = (start: number, end: number): string => source.slice(...content.rangeOf(start, end));
		expect(content.text).toBe('a&bcd');
		expect([at(0, 1), at(1, 2), at(2, 3), at(3, 4), at(1, 5), at(0, 5)]).toEqual([
			'a',
			'&amp;',
			'b',
			'c',
			'&amp;b<![CDATA[c]]>d',
			'a&amp;b<![CDATA[c]]>d',
		]);
	});
});

describe('the keys of a text', () => {
	const entriesOf = (text: string) => findEntries(text, markXml(text), true, parsePropertyList(Buffer.from(text)).value ?? null);

	test('have their values, and the stretch of both', () => {
		const text =
			'<plist><dict><key>a</key><dict><key>b</key><array><true/><string>c</string></array></dict><key>d</key><dict/></dict></plist>';
		expect(entriesOf(text)?.map(({path, range, contents}) => [path.join('.'), text.slice(...range), contents.length])).toEqual([
			['a', '<key>a</key><dict>', 0],
			['a.b', '<key>b</key><array><true/><string>c</string></array>', 2],
			['d', '<key>d</key><dict/>', 0],
		]);
	});

	test('a text that is not that of the value has none', () => {
		const text = '<plist><dict><key>a</key><true/></dict></plist>';
		expect(findEntries(text, markXml(text), true, {b: true})).toBeNull();
		expect(findEntries(text, markXml(text), true, [])).toBeNull();
		expect(findEntries(text, markXml(text), true, null)).toBeNull();
	});
});
