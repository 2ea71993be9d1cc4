import {describe, expect, test} from 'vitest';
import {readName} from '../../source/learn/name-grammar.js';
import {nameFamilies, namePatterns} from '../../source/model/name-grammar.js';
import {languages, textOf} from '../../source/text/text.js';

describe('a name alone suggests', () => {
	test.each([
		['fooAgent', 'darwin', 'agent', null],
		['UserEventAgent', 'darwin', null, null],
		['zabbix_agentd', 'linux', 'unix-agent', null],
		['amazon-ssm-agent', 'linux', 'unix-agent', null],
		['Foo Helper (Renderer)', 'darwin', 'helper', null],
		['fooXPCService', 'darwin', 'xpc-service', null],
		['FooUIServer', 'darwin', 'interface', null],
		['FooWidgetExtension', 'darwin', 'extension', null],
		['mdworker_shared', 'darwin', 'worker', 'spotlight'],
		['mdhidden', 'darwin', null, null],
		['com.acme.thing', 'darwin', 'reverse-dns', null],
		['com.docker.thing', 'darwin', 'reverse-dns', 'docker'],
		['[kfoo/0]', 'linux', 'kernel-thread', null],
		['-zsh', 'linux', 'login-shell', null],
		['postgres: checkpointer', 'linux', 'title', null],
		['rpc.foo', 'linux', 'network-service', 'nfs'],
		['foo-daemon', 'linux', 'unix-daemon', null],
		['systemd-foo', 'linux', null, 'systemd'],
		['gsd-foo', 'linux', null, 'gnome-settings'],
		['food', 'linux', 'ends-in-d', null],
		['food', 'generic', 'ends-in-d', null],
		['mbusertrampoline', 'darwin', null, 'setup-assistant'],
		['nsurlfood', 'darwin', 'ends-in-d', 'url-loading'],
		['X', 'linux', null, null],
	] as const)('%s on %s: %s, %s', (name, system, pattern, family) => {
		const read = readName(name, system);
		expect([read.pattern?.id ?? null, read.family]).toEqual([pattern, family]);
	});

	test('who made it, where it is written backwards', () => {
		expect(readName('com.acme.thing', 'darwin').vendor).toBe('acme');
		expect(readName('thing', 'darwin').vendor).toBeNull();
	});

	test.each(languages)('nothing that has no words in %s', language => {
		const {pattern, family} = textOf(language).learn;
		expect(namePatterns.filter(id => !pattern[id])).toEqual([]);
		expect(nameFamilies.filter(id => !family[id])).toEqual([]);
	});
});
