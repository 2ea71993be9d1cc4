import {describe, expect, test} from 'vitest';
import {askDarwin} from '../../source/ask/darwin.js';
import {readDarwinSockets} from '../../source/platform/darwin/sockets.js';
import {explainedFixture} from '../support/process-fixture.js';
import {createMachine, psRows} from './demo-machine.js';

const {signal} = new AbortController();
const askingUid = 501;

const answerOf = async (pid: number) => {
	const {file, args} = askDarwin.openFiles(pid);
	return createMachine().runner.run({file, args});
};

const socketsOf = async (pid: number, uid = askingUid) => {
	const {value, problems} = await readDarwinSockets(createMachine().runner, explainedFixture({pid, uid}), askingUid, signal);
	return {sockets: value.sockets, problems};
};

describe('lsof of the demo', () => {
	test('answers with the fields it is asked for, ended by NUL, each set on a line', async () => {
		const {stdout, exitCode, stderr} = await answerOf(2105);
		expect([exitCode, stderr]).toEqual([0, '']);
		const [process = '', ...files] = stdout.split('\n').slice(0, -1);
		expect(process).toBe('p2105\0cnode\0u501\0');
		expect(
			files.filter(set => !/^f[^\0]+\0t[^\0]+\0(?:d0x[\da-f]{9,16}\0)?(?:P(?:TCP|UDP)\0)?n[^\0]+\0(?:T(?:ST|QR|QS)=[^\0]+\0)*$/.test(set)),
		).toEqual([]);
		expect(files.some(set => set.startsWith('fcwd\0tDIR\0'))).toBe(true);
	});

	test('says nothing of others, and of nobody, and ends with status 1', async () => {
		for (const pid of [1, 88, 4_000_000]) {
			expect(await answerOf(pid)).toMatchObject({stdout: '', stderr: '', exitCode: 1, failure: 'exit'});
		}
	});
});

describe('the sockets of the demo', () => {
	test('of every own process can be read, each socket is another, and every connection is in a state', async () => {
		const rows = (await psRows(createMachine())).filter(({uid, state}) => uid === askingUid && state !== 'Z');
		expect(rows.length).toBeGreaterThan(50);
		for (const {pid, path} of rows) {
			const {sockets} = await socketsOf(pid);
			expect(sockets, path).not.toBeNull();
			const internet = sockets?.filter(({protocol}) => protocol === 'tcp' || protocol === 'udp') ?? [];
			expect(internet.filter(({state, local}) => state === null && local !== null)).toEqual([]);
			expect(sockets?.filter(({id}) => id === null)).toEqual([]);
		}
	});

	test('of root may not be read', async () => {
		expect(await socketsOf(321, 0)).toEqual({sockets: null, problems: [{source: 'lsof', failure: 'denied', detail: null}]});
	});

	test('one program leaks connections', async () => {
		const {sockets} = await socketsOf(2105);
		expect(sockets?.filter(({state}) => state === 'CLOSE_WAIT').length).toBeGreaterThanOrEqual(5);
		expect(sockets?.map(({state}) => state)).toContain('LISTEN');
	});

	test('two ends of a unix connection name each other', async () => {
		const unixOf = async (pid: number) => (await socketsOf(pid)).sockets?.filter(({peer}) => peer !== null) ?? [];
		const [[browser], [helper], own] = [await unixOf(681), await unixOf(689), await unixOf(56_468)];
		expect(browser?.peer?.id).toBe(helper?.id);
		expect(helper?.peer?.id).toBe(browser?.id);
		expect(own.map(({peer}) => peer?.pids)).toEqual([[56_468], [56_468]]);
	});

	test('there are TCP, UDP and unix sockets, IPv4 and IPv6, in many states', async () => {
		const rows = (await psRows(createMachine())).filter(({uid}) => uid === askingUid);
		const all = (await Promise.all(rows.map(({pid}) => socketsOf(pid)))).flatMap(({sockets}) => sockets ?? []);
		expect(new Set(all.map(({protocol}) => protocol))).toEqual(new Set(['tcp', 'udp', 'unix', 'other']));
		expect([...new Set(all.map(({state}) => state))]).toEqual(
			expect.arrayContaining(['LISTEN', 'BOUND', 'ESTABLISHED', 'CLOSE_WAIT', 'FIN_WAIT2', 'CONNECTED']),
		);
	});
});
