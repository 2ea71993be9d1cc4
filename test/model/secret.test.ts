import {describe, expect, test} from 'vitest';
import {coverArguments, coverSecrets, isSecretName, withoutSecrets} from '../../source/model/secret.js';
import {hostileTexts} from '../parse/hostile-texts.js';
import {isLinear} from '../parse/linear-time.js';

const secretNames = [
	...['PASSWORD', 'password', 'DB_PASS', 'dbPass', 'PGPASSWORD', 'MYSQL_PWD', 'requirepass', 'masterauth', 'passphrase', 'PASSWD2'],
	...['SECRET', 'CLIENT_SECRET', 'SECRET_KEY_BASE', 'AWS_SECRET_ACCESS_KEY', 'VAULT_SECRET_ID', 'GITHUB_TOKEN', 'accessToken', 'token1'],
	...['OPENAI_API_KEY', 'apiKey', 'APIKey', '--api-key', 'apikey', 'X-Api-Key', 'PRIVATE_KEY', 'privateKey', 'TS_AUTHKEY', 'AUTH_KEY'],
	...['SMTP_AUTH', '--auth', 'Authorization', 'AUTH_HEADER', 'PASSWORD_HASH', 'credential', 'DB_CREDENTIALS', 'ERLANG_COOKIE', 'WIFI_PSK'],
	...['-Djavax.net.ssl.keyStorePassword', `${'X_'.repeat(400)}TOKEN`, 'STORAGE_KEY', 'AWS_SECRET', 'NPM_TOKEN_', 'user.password'],
];

const plainNames = [
	...['SSH_AUTH_SOCK', 'PATH', 'KEYBOARD', 'AUTHOR', 'GIT_AUTHOR_NAME', 'XAUTHORITY', 'PWD', 'OLDPWD', 'COMPASS', 'BYPASS', 'HOME', ''],
	...[
		'SSH_ASKPASS',
		'SUDO_ASKPASS',
		'PASSENGER_APP_ENV',
		'PASS_THROUGH',
		'PassEnvironment',
		'PASSWORD_FILE',
		'--passwordfile',
		'TOKEN_URL',
	],
	...[
		'TOKENIZERS_PARALLELISM',
		'--max-tokens',
		'--no-auth',
		'--noauth',
		'AUTH_TYPE',
		'AUTH_METHOD',
		'--auth-mode',
		'CREDENTIALS_DIRECTORY',
	],
	...['credential.helper', '--sort-key', '--tls-key', 'PUBLIC_KEY', 'MONKEY', 'KEYCHAIN', 'SECURITYSESSIONID', 'LANG', 'XPC_SERVICE_NAME'],
];

test.each(secretNames)('%s names a secret', name => {
	expect(isSecretName(name)).toBe(true);
});

test.each(plainNames)('%s names no secret', name => {
	expect(isSecretName(name)).toBe(false);
});

