import {execFileSync} from 'node:child_process';
import dgram from 'node:dgram';
import {once} from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {HeldSocket, ProcessSockets} from '../../source/model/socket.js';
import {readLinuxSockets} from '../../source/platform/linux/sockets.js';
import {localRunner} from '../../source/run/local.js';
import type {Answer, Runner} from '../../source/run/runner.js';
import {rowOf} from '../parse/socket-rows.js';
import {explainedFixture} from '../support/process-fixture.js';

const isLinux = process.platform === 'linux';
const missing: Answer = {stdout: '', stderr: '', exitCode: null, failure: 'missing', durationMs: 0};

/** This machine without some of its tools or files. */
const machineWithout = (tools: readonly string[], files = /^$/): Runner => ({
	...localRunner,
	run: async (command, signal) => (tools.includes(command.file) ? missing : localRunner.run(command, signal)),
	read: (file, maxBytes, encoding) =>
		files.test(file) ? {text: '', isCut: false, failure: 'missing'} : localRunner.read(file, maxBytes, encoding),
	list: folder => (files.test(folder) ? {names: [], failure: 'missing'} : localRunner.list(folder)),
});

const has = (tool: string): boolean => {
	try {
		execFileSync('sh', ['-c', `command -v ${tool}`]);
		return true;
	} catch {
		return false;
	}
};

/** The ways to the same answer, and what each of them needs. */
const ways: readonly (readonly [string, Runner, readonly string[]])[] = [
	['lsof', localRunner, ['lsof']],
	['/proc', machineWithout(['lsof']), []],
	['ss', machineWithout(['lsof'], /\/net\//), ['ss']],
	['ss without descriptors', machineWithout(['lsof'], /\/(?:net\/|fd$)/), ['ss']],
];

const {signal} = new AbortController();
const read = async (runner: Runner, pid = process.pid): Promise<ProcessSockets> =>
	(await readLinuxSockets(runner, explainedFixture({pid}), signal)).value;

/** By inode. A tool that is being asked writes to a socket of ours, which goes with it. */
const heldNow = (): ReadonlySet<string | null> =>
	new Set(
		fs.readdirSync('/proc/self/fd').flatMap(fd => {
			try {
				return /^socket:\[(\d+)\]$/.exec(fs.readlinkSync(`/proc/self/fd/${fd}`))?.[1] ?? [];
			} catch {
				return [];
			}
		}),
	);

let before: ReadonlySet<string | null> = new Set();
const opened: {close(): unknown}[] = [];
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dt sockets '));
let expected: readonly string[] = [];

const portOf = (server: net.Server | dgram.Socket): number => {
	const address = server.address();
	return typeof address === 'object' && address !== null ? address.port : 0;
};

const keep = <Kept extends net.Socket | net.Server | dgram.Socket>(kept: Kept): Kept => {
	opened.push(kept instanceof net.Socket ? {close: () => kept.destroy()} : kept);
	return kept;
};

const listen = async (options: net.ListenOptions): Promise<net.Server> => {
	const server = keep(net.createServer({allowHalfOpen: true}));
	server.on('connection', connection => keep(connection).resume());
	server.listen(options);
	await once(server, 'listening');
	return server;
};

const connect = async (options: net.NetConnectOpts): Promise<net.Socket> => {
	const client = keep(net.connect({allowHalfOpen: true, ...options}));
	await once(client, 'connect');
	client.resume();
	return client;
};

const bind = async (type: dgram.SocketType, address: string): Promise<dgram.Socket> => {
	const socket = keep(dgram.createSocket(type));
	socket.bind(0, address);
	await once(socket, 'listening');
	return socket;
};

const openAll = async (): Promise<readonly string[]> => {
	const name = path.join(folder, 'a name');
	const [server, everywhere] = [await listen({host: '127.0.0.1', port: 0}), await listen({host: '0.0.0.0', port: 0})];
	const unix = await listen({path: name});
	const steady = await connect({host: '127.0.0.1', port: portOf(server)});
	const hungUp = await connect({host: '127.0.0.1', port: portOf(server)});
	await connect({path: name});
	hungUp.end();
	await once(hungUp, 'finish');
	const waiting = await bind('udp4', '127.0.0.1');
	const connected = await bind('udp4', '127.0.0.1');
	connected.connect(portOf(waiting), '127.0.0.1');
	await once(connected, 'connect');
	expect(unix.listening).toBe(true);
	const [here, there] = [`127.0.0.1:${portOf(server)}`, (client: net.Socket): string => `127.0.0.1:${client.localPort}`];
	return [
		`tcp ipv4 ${here} - LISTEN`,
		`tcp ipv4 *:${portOf(everywhere)} - LISTEN`,
		`tcp ipv4 ${there(steady)} ${here} ESTABLISHED`,
		`tcp ipv4 ${here} ${there(steady)} ESTABLISHED`,
		`tcp ipv4 ${there(hungUp)} ${here} FIN_WAIT2`,
		`tcp ipv4 ${here} ${there(hungUp)} CLOSE_WAIT`,
		`udp ipv4 127.0.0.1:${portOf(waiting)} - BOUND`,
		`udp ipv4 127.0.0.1:${portOf(connected)} 127.0.0.1:${portOf(waiting)} ESTABLISHED`,
		`unix stream ${name} LISTEN`,
		`unix stream ${name} CONNECTED`,
		'unix stream - CONNECTED',
	].sort();
};

const withoutId = (socket: HeldSocket): string => rowOf({...socket, id: null}).replace(/ null$/, '');

describe.skipIf(!isLinux)('the sockets of this process', () => {
	beforeAll(async () => {
		before = heldNow();
		expected = await openAll();
	});

	afterAll(() => {
		for (const each of opened) {
			each.close();
		}

		fs.rmSync(folder, {recursive: true, force: true});
	});

	test.for(ways)('are found through %s, all of them and no other, in their states', async ([name, runner, needed], context) => {
		if (!needed.every(has)) {
			console.info(`skipped: ${needed.join(', ')} is not installed`);
			context.skip();
			return;
		}

		const value = await read(runner);
		const steady = heldNow();
		const fresh = (value.sockets ?? []).filter(({id}) => !before.has(id) && steady.has(id));
		expect(fresh.map(withoutId).sort()).toEqual(expected);
		expect(value).toMatchObject({isCut: false, source: name.split(' ')[0]});
		expect(fresh.filter(({fd}) => fd === null)).toEqual([]);
	});

	test.skipIf(!has('ss'))('know, where ss is, that both ends of the unix connection are in this process', async () => {
		const {sockets} = await read(localRunner);
		const client = sockets?.find(({peer}) => peer?.path === path.join(folder, 'a name'));
		expect(client?.peer?.pids).toEqual([process.pid]);
	});
});
