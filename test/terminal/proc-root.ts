import {Buffer} from 'node:buffer';
import {mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';

/** A process of a made-up `/proc`; what is left out is not there. */
export type MadeProcess = {
	pid: number;
	parent?: number;
	/** As the kernel shows it, at most 15 bytes on a real system. */
	comm: string | Buffer;
	args?: readonly (string | Buffer)[];
	executable?: string | Buffer;
	folder?: string | Buffer;
	cgroup?: string | Buffer;
	environment?: readonly (string | Buffer)[];
};

type Content = string | Uint8Array;

const roots: string[] = [];

const bytes = (value: string | Buffer): Buffer => (typeof value === 'string' ? Buffer.from(value) : value);

const nulEnded = (words: readonly (string | Buffer)[]): Buffer => Buffer.concat(words.flatMap(word => [bytes(word), Buffer.from([0])]));

const figures = '4194304 0 0 0 0 7 3 0 0 20 0 1 0 5000 10000000 300 18446744073709551615 1 1 0 0 0 0 0 0 0 0 0 0 17 0 0 0 0 0 0';

const statOf = ({pid, parent = 1, comm}: MadeProcess): Buffer =>
	Buffer.concat([Buffer.from(`${pid} (`), bytes(comm), Buffer.from(`) S ${pid === 1 ? 0 : parent} ${pid} ${pid} 0 -1 ${figures}\n`)]);

const status = 'Name:\tx\nUid:\t0\t0\t0\t0\nVmRSS:\t1200 kB\nSigIgn:\t0000000000001000\nSigCgt:\t0000000180004002\n';

export const writeProcess = (root: string, made: MadeProcess): void => {
	const folder = path.join(root, 'proc', String(made.pid));
	mkdirSync(folder);
	const put = (name: string, content: Content): void => writeFileSync(path.join(folder, name), content);
	put('stat', statOf(made));
	put('cmdline', nulEnded(made.args ?? []));
	put('status', status);
	if (made.cgroup !== undefined) {
		put('cgroup', Buffer.concat([Buffer.from('0::'), bytes(made.cgroup), Buffer.from('\n')]));
	}

	if (made.environment) {
		put('environ', nulEnded(made.environment));
	}

	for (const [name, target] of [
		['exe', made.executable],
		['cwd', made.folder],
	] as const) {
		if (target !== undefined) {
			symlinkSync(bytes(target), path.join(folder, name));
		}
	}
};

/** A folder that looks like the root of a Linux machine, for `--root`. `removeProcRoots` takes it away. */
export const procRoot = (processes: Iterable<MadeProcess>, files: Readonly<Record<string, Content>> = {}): string => {
	const root = mkdtempSync(path.join(tmpdir(), 'daemon-top-proc-'));
	roots.push(root);
	const all: Readonly<Record<string, Content>> = {
		'proc/stat': 'cpu  1 1 1 1\ncpu0 1 1 1 1\nbtime 1795300000\n',
		'proc/loadavg': '0.50 0.40 0.30 1/100 9999\n',
		'proc/meminfo': 'MemTotal:        8000000 kB\n',
		'proc/sys/kernel/hostname': 'made-up\n',
		'proc/sys/kernel/osrelease': '6.1.0\n',
		'etc/passwd': 'root:x:0:0:root:/root:/bin/bash\n',
		...files,
	};
	for (const [place, content] of Object.entries(all)) {
		const file = path.join(root, place);
		mkdirSync(path.dirname(file), {recursive: true});
		writeFileSync(file, content);
	}

	for (const made of processes) {
		writeProcess(root, made);
	}

	return root;
};

export const removeProcRoots = (): void => {
	for (const root of roots.splice(0)) {
		rmSync(root, {recursive: true, force: true});
	}
};
