import {expect, test} from 'vitest';
import {createDarwinListeners} from '../../source/platform/darwin/listeners.js';
import type {Answer, Runner} from '../../source/run/runner.js';
import {processFixture, traitsFixture} from '../support/process-fixture.js';

const own = ['p500', 'u501', 'f9', 'tIPv4', 'PTCP', 'n127.0.0.1:5432', 'TST=LISTEN', 'f10', 'tIPv6', 'PUDP', 'n*:5353'];
const noListener = ['f11', 'tIPv4', 'PUDP', 'n*:*', 'f12', 'tIPv4', 'PUDP', 'n10.0.0.2:50000->10.0.0.1:53'];
const others = ['p88', 'u0', 'f4', 'tIPv6', 'PTCP', 'n[::1]:631', 'TST=LISTEN'];

const clock = {now: () => 5000, elapsed: () => 0, wait: async () => undefined};
const listenersOf = (lines: readonly string[], parts: Partial<Answer> = {}) => {
	const stdout = lines.map(line => `${line}\n`).join('');
	const runner = {run: async () => ({stdout, stderr: '', exitCode: 0, failure: null, durationMs: 1, ...parts})} as unknown as Runner;
	return createDarwinListeners(runner, clock, 501);
};

const signal = new AbortController().signal;
const traits = traitsFixture({listens: null, denied: []});
const mine = processFixture({pid: 500, uid: 501, startedAt: 1000, traits});
const quiet = processFixture({pid: 501, uid: 501, startedAt: 1000, traits});
const roots = processFixture({pid: 88, uid: 0, startedAt: 1000, traits});

test('what listens is told with its address; what is connected or bound to nothing does not listen', async () => {
	const listeners = listenersOf([...own, ...noListener]);
	expect(await listeners.refresh(signal)).toEqual([]);
	expect(listeners.traitsOf(mine).listens).toEqual([
		{protocol: 'tcp', family: 'ipv4', address: '127.0.0.1', port: 5432, id: null},
		{protocol: 'udp', family: 'ipv6', address: '*', port: 5353, id: null},
	]);
	expect(listeners.traitsOf(mine)).toBe(listeners.traitsOf(mine));
});

test('no socket is an answer for a process of the caller, and none for another user', async () => {
	const listeners = listenersOf(own);
	await listeners.refresh(signal);
	expect(listeners.traitsOf(quiet).listens).toEqual([]);
	expect(listeners.traitsOf(roots)).toMatchObject({listens: null, denied: ['listens']});
});

test('where sockets of others are listed, all are', async () => {
	const listeners = listenersOf([...own, ...others]);
	await listeners.refresh(signal);
	expect(listeners.traitsOf(roots).listens).toEqual([{protocol: 'tcp', family: 'ipv6', address: '::1', port: 631, id: null}]);
	expect(listeners.traitsOf({...roots, pid: 89}).listens).toEqual([]);
});

test('nothing is said of a process that began after lsof was asked, or before it is', async () => {
	const listeners = listenersOf(own);
	expect(listeners.traitsOf(mine).listens).toBeNull();
	await listeners.refresh(signal);
	expect(listeners.traitsOf({...mine, startedAt: 6000}).listens).toBeNull();
});

test.each([
	['that finds nothing is no problem', {failure: 'exit', exitCode: 1}, []],
	['that is not there is one', {failure: 'missing', exitCode: null}, [{source: 'lsof', failure: 'missing', detail: null}]],
	[
		'that fails says why',
		{failure: 'exit', exitCode: 1, stderr: 'lsof: illegal\nusage'},
		[{source: 'lsof', failure: 'exit', detail: 'lsof: illegal'}],
	],
	['that was stopped is one', {failure: 'timeout', exitCode: null}, [{source: 'lsof', failure: 'timeout', detail: null}]],
] as const)('an lsof %s', async (_, parts, problems) => {
	expect(await listenersOf([], parts).refresh(signal)).toEqual(problems);
});