describe('a text', () => {
	const cases: readonly (readonly [text: string, shown: string])[] = [
		['daemon --password=x --port=80', 'daemon --password=•••••• --port=80'],
		['daemon --token abc def', 'daemon --token •••••• def'],
		['daemon --token --verbose', 'daemon --token --verbose'],
		["daemon '--token' 'a b' c", "daemon '--token' '••••••' c"],
		['PASSWORD=x', 'PASSWORD=••••••'],
		['PASSWORD="my long one" A=b', 'PASSWORD="••••••" A=b'],
		['"DB_PASSWORD=my long one" "A=b c"', '"DB_PASSWORD=••••••" "A=b c"'],
		["'DB_PASSWORD=my long one' A=b", "'DB_PASSWORD=••••••' A=b"],
		['password = x', 'password = ••••••'],
		['PASSWORD= command', 'PASSWORD= command'],
		['A=b TOKEN=c D=e', 'A=b TOKEN=•••••• D=e'],
		['A=b\nTOKEN=c\nD=e', 'A=b\nTOKEN=••••••\nD=e'],
		['--env=TOKEN=c', '--env=TOKEN=••••••'],
		['postgres://me:x@db:5432/app', 'postgres://me:••••••@db:5432/app'],
		['URL=http://me:x@h/?a=b@c', 'URL=http://me:••••••@h/?a=b@c'],
		['http://me:a@b@h/', 'http://me:••••••@h/'],
		['http://host:80/x@y', 'http://host:80/x@y'],
		['ssh://git@host/x', 'ssh://git@host/x'],
		['https://ghp_0123456789012345678901@github.com/x', 'https://••••••@github.com/x'],
		['https://x/?a=b&token=c&d=e', 'https://x/?a=b&token=••••••&d=e'],
		['mount -o username=u,password=p,vers=3', 'mount -o username=u,password=••••••,vers=3'],
		['curl -H "Authorization: Bearer x.y" url', 'curl -H "Authorization: Bearer ••••••" url'],
		['-H "X-Api-Key: abc"', '-H "X-Api-Key: ••••••"'],
		['{"password":"a b","port":80}', '{"password":"••••••","port":80}'],
		['{"a":{"token": "x"}}', '{"a":{"token": "••••••"}}'],
		['-v /run/secrets:/run/secrets:ro', '-v /run/secrets:/run/secrets:ro'],
		['SMTP_AUTH=true', 'SMTP_AUTH=true'],
		['run --token ${TOKEN} --password $PASS', 'run --token ${TOKEN} --password $PASS'],
		['PASSWORD=$ecret', 'PASSWORD=••••••'],
		["don't --password=x 'y'", "don't --password=•••••• 'y'"],
		['PASSWORD="never closed', 'PASSWORD="••••••'],
		['/usr/sbin/sshd -D', '/usr/sbin/sshd -D'],
		['', ''],
	];

	test.each(cases)('%s', (text, shown) => {
		const parts = coverSecrets(text);
		expect(withoutSecrets(parts)).toBe(shown);
		expect(parts.map(part => part.text).join('')).toBe(text);
	});

	test('is whole again when its parts are joined, whatever it is', () => {
		const texts = hostileTexts().flatMap(text => [text, `TOKEN=${text}`, `--token ${text} x`, `x://a:${text}@b`]);
		expect(
			texts.filter(
				text =>
					coverSecrets(text)
						.map(part => part.text)
						.join('') !== text,
			),
		).toEqual([]);
	});

	test.each([
		'a',
		' ',
		'=',
		'a=',
		'TOKEN=',
		':',
		'://',
		'://a:b@',
		'"',
		"'",
		'token="',
		'-token ',
		'--token',
		'A.b-',
		'token: bearer ',
		'?token=',
	])('of %j in a row takes time in proportion', unit => {
		expect(
			isLinear(length => {
				const text = unit.repeat(Math.ceil(length / unit.length));
				return () => [coverSecrets(text), isSecretName(text), coverArguments([text, text])];
			}, 20_000),
		).toBe(true);
	});
});

describe('arguments', () => {
	const cases: readonly (readonly [texts: readonly string[], shown: readonly string[]])[] = [
		[
			['/bin/x', '--password', 'a b', 'c'],
			['/bin/x', '--password', '••••••', 'c'],
		],
		[['--password=a b'], ['--password=••••••']],
		[['PASSWORD=a b'], ['PASSWORD=••••••']],
		[
			['sh', '-c', 'PASSWORD=a exec b'],
			['sh', '-c', 'PASSWORD=•••••• exec b'],
		],
		[
			['--token', '-x'],
			['--token', '-x'],
		],
		[
			['password', 'is', 'a', 'word'],
			['password', 'is', 'a', 'word'],
		],
		[['http://u:p@h/'], ['http://u:••••••@h/']],
	];

	test.each(cases)('%j', (texts, shown) => {
		expect(coverArguments(texts).map(withoutSecrets)).toEqual(shown);
	});
});
