import type {Buffer} from 'node:buffer';
import {spawn} from 'node:child_process';
import {chmodSync, mkdirSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {afterEach, beforeAll, describe, expect, it, onTestFinished} from 'vitest';
import {type MadeProcess, procRoot, removeProcRoots, writeProcess} from './proc-root.js';
import {
	buildIfMissing,
	commandLineOf,
	entryFile,
	isLinux,
	nodeFile,
	type ProcessStat,
	runningProcesses,
	temporaryFolder,
	until,
} from './program.js';
import {footer, header, listIsFilled, processCount, selectedRows} from './screen-parts.js';
import {type OpenTerminal, openTerminal} from './terminal.js';

beforeAll(buildIfMissing);
afterEach(removeProcRoots);

const crowd = (count: number): readonly MadeProcess[] =>
	Array.from({length: count}, (_, index) => ({
		pid: index + 1,
		comm: index === 0 ? 'init' : `worker-${index}`,
		args: [`/usr/bin/worker-${index}`],
	}));

/** The next key is answered: the help opens and closes. */
const answers = async (terminal: OpenTerminal, timeoutMs: number): Promise<number> => {
	const startedAt = performance.now();
	terminal.press('?');
	await terminal.waitFor('Esc close', timeoutMs);
	const tookMs = performance.now() - startedAt;
	terminal.press('escape');
	await terminal.waitFor(screen => footer(screen).includes('q quit'), timeoutMs);
	return tookMs;
};

const leave = async (terminal: OpenTerminal): Promise<void> => {
	terminal.press('q');
	expect(await terminal.exited).toEqual({exitCode: 0, signal: 0});
};

describe.skipIf(!isLinux)('the explorer', () => {
	it('lists fifty thousand processes, and answers keys', async () => {
		const root = procRoot(crowd(50_000));
		const startedAt = performance.now();
		const terminal = openTerminal({args: ['--root', root]});
		await terminal.waitFor(screen => /\b\d+ of 50000 processes/.test(header(screen)) && selectedRows(screen).length === 1, 60_000);
		console.info(`50,000 processes: the first of them after ${Math.round(performance.now() - startedAt)} ms`);
		await terminal.waitFor(screen => processCount(screen) === 50_000, 120_000);
		console.info(`50,000 processes: listed after ${Math.round(performance.now() - startedAt)} ms`);
		console.info(`50,000 processes: a key after ${Math.round(await answers(terminal, 60_000))} ms`);
		terminal.press('G');
		await terminal.waitFor(screen => screen.join('\n').includes('50000'), 60_000);
		expect(terminal.wrappedRows()).toBe(0);
		await leave(terminal);
	}, 300_000);

	it('can be left while it reads what a crowd is doing', async () => {
		const root = procRoot(crowd(20_000));
		for (const afterMs of [0, 600, 1200]) {
			const terminal = openTerminal({args: ['--root', root]});
			await terminal.waitFor(screen => selectedRows(screen).length === 1, 60_000);
			await new Promise(resolve => setTimeout(resolve, afterMs));
			const pressedAt = performance.now();
			await leave(terminal);
			console.info(`20,000 processes: left within ${Math.round(performance.now() - pressedAt)} ms`);
		}
	}, 120_000);

	it('goes on through a storm of five hundred short processes a second', async () => {
		const folder = temporaryFolder();
		const script = path.join(folder, 'storm.sh');
		// built into the shell, so that a fork is all that it costs; what a busy machine leaves out is made up for
		writeFileSync(
			script,
			[
				'start=${EPOCHREALTIME//[.,]/} count=0 due=0',
				'while [ $due -lt 4000 ]; do',
				'due=$(((${EPOCHREALTIME//[.,]/} - start) / 2000))',
				'for ((i = 0; i < 100 && count < due; i++, count++)); do (:) & done',
				'wait; read -rt 0.005 <> <(:)',
				'done',
				'echo $count',
			].join('\n'),
		);
		const terminal = openTerminal({args: ['--delay', '0.5']});
		await terminal.waitFor(listIsFilled);
		const storm = spawn('bash', [script], {stdio: ['ignore', 'pipe', 'ignore']});
		let counted = '';
		storm.stdout.on('data', (text: Buffer) => {
			counted += String(text);
		});
		onTestFinished(() => void storm.kill('SIGKILL'));
		const ended = new Promise(resolve => storm.once('close', resolve));
		let isOver = false;
		void ended.then(() => {
			isOver = true;
		});
		while (!isOver) {
			expect(await answers(terminal, 10_000)).toBeLessThan(5000);
		}

		console.info(`the storm: ${Math.round(Number(counted) / 8)} processes a second`);
		// a machine with more to do makes fewer
		expect(Number(counted)).toBeGreaterThan(1500);
		expect(terminal.wrappedRows()).toBe(0);
		terminal.press('r');
		await terminal.waitFor(screen => processCount(screen) > 0 && processCount(screen) <= runningProcesses().length + 50);
		const isGuardian = ({pid}: ProcessStat): boolean => commandLineOf(pid).endsWith('daemon-top-guardian');
		expect(await until(() => runningProcesses().every(each => each.parent !== terminal.pid || isGuardian(each)))).toBe(true);
		await leave(terminal);
	}, 60_000);

	it('says that it knows nothing newer when /proc has vanished, and goes on when it is back', async () => {
		const root = procRoot(crowd(300));
		const terminal = openTerminal({args: ['--root', root, '--delay', '0.5']});
		await terminal.waitFor(screen => processCount(screen) === 300);
		for (const name of readdirSync(path.join(root, 'proc')).filter(each => /^\d+$/.test(each))) {
			rmSync(path.join(root, 'proc', name), {recursive: true});
		}

		await terminal.waitFor(screen => header(screen).includes('no news for'));
		await answers(terminal, 10_000);
		for (const made of crowd(7)) {
			writeProcess(root, made);
		}

		await terminal.waitFor(screen => processCount(screen) === 7, 40_000);
		await leave(terminal);
	}, 60_000);

	it('lists what is left while processes lose their files half-way', async () => {
		const root = procRoot(crowd(3000));
		const terminal = openTerminal({args: ['--root', root, '--delay', '0.5']});
		await terminal.waitFor(screen => processCount(screen) === 3000);
		const files = ['stat', 'cmdline', 'status'];
		for (let pid = 2; pid <= 3000; pid++) {
			// some lose a file, some all, and some become a file where a folder was
			const folder = path.join(root, 'proc', String(pid));
			if (pid % 4 === 3) {
				rmSync(folder, {recursive: true});
				writeFileSync(folder, 'no folder');
			} else {
				rmSync(path.join(folder, files[pid % 3] ?? 'stat'));
			}

			if (pid % 100 === 0) {
				await new Promise(resolve => setTimeout(resolve, 10));
			}
		}

		const left = Array.from({length: 3000}, (_, index) => index + 1).filter(pid => pid === 1 || (pid % 4 !== 3 && pid % 3 !== 0)).length;
		await terminal.waitFor(screen => processCount(screen) === left);
		expect(terminal.wrappedRows()).toBe(0);
		await leave(terminal);
	}, 60_000);
});

describe.skipIf(!isLinux || process.getuid?.() !== 0)('root’s explorer', () => {
	it('runs no program from the current folder or a folder that others may write to', async () => {
		const folder = temporaryFolder();
		const log = path.join(folder, 'was-run');
		const places = ['here', 'open'].map(name => path.join(folder, name));
		const tools = ['systemctl', 'journalctl', 'getent', 'lsof', 'ss', 'ps', 'less', 'more', 'stat', 'tail', 'loginctl', 'id'];
		for (const place of places) {
			mkdirSync(place);
			for (const tool of tools) {
				writeFileSync(path.join(place, tool), `#!/bin/sh\necho ${tool} >> ${log}\n`, {mode: 0o755});
			}
		}

		chmodSync(places[1] ?? '', 0o777);
		const systemd = procRoot(crowd(3), {'run/systemd/system/.keep': ''});
		const terminal = openTerminal({
			file: '/bin/sh',
			args: ['-c', `cd ${places[0]} && exec "${nodeFile}" "${entryFile}" --root ${systemd}`],
			env: {PATH: `.:${places[1]}::/usr/bin:/bin`, PAGER: '', EDITOR: ''},
		});
		await terminal.waitFor(listIsFilled);
		for (const key of ['1', '2', '3', '4', '5', '6', 'e']) {
			terminal.press(key);
			await answers(terminal, 10_000);
		}

		await leave(terminal);
		expect(await until(() => readdirSync(folder).includes('was-run'), 300)).toBe(false);
	}, 60_000);
});
