import {spawn} from 'node:child_process';
import {readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {afterEach, beforeAll, describe, expect, it, onTestFinished} from 'vitest';
import {procRoot, removeProcRoots} from './proc-root.js';
import {buildIfMissing, isLinux, plainEnvironment, runProgram, temporaryFolder} from './program.js';
import {footer, header, listIsFilled} from './screen-parts.js';
import {openTerminal} from './terminal.js';

beforeAll(buildIfMissing);
afterEach(removeProcRoots);

/** A service whose unit, arguments and environment hold a secret each, by where it stands. */
const scene = (): {args: readonly string[]; env: Record<string, string>} => {
	const folder = temporaryFolder();
	const answer =
		'Id=vault.service\nNames=vault.service\nDescription=Vault\nLoadState=loaded\nActiveState=active\nSubState=running\nMainPID=300\nFragmentPath=/etc/systemd/system/vault.service\nControlGroup=/system.slice/vault.service\nEnvironment=DB_PASSWORD=hunter2-shown\n\n';
	writeFileSync(path.join(folder, 'systemctl.txt'), answer);
	writeFileSync(path.join(folder, 'systemctl'), `#!/bin/sh\nexec /bin/cat ${folder}/systemctl.txt\n`, {mode: 0o755});
	const root = procRoot(
		[
			{pid: 1, comm: 'systemd', args: ['/sbin/init']},
			{
				pid: 300,
				comm: 'vault',
				args: ['/usr/bin/vault', '--password=hunter2-argument'],
				cgroup: '/system.slice/vault.service',
				environment: ['DB_PASSWORD=hunter2-environment', 'SHLVL=1'],
			},
		],
		{
			'etc/systemd/system/vault.service':
				'[Unit]\nDescription=Vault\n[Service]\nEnvironment=DB_PASSWORD=hunter2-unit\nExecStart=/usr/bin/vault --password=hunter2-start\n',
			'run/systemd/system/.keep': '',
		},
	);
	return {args: ['--root', root], env: {PATH: `${folder}:/usr/bin:/bin`}};
};

const secretsIn = (output: string): readonly string[] => [...new Set(output.match(/hunter2-\w+/g) ?? [])].sort();

describe.skipIf(!isLinux || process.getuid?.() !== 0)('secrets', () => {
	it('are covered in every pane until somebody uncovers them', async () => {
		const {args, env} = scene();
		const terminal = openTerminal({args: [...args, '--lang', 'en', 'vault'], columns: 160, rows: 50, env});
		await terminal.waitFor(screen => listIsFilled(screen) && /2 processes/.test(header(screen)));
		for (const key of ['1', '2', '3', '4', '5', '6', '4']) {
			terminal.press(key, '_');
			await terminal.waitFor(screen => /^ _:? /.test(footer(screen)));
			terminal.press('\x07');
			await terminal.waitFor(screen => /^ Ctrl-G:? /.test(footer(screen)));
		}

		await terminal.waitFor('••••••');
		// the command line of a process is shown as any tool shows it
		expect(secretsIn(terminal.modes().rawBytes).filter(found => found !== 'hunter2-argument')).toEqual([]);
		terminal.press('v');
		await terminal.waitFor('hunter2-unit');
		terminal.press('ctrl+c');
		await terminal.exited;
	});

	it.each([[['why', '300']], [['why', '300', '--json']], [['learn', '300']], [['list', '--json']]])(
		'are covered in the answer of %j',
		async words => {
			const {args, env} = scene();
			const {stdout, exitCode} = await runProgram([...words, ...args], {env: {...plainEnvironment(), ...env}});
			expect(exitCode).toBe(0);
			expect(secretsIn(stdout).filter(found => found !== 'hunter2-argument')).toEqual([]);
		},
	);

	it('are in no redacted recording; one that is not holds no environment, and its owner alone may read it', async () => {
		const child = spawn('sh', ['-c', 'read -r line', 'sh', '--password=hunter2-argument'], {
			stdio: ['pipe', 'ignore', 'ignore'],
			env: {...plainEnvironment(), DB_PASSWORD: 'hunter2-environment'},
		});
		onTestFinished(() => void child.kill('SIGKILL'));
		const folder = temporaryFolder();
		const recorded = async (name: string, ...more: readonly string[]): Promise<readonly string[]> => {
			const file = path.join(folder, name);
			const {exitCode} = await runProgram(['record', file, '--for', '1s', ...more]);
			expect([exitCode, statSync(file).mode & 0o777]).toEqual([0, 0o600]);
			return secretsIn(readFileSync(file, 'utf8'));
		};

		expect(await recorded('plain.jsonl')).toEqual(['hunter2-argument']);
		expect(await recorded('redacted.jsonl', '--redact')).toEqual([]);
	});
});
