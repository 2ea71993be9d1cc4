import {describe, expect, test} from 'vitest';
import {coverArguments, coverSecrets, withoutSecrets} from '../../source/model/secret.js';
import {withoutReadSecrets, withoutToolSecrets} from '../../source/run/secret-text.js';
import {isLinear} from '../parse/linear-time.js';

describe('a secret by its form', () => {
	test.each([
		['mysql -u root -phunter2 db', 'mysql -u root -p•••••• db'],
		['mysqldump -phunter2', 'mysqldump -p••••••'],
		['mysqld -port', 'mysqld -port'],
		['sshpass -p hunter2 ssh x -p 22', 'sshpass -p •••••• ssh x -p 22'],
		['redis-cli -a hunter2 get x', 'redis-cli -a •••••• get x'],
		['curl -u me:hunter2 https://x', 'curl -u me:•••••• https://x'],
		['x ghp_0123456789abcdefghijABCDEFGHIJ012345', 'x ••••••'],
		['x AKIAIOSFODNN7EXAMPLE y', 'x •••••• y'],
		['eyJ is no token, nor is ghp_', 'eyJ is no token, nor is ghp_'],
	])('is covered: %s', (text, expected) => {
		expect(withoutSecrets(coverSecrets(text))).toBe(expected);
	});

	test('is covered in arguments that are told apart, with the blanks in it', () => {
		expect(coverArguments(['/usr/bin/mysql', '-uroot', '-phunter 2', 'db']).map(withoutSecrets)).toEqual([
			'/usr/bin/mysql',
			'-uroot',
			'-p••••••',
			'db',
		]);
	});
});

describe('what is recorded without secrets', () => {
	test('keeps numbers of JSON as they are written', () => {
		const line = '{"machTimestamp":9007199254740993123,"eventMessage":"token=hunter2","ids":[1,2,3,4000]}';
		expect(withoutToolSecrets('log', line)).toBe('{"machTimestamp":9007199254740993123,"eventMessage":"token=-","ids":[1,2,3,4000]}');
	});

	test('keeps what stands beside a secret in a unit', () => {
		expect(withoutReadSecrets('/etc/x.service', '[Service]\nExecStart=x --token hunter2 \\\n  --port 1\nRestart=no\n')).toBe(
			'[Service]\nExecStart=x --token - \\\n  --port 1\nRestart=no\n',
		);
	});

	const tools = ['journalctl', 'tail', 'launchctl', 'ps', 'lsof'];
	test.each(['"', '[1,', 'A1a/', 'mysql -p', '-----BEGIN PRIVATE KEY-----', 'eyJa.', '\targuments = {\n', '\\\n'])(
		'takes time in proportion to %j in a row',
		unit => {
			const work = (length: number) => () => {
				const text = unit.repeat(length);
				return [...tools.map(tool => withoutToolSecrets(tool, text)), withoutReadSecrets('/etc/x', text)];
			};
			expect(isLinear(work, 1000)).toBe(true);
		},
	);
});
