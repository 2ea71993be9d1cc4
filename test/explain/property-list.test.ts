import {Buffer} from 'node:buffer';
import {describe, expect, test} from 'vitest';
import type {CodeLine, CodePart} from '../../source/model/config.js';
import {array, ascii, binaryPlist, dictionary, integer} from '../parse/mac-binary-plist.js';
import {explainBytes, explainJob, explainText, jobText, linesOf, noteOf, notesOf, outline} from './explained-list.js';

const job = `	<!-- what it is -->
	<key>Label</key>
	<string>com.example.a</string>

	<key>KeepAlive</key>
	<dict>
		<key>SuccessfulExit</key>
		<false/>
	</dict>
	<key>ProgramArguments</key>
	<array>
		<string>/bin/a</string>
		<string>-v</string>
	</array>`;

describe('a property list in XML', () => {
	const explained = explainJob(job);

	test('is laid out as it is written, each key with its value', () => {
		expect(outline(explained)).toEqual([
			[null, '<?xml version="1.0" encoding="UTF-8"?>', '<plist version="1.0">', '<dict>', '    <!-- what it is -->'],
			['Label', '    <key>Label</key>', '    <string>com.example.a</string>'],
			[null, ''],
			['KeepAlive', '    <key>KeepAlive</key>', '    <dict>'],
			['KeepAlive.SuccessfulExit', '        <key>SuccessfulExit</key>', '        <false/>'],
			[null, '    </dict>'],
			[
				'ProgramArguments',
				'    <key>ProgramArguments</key>',
				'    <array>',
				'        <string>/bin/a</string>',
				'        <string>-v</string>',
				'    </array>',
			],
			[null, '</dict>', '</plist>'],
		]);
	});

	test('tells its label, its form, and that all of it is there', () => {
		const {file, label} = explained;
		expect({...file, pieces: [], label}).toEqual({
			path: '/Library/LaunchDaemons/a.plist',
			role: 'main',
			format: 'plist-xml',
			isCut: false,
			failure: null,
			detail: null,
			pieces: [],
			label: 'com.example.a',
		});
	});

	test('has a note for each key, with its value', () => {
		expect(notesOf(explained).map(({key, id}) => [key, id])).toEqual([
			['Label', 'Label'],
			['KeepAlive', 'KeepAlive'],
			['KeepAlive.SuccessfulExit', 'KeepAlive.SuccessfulExit'],
			['ProgramArguments', 'ProgramArguments'],
		]);
		expect(noteOf(explained, 'ProgramArguments').value).toMatchObject({text: '/bin/a, -v', items: ['/bin/a', '-v'], flag: null});
		expect(noteOf(explained, 'KeepAlive').value).toMatchObject({text: '{SuccessfulExit}', items: ['SuccessfulExit'], flag: null});
		expect(noteOf(explained, 'KeepAlive.SuccessfulExit').value).toMatchObject({text: 'false', flag: false, number: null});
	});

	test('has the roles of its parts', () => {
		const roles = explained.file.pieces.flatMap(({lines}) => lines.flatMap(line => line.map(part => [part.text.trim(), part.role])));
		expect(roles.filter(([text]) => text !== '')).toEqual(
			expect.arrayContaining([
				['<!-- what it is -->', 'comment'],
				['Label', 'key'],
				['<key>', 'punctuation'],
				['com.example.a', 'string'],
				['<false/>', 'boolean'],
			]),
		);
	});
});

test.each([
	['two keys on one line', '<key>Label</key><string>a</string> <key>RunAtLoad</key><true/>'],
	[
		'a key behind what opens a dictionary',
		'<key>Label</key><string>a</string>\n<key>KeepAlive</key><dict><key>Crashed</key><true/></dict>',
	],
	['a long line', `<key>Label</key>\n<string>a</string>\n<key>A</key><!-- ${'x'.repeat(500)} --><true/>`],
])('%s: everything is laid out anew', (_, body) => {
	const lines = linesOf(explainJob(body));
	expect(lines.slice(0, 6)).toEqual([
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
		'<plist version="1.0">',
		'<dict>',
		'    <key>Label</key>',
		'    <string>a</string>',
	]);
	expect(lines.filter(line => line.includes('<key>') && /<(?:string|true|dict)/.test(line))).toEqual([]);
});

