import {Buffer} from 'node:buffer';
import {describe, expect, test} from 'vitest';
import {parsePropertyList} from '../../source/parse/plist.js';
import {propertyListText, withoutPropertyListValues} from '../../source/run/plist-text.js';
import {hasMacCorpus, macFiles, readMacBytes} from '../corpus-macos/macos-corpus-folder.js';
import {binaryPropertyList} from './binary-property-list.js';

const xml = (inside: string): string => `<?xml version="1.0"?>\n<plist version="1.0">\n<dict>\n${inside}\n</dict>\n</plist>\n`;
const cleaned = (text: string, encoding: BufferEncoding = 'utf8'): string | null => {
	const bytes = withoutPropertyListValues(Buffer.from(text, encoding));
	return bytes === null ? null : Buffer.from(bytes).toString('utf8');
};

describe('a property list', () => {
	test.each([
		['a text', '<key>A</key><string>hunter2</string>', '<key>A</key><string>-</string>'],
		[
			'a number and a switch',
			'<key>A</key><integer>42</integer><key>B</key><true/>',
			'<key>A</key><string>-</string><key>B</key><string>-</string>',
		],
		['a section', '<key>A</key><string><![CDATA[hunter2]]></string>', '<key>A</key><string>-</string>'],
		['a comment', '<!-- hunter2 --><key>A</key><!--<key>B</key>hunter2--><string/>', '  <key>A</key><string>-</string>'],
		['what is no value', '<key>A</key><array><string>hunter2</string></array>', '<key>A</key><array><string>-</string></array>'],
	])('has the names of variables without their values: %s', (_, inside, expected) => {
		const rest = '<key>Label</key><string>x</string>';
		const text = (values: string): string => xml(`<key>EnvironmentVariables</key>\n<dict>${values}</dict>\n${rest}`);
		expect(cleaned(text(inside))).toBe(text(expected));
	});

	test('is right by the name of its key, however that is written', () => {
		expect(cleaned(xml('<key>Environment&#86;ariables</key><dict><key>A</key><string>hunter2</string></dict>'))).not.toContain('hunter2');
	});

	test('keeps its lines where it is broken, and loses all values behind the key', () => {
		const text = xml(
			'<key>Label</key><string>x</string><key>EnvironmentVariables</key>\n<dict></dict>\n<key>A</key><foo>hunter2</foo><string>hunter2',
		);
		expect(cleaned(text)).toContain('<key>Label</key><string>x</string><key>EnvironmentVariables</key>\n<dict></dict>\n<key>A</key>');
		expect(cleaned(text)).not.toContain('hunter2');
	});

	test('may hold variables that are commented out', () => {
		const text = xml('<!-- <key>EnvironmentVariables</key><dict><key>A</key><string>hunter2</string></dict> --><key>B</key><true/>');
		expect(cleaned(text)).toContain('<key>A</key>');
		expect(cleaned(text)).not.toContain('hunter2');
	});

	test('of the old style', () => {
		expect(cleaned('{ EnvironmentVariables = { A = hunter2; /* hunter2 */ "B" = "hunter2"; }; Label = x; }')).toBe(
			'{ EnvironmentVariables = { A = "-";  "B" = "-"; }; Label = x; }',
		);
	});

	test('of two bytes a character', () => {
		const text = `\ufeff${xml('<key>EnvironmentVariables</key><dict><key>A</key><string>hunter2</string></dict>')}`;
		expect(cleaned(text, 'utf16le')).toContain('<key>A</key><string>-</string>');
	});

	test('that is binary becomes text where it holds variables, and stays as it is where it holds none', () => {
		const plain = binaryPropertyList({Label: 'x'});
		expect(withoutPropertyListValues(plain)).toBe(plain);
		const bytes = binaryPropertyList({Label: 'hunter1', EnvironmentVariables: {A: 'hunter2', B: 'hunter1'}});
		const result = withoutPropertyListValues(bytes);
		expect(parsePropertyList(result ?? bytes)).toMatchObject({
			format: 'xml',
			value: {Label: 'hunter1', EnvironmentVariables: {A: '-', B: '-'}},
		});
	});

	test('that is binary and cannot be read is none', () => {
		expect(withoutPropertyListValues(Buffer.from('bplist00EnvironmentVariables'))).toBeNull();
	});

	test('keeps its lines and loses what looks like a secret where names are replaced', () => {
		const text = xml(
			[
				'<key>ProgramArguments</key><array><string>x</string><string>--password</string><string>hunter2</string></array>',
				'<key>ApiToken</key><string>hunter2</string><!-- <string>--password=hunter2</string> --><!-- token=hunter2 -->',
				'<key>Url</key><string>https://me:hunter2@example.org/?a=1&amp;b=2</string><key>TokenCount</key><integer>3</integer>',
			].join('\n'),
		);
		const result = propertyListText(Buffer.from(text)) ?? '';
		expect(result).not.toContain('hunter2');
		expect(result.split('\n')).toHaveLength(text.split('\n').length);
		expect(parsePropertyList(Buffer.from(result))).toMatchObject({
			error: null,
			value: {ProgramArguments: ['x', '--password', '-'], ApiToken: '-', Url: 'https://me:-@example.org/?a=1&b=2', TokenCount: 3},
		});
	});

	const namesOf = (value: unknown): string =>
		JSON.stringify(value, (key, inner: unknown) =>
			key === 'EnvironmentVariables' && typeof inner === 'object'
				? Object.keys(inner ?? {})
				: typeof inner === 'bigint'
					? String(inner)
					: inner,
		);

	test.skipIf(!hasMacCorpus)('of the corpus says the same but for values of variables, and is broken where it was', () => {
		const files = macFiles('plists', '.plist');
		for (const file of files) {
			const before = parsePropertyList(readMacBytes(file));
			const after = parsePropertyList(withoutPropertyListValues(readMacBytes(file)) ?? Buffer.from(''));
			expect(namesOf(after.value), file).toBe(namesOf(before.value));
			expect(after.error, file).toBe(before.error);
		}

		expect(files.length).toBeGreaterThan(300);
	});
});
