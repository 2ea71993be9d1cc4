import {Buffer} from 'node:buffer';
import {describe, expect, test} from 'vitest';
import {maxPropertyListBytes, parsePropertyList} from '../../source/parse/plist.js';
import {array, ascii, binaryPlist, dictionary, integer, utf16} from './mac-binary-plist.js';

const parse = (text: string) => parsePropertyList(Buffer.from(text));
const doctype = '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">';
const xml = (value: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n${doctype}\n<plist version="1.0">\n${value}\n</plist>\n`;
const readValue = (value: string) => parse(xml(value)).value;

describe('an XML property list', () => {
	test('has values of every type', () => {
		const job = `<dict>
	<key>Label</key><string>com.example.카카오톡</string>
	<key>KeepAlive</key><dict><key>SuccessfulExit</key><false/></dict>
	<key>ProgramArguments</key><array><string>a</string><string/><string> b </string></array>
	<key>StartInterval</key><integer>900</integer>
	<key>ThrottleInterval</key><real>0.5</real>
	<key>Date</key><date>2022-07-31T16:34:30Z</date>
	<key>Data</key><data>
	PGJp
	bmFyeSBndW5rPg==
	</data>
	<key>Empty</key><dict/>
	<key>None</key><array></array>
	<key>RunAtLoad</key><true/>
</dict>`;
		expect(parse(xml(job))).toEqual({
			format: 'xml',
			error: null,
			text: xml(job).replaceAll('\t', '    '),
			value: {
				Label: 'com.example.카카오톡',
				KeepAlive: {SuccessfulExit: false},
				ProgramArguments: ['a', '', ' b '],
				StartInterval: 900,
				ThrottleInterval: 0.5,
				Date: new Date('2022-07-31T16:34:30Z'),
				Data: Uint8Array.from(Buffer.from('<binary gunk>')),
				Empty: {},
				None: [],
				RunAtLoad: true,
			},
		});
	});

	test.each<[string, string, unknown]>([
		['references', '<string>&lt;a &amp; b&gt; &quot;&apos;&#54;&#x1F600;</string>', '<a & b> "\'6😀'],
		['references to what is shown escaped', '<string>a&#10;b&#x1b;</string>', 'a\\nb\\x1b'],
		['a reference in a reference', '<string>&amp;lt;&amp;#10;</string>', '&lt;&#10;'],
		['a raw ampersand', '<string>a && b 2>&1 &nbsp; &#99999999; &#x110000;</string>', 'a && b 2>&1 &nbsp; &#99999999; &#x110000;'],
		['CDATA', '<string>a<![CDATA[<b> && ]]>c]]&gt;d</string>', 'a<b> && c]]>d'],
		['a comment in a string', '<string>a<!-- -- --><!----->b</string>', 'ab'],
		['a comment with dashes', '<!-- a -- b --><string>x</string>', 'x'],
		['line breaks', '<string>a\n\tb\r\nc</string>', 'a\\n\\tb\\nc'],
		['a key with a reference', '<dict><key>A &amp; B</key><true/></dict>', {'A & B': true}],
		['an empty key', '<dict><key></key><true/></dict>', {'': true}],
		[
			'keys that every object has',
			'<dict><key>constructor</key><true/><key>toString</key><false/></dict>',
			{constructor: true, toString: false},
		],
		['two equal keys', '<dict><key>a</key><true/><key>a</key><false/></dict>', {a: false}],
		['a negative number', '<integer> -12 </integer>', -12],
		['a hexadecimal number', '<integer>0x10</integer>', 16],
		['a number beyond 2^53', '<integer>9223372036854775807</integer>', 9_223_372_036_854_775_807n],
		['an exponent', '<real>-1.5e-3</real>', -0.0015],
		['no number', '<real>nan</real>', Number.NaN],
		['data without padding', '<data>PGI</data>', Uint8Array.from([60, 98])],
		['no data', '<data></data>', new Uint8Array()],
		['attributes', '<string class="a" b=c>x</string>', 'x'],
		['lines that end as on Windows', '<array>\r\n<string>x</string>\r\n</array>', ['x']],
	])('reads %s', (_, text, value) => {
		const result = parse(xml(text));
		expect(result).toMatchObject({format: 'xml', error: null});
		expect(result.value).toEqual(value);
	});

	test('may begin with a blank line, a byte order mark or nothing at all, and end with comments', () => {
		expect(parse(`\n  ${xml('<true/>')}`)).toMatchObject({value: true, error: null});
		expect(parse(`\ufeff${xml('<true/>')}`)).toMatchObject({value: true, error: null});
		expect(parse('<plist><true/></plist><!-- end -->')).toMatchObject({value: true, error: null});
		expect(parse(`<!-- first -->${xml('<true/>')}`)).toMatchObject({format: 'xml', value: true});
	});

	test('may be UTF-16', () => {
		const little = Buffer.from(`\ufeff${xml('<string>한글</string>')}`, 'utf16le');
		expect(parsePropertyList(little).value).toBe('한글');
		expect(parsePropertyList(Buffer.from(little).swap16()).value).toBe('한글');
	});

	test.each([
		['a dictionary that is not closed', '<dict><key>a</key><true/>', 'mismatched-tag'],
		['a wrong closing tag', '<dict><key>a</key><string>x</strin></dict>', 'mismatched-tag'],
		['an element that it does not know', '<uid>5</uid>', 'unknown-element'],
		['an element of a name that every object has', '<constructor>5</constructor>', 'unknown-element'],
		['a key without a value', '<dict><key>a</key></dict>', 'missing-value'],
		['two keys', '<dict><key>a</key><key>b</key></dict>', 'missing-value'],
		['a value without a key', '<dict><true/></dict>', 'missing-key'],
		['a key in an array', '<array><key>a</key></array>', 'missing-value'],
		['an element in a string', '<string><true/></string>', 'misplaced-element'],
		['a list in a list', '<plist><true/></plist>', 'misplaced-element'],
		['two values', '<true/><false/>', 'more-than-one-value'],
		['text between elements', '<array>x</array>', 'stray-text'],
		['a number that is none', '<integer>12 apples</integer>', 'bad-value'],
		['a date that is none', '<date>yesterday</date>', 'bad-value'],
		['data that are none', '<data>*</data>', 'bad-value'],
		['text in a boolean', '<true>x</true>', 'bad-value'],
		['a raw angle', '<string>a < b</string>', 'bad-tag'],
		['a key that changes prototypes', '<dict><key>__proto__</key><dict><key>a</key><true/></dict></dict>', 'bad-value'],
	])('is refused with %s, and shown', (_, value, code) => {
		const result = parse(xml(value));
		expect(result).toMatchObject({format: 'xml', value: null, text: xml(value)});
		expect(result.error).toMatch(new RegExp(`^${code}:\\d+$`));
	});

	test.each([
		['nothing in it', '<plist></plist>', 'malformed'],
		['no end', '<plist><array>', 'unclosed-tag:1'],
		['a comment without end', '<plist>\n\n<!-- x', 'unclosed-tag:3'],
		['CDATA without end', '<plist><string><![CDATA[x', 'unclosed-tag:1'],
		['only a comment', '<!-- x -->', 'unclosed-tag:1'],
		['no list', '<dict/>', 'misplaced-element:1'],
		['two lists', '<plist><true/></plist><plist><true/></plist>', 'more-than-one-value:1'],
		['text behind', '<plist><true/></plist>x', 'stray-text:1'],
		['an entity', '<!DOCTYPE plist [<!ENTITY a "b">]><plist><string>&a;</string></plist>', 'entity-declaration:1'],
		[
			'entities that grow',
			'<!DOCTYPE plist [\n<!ENTITY a "aa">\n<!ENTITY b "&a;&a;">]><plist><string>&b;</string></plist>',
			'entity-declaration:1',
		],
		[
			'an entity from a file',
			'<!DOCTYPE plist [<!ENTITY a SYSTEM "file:///etc/passwd">]><plist><string>&a;</string></plist>',
			'entity-declaration:1',
		],
	])('is refused with %s', (_, text, error) => {
		expect(parse(text)).toMatchObject({format: 'xml', value: null, error});
	});

	test('tells the line', () => {
		expect(parse(xml('<dict>\n<key>a</key>\n</dict>')).error).toBe('missing-value:6');
	});

	test('has limits', () => {
		const deep = (depth: number): string => '<array>'.repeat(depth) + '</array>'.repeat(depth);
		expect(parse(xml(deep(63))).error).toBeNull();
		expect(parse(xml(deep(64))).error).toBe('too-deep:4');
		expect(parse(xml(deep(50_000))).error).toBe('too-deep:4');
		expect(parse(xml(`<array>${'<true/>'.repeat(100_001)}</array>`)).error).toBe('too-many-values:4');
		const big = new Uint8Array(maxPropertyListBytes + 1).fill(0x20);
		big.set(Buffer.from('<plist>'));
		expect(parsePropertyList(big)).toEqual({format: 'xml', value: null, text: null, error: 'too-big'});
	});

	test('gives dictionaries without a prototype', () => {
		const value = readValue('<dict><key>a</key><dict/></dict>') as Record<string, object>;
		expect([Object.getPrototypeOf(value), Object.getPrototypeOf(value.a)]).toEqual([null, null]);
		expect(({} as Record<string, unknown>).a).toBeUndefined();
	});

	test('is shown with its lines and without what steers a terminal', () => {
		expect(parse('<plist>\r\n\t<string>\u001b[2J\u202e</string>\n</plist>')).toMatchObject({
			text: '<plist>\n    <string>\\x1b[2J\\u202e</string>\n</plist>',
			value: '\\x1b[2J\\u202e',
		});
	});
});

describe('an old-style property list', () => {
	test.each<[string, string, unknown]>([
		[
			'what defaults prints',
			'{\n    Label = "com.apple.bootpd";\n    ProgramArguments =     (\n        "/usr/libexec/bootpd"\n    );\n}',
			{Label: 'com.apple.bootpd', ProgramArguments: ['/usr/libexec/bootpd']},
		],
		['words with slashes', '{ a = /usr/bin/make; b = a.b-c_d$e+f:g; }', {a: '/usr/bin/make', b: 'a.b-c_d$e+f:g'}],
		['comments', '// !$*UTF8*$!\n{ /* a */ a /* = */ = /* b; */ c; // end\n }', {a: 'c'}],
		['quotes and escapes', '{ "a b" = \'c "d"\'; e = "f \\"g\\" \\\\ \\U00e9\\351 \\n"; }', {'a b': 'c "d"', e: 'f "g" \\ éé \\n'}],
		['data', '( <0a 0B>, <> )', [Uint8Array.from([10, 11]), new Uint8Array()]],
		['a comma and a semicolon too many or too few', '{ a = (b, c,); d = e }', {a: ['b', 'c'], d: 'e'}],
		[
			'keys that every object has',
			'{ __proto__ = { a = b; }; constructor = c; }',
			JSON.parse('{"__proto__": {"a": "b"}, "constructor": "c"}'),
		],
		['a word', 'hello', 'hello'],
	])('reads %s', (_, text, value) => {
		expect(parse(text)).toMatchObject({format: 'openstep', error: null, text});
		expect(JSON.stringify(parse(text).value)).toBe(JSON.stringify(value));
	});

	test.each([
		['', 'unexpected-sign'],
		['{ a = b;', 'unexpected-sign:1'],
		['{ a }', 'missing-value:1'],
		['{\n a = "b; }', 'unclosed-string:2'],
		['( a b )', 'unexpected-sign:1'],
		['{ a = <0>; }', 'bad-data:1'],
		['{ a = <xx>; }', 'bad-data:1'],
		['{} {}', 'text-behind:1'],
		['('.repeat(100), 'too-deep:1'],
		['{a='.repeat(50_000), 'too-deep:1'],
		[`(${'a,'.repeat(100_001)})`, 'too-many-values:1'],
		['%PDF-1.4', 'unexpected-sign:1'],
	])('is refused: %.20s', (text, error) => {
		expect(parse(text)).toMatchObject({format: 'openstep', value: null, error});
	});
});

describe('a binary property list', () => {
	const job = [
		dictionary(1, 2, 3, 4),
		ascii('Label'),
		utf16('한글'),
		ascii('com.example'),
		array(5, 6, 6, 7, 8),
		[0x09],
		integer(-1n),
		integer(2n ** 63n - 1n),
		[0x80, 5],
	];

	test('has values of every type', () => {
		expect(parsePropertyList(binaryPlist(job))).toEqual({
			format: 'binary',
			text: null,
			error: null,
			value: {Label: 'com.example', 한글: [true, -1, -1, 9_223_372_036_854_775_807n, {UID: 5}]},
		});
	});

	test.each<[string, readonly (readonly number[])[], unknown]>([
		['an unsigned number of 64 bits', [integer(2n ** 64n - 1n, 16)], 18_446_744_073_709_551_615n],
		['small numbers', [array(1, 2), integer(200n, 1), integer(40_000n, 2)], [200, 40_000]],
		['reals', [array(1, 2), [0x22, 0x3f, 0x80, 0, 0], [0x23, 0x3f, 0xe0, 0, 0, 0, 0, 0, 0]], [1, 0.5]],
		[
			'a date',
			[[0x33, 0x41, 0xc4, 0x4b, 0xe7, 0x13, 0x97, 0x34, 0x37]],
			new Date(978_307_200_000 + 1000 * Buffer.from('41c44be713973437', 'hex').readDoubleBE()),
		],
		['data', [[0x42, 1, 2]], Uint8Array.from([1, 2])],
		['a long text', [ascii('a'.repeat(300))], 'a'.repeat(300)],
		['a text that steers a terminal', [ascii('\u001b[2J')], '\\x1b[2J'],
		['no value', [[0x00]], null],
		['an empty dictionary', [dictionary()], {}],
	])('reads %s', (_, objects, value) => {
		expect(parsePropertyList(binaryPlist(objects))).toEqual({format: 'binary', text: null, error: null, value});
	});

	test.each<[string, Uint8Array, string]>([
		['nothing else', Buffer.from('bplist00'), 'unknown-version'],
		['another version', Buffer.concat([Buffer.from('bplist15'), Buffer.alloc(64)]), 'unknown-version'],
		['a trailer of zeros', Buffer.concat([Buffer.from('bplist00'), Buffer.alloc(64)]), 'bad-trailer'],
		['more objects than bytes', binaryPlist(job, {count: 30_000}), 'bad-trailer'],
		['too many objects', binaryPlist(job, {count: 2 ** 40}), 'too-many-values'],
		['a table beyond the end', binaryPlist(job, {table: 2 ** 50}), 'bad-trailer'],
		['a first object that is none', binaryPlist(job, {top: 99}), 'bad-reference'],
		['a reference that is none', binaryPlist([array(9)]), 'bad-reference'],
		['an array in itself', binaryPlist([array(1), array(0)]), 'reference-loop'],
		['a dictionary in itself', binaryPlist([dictionary(1, 0), ascii('a')]), 'reference-loop'],
		['a key that is no text', binaryPlist([dictionary(1, 1), [0x09]]), 'missing-key'],
		['a text beyond the end', binaryPlist([[0x5e, 65]]), 'bad-value'],
		['an array beyond the end', binaryPlist([[0xaf, 0x12, 0x7f, 0xff, 0xff, 0xff]]), 'bad-value'],
		['a length without end', binaryPlist([[0x5f, 0x13, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]]), 'bad-value'],
		['a length that is no number', binaryPlist([[0x5f, 0x20, 1, 65]]), 'bad-value'],
		['a date that is none', binaryPlist([[0x32, 0, 0, 0, 0]]), 'bad-value'],
		['an unknown type', binaryPlist([[0x70]]), 'bad-value'],
		['an unknown singleton', binaryPlist([[0x01]]), 'bad-value'],
	])('is refused with %s', (_, bytes, error) => {
		expect(parsePropertyList(bytes)).toEqual({format: 'binary', value: null, text: null, error});
	});

	test('has limits', () => {
		const chain = (length: number) => [...Array.from({length}, (_, index) => array(index + 1)), [0x09]];
		expect(parsePropertyList(binaryPlist(chain(64))).error).toBeNull();
		expect(parsePropertyList(binaryPlist(chain(65))).error).toBe('too-deep');
		// seen first where it is not deep, then below a long chain
		const shared = [
			array(40, 1),
			...Array.from({length: 39}, (_, index) => array(index + 2)),
			...Array.from({length: 30}, (_, index) => array(index + 41)),
			[0x09],
		];
		expect(parsePropertyList(binaryPlist(shared)).error).toBe('too-deep');
		// each array holds the next one ten times
		const laughs = [...Array.from({length: 12}, (_, index) => array(...Array.from({length: 10}, () => index + 1))), [0x09]];
		expect(parsePropertyList(binaryPlist(laughs)).error).toBe('too-big');
		const echoes = [
			array(...Array.from({length: 14}, () => 1)),
			array(...Array.from({length: 14}, () => 2)),
			array(...Array.from({length: 14}, () => 3)),
			ascii('a'.repeat(60_000)),
		];
		expect(parsePropertyList(binaryPlist(echoes)).error).toBe('too-big');
		const big = new Uint8Array(maxPropertyListBytes + 1);
		big.set(Buffer.from('bplist00'));
		expect(parsePropertyList(big)).toEqual({format: 'binary', value: null, text: null, error: 'too-big'});
	});

	test('changes no prototype', () => {
		const bytes = binaryPlist([dictionary(1, 2), ascii('__proto__'), dictionary(3, 4), ascii('polluted'), [0x09]]);
		const {value} = parsePropertyList(bytes);
		expect(Object.getPrototypeOf(value)).toBeNull();
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
	});
});
