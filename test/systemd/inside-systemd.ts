import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import type {Self} from '../../source/platform/platform.js';
import {localRunner} from '../../source/run/local.js';
import {rootedRunner} from '../../source/run/rooted.js';
import type {Command, Runner} from '../../source/run/runner.js';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const script = path.resolve(root, '../shared/bench/real-systemd.sh');
/** Who uses the systemd that tests have started: test files run beside each other, and the last one ends it. */
const users = path.join(os.tmpdir(), 'daemon-top-test-systemd');
const startedMark = path.join(users, 'started');
const isRoot = process.getuid?.() === 0;

/** A booted systemd in which tests may make units of their own below /run. */
export type Systemd = {
	/** Asks it, and reads its files, as the program does. */
	runner: Runner;
	self: Self;
	/** Runs a script of the shell inside; throws where it fails. */
	shell(text: string): string;
	/** Ends it where tests have started it and no other one uses it. */
	close(): void;
};

const shellWith =
	(words: readonly string[]) =>
	(text: string): string => {
		const [file = '', ...args] = [...words, '/bin/sh', '-c', text];
		const {status, stdout, stderr} = spawnSync(file, args, {encoding: 'utf8', timeout: 60_000});
		if (status !== 0) {
			throw new Error(`${text}\n${stdout}${stderr}`);
		}

		return stdout;
	};

const ownSystemd = (): Systemd => ({
	runner: localRunner,
	self: {pid: process.pid, uid: 0, home: null},
	shell: shellWith([]),
	close: () => undefined,
});

const isAlive = (pid: number): boolean => fs.existsSync(`/proc/${pid}`);

/** Two who start it at once, or stop it while another starts, wait for each other. */
const locked = (verb: 'start' | 'stop') =>
	spawnSync('flock', ['--close', `${users}.lock`, script, verb], {
		encoding: 'utf8',
		timeout: 600_000,
		env: {...process.env, DT_BIND: root},
	});

const enter = (): void => {
	fs.mkdirSync(users, {recursive: true});
	fs.writeFileSync(path.join(users, String(process.pid)), '');
};

const leave = (): void => {
	fs.rmSync(path.join(users, String(process.pid)), {force: true});
	const others = fs.readdirSync(users).filter(name => /^\d+$/.test(name) && isAlive(Number(name)));
	if (others.length === 0) {
		if (fs.existsSync(startedMark)) {
			locked('stop');
		}

		fs.rmSync(users, {recursive: true, force: true});
	}
};

/** Commands go through the script, files through the root of its first process. */
const scriptedSystemd = (): Systemd | string => {
	const pid = spawnSync(script, ['pid'], {encoding: 'utf8'}).stdout.trim();
	if (!/^\d+$/.test(pid)) {
		return 'the systemd of real-systemd.sh has no pid';
	}

	const inside = ['exec', '/usr/bin/env', 'TZ=UTC', 'LANG=C', 'LC_CTYPE=C.UTF-8', 'SYSTEMD_COLORS=0', 'SYSTEMD_PAGER='];
	const within = (command: Command): Command => ({...command, file: script, args: [...inside, command.file, ...command.args]});
	const files = rootedRunner(localRunner, `/proc/${pid}/root`);
	return {
		runner: {
			...files,
			run: (command, signal) => localRunner.run(within(command), signal),
			follow: (command, onText, signal) => localRunner.follow(within(command), onText, signal),
		},
		self: {pid: -1, uid: 0, home: null},
		shell: shellWith([script, 'exec']),
		close: leave,
	};
};

/**
The systemd that booted this machine, where that is allowed; else the one of `real-systemd.sh` beside the repository,
started where it does not run yet. A string says why there is none.
*/
export const openSystemd = (): Systemd | string => {
	if (!isRoot) {
		return 'only root may make units';
	}

	if (fs.existsSync('/run/systemd/system')) {
		return ownSystemd();
	}

	if (!fs.existsSync(script)) {
		return `systemd did not boot this machine, and there is no ${script}`;
	}

	enter();
	if (spawnSync(script, ['status']).status === 0) {
		return scriptedSystemd();
	}

	const started = locked('start');
	if (started.status !== 0) {
		leave();
		return `real-systemd.sh does not start: ${started.stderr.trim()}`;
	}

	fs.writeFileSync(startedMark, '');
	return scriptedSystemd();
};
