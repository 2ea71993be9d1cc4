import {execFileSync, spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';

const entry = path.resolve(import.meta.dirname, '../../dist/cli.js');

const why = (...args: readonly string[]): string => execFileSync(process.execPath, [entry, 'why', ...args], {encoding: 'utf8'});

const hasTool = (name: string): boolean => spawnSync('sh', ['-c', `command -v ${name}`]).status === 0;

/** A process that listens on a port and on a path, and tells the port. */
const program = `
	const net = require('node:net');
	net.createServer().listen(process.argv[1]);
	const server = net.createServer().listen(0, '127.0.0.1', () => console.log(server.address().port));
`;

describe.skipIf(process.platform !== 'linux')('the commands behind what is said of a process', () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'daemon-top-commands-'));
	const socket = path.join(folder, 'listens.socket');
	const child = spawn(process.execPath, ['-e', program, socket], {cwd: folder, stdio: ['ignore', 'pipe', 'ignore']});
	const outputs = new Map<string, string>();
	let port = '';
	let commands: readonly string[] = [];
	let told: {ppid: number; executable: string; workingDirectory: string; cgroup: string | null; listens: {port?: number}[]};

	const outputOf = (start: string): string => [...outputs].find(([command]) => command.startsWith(start))?.[1] ?? '';

	beforeAll(async () => {
		[port] = String((await once(child.stdout, 'data'))[0])
			.trim()
			.split('\n') as [string];
		[told] = JSON.parse(why(String(child.pid), '--json')).matches;
		commands = why(String(child.pid), '--commands').trim().split('\n');
		for (const command of commands.filter(line => !line.startsWith('#'))) {
			const {stdout} = spawnSync('sh', ['-c', command], {encoding: 'utf8', maxBuffer: 64 * 1024 * 1024});
			outputs.set(command, stdout);
		}
	});

	afterAll(() => {
		child.kill('SIGKILL');
		rmSync(folder, {recursive: true, force: true});
	});

	test('are there for each pane, each with what it tells', () => {
		expect(commands.filter(line => line.startsWith('# '))).toEqual(expect.arrayContaining(['# Overview', '# Why', '# Sockets']));
		expect(commands.filter(line => !line.startsWith('#') && !line.includes('  # '))).toEqual([]);
	});

	test('all answer', () => {
		const silent = [...outputs].filter(([command, output]) => output === '' && !(command.startsWith('lsof') && !hasTool('lsof')));
		expect(silent.filter(([command]) => !command.startsWith('ss') || hasTool('ss'))).toEqual([]);
	});

	test.skipIf(!hasTool('ps'))('tell its parent', () => {
		expect(outputOf('ps ').trim().split('\n').at(-1)?.trim().split(/\s+/).slice(0, 2)).toEqual([String(child.pid), String(told.ppid)]);
	});

	test('tell its program, where it works and its control group', () => {
		expect(outputOf(`readlink /proc/${child.pid}/exe`).trim()).toBe(told.executable);
		expect(outputOf(`readlink /proc/${child.pid}/cwd`).trim()).toBe(told.workingDirectory);
		expect(outputOf(`cat /proc/${child.pid}/cgroup`)).toContain(told.cgroup ?? '');
	});

	test('tell the sockets that the pane shows', () => {
		expect(told.listens.map(each => each.port)).toContain(Number(port));
		for (const tool of ['lsof', 'ss'].filter(hasTool)) {
			expect(outputOf(`${tool} `)).toContain(`:${port}`);
			expect(outputOf(`${tool} `)).toContain(socket);
		}
	});
});
