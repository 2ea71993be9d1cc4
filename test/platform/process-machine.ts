import {createProcessTable} from '../../source/platform/linux/process-table.js';
import type {Depth} from '../../source/platform/platform.js';
import type {Clock} from '../../source/run/clock.js';
import type {FileAnswer, LinkAnswer, ListAnswer, Runner} from '../../source/run/runner.js';

/** A process of a machine in memory. It is changed in place, as by the machine itself. */
export type MadeProcess = {
	pid: number;
	/** Hundredths of a second since boot. */
	start: number;
	comm: string;
	args: readonly string[];
	folder: string;
	cpu: number;
	flags: number;
	/** Inodes of the sockets it holds. */
	sockets: readonly number[];
	/** Its own network: listening sockets by inode, as `listening` of the machine. */
	network: ReadonlyMap<number, number> | null;
	/** It is in the list of names, and nothing of it can be read any more. */
	hasVanished: boolean;
	isDenied: boolean;
};

const PF_KTHREAD = 0x200000;
export const kernelThread = {flags: PF_KTHREAD, args: []};

const statOf = ({pid, comm, flags, cpu, start}: MadeProcess): string =>
	`${pid} (${comm}) S 1 ${pid} ${pid} 0 -1 ${flags} 0 0 0 0 ${cpu} 0 0 0 20 0 1 0 ${start} 10000000 300 18446744073709551615 1 1 0 0 0 0 0\n`;

const status = 'Name:\tx\nUid:\t0\t0\t0\t0\nVmRSS:\t1200 kB\nSigIgn:\t0000000000001000\nSigCgt:\t0000000180004002\n';

/** Listening sockets as `/proc/net/tcp` has them: ports by inode. */
const tableOf = (listening: ReadonlyMap<number, number>): string =>
	[...listening]
		.map(([inode, port], row) => {
			const local = `0100007F:${port.toString(16).toUpperCase().padStart(4, '0')}`;
			return `   ${row}: ${local} 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 ${inode} 1 0000000000000000 100 0 0 10 0\n`;
		})
		.join('');

const files: Readonly<Record<string, (made: MadeProcess) => string>> = {
	stat: statOf,
	status: () => status,
	cmdline: ({args}) => args.map(each => `${each}\0`).join(''),
	environ: () => 'HOME=/\0',
	'net/tcp': ({network}) => tableOf(network ?? new Map()),
};

const linkOf = ({args, folder, sockets, network, pid}: MadeProcess, name: string): string | null => {
	if (name.startsWith('fd/')) {
		const inode = sockets[Number(name.slice(3)) - 3];
		return inode === undefined ? null : `socket:[${inode}]`;
	}

	return name === 'ns/net' ? `net:[${network ? pid : 1}]` : name === 'exe' ? (args[0] ?? null) : name === 'cwd' ? folder : null;
};

const absent = {text: '', isCut: false, failure: 'missing'} as const;
const gone = {text: '', isCut: false, failure: 'gone'} as const;

/** A runner over a `/proc` in memory, and every path that was read, listed or followed since `asked` was emptied. */
export const createProcessMachine = () => {
	const processes = new Map<number, MadeProcess>();
	const listening = new Map<number, number>();
	const asked: string[] = [];
	const placeOf = (path: string): {made: MadeProcess | undefined; name: string} => {
		const [, pid, name = ''] = /^\/proc\/(\d+)\/(.*)$/.exec(path) ?? [];
		return {made: processes.get(Number(pid)), name};
	};

	const read = (path: string): FileAnswer => {
		asked.push(path);
		if (path === '/proc/net/tcp') {
			return {text: tableOf(listening), isCut: false, failure: null};
		}

		const {made, name} = placeOf(path);
		const file = files[name];
		return !made || !file
			? absent
			: made.hasVanished
				? gone
				: made.isDenied
					? {...absent, failure: 'denied'}
					: {text: file(made), isCut: false, failure: null};
	};

	const list = (path: string): ListAnswer => {
		asked.push(path);
		if (path === '/proc') {
			return {names: ['self', ...[...processes.keys()].map(String), 'net'], failure: null};
		}

		const {made, name} = placeOf(path);
		return made && !made.hasVanished && name === 'fd'
			? {names: made.sockets.map((_, index) => String(index + 3)), failure: null}
			: {names: [], failure: 'gone'};
	};

	const link = (path: string): LinkAnswer => {
		asked.push(path);
		const {made, name} = placeOf(path);
		const target = path === '/proc/self/ns/net' ? 'net:[1]' : made && !made.hasVanished ? linkOf(made, name) : null;
		return {target, failure: target === null ? 'missing' : null};
	};

	const never = async () => ({stdout: '', stderr: '', exitCode: null, failure: 'missing' as const, durationMs: 0});
	const runner: Runner = {run: never, follow: never, read, list, link};
	/** Starts a process in place of whatever had its pid. */
	const start = (parts: Partial<MadeProcess> & {pid: number}): MadeProcess => {
		const comm = parts.comm ?? `program-${parts.pid}`;
		const made: MadeProcess = {
			start: 100,
			comm,
			args: [`/usr/bin/${comm}`],
			folder: '/',
			cpu: 5,
			flags: 0,
			sockets: [],
			network: null,
			hasVanished: false,
			isDenied: false,
			...parts,
		};
		processes.set(parts.pid, made);
		return made;
	};

	return {processes, listening, asked, runner, start};
};

const bootedAt = Date.UTC(2026, 0, 1);
const hourMs = 3_600_000;

/** The table of such a machine, which has run for an hour, and a clock that goes on with each pass. */
export const createTableScene = (pause: () => Promise<void> = async () => undefined) => {
	const machine = createProcessMachine();
	const time = {sinceBoot: hourMs, setBy: 0};
	const clock: Clock = {
		now: () => bootedAt + time.sinceBoot + time.setBy,
		elapsed: () => time.sinceBoot,
		wait: async () => undefined,
	};
	const table = createProcessTable(machine.runner, clock, pause, {
		bootedAt,
		pageBytes: 4096,
		users: {name: uid => (uid === 0 ? 'root' : null), resolve: async () => undefined},
	});
	/** Goes on by so much, reads, and tells the processes by pid. `asked` holds what this pass has read. */
	const pass = async (afterMs = 2000, depth: Depth = 'full') => {
		time.sinceBoot += afterMs;
		machine.asked.length = 0;
		const reading = await table.read(depth);
		return new Map(reading.processes.map(process => [process.pid, process]));
	};

	const {read} = machine.runner;
	machine.runner.read = path =>
		path === '/proc/uptime' ? {text: `${(time.sinceBoot / 1000).toFixed(2)} 0.00\n`, isCut: false, failure: null} : read(path);

	return {
		...machine,
		table,
		time,
		pass,
		/** Starts a process now. */
		startNow: (parts: Partial<MadeProcess> & {pid: number}) => machine.start({start: Math.round(time.sinceBoot / 10), ...parts}),
		/** The pids of which this file was read in the last pass. */
		readIn: (name: string): readonly number[] =>
			machine.asked.flatMap(path => {
				const [, pid, file] = /^\/proc\/(\d+)\/(.*)$/.exec(path) ?? [];
				return file === name ? [Number(pid)] : [];
			}),
	};
};
