import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest';
import {localRunner} from '../../source/run/local.js';
import type {Answer} from '../../source/run/runner.js';

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(path.join(os.tmpdir(), 'daemon-top-command-'));
});
afterAll(() => {
	rmSync(folder, {recursive: true});
});

const shell = (script: string, ...args: readonly string[]) => ({file: 'sh', args: ['-c', script, 'sh', ...args]});

const outputOf = async (script: string, ...args: readonly string[]): Promise<string> =>
	(await localRunner.run(shell(script, ...args))).stdout;

const isRunning = (pid: number): boolean => {
	try {
		// a zombie that nobody has collected runs no more
		return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
	} catch {
		return false;
	}
};

describe('a command', () => {
	test('that succeeds gives its output as it came', async () => {
		const answer = await localRunner.run(shell('printf "out\\n\\n"; printf "err\\n" >&2'));
		expect(answer).toEqual({stdout: 'out\n\n', stderr: 'err\n', exitCode: 0, failure: null, durationMs: expect.any(Number)});
		expect(answer.durationMs).toBeGreaterThan(0);
	});

	test('that fails still gives its output', async () => {
		expect(await localRunner.run(shell('echo out; echo err >&2; exit 3'))).toMatchObject({
			stdout: 'out\n',
			stderr: 'err\n',
			exitCode: 3,
			failure: 'exit',
		});
	});

	test('that is not installed is missing', async () => {
		// a folder of the search path that may not be looked into would make it denied
		vi.stubEnv('PATH', '/usr/bin:/bin');
		const answer: Partial<Answer> = {stdout: '', exitCode: null, failure: 'missing'};
		expect(await localRunner.run({file: 'no-such-program-anywhere', args: ['--version']})).toMatchObject(answer);
		expect(await localRunner.run({file: path.join(folder, 'none'), args: []})).toMatchObject(answer);
		vi.unstubAllEnvs();
	});

	test('that may not be executed is denied', async () => {
		const file = path.join(folder, 'plain.txt');
		writeFileSync(file, 'text', {mode: 0o644});
		expect(await localRunner.run({file, args: []})).toMatchObject({exitCode: null, failure: 'denied'});
	});

	test('that a signal ended says so', async () => {
		expect(await localRunner.run(shell('kill -9 $$'))).toMatchObject({exitCode: null, failure: 'signal'});
	});

	test('takes its arguments as they are, without a shell', async () => {
		const args = ['$HOME', '`id`', 'a b', '', '*', '데몬', '-n', 'a\nb'];
		expect(
			JSON.parse(
				(await localRunner.run({file: process.execPath, args: ['-p', 'JSON.stringify(process.argv.slice(1))', '--', ...args]})).stdout,
			),
		).toEqual(args);
	});

	test('gets and gives Hangul whole, also where the reader sets another locale', async () => {
		vi.stubEnv('LC_ALL', 'C');
		vi.stubEnv('LANGUAGE', 'ko');
		expect(await outputOf('printf "%s" "$1"', '데몬')).toBe('데몬');
		expect(await outputOf('printf "%s" "$LC_CTYPE $LANG $TZ ${LC_ALL-unset} ${LANGUAGE-unset}"')).toBe('C.UTF-8 C UTC unset unset');
		vi.unstubAllEnvs();
	});

	test('whose output is no UTF-8 gives replacement characters', async () => {
		expect(await outputOf('printf "a\\377b"')).toBe('a\ufffdb');
	});

	test('reads nothing from the terminal', async () => {
		expect(await outputOf('cat; readlink /proc/self/fd/0')).toBe('/dev/null\n');
	});

	test('does not depend on the folder we are in', async () => {
		expect(await outputOf('pwd')).toBe('/\n');
	});

	test('that prints more than it may is stopped', async () => {
		const answer = await localRunner.run({file: 'yes', args: [], maxBytes: 1000});
		expect(answer).toMatchObject({failure: 'too-big'});
		expect(answer.stdout).toBe('y\n'.repeat(500));
	});

	test.each([
		['sleeps', 'sleep 60'],
		['waits for a child that holds its output', 'sleep 60 & echo $! > "$1"; wait'],
		['ignores that it should end, as its child does', 'trap "" TERM; sleep 60 & echo $! > "$1"; wait'],
		['has ended and left a child that holds its output', 'sleep 60 & echo $! > "$1"'],
	])('that %s is over at its deadline, and so is its child', async (_, script) => {
		const file = path.join(folder, 'pid');
		writeFileSync(file, '');
		const answer = await localRunner.run({...shell(script, file), timeoutMs: 300});
		const pid = Number(readFileSync(file, 'utf8'));
		expect(answer.failure).toBe('timeout');
		expect(answer.durationMs).toBeLessThan(5000);
		// the signal has been sent; a busy machine may take a moment to act on it
		await vi.waitFor(() => expect(pid > 0 && isRunning(pid)).toBe(false), {timeout: 3000});
		expect(pid > 0).toBe(script.includes('$!'));
	});

	test('is stopped when nobody wants its answer any more', async () => {
		const ending = new AbortController();
		const file = path.join(folder, 'started');
		const answer = localRunner.run(shell('sleep 60 & echo $! > "$1"; wait', file), ending.signal);
		ending.abort();
		expect(await answer).toMatchObject({failure: 'aborted', exitCode: null});
	});

	test('is not started when nobody wants its answer', async () => {
		const answer = await localRunner.run(shell('true'), AbortSignal.abort());
		expect(answer).toEqual({stdout: '', stderr: '', exitCode: null, failure: 'aborted', durationMs: 0});
	});

	test('with an argument that no program can be given is answered too', async () => {
		const answer = await localRunner.run({file: 'echo', args: ['a\0b']});
		expect(answer.failure).not.toBeNull();
	});
});
