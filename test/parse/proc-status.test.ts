import {describe, expect, test} from 'vitest';
import {parseProcStatus} from '../../source/parse/proc-status.js';

const lines = (overrides: Readonly<Record<string, string | null>> = {}): string => {
	const fields: Record<string, string | null> = {
		Name: 'nginx',
		Umask: '0022',
		State: 'S (sleeping)',
		Pid: '812',
		Uid: '33\t34\t35\t36',
		Gid: '33\t33\t33\t33',
		NSpid: '812',
		VmRSS: '    6144 kB',
		SigIgn: '0000000040001000',
		SigCgt: '0000000198016a07',
		...overrides,
	};
	return Object.entries(fields)
		.filter(([, value]) => value !== null)
		.map(([name, value]) => `${name}:\t${value}\n`)
		.join('');
};

describe('parseProcStatus', () => {
	test('reads the effective user, the memory and the signals', () => {
		expect(parseProcStatus(lines())).toEqual({
			uid: 34,
			isKernelThread: null,
			rssBytes: 6144 * 1024,
			caughtMask: 0x18016a07,
			ignoredMask: 0x40001000,
			nestedPid: null,
		});
	});

	test.each([
		['Kthread: 1', {Kthread: '1'}, {isKernelThread: true}],
		['Kthread: 0', {Kthread: '0'}, {isKernelThread: false}],
		['no Kthread line', {}, {isKernelThread: null}],
		['no VmRSS line (kernel threads, zombies)', {VmRSS: null}, {rssBytes: null}],
		['a pid in an inner namespace', {NSpid: '812\t14\t1'}, {nestedPid: 1}],
		['no NSpid line', {NSpid: null}, {nestedPid: null}],
		['no signal lines', {SigIgn: null, SigCgt: null}, {caughtMask: null, ignoredMask: null}],
		['all signals', {SigCgt: 'ffffffffffffffff'}, {caughtMask: 0x7fffffff}],
		['no Uid line', {Uid: null}, {uid: null}],
		['a name that looks like a line', {Name: 'a\\nUid:\\t9\\t9'}, {uid: 34}],
		['a name that is the name of a line', {Name: 'Uid:\t9\t9'}, {uid: 34}],
	])('reads %s', (_, overrides, expected) => {
		expect(parseProcStatus(lines(overrides))).toMatchObject(expected);
	});

	test('knows nothing from an empty text', () => {
		expect(new Set(Object.values(parseProcStatus('')))).toEqual(new Set([null]));
	});

	test('reads the last line also without a newline behind it', () => {
		expect(parseProcStatus(lines().trimEnd()).caughtMask).toBe(0x18016a07);
	});
});
