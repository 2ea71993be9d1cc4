import {Buffer} from 'node:buffer';
import type {Answer, Runner} from '../../source/run/runner.js';

const answer = (stdout: string, parts: Partial<Answer> = {}): Answer => ({
	stdout,
	stderr: '',
	exitCode: 0,
	failure: null,
	durationMs: 1,
	...parts,
});

/** One row of `ps -o pid=,ppid=,…,comm=`. */
export const psRow = (
	pid: number,
	ppid: number,
	uid: number,
	user: string,
	path: string,
	parts: {tty?: string; stat?: string; time?: string} = {},
): string =>
	`${String(pid).padStart(5)} ${String(ppid).padStart(5)} ${String(pid).padStart(5)} ${uid} ${user} ${parts.tty ?? '??'} ${parts.stat ?? 'Ss'} 0 12345 435311648 ${parts.time ?? '0:01.50'} Wed Jan 28 17:21:44 2026 ${path}`;

export type MacScene = {
	processes: string;
	arguments: string;
	domains: Readonly<Record<string, string | Answer>>;
	list?: string;
	apps?: string | Answer;
	files?: Readonly<Record<string, string>>;
};

export const services = (name: string, rows: readonly string[]): string =>
	[
		`${name} = {`,
		'\ttype = system',
		`\tservice count = ${rows.length}`,
		'\tservices = {',
		...rows.map(row => `\t\t${row}`),
		'\t}',
		'}',
		'',
	].join('\n');

export const serviceRow = (pid: number, status: string, label: string): string =>
	`${String(pid).padStart(8)} ${status.padStart(6)} \t${label}`;

const toAnswer = (value: string | Answer | undefined): Answer =>
	value === undefined
		? answer('', {exitCode: 113, failure: 'exit', stderr: 'Could not find domain'})
		: typeof value === 'string'
			? answer(value)
			: value;

/** A Mac made of texts: what each command prints, and which files there are. */
export const macRunner = (scene: MacScene): Runner => {
	const commands: Readonly<Record<string, Answer>> = {
		'/usr/bin/sw_vers': answer('ProductName:\t\tmacOS\nProductVersion:\t\t26.1\nBuildVersion:\t\t25B78\n'),
		'/usr/sbin/sysctl': answer(
			'kern.boottime: { sec = 1769620000, usec = 0 } Wed Jan 28 17:06:40 2026\nkern.hostname: studio.local\nvm.loadavg: { 1.50 1.40 1.30 }\nhw.memsize: 17179869184\nhw.ncpu: 8\n',
		),
		'/usr/bin/lsappinfo': scene.apps === undefined ? answer('') : toAnswer(scene.apps),
	};
	const files = scene.files ?? {};
	return {
		async run({file, args}) {
			if (file === '/bin/ps') {
				return answer(args.at(-1) === 'pid=,args=' ? scene.arguments : scene.processes);
			}

			if (file === '/bin/launchctl') {
				return args[0] === 'list' ? toAnswer(scene.list) : toAnswer(scene.domains[args[1] ?? '']);
			}

			return commands[file] ?? answer('', {exitCode: null, failure: 'missing'});
		},
		read(path, _maxBytes, encoding) {
			const text = files[path];
			return text === undefined
				? {text: '', isCut: false, failure: 'missing'}
				: {text: encoding === 'base64' ? Buffer.from(text).toString('base64') : text, isCut: false, failure: null};
		},
		list(path) {
			const names = Object.keys(files).filter(file => file.startsWith(`${path}/`) && !file.slice(path.length + 1).includes('/'));
			return names.length > 0 ? {names: names.map(name => name.slice(path.length + 1)), failure: null} : {names: [], failure: 'missing'};
		},
		follow: () => Promise.reject(new Error('not asked')),
		link: () => ({target: null, failure: 'missing'}),
	};
};
