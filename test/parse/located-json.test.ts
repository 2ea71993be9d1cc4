import {describe, expect, test} from 'vitest';
import {type JsonNode, placeInText, readLocatedJson} from '../../source/parse/located-json.js';
import {createRandom} from './random.js';

const plainValue = (node: JsonNode): unknown => {
	switch (node.type) {
		case 'object':
			return Object.fromEntries(node.entries.map(({key, value}) => [key, plainValue(value)]));
		case 'array':
			return node.items.map(plainValue);
		case 'null':
			return null;
		default:
			return node.value;
	}
};

const read = (text: string): unknown => {
	const found = readLocatedJson(text);
	return 'node' in found ? plainValue(found.node) : `${found.expected}@${found.offset}`;
};

describe('JSON with places', () => {
	test.each([
		'{}',
		'[]',
		' {"a": [1, -2.5e3, 0], "b": {"c": null, "d": true}}\n',
		'"\\u00e9\\n\\"\\ud83d\\ude00"',
		'false',
		'[[[["deep"]]]]',
	])('is read as JSON.parse reads it: %s', text => {
		expect(read(text)).toEqual(JSON.parse(text));
	});

	test.each([
		['', 'value@0'],
		['{', 'key@1'],
		['{"a" 1}', 'colon@5'],
		['{"a": }', 'value@6'],
		['{"a": 1 "b": 2}', 'commaOrBrace@8'],
		['{"a": 1,}', 'key@8'],
		["{'a': 1}", 'key@1'],
		['[1 2]', 'commaOrBracket@3'],
		['[1,]', 'value@3'],
		['{} x', 'end@3'],
		['"open', 'string@0'],
		['"line\nbreak"', 'string@0'],
		['"\\x"', 'string@0'],
		['// no', 'value@0'],
		['01', 'end@1'],
		['NaN', 'value@0'],
		['truely', 'end@4'],
	])('says what is expected where: %s', (text, expected) => {
		expect(read(text)).toBe(expected);
	});

	test('keeps both of two equal keys, each with its place', () => {
		const found = readLocatedJson('{"a": 1, "a": 2}');
		expect('node' in found && found.node.type === 'object' ? found.node.entries.map(({key, offset}) => [key, offset]) : null).toEqual([
			['a', 1],
			['a', 9],
		]);
	});

	test('goes only so deep', () => {
		expect(read('['.repeat(16) + ']'.repeat(16))).not.toContain('shallower');
		expect(read('['.repeat(100_000))).toBe('shallower@16');
	});

	test('counts lines and characters from 1, whatever ends a line, and no byte order mark', () => {
		expect(placeInText('{\n\t"a"', 3)).toEqual({line: 2, column: 2});
		expect(placeInText('{\r\n"😀", x', 9)).toEqual({line: 2, column: 6});
		expect(placeInText('\ufeffx', 1)).toEqual({line: 1, column: 1});
		expect(read('\ufeff{}')).toEqual({});
	});

	test('agrees with JSON.parse about what is JSON, for texts by chance', () => {
		const random = createRandom(7);
		const pieces = ['{', '}', '[', ']', ',', ':', '"a"', '1', 'true', 'null', ' ', '\n', '-', '"'];
		const isJson = (text: string): boolean => {
			try {
				JSON.parse(text);
				return true;
			} catch {
				return false;
			}
		};

		for (let round = 0; round < 5000; round++) {
			const text = Array.from({length: 1 + random(7)}, () => pieces[random(pieces.length)]).join('');
			expect([text, 'node' in readLocatedJson(text)]).toEqual([text, isJson(text)]);
		}
	});
});
