import {describe, expect, test} from 'vitest';
import {explainJob, explainText, linesOf, noteOf, secretsOf} from './explained-list.js';

const environment = (body: string): string => `<key>EnvironmentVariables</key>\n<dict>\n${body}\n</dict>`;

const argumentsOf = (...items: readonly string[]): string =>
	`<key>ProgramArguments</key>\n<array>\n${items.map(item => `<string>${item}</string>`).join('\n')}\n</array>`;

describe('a secret is covered, and nothing else', () => {
	const cases: readonly (readonly [what: string, body: string, secrets: readonly string[], key: string, shown: string])[] = [
		[
			'a variable with such a name',
			environment('<key>DB_PASSWORD</key>\n<string>a b</string>'),
			['a b'],
			'EnvironmentVariables.DB_PASSWORD',
			'••••••',
		],
		['a number', environment('<key>TOKEN</key>\n<integer>12345</integer>'), ['12345'], 'EnvironmentVariables.TOKEN', '••••••'],
		[
			'not a variable with another name',
			environment('<key>SSH_AUTH_SOCK</key>\n<string>/tmp/a</string>'),
			[],
			'EnvironmentVariables.SSH_AUTH_SOCK',
			'/tmp/a',
		],
		[
			'the password in an address',
			environment('<key>DATABASE</key>\n<string>postgres://me:a&amp;b@host/x</string>'),
			['a&amp;b'],
			'EnvironmentVariables.DATABASE',
			'postgres://me:••••••@host/x',
		],
		[
			'arguments',
			argumentsOf('/bin/a', '--password=b c', '--token', 'd', '-v'),
			['b c', 'd'],
			'ProgramArguments',
			'/bin/a, --password=••••••, --token, ••••••, -v',
		],
		[
			'a script for a shell',
			argumentsOf('sh', '-c', 'TOKEN=&quot;a b&quot; exec c'),
			['a b'],
			'ProgramArguments',
			'sh, -c, TOKEN="••••••" exec c',
		],
		['a key that launchd does not have', '<key>ApiKey</key>\n<string>a</string>', ['a'], 'ApiKey', '••••••'],
		['not a switch of such a name', '<key>ApiKey</key>\n<true/>', [], 'ApiKey', '••••••'],
		[
			'not the name of a service',
			'<key>MachServices</key>\n<dict>\n<key>com.example.password</key>\n<true/>\n</dict>',
			[],
			'MachServices.com.example.password',
			'true',
		],
	];

	test.each(cases)('%s', (_, body, secrets, key, shown) => {
		const explained = explainJob(body);
		expect(secretsOf(explained)).toEqual(secrets);
		expect(noteOf(explained, key).value.text).toBe(shown);
		expect(noteOf(explained, key).value.items.join(', ')).toBe(shown);
	});

	test('over several lines', () => {
		const explained = explainJob(environment('<key>KEY_TOKEN</key>\n<string>a\n\tb</string>'));
		expect(secretsOf(explained)).toEqual(['a', '    b']);
	});

	test('in a section', () => {
		expect(secretsOf(explainJob(argumentsOf('a', '<![CDATA[--token=a&b]]>')))).toEqual(['a&b']);
	});

	test('in old style', () => {
		const explained = explainText(
			'{\nEnvironmentVariables = {\nTOKEN = "a\\"b";\nLANG = C;\n};\nProgramArguments = (\na, "--token", "c"\n);\n}',
		);
		expect(secretsOf(explained)).toEqual(['a\\"b', 'c']);
	});

	test('where everything is laid out anew', () => {
		const explained = explainText(
			`<plist><dict>${argumentsOf('a', '--token=a&amp;b').replaceAll('\n', '')}<key>A</key><true/></dict></plist>`,
		);
		expect(linesOf(explained)).toContain('        <string>--token=a&amp;b</string>');
		expect(secretsOf(explained)).toEqual(['a&amp;b']);
	});

	test('in what is commented out', () => {
		const comment = `<!-- ${environment('<key>TOKEN</key>\n<string>a</string>')} a word -->`;
		expect(secretsOf(explainJob(`${comment}\n<key>Label</key>\n<string>b</string>`))).toEqual(['a']);
		expect(secretsOf(explainText('{\n/* TOKEN = "a"; */\nLabel = b;\n}'))).toEqual(['a']);
	});

	test('in a file that cannot be read', () => {
		const body = `${environment('<key>TOKEN</key>\n<string>a</string>')}\n${argumentsOf('b', '--password', 'c')}`;
		expect(secretsOf(explainText(`<plist><dict>${body}`))).toEqual(['a', 'c']);
		expect(secretsOf(explainText('<plist><dict><key>TOKEN</key><string>a b'))).toEqual(['a b']);
		expect(secretsOf(explainText('{ TOKEN = a; A = ("--token", b'))).toEqual(['a', 'b']);
	});
});
