import {type RecordedAnswer, type Recording, recordingFormat, recordingVersion} from '../../source/run/recording.js';
import {outputNames, type Row, readOutput, readRows, toBytes, toText} from './corpus-folder.js';
import {systemctlAnswers} from './systemctl-answers.js';

/** An ordinary user's recordings were taken on the machine of this one, and lack what is the same in both. */
const machineOf = (folder: string): string => (folder.startsWith('no-systemd-user-') ? 'no-systemd' : folder);

const output = (folder: string, name: string): string => readOutput(folder, name) ?? readOutput(machineOf(folder), name) ?? '';

type Failure = 'denied' | 'missing' | 'gone';

const failureOf = (value: string | null, row: Row): Failure | null => {
	if (value === null) {
		return row.exe.startsWith('!No such') ? 'gone' : 'denied';
	}

	return value.startsWith('!') ? (value.startsWith('!No such') ? 'missing' : 'denied') : null;
};

const at = 0;
/** The clock of a replay moves with the answers: the second list of processes makes a second sample. */
const secondSampleAt = 2000;

const read = (path: string, text: string): RecordedAnswer => ({at, read: path, answer: {text, isCut: false, failure: null}});

const list = (path: string, names: readonly string[], time = at): RecordedAnswer => ({
	at: time,
	list: path,
	answer: {names, failure: null},
});

/** How much of a file the platform asks for: a recording holds no more than that. */
const maxArgumentBytes = 8192;

const readField = (path: string, value: string | null, row: Row): RecordedAnswer => {
	const failure = failureOf(value, row);
	if (value === null || failure !== null) {
		return {at, read: path, answer: {text: '', isCut: false, failure}};
	}

	const bytes = path.endsWith('/cmdline') ? toBytes(value) : null;
	return bytes && bytes.length > maxArgumentBytes
		? {at, read: path, answer: {text: bytes.toString('utf8', 0, maxArgumentBytes), isCut: true, failure: null}}
		: read(path, toText(value));
};

const linkField = (path: string, value: string | undefined, row: Row): RecordedAnswer => {
	const failure = value === undefined ? 'denied' : failureOf(value, row);
	return {at, link: path, answer: {target: failure === null && value !== undefined ? toText(value) : null, failure}};
};

/** Which files each process has mapped, from lsof's `mem` lines: enough of a `maps` file to find a library in. */
const mapsByPid = (folder: string): ReadonlyMap<number, string> => {
	const maps = new Map<number, Set<string>>();
	for (const line of output(folder, 'lsof-all.out').split('\n')) {
		const found = /^\S+\s+(\d+)\s.*?\smem\s+REG\s+\S+\s+(?:\d+\s+)?\d+\s+(\/.*?)(?: \(path dev=[\d,]+\))?$/.exec(line);
		if (found?.[2]) {
			const pid = Number(found[1]);
			maps.set(pid, (maps.get(pid) ?? new Set()).add(found[2]));
		}
	}

	return new Map([...maps].map(([pid, paths]) => [pid, [...paths].map(path => `0-1000 r-xp 0 00:28 1 ${path}\n`).join('')]));
};

const processAnswers = (row: Row, maps: string): readonly RecordedAnswer[] => {
	const directory = `/proc/${row.pid}`;
	const {fd} = row;
	const descriptors: readonly RecordedAnswer[] =
		typeof fd === 'string'
			? [
					{at, list: `${directory}/fd`, answer: {names: [], failure: failureOf(fd, row)}},
					...['0', '1', '2'].map(name => linkField(`${directory}/fd/${name}`, fd, row)),
					readField(`${directory}/maps`, null, row),
				]
			: [
					list(`${directory}/fd`, Object.keys(fd)),
					...Object.entries(fd).map(([name, target]) => linkField(`${directory}/fd/${name}`, target, row)),
					read(`${directory}/maps`, maps),
				];
	return [
		readField(`${directory}/stat`, row.stat, row),
		readField(`${directory}/status`, row.status, row),
		readField(`${directory}/cmdline`, row.cmdline, row),
		readField(`${directory}/cgroup`, row.cgroup, row),
		readField(`${directory}/environ`, row.environ, row),
		readField(`${directory}/loginuid`, row.loginuid, row),
		readField(`${directory}/comm`, row.comm, row),
		linkField(`${directory}/exe`, row.exe, row),
		linkField(`${directory}/cwd`, row.cwd, row),
		linkField(`${directory}/ns/net`, row.ns.net, row),
		...descriptors,
	];
};

/** With hidepid=noaccess others' processes are listed and closed; with the other modes they are not even listed. */
const closedPids = (folder: string, rows: readonly Row[]): readonly number[] => {
	if (!folder.endsWith('-noaccess')) {
		return [];
	}

	const open = new Set(rows.map(row => row.pid));
	return readRows('no-systemd-user-hidepid-off').flatMap(row => (open.has(row.pid) ? [] : [row.pid]));
};

const closedAnswers = (pid: number): readonly RecordedAnswer[] => [
	{at, read: `/proc/${pid}/stat`, answer: {text: '', isCut: false, failure: 'denied'}},
	{at, read: `/proc/${pid}/comm`, answer: {text: '', isCut: false, failure: 'denied'}},
];

const mounts = (folder: string): string => {
	const mode = /-hidepid-(\w+)$/.exec(folder)?.[1] ?? 'off';
	return `proc /proc proc rw,nosuid,nodev,noexec,relatime${mode === 'off' ? '' : `,hidepid=${mode}`} 0 0\n`;
};

