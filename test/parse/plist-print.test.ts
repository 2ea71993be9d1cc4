import {Buffer} from 'node:buffer';
import {describe, expect, test} from 'vitest';
import type {PlistValue} from '../../source/model/property-list.js';
import {parsePropertyList} from '../../source/parse/plist.js';
import {printPropertyList} from '../../source/parse/plist-print.js';
import {toPlistValue} from '../../source/parse/plist-value.js';
import {hostileTexts} from './hostile-texts.js';

const head = [
	'<?xml version="1.0" encoding="UTF-8"?>',
	'<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
	'<plist version="1.0">',
];

/** Without what every file begins and ends with. */
const printed = (value: PlistValue): readonly string[] => printPropertyList(value).split('\n').slice(3, -1);

test('what stands around a value', () => {
	expect(printPropertyList(true)).toBe([...head, '<true/>', '</plist>'].join('\n'));
});

describe('a value is printed as plutil does it', () => {
	const cases: readonly (readonly [what: string, value: PlistValue, lines: readonly string[]])[] = [
		['text', 'a<b>&"c"', ['<string>a&lt;b&gt;&amp;"c"</string>']],
		['an empty text', '', ['<string></string>']],
		['a number', -5, ['<integer>-5</integer>']],
		['a large number', 2n ** 63n, ['<integer>9223372036854775808</integer>']],
		['a fraction', 0.1, ['<real>0.1</real>']],
		['no number', Number.NaN, ['<real>nan</real>']],
		['the largest', Number.POSITIVE_INFINITY, ['<real>+infinity</real>']],
		['the smallest', Number.NEGATIVE_INFINITY, ['<real>-infinity</real>']],
		['a switch', false, ['<false/>']],
		['a date', new Date(Date.UTC(2026, 0, 2, 3, 4, 5, 678)), ['<date>2026-01-02T03:04:05Z</date>']],
		['data', Uint8Array.from([1, 2, 3, 4]), ['<data>', 'AQIDBA==', '</data>']],
		['an empty list', [], ['<array/>']],
		['an empty dictionary', {}, ['<dict/>']],
		[
			'what stands inside',
			{a: [{b: 1}], c: 'd'},
			[
				'<dict>',
				'    <key>a</key>',
				'    <array>',
				'        <dict>',
				'            <key>b</key>',
				'            <integer>1</integer>',
				'        </dict>',
				'    </array>',
				'    <key>c</key>',
				'    <string>d</string>',
				'</dict>',
			],
		],
	];

	test.each(cases)('%s', (_, value, lines) => {
		expect(printed(value)).toEqual(lines);
	});
});

test('data fills lines of 76 columns', () => {
	const lines = printed([new Uint8Array(100)]);
	expect(lines.map(line => line.trim().length)).toEqual([7, 6, 68, 68, 7, 8]);
});

test('what is printed is read as the same value', () => {
	const texts = hostileTexts().slice(0, 600);
	const value = toPlistValue({
		...Object.fromEntries(texts.map((text, index) => [`k${index}${text.slice(0, 40)}`.trim(), text])),
		list: [1, 2.5, true, [], {}, [{a: Uint8Array.from({length: 200}, (_, index) => index)}]],
	});
	const {error, value: again} = parsePropertyList(Buffer.from(printPropertyList(value)));
	expect(error).toBeNull();
	expect(again).toEqual(value);
});

test('behind a number of lines nothing more is printed', () => {
	const values = [
		Array.from({length: 50_000}, () => 'a'),
		new Uint8Array(1_000_000),
		Object.fromEntries(Array.from({length: 50_000}, (_, i) => [`k${i}`, i])),
	];
	for (const value of values) {
		const lines = printPropertyList(value, 100).split('\n');
		expect(lines.length).toBeGreaterThan(100);
		expect(lines.length).toBeLessThan(110);
	}
});