test('a key and its value may share a line', () => {
	expect(outline(explainJob('<key>Label</key><string>a</string>\n<key>Debug</key> <true/>')).slice(1, 3)).toEqual([
		['Label', '<key>Label</key><string>a</string>'],
		['Debug', '<key>Debug</key> <true/>'],
	]);
});

test('members of dictionaries in arrays have the path of the array', () => {
	const explained = explainJob(`<key>StartCalendarInterval</key>
<array>
	<dict>
		<key>Hour</key>
		<integer>3</integer>
	</dict>
	<dict>
		<key>Hour</key>
		<integer>4</integer>
	</dict>
</array>`);
	expect(notesOf(explained).map(({key, value}) => [key, value.text])).toEqual([
		['StartCalendarInterval', '{Hour}, {Hour}'],
		['StartCalendarInterval.Hour', '3'],
		['StartCalendarInterval.Hour', '4'],
	]);
	expect(noteOf(explained, 'StartCalendarInterval').value.calendar.map(({hours}) => hours)).toEqual([[3], [4]]);
});

test('names with dots, references and sections are keys like others', () => {
	const explained = explainJob(`<key>MachServices</key>
<dict>
<key>com.example.a&amp;b</key>
<true/>
<key><![CDATA[a<b]]></key>
<dict/>
</dict>`);
	expect(notesOf(explained).map(({key, id, value}) => [key, id, value.name])).toEqual([
		['MachServices', 'MachServices', null],
		['MachServices.com.example.a&b', 'MachServices.x', 'com.example.a&b'],
		['MachServices.a<b', 'MachServices.x', 'a<b'],
	]);
	expect(linesOf(explained)).toContain('<key>com.example.a&amp;b</key>');
});

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
	'%s is a key like any other, without an explanation',
	key => {
		expect(notesOf(explainText(`{\n${key} = {\n${key} = 1;\n};\n}`)).map(note => [note.key, note.id])).toEqual([
			[key, null],
			[`${key}.${key}`, null],
		]);
	},
);

test.each(['constructor', 'toString'])('%s in a binary file as well', key => {
	const explained = explainBytes(binaryPlist([dictionary(1, 2), ascii(key), ascii('x')]));
	expect(notesOf(explained).map(note => [note.key, note.id])).toEqual([[key, null]]);
});

test('of two equal keys the last one counts', () => {
	const explained = explainJob('<key>Nice</key>\n<integer>1</integer>\n<key>Nice</key>\n<integer>2</integer>');
	expect(explained.file.pieces.flatMap(({note, overriddenBy}) => (note ? [[note.value.text, overriddenBy]] : []))).toEqual([
		['2', '/Library/LaunchDaemons/a.plist'],
		['2', null],
	]);
});

test('a binary property list is shown as XML', () => {
	const explained = explainBytes(
		binaryPlist([dictionary(1, 2, 3, 4, 5, 6), ascii('Label'), ascii('Nice'), ascii('Empty'), ascii('a<b'), integer(5n, 1), array()]),
	);
	expect(explained.file.format).toBe('plist-binary');
	expect(outline(explained).slice(1, -1)).toEqual([
		['Label', '    <key>Label</key>', '    <string>a&lt;b</string>'],
		['Nice', '    <key>Nice</key>', '    <integer>5</integer>'],
		['Empty', '    <key>Empty</key>', '    <array/>'],
	]);
});

