import {Buffer} from 'node:buffer';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Clock} from '../../source/run/clock.js';
import {recordingRunner} from '../../source/run/record.js';
import {parseRecording, type RecordedAnswer, recordingFormat, recordingVersion, serializeLine} from '../../source/run/recording.js';
import {createRedaction} from '../../source/run/redact.js';
import type {Runner} from '../../source/run/runner.js';
import {binaryPropertyList} from './binary-property-list.js';

type Said = {run: string; stdout: string} | {read: string; text: string; encoding?: 'base64'};
/** What is recorded where a machine has a secret in some place. */
type Place = readonly [name: string, say: (secret: string) => Said];

const still: Clock = {now: () => 0, elapsed: () => 0, wait: async () => undefined};

const header = {format: recordingFormat, version: recordingVersion, tool: 'x', platform: 'linux', startedAt: 0, pid: 1, uid: 0} as const;

/** The file as its reader sees it: what is in it as text, and what is in it as base64. */
const recorded = async (said: Said, change?: (line: RecordedAnswer) => RecordedAnswer): Promise<string> => {
	const lines = [serializeLine(header)];
	const machine: Runner = {
		run: async () => ({stdout: 'stdout' in said ? said.stdout : '', stderr: '', exitCode: 0, failure: null, durationMs: 0}),
		read: () => ({text: 'text' in said ? said.text : '', isCut: false, failure: null}),
		list: () => ({names: [], failure: null}),
		follow: () => Promise.reject(new Error('not asked')),
		link: () => ({target: null, failure: null}),
	};
	const runner = recordingRunner(machine, still, line => lines.push(line), change);
	if ('run' in said) {
		await runner.run({file: said.run, args: []});
	} else {
		runner.read(said.read, undefined, said.encoding);
	}

	const text = lines.join('');
	const parsed = parseRecording(text);
	const answers = 'recording' in parsed ? parsed.recording.answers : [];
	expect(answers).toHaveLength(1);
	const bytes = answers.map(line =>
		'read' in line && line.encoding === 'base64' ? Buffer.from(line.answer.text, 'base64').toString() : '',
	);
	return `${text}${bytes.join('')}`;
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const plist = (inside: string): Said => ({
	read: '/Library/LaunchDaemons/x.plist',
	encoding: 'base64',
	text: base64(`<plist version="1.0"><dict>${inside}</dict></plist>`),
});
const unit = (text: string): Said => ({read: '/etc/systemd/system/x.service.d/a.conf', text});
const job = (inside: string): Said => ({run: '/bin/launchctl', stdout: `system/x = {\n\tstate = running\n${inside}\n\truns = 1\n}\n`});
const message = (text: string): Said => ({run: 'journalctl', stdout: JSON.stringify({MESSAGE: text, PRIORITY: '6'})});

const variables: readonly Place[] = [
	['the environment of a process', secret => ({read: '/proc/5/environ', text: `A=1\0TOKEN=${secret}\0B=2`})],
	['its terminal', secret => ({read: '/proc/5/environ', text: `TERM=${secret}\0SHLVL=${secret}`})],
	['its rest behind a title', secret => ({read: '/proc/5/environ', text: `nginx: master\0/${secret}\0A=1`})],
	['the variables of a job', secret => job(`\tenvironment = {\n\t\tA => ${secret}\n\t\tB => 1\n\t}`)],
	[
		'those it inherits',
		secret => job(`\tinherited environment = {\n\t\tA => ${secret}\n\t}\n\tdefault environment = {\n\t\tA => ${secret}\n\t}`),
	],
	['those of a domain', secret => ({run: '/bin/launchctl', stdout: `gui/501 = {\n\tenvironment = {\n\t\tA => ${secret}\n\t}\n}\n`})],
	['a property list', secret => plist(`<key>EnvironmentVariables</key><dict><key>A</key><string>${escaped(secret)}</string></dict>`)],
	['one that is cut', secret => plist(`<key>EnvironmentVariables</key><dict><key>A</key><string>${escaped(secret)}`)],
	[
		'one in binary',
		secret => ({
			read: '/Library/LaunchDaemons/x.plist',
			encoding: 'base64',
			text: Buffer.from(binaryPropertyList({EnvironmentVariables: {A: secret.replaceAll(/[^ -~]/g, '')}})).toString('base64'),
		}),
	],
	['a unit', secret => unit(`[Service]\nEnvironment="A=${secret.replaceAll(/["\n\\]/g, '')}"\n`)],
	['a unit that is told', secret => ({run: 'systemctl', stdout: `Id=x\nEnvironment=A=1 "B=${secret.replaceAll(/["\n\\]/g, '')}"\n`})],
	['an exported variable', secret => ({read: '/etc/init.d/x', text: `#!/bin/sh\nexport A='${secret.replaceAll("'", '')}'\n`})],
	['a crash', secret => ({run: 'journalctl', stdout: JSON.stringify({MESSAGE: 'x', COREDUMP_ENVIRON: `A=${secret}`})})],
];

const plain = (secret: string): string => secret.replaceAll(/[^A-Za-z0-9]/g, '');

const others: readonly Place[] = [
	['an argument', secret => ({read: '/proc/5/cmdline', text: `x\0--password\0${secret}\0`})],
	['an option', secret => ({read: '/proc/5/cmdline', text: `x\0--api-token=${secret}\0`})],
	['a short option', secret => ({read: '/proc/5/cmdline', text: `/usr/bin/mysql\0-uroot\0-p${secret}\0`})],
	['an address', secret => ({read: '/proc/5/cmdline', text: `x\0postgres://app:${plain(secret)}@db/main\0`})],
	['a list of processes', secret => ({run: '/bin/ps', stdout: `  5 1 x --password ${plain(secret)} y\n`})],
	['the arguments of a job', secret => job(`\targuments = {\n\t\tx\n\t\t--password\n\t\t${plain(secret)}\n\t}`)],
	['a unit', secret => unit(`[Service]\nExecStart=x --token ${plain(secret)} -v\nX-Password=${secret.replaceAll(/[\n\\]/g, '')}\n`)],
	['a line that goes on', secret => unit(`ExecStart=x --token \\\n  ${plain(secret)} -v\n`)],
	['a credential', secret => unit(`SetCredential=id:${secret.replaceAll(/[\n\\]/g, '')}`)],
	[
		'the arguments of a property list',
		secret =>
			plist(`<key>ProgramArguments</key><array><string>x</string><string>--password</string><string>${escaped(secret)}</string></array>`),
	],
	['a message', secret => message(`login with password=${plain(secret)} failed`)],
	['a quoted message', secret => message(JSON.stringify({password: plain(secret), user: 'x'}))],
	[
		'a message in bytes',
		secret => ({
			run: 'journalctl',
			stdout: `{"MESSAGE":[${[...Buffer.from(`\u001b[1mtoken=${plain(secret)}`)].join(', ')}]}`,
		}),
	],
	['a token', secret => message(`got ghp_${plain(secret).padEnd(36, 'x')}`)],
	['a key of AWS', secret => ({run: 'tail', stdout: `key AKIA${plain(secret).toUpperCase().padEnd(16, 'X').slice(0, 16)} used\n`})],
	['a web token', secret => message(`bearer eyJhbGciOiJIUzI1NiJ9.eyJ${plain(secret)}.${plain(secret)}`)],
	['a private key', secret => message(`-----BEGIN RSA PRIVATE KEY-----\n${plain(secret)}\n-----END RSA PRIVATE KEY-----`)],
	[
		'a private key in a log',
		secret => ({
			run: 'tail',
			stdout: `a\n-----BEGIN PRIVATE KEY-----\n${plain(secret)}\n-----END PRIVATE KEY-----\nb\n`,
		}),
	],
	[
		'a private key over messages',
		secret => ({
			run: 'journalctl',
			stdout: ['-----BEGIN PRIVATE KEY-----', plain(secret), '-----END PRIVATE KEY-----']
				.map(MESSAGE => JSON.stringify({MESSAGE}))
				.join('\n'),
		}),
	],
];

/** Begins with a word by which it is found again, in capitals as well. */
const secrets = fc.tuple(fc.stringMatching(/^Zq[A-Za-z0-9]{8,12}$/), fc.string({maxLength: 12})).map(([word, rest]) => ({
	word,
	secret: `${word}${rest.replaceAll('\0', '')}`,
}));

const leaks = (text: string, word: string): boolean => text.toLowerCase().includes(word.toLowerCase());

describe('a recording', () => {
	test.each(variables)('never holds the value of a variable: %s', async (_, say) => {
		await fc.assert(
			fc.asyncProperty(secrets, async ({word, secret}) => {
				expect(leaks(await recorded(say(secret)), word)).toBe(false);
			}),
			{numRuns: 60},
		);
	});

	test.each([...variables, ...others])('that is redacted never holds a secret: %s', async (_, say) => {
		await fc.assert(
			fc.asyncProperty(secrets, async ({word, secret}) => {
				expect(leaks(await recorded(say(secret), createRedaction(['mybox'])), word)).toBe(false);
			}),
			{numRuns: 60},
		);
	});

	test('holds what is no secret as it came', async () => {
		const text = await recorded(message('auth of user ok: token refreshed'), createRedaction([]));
		expect(text).toContain('auth of user ok');
	});

	test('that is redacted keeps the names of services and accounts that sound like secrets', async () => {
		const said = job('\tendpoints = {\n\t\t"com.example.auth-token" = {\n\t\t\tport = 0x1\n\t\t}\n\t}');
		expect(await recorded(said, createRedaction([]))).toContain(JSON.stringify('stdout' in said ? said.stdout : ''));
		expect(await recorded({read: '/etc/passwd', text: '_tokend:x:91:91::/:/bin/false\n'}, createRedaction([]))).toContain(
			'_tokend:x:91:91',
		);
	});
});
