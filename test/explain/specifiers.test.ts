import {describe, expect, test} from 'vitest';
import {specifierResolver, unescapeUnit} from '../../source/explain/specifiers.js';
import {leaks, throwing} from '../parse/hostile-laws.js';

describe('the specifiers of a unit', () => {
	test.each([
		['postgresql@15-main.service', '%n|%N|%p|%i|%I', 'postgresql@15-main.service|postgresql@15-main|postgresql|15-main|15/main'],
		['foo-bar@x.service', '%j|%J|%p|%P', 'bar|bar|foo-bar|foo/bar'],
		['dt-odd\\x20name.service', '%N|%p|%P', 'dt-odd\\x20name|dt-odd\\x20name|dt/odd name'],
		['ssh.service', '%i|%I|%p|%f', '||ssh|/ssh'],
		['getty@tty1.service', '%f', '/tty1'],
		['user@.service', '%i %I %n %p', '%i %I %n user'],
		['a.service', '100%% %z %', '100% %z %'],
	])('of %s in %s', (name, text, expected) => {
		expect(specifierResolver(name, 'system', null)(text)).toBe(expected);
	});

	test.each([
		['system', '%t %S %C %L %E %h %u', '/run /var/lib /var/cache /var/log /etc /root root'],
		['user', '%t %S %C %L %E %h %u', '%t %S %C %L %E %h %u'],
	] as const)('of the scope %s', (scope, text, expected) => {
		expect(specifierResolver('a.service', scope, null)(text)).toBe(expected);
	});

	test('of the file', () => {
		expect(specifierResolver('a.service', 'user', '/etc/systemd/user/a.service')('%y %Y')).toBe(
			'/etc/systemd/user/a.service /etc/systemd/user',
		);
	});

	test('stay as they are where only a running system knows them', () => {
		expect(specifierResolver('a.service', 'system', null)('%m %b %H %v %d')).toBe('%m %b %H %v %d');
	});
});

describe('unescapeUnit', () => {
	test.each([
		['a-b', 'a/b'],
		['a\\x2db', 'a-b'],
		['\\xed\\x95\\x9c', '한'],
		['한-글', '한/글'],
		['\\x1b[2J', '\\x1b[2J'],
		['\\xzz', '\\xzz'],
	])('%s', (name, text) => {
		expect(unescapeUnit(name)).toBe(text);
	});

	test('is safe for every name', () => {
		expect(throwing(unescapeUnit)).toEqual([]);
		expect(leaks(unescapeUnit)).toEqual([]);
	});
});