/** The tables of `cat /proc/net/tcp /proc/net/tcp6 /proc/net/udp /proc/net/udp6`, each behind its own head. */
const netAnswers = (folder: string): readonly RecordedAnswer[] => {
	const tables = output(folder, 'proc-net-tcp.out').split(/^(?=\s+sl )/m);
	const internet = ['tcp', 'tcp6', 'udp', 'udp6'].map((name, index) => read(`/proc/net/${name}`, tables[index] ?? ''));
	return [...internet, read('/proc/net/unix', output(folder, 'proc-net-unix.out'))];
};

/** Name and uid of every user that ps printed; it prints the uid where there is no name. */
const passwd = (folder: string): string => {
	const users = new Map<string, string>();
	for (const line of `${output(folder, 'ps-eo-full.out')}\n${output(machineOf(folder), 'ps-eo-full.out')}`.split('\n')) {
		const [user, uid] = line.trim().split(/\s+/).slice(7, 9);
		if (user !== undefined && uid !== undefined && user !== uid && /^\d+$/.test(uid)) {
			users.set(uid, user);
		}
	}

	return [...users].map(([uid, user]) => `${user}:x:${uid}:${uid}::/:/bin/sh\n`).join('');
};

const uidOf = (row: Row | undefined): number => Number(/^Uid:\t(\d+)/m.exec(row?.status ?? '')?.[1] ?? 0);

const threadsOf = (rows: readonly Row[]): number =>
	rows.reduce((sum, row) => sum + Number(/^Threads:\t(\d+)/m.exec(row.status)?.[1] ?? 0), 0);

/** The network namespace that most processes are in is that of the recorder. */
const commonNamespace = (rows: readonly Row[]): string => {
	const counts = new Map<string, number>();
	for (const {ns} of rows) {
		if (ns.net && !ns.net.startsWith('!')) {
			counts.set(ns.net, (counts.get(ns.net) ?? 0) + 1);
		}
	}

	return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
};

const systemAnswers = (folder: string, rows: readonly Row[]): readonly RecordedAnswer[] => {
	const [load, memory] = [/load average: ([\d.]+), ([\d.]+), ([\d.]+)/, /MiB Mem :\s*([\d.]+) total/].map(pattern =>
		pattern.exec(output(folder, 'top-b.out')),
	);
	const threads = threadsOf(folder === machineOf(folder) ? rows : readRows('no-systemd-user-hidepid-off'));
	const machine = output(folder, 'proc-uptime-stat.out').trimEnd().split('\n');
	const scripts = `${output(folder, 'service-status-all.out')}${output(folder, 'service-status-all.err')}`;
	return [
		read('/proc/stat', `${machine.slice(1, -2).join('\n')}\n`),
		read('/proc/self/smaps', `KernelPageSize:        ${Number(machine.at(-1)) / 1024} kB\n`),
		...(load ? [read('/proc/loadavg', `${load.slice(1).join(' ')} 1/${threads} 999\n`)] : []),
		...(memory ? [read('/proc/meminfo', `MemTotal:       ${Math.round(Number(memory[1]) * 1024)} kB\n`)] : []),
		read('/proc/self/mounts', mounts(folder)),
		read('/proc/sys/kernel/hostname', 'recorded\n'),
		read('/proc/sys/kernel/osrelease', '6.18.44\n'),
		read('/etc/passwd', passwd(folder)),
		{at, link: '/proc/self/ns/net', answer: {target: commonNamespace(rows), failure: null}},
		list(
			'/etc/init.d',
			[...scripts.matchAll(/^ \[ [-+?] \] {2}(\S+)$/gm)].map(found => found[1] ?? ''),
		),
	];
};

/**
A folder of recorded outputs as a recording that can be replayed: what the Linux platform asks for is answered from the
raw procfs lines, and from what ps, lsof, ss, top and systemctl printed at the same time.
*/
export const procfsRecording = async (folder: string): Promise<Recording> => {
	const rows = readRows(folder);
	const maps = mapsByPid(folder);
	const closed = closedPids(folder, rows);
	const names = [...[...rows.map(row => row.pid), ...closed].map(String), 'self', 'stat', 'net', 'loadavg'];
	const uid = uidOf(rows.find(row => typeof row.fd !== 'string'));
	const [uptime] = output(folder, 'proc-uptime-stat.out').split(' ');
	const bootedAt = Number(/^btime (\d+)/m.exec(output(folder, 'proc-uptime-stat.out'))?.[1]);
	const isSystemd = outputNames(folder).includes('show-manager.out');
	return {
		header: {
			format: recordingFormat,
			version: recordingVersion,
			tool: 'corpus',
			platform: 'linux',
			startedAt: (bootedAt + Number(uptime)) * 1000,
			pid: Math.max(...rows.map(row => row.pid)) + 1,
			uid,
		},
		answers: [
			list('/proc', names),
			list('/proc', names, secondSampleAt),
			...rows.flatMap(row => processAnswers(row, maps.get(row.pid) ?? '')),
			...closed.flatMap(closedAnswers),
			...systemAnswers(folder, rows),
			...netAnswers(folder),
			...(isSystemd ? [list('/run/systemd/system', []), ...(await systemctlAnswers(folder, uid))] : []),
		],
	};
};