test('an old-style property list is laid out as it is written, and its words are read as what they stand for', () => {
	const explained = explainText(`{
    // the name
    Label = "com.example.a";
    RunAtLoad = 1;
    Nice = "-5";
    KeepAlive =     {
        SuccessfulExit = 0;
    };
    ProgramArguments =     (
        "/bin/a b",
        "-v"
    );
}
`);
	expect(outline(explained)).toEqual([
		[null, '{', '    // the name'],
		['Label', '    Label = "com.example.a";'],
		['RunAtLoad', '    RunAtLoad = 1;'],
		['Nice', '    Nice = "-5";'],
		['KeepAlive', '    KeepAlive =     {'],
		['KeepAlive.SuccessfulExit', '        SuccessfulExit = 0;'],
		[null, '    };'],
		['ProgramArguments', '    ProgramArguments =     (', '        "/bin/a b",', '        "-v"', '    );'],
		[null, '}'],
	]);
	expect(notesOf(explained).map(({value}) => value.flag ?? value.number)).toEqual([null, true, -5, null, false, null]);
	expect(explained.file.pieces[1]?.lines[0]?.map(({role}) => role)).toEqual([
		'plain',
		'key',
		'plain',
		'punctuation',
		'plain',
		'string',
		'punctuation',
	]);
});

describe('a file that cannot be read', () => {
	test.each([
		['a tag that is not closed', jobText('<key>Label</key>\n<string>a</string').replace('\n</dict>', ''), 'bad-tag:5', 'plist-xml'],
		['entities of its own', '<!DOCTYPE plist [<!ENTITY a "b">]>\n<plist><string>&a;</string></plist>', 'entity-declaration:1', 'plist-xml'],
		['a brace that is not closed', '{ Label = a;', 'unexpected-sign:1', 'plist-openstep'],
	])('%s: its lines are there, and why', (_, text, detail, format) => {
		const explained = explainText(text);
		expect(explained).toMatchObject({summary: null, label: null, file: {failure: 'parse', detail, format, isCut: false}});
		expect(notesOf(explained)).toEqual([]);
		expect(linesOf(explained).join('\n')).toBe(text.trimEnd());
	});

	test('colours are told as far as that goes', () => {
		const parts = explainText('<plist><dict><key>Label</key><string>a').file.pieces.flatMap(({lines}) => lines.flat());
		expect(parts.filter(({role}) => role !== 'punctuation')).toEqual([
			{text: 'Label', role: 'key'},
			{text: 'a', role: 'string'},
		]);
	});

	test('a broken binary one has no lines', () => {
		const {file} = explainBytes(Buffer.from('bplist00garbage'));
		expect(file).toMatchObject({format: 'plist-binary', failure: 'parse', detail: 'unknown-version', isCut: false, pieces: []});
	});
});

describe('limits', () => {
	const keys = (count: number): string => Array.from({length: count}, (_, index) => `<key>k${index}</key>\n<true/>`).join('\n');

	test.each([
		[997, 1999, false],
		[998, 2000, true],
		[5000, 2000, true],
	])('%i keys: %i lines, cut: %s', (count, lines, isCut) => {
		const explained = explainJob(keys(count));
		expect(linesOf(explained)).toHaveLength(lines);
		expect(explained.file.isCut).toBe(isCut);
	});

	test('the same where the lines are made here', () => {
		const explained = explainText(`<plist><dict>${keys(5000).replaceAll('\n', '')}</dict></plist>`);
		expect(linesOf(explained)).toHaveLength(2000);
		expect(explained.file.isCut).toBe(true);
	});

	test.each(['', 'a'])('a long line is cut, between whole characters (%j)', start => {
		const line: CodeLine =
			explainJob(`<key>A</key>\n<string>${start}${'😀'.repeat(3000)}</string>`).file.pieces.find(({note}) => note)?.lines[1] ?? [];
		const text = line.map((part: CodePart) => part.text).join('');
		expect(text.length).toBeLessThanOrEqual(2001);
		expect(text).toMatch(/^ {4}<string>a?(?:😀)+…$/u);
	});
});
