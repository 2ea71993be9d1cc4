import {execFileSync} from 'node:child_process';
import {describe, expect, test} from 'vitest';
import {askDarwin} from '../../source/ask/darwin.js';
import {askLinux, managerScopeOf} from '../../source/ask/linux.js';
import {shellLine} from '../../source/ask/question.js';

describe('a command that is shown', () => {
	test.each([
		[['plain', '-x', '/a/b.c', 'a=b:c,d@e%f+g']],
		[['two words', "it's", '$HOME', '`id`', 'a;b', '*', '~', '"', '\\', '', 'dt-odd\\x20name.service', '한글']],
	])('means the same to a shell as the arguments %j', args => {
		const line = shellLine({run: {file: 'printf', args: ['%s\\0', ...args]}});
		expect(execFileSync('sh', ['-c', line], {encoding: 'utf8'}).split('\0').slice(0, -1)).toEqual(args);
	});

	test('of a file is the one that prints it', () => {
		expect(shellLine({read: '/proc/1/status'})).toBe('cat /proc/1/status');
		expect(shellLine({read: '/Library/My Job.plist'})).toBe("cat '/Library/My Job.plist'");
	});

	test('only reads', () => {
		const asked = [
			askLinux.openFiles(1),
			askLinux.allSockets(),
			askLinux.unit({type: 'system'}, ['a.service'], ['Id']),
			askLinux.unitFiles({type: 'own'}, 'a.service'),
			askLinux.log({type: 'journal', unit: null, pid: 1, match: ['_PID=1']}),
			askLinux.log({type: 'file', path: '/x', sender: null}),
			askDarwin.openFiles(1),
			askDarwin.job('system', 'x'),
			askDarwin.logOfProcess(1),
			askDarwin.propertyList('/x'),
		].map(({file, args}) => [file.split('/').at(-1), args.find(argument => /^(?:show|cat|print|stream|-p)$/.test(argument))]);
		expect(asked).toEqual([
			['lsof', '-p'],
			['ss', undefined],
			['systemctl', 'show'],
			['systemctl', 'cat'],
			['journalctl', undefined],
			['tail', undefined],
			['lsof', '-p'],
			['launchctl', 'print'],
			['log', 'show'],
			['plutil', '-p'],
		]);
	});
});

test.each([
	['the system', {scope: 'system', scopeUid: null}, 1000, {type: 'system'}],
	["one's own manager", {scope: 'user', scopeUid: 1000}, 1000, {type: 'own'}],
	['that of another, as root', {scope: 'user', scopeUid: 1000}, 0, {type: 'user', name: 'alex'}],
	['nobody, for that of another', {scope: 'user', scopeUid: 1000}, 1001, null],
] as const)('about a unit %s is asked', (_, unit, uid, scope) => {
	expect(managerScopeOf(unit, uid, 'alex')).toEqual(scope);
});
