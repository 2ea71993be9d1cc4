import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import type {Self} from '../../source/platform/platform.js';
import {localRunner} from '../../source/run/local.js';
import {rootedRunner} from '../../source/run/rooted.js';
import type {Command, Runner} from '../../source/run/runner.js';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const script = path.resolve(root, '../shared/bench/real-systemd.sh');
const isRoot = process.getuid?.() === 0;

/** A booted systemd in which tests may make units of their own below /run. */
export type Systemd = {
	/** Asks it, and reads its files, as the program does. */
	runner: Runner;
	self: Self;
	/** Runs a script of the shell inside; throws where it fails. */
	shell(text: string): string;
	/** Ends it where it was started for these tests. */
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

/** Commands go through the script, files through the root of its first process. */
const scriptedSystemd = (isOurs: boolean): Systemd | string => {
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
		close() {
			if (isOurs) {
				spawnSync(script, ['stop']);
			}
		},
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

	if (spawnSync(script, ['status']).status === 0) {
		return scriptedSystemd(false);
	}

	const started = spawnSync(script, ['start'], {encoding: 'utf8', timeout: 600_000, env: {...process.env, DT_BIND: root}});
	return started.status === 0 ? scriptedSystemd(true) : `real-systemd.sh does not start: ${started.stderr.trim()}`;
};
