import {describe, expect, test} from 'vitest';
import {parseUnitFile} from '../../source/parse/unit-file.js';
import {unitWords} from '../../source/parse/unit-words.js';
import {isLinearFor, leaks, throwing, units} from './hostile-laws.js';

const assignments = (text: string): readonly string[] =>
	parseUnitFile(text).pieces.flatMap(({assignment}) => (assignment ? [`${assignment.section}|${assignment.key}|${assignment.value}`] : []));

const linesOf = (text: string): readonly string[] => parseUnitFile(text).pieces.flatMap(({lines}) => lines.map(line => line.text));

describe('parseUnitFile', () => {
	test.each<[string, string, readonly string[]]>([
		['sections and keys', '[Unit]\nDescription=Web\n[Service]\nType=simple\n', ['Unit|Description|Web', 'Service|Type|simple']],
		['a key without a section', 'A=1\n', ['|A|1']],
		['every assignment of a key', '[S]\nA=1\nA=2\n', ['S|A|1', 'S|A|2']],
		['an empty assignment', '[S]\nA=\n', ['S|A|']],
		['blanks around the equals sign and at the end', '[S]\n  A  =  1 2  \n', ['S|A|1 2']],
		['an equals sign in a value', '[S]\nA=b=c\n', ['S|A|b=c']],
		['comments of both kinds, and none behind a value', '# a=1\n; b=2\n[S]\n  # c=3\nA=1 # kept\n', ['S|A|1 # kept']],
		['a value over several lines', '[S]\nA=/a \\\n  --b \\\n  --c\nB=1\n', ['S|A|/a    --b    --c', 'S|B|1']],
		['a comment inside such a value', '[S]\nA=1 \\\n# note \\\n  ; other\n2\nB=3\n', ['S|A|1  2', 'S|B|3']],
		['what looks like a key inside such a value', '[S]\nA=1 \\\nB=2\n', ['S|A|1  B=2']],
		['an empty line that ends such a value', '[S]\nA=1 \\\n\nB=2\n', ['S|A|1', 'S|B|2']],
		['two backslashes, which go on nowhere', '[S]\nA=1\\\\\nB=2\n', ['S|A|1\\\\', 'S|B|2']],
		['Windows line ends', '[S]\r\nA=1\r\nB=/x \\\r\n y\r\n', ['S|A|1', 'S|B|/x   y']],
		['a byte order mark', '\ufeff[S]\nA=1\n', ['S|A|1']],
		['a section with a blank', '[D-BUS Service]\nExec=/x\n', ['D-BUS Service|Exec|/x']],
		['quotes as they are', '[S]\nA="x y" z\n', ['S|A|"x y" z']],
		['a value that the file ends in', '[S]\nA=1 \\', ['S|A|1']],
		['lines that are none', 'nonsense\n=x\n[open\n[a=b\n', []],
		['nothing', '', []],
	])('reads %s', (_, text, expected) => {
		expect(assignments(text)).toEqual(expected);
	});

	test('keeps every line, in order, with what it is', () => {
		const text = '# c\n\n[S]\nA=1 \\\n  # inside\n  2\njunk\nB=3';
		expect(linesOf(text)).toEqual(text.split('\n'));
		expect(parseUnitFile(text).pieces.map(({lines}) => lines.map(({kind}) => kind))).toEqual([
			['comment', 'blank', 'section'],
			['key', 'comment', 'value'],
			['junk'],
			['key'],
		]);
	});

	test('knows where in each line the value stands', () => {
		const [piece] = parseUnitFile('Key = ab \\\n# note\n  cd').pieces;
		const {value = '', stretches = []} = piece?.assignment ?? {};
		expect(value).toBe('ab    cd');
		for (const {line, column, offset, length} of stretches) {
			expect(piece?.lines[line]?.text.slice(column, column + length).trimEnd()).toBe(value.slice(offset, offset + length).trimEnd());
		}

		expect(stretches.map(({line}) => line)).toEqual([0, 2]);
	});

	test('shows tabs as blanks, and nothing that could steer a terminal', () => {
		expect(linesOf('a\tb\n\tA=\u001b[2J')).toEqual(['a   b', '    A=\\x1b[2J']);
	});

	test('shows no more lines than there is room for', () => {
		const {pieces, isCut} = parseUnitFile('A=1\n'.repeat(3000));
		expect([pieces.length, isCut]).toEqual([2000, true]);
		expect(parseUnitFile('A=1\n'.repeat(2000)).isCut).toBe(false);
	});

	test('never throws and lets nothing unsafe through', () => {
		expect(throwing(parseUnitFile)).toEqual([]);
		expect(leaks(text => linesOf(text))).toEqual([]);
		expect(leaks(assignments)).toEqual([]);
	});

	test.each([...units, 'A=\\\n', '"', '\\"'])('takes time in proportion to the length of %j', unit => {
		expect(isLinearFor(parseUnitFile, unit, 5000)).toBe(true);
	});
});

describe('unitWords', () => {
	test.each<[string, readonly string[]]>([
		['', []],
		['  ', []],
		['a b  c', ['a', 'b', 'c']],
		['"a b" c', ['a b', 'c']],
		["'a b' c", ['a b', 'c']],
		['A="x y"', ['A=x y']],
		['"it\'s"', ["it's"]],
		['a\\sb \\"c\\"', ['a b', '"c"']],
		['dt-odd\\x20name.service', ['dt-odd\\x20name.service']],
		['"open', ['open']],
		['a\\', ['a\\']],
	])('splits %j', (value, words) => {
		expect(unitWords(value).map(({text}) => text)).toEqual(words);
	});

	test('knows where each word stands', () => {
		const value = ' one "two  three" four';
		expect(unitWords(value).map(({start, end}) => value.slice(start, end))).toEqual(['one', '"two  three"', 'four']);
	});

	test.each(units)('takes time in proportion to the length of %j', unit => {
		expect(isLinearFor(text => unitWords(text), unit, 20_000)).toBe(true);
	});
});
