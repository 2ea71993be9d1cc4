import {describe, expect, test} from 'vitest';
import {listListeners} from '../../source/join/listeners.js';
import type {ListeningSocket} from '../../source/model/process.js';
import {explainedFixture, snapshotFixture, traitsFixture, unitFixture} from '../support/process-fixture.js';

const tcp = (port: number, id: string | null, address = '0.0.0.0'): ListeningSocket => ({
	protocol: 'tcp',
	family: 'ipv4',
	address,
	port,
	id,
});

const holder = (name: string, pid: number, startedAt: number, ...listens: readonly ListeningSocket[]) =>
	explainedFixture({name, pid, startedAt, traits: traitsFixture({listens})});

const listed = (...parameters: Parameters<typeof snapshotFixture>) =>
	listListeners(snapshotFixture(...parameters)).map(({protocol, port, owner, sharers, user}) => [
		protocol,
		port,
		owner?.name ?? null,
		owner?.pid ?? null,
		sharers,
		user,
	]);

describe('everything that listens', () => {
	test('stands there once, with the oldest of those that share it as its owner', () => {
		const workers = [
			holder('nginx', 30, 300, tcp(80, '7')),
			holder('nginx', 10, 100, tcp(80, '7')),
			holder('nginx', 20, 200, tcp(80, '7')),
		];
		expect(listed(workers)).toEqual([['tcp', 80, 'nginx', 10, 2, 'root']]);
	});

	test('at one address by sockets of their own stands there for each', () => {
		const two = [holder('a', 10, 100, tcp(80, '7')), holder('b', 20, 200, tcp(80, '8'))];
		expect(listed(two).map(([, , name]) => name)).toEqual(['a', 'b']);
	});

	test('is the same where the system gives sockets no identity and the address is', () => {
		expect(listed([holder('a', 10, 100, tcp(80, null)), holder('a', 20, 200, tcp(80, null))])).toHaveLength(1);
	});

	test('is there with its user where the process cannot be seen', () => {
		const unseen = {protocol: 'tcp', address: '127.0.0.1', port: 5432, uid: 101, user: 'postgres'} as const;
		expect(listed([], {unownedListeners: [unseen]})).toEqual([['tcp', 5432, null, null, 0, 'postgres']]);
	});

	test('comes by port, and leaves out unix sockets', () => {
		const all = [holder('a', 10, 100, tcp(443, '1'), tcp(80, '2'), {protocol: 'unix', path: '/run/x', id: '3'})];
		expect(listed(all).map(([, port]) => port)).toEqual([80, 443]);
	});

	test('by systemd names the service that a caller starts', () => {
		const socket = unitFixture('web.socket', {listens: ['127.0.0.1:8080', '/run/web'], triggers: ['web.service']});
		const init = {...holder('systemd', 1, 0, tcp(8080, '1', '127.0.0.1'), tcp(9090, '2', '127.0.0.1'))};
		const isInit = {...init, verdict: {...init.verdict, kind: 'init' as const}};
		const [held, own] = listListeners(snapshotFixture([isInit], {services: [socket]}));
		expect(held?.activates).toEqual({unit: 'web.socket', service: 'web.service'});
		expect(own?.activates).toBeNull();
	});
});
