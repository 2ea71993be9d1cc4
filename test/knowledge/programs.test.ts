import {describe, expect, test} from 'vitest';
import {createDictionary, findProgram, loadDictionary} from '../../source/knowledge/programs.js';
import type {ProgramEntry, ProgramQuery} from '../../source/model/program.js';

const findOnMac = await loadDictionary('darwin');

const query = (name: string, parts: Partial<ProgramQuery> = {}): ProgramQuery => ({name, unit: null, args: null, uid: null, ...parts});

describe('one program that runs in several ways has an entry for each', () => {
	test.each([
		['distnoted', {args: ['/usr/sbin/distnoted', 'daemon'], uid: 241}, 'daemon'],
		['distnoted', {args: ['/usr/sbin/distnoted', 'agent'], uid: 501}, 'agent'],
		['distnoted', {unit: 'com.apple.distnoted.xpc.daemon'}, 'daemon'],
		['cfprefsd', {args: ['cfprefsd', 'agent']}, 'agent'],
		['trustd', {args: ['trustd', '--agent'], uid: 501}, 'agent'],
		['trustd', {args: ['trustd'], uid: 282}, 'daemon'],
		['tccd', {args: ['tccd', 'system'], uid: 0}, 'daemon'],
		['tccd', {args: ['tccd'], uid: 501}, 'agent'],
		['lsd', {args: ['lsd', 'runAsRoot'], uid: 0}, 'daemon'],
		['lsd', {args: ['lsd'], uid: 501}, 'agent'],
		['UserEventAgent', {args: ['UserEventAgent', '(System)'], uid: 0}, 'daemon'],
		['UserEventAgent', {args: ['UserEventAgent', '(Aqua)'], uid: 501}, 'agent'],
		['nsurlsessiond', {args: ['nsurlsessiond', '--privileged'], uid: 242}, 'daemon'],
		['cloudd', {args: ['cloudd'], uid: 501}, 'agent'],
	] as const)('%s %o: %s', (name, parts, kind) => {
		expect(findOnMac(query(name, parts))).toMatchObject({name, kind});
	});

	test.each(['distnoted', 'cfprefsd', 'tccd', 'UserEventAgent'])('of %s nothing more is known: then neither is claimed', name => {
		expect(findOnMac(query(name))).toMatchObject({name, kind: null});
	});

	test('the message bus of the system is a daemon, that of a user an agent', () => {
		const args = (option: string) => ({args: ['/usr/bin/dbus-daemon', option, '--nofork']});
		expect(findProgram(query('dbus-daemon', args('--system')))?.kind).toBe('daemon');
		expect(findProgram(query('dbus-daemon', args('--session')))?.kind).toBe('agent');
	});
});

describe('a program is looked for', () => {
	const entry = (name: string, unit: string | null, parts: Partial<ProgramEntry> = {}): ProgramEntry => ({
		name,
		unit,
		kind: null,
		en: `${name} ${unit}`,
		ko: '시험합니다',
		source: 'a(1)',
		...parts,
	});
	const find = createDictionary(
		[
			entry('a', null),
			entry('a', 'first.service'),
			entry('a', 'tmpl@.service'),
			entry('b', 'sh.service'),
			entry('kworker', null),
			entry('PM2', null),
			entry('c', 'same.service', {user: 'person'}),
			entry('c', 'same.service', {user: 'system'}),
		],
		'linux',
	);

	test.each([
		['by its name alone', query('a'), 'a null'],
		['with its unit', query('a', {unit: 'first.service'}), 'a first.service'],
		['with the template of its unit', query('a', {unit: 'tmpl@one.service'}), 'a tmpl@.service'],
		['by its unit where it is an interpreter', query('sh', {unit: 'sh.service'}), 'b sh.service'],
		['by its family where it is a thread', query('kworker/0:1H'), 'kworker null'],
		['by the first word of its title', query('PM2 v5: God Daemon'), 'PM2 null'],
		['in the unit of a person', query('c', {unit: 'same.service', uid: 1000}), 'c same.service'],
	])('%s', (_, wanted, en) => {
		expect(find(wanted)?.en).toBe(en);
	});

	test('and its user counts', () => {
		expect(find(query('c', {uid: 1000}))?.user).toBe('person');
		expect(find(query('c', {uid: 0}))?.user).toBe('system');
		expect(find(query('c'))).toBeNull();
	});

	test('and not found where nothing of it is known', () => {
		expect(find(query('unheard-of', {unit: 'unheard-of.service'}))).toBeNull();
	});
});
