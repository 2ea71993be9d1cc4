import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {beforeAll, describe, expect, test} from 'vitest';
import {promises} from './support/readme-promises.js';
import {buildIfMissing, isLinux, plainEnvironment, runProgram, temporaryFolder} from './terminal/program.js';
import {listIsFilled} from './terminal/screen-parts.js';
import {openTerminal} from './terminal/terminal.js';

const root = path.resolve(import.meta.dirname, '..');

const sources = readdirSync(path.join(root, 'source'), {recursive: true, encoding: 'utf8'})
	.filter(file => /\.tsx?$/.test(file))
	.map(file => ({file, text: readFileSync(path.join(root, 'source', file), 'utf8')}));

/** What stands in brackets of each match, with the file, in the folders that ask the system. */
const found = (pattern: RegExp, folders = /./): readonly {file: string; words: string}[] =>
	sources
		.filter(({file}) => folders.test(file))
		.flatMap(({file, text}) => [...text.matchAll(pattern)].map(match => ({file, words: match[1] ?? match[0]})));

const filesOf = (matches: readonly {file: string}[]): readonly string[] => [...new Set(matches.map(({file}) => file))].sort();

describe('the promises of the README', () => {
	test.each(promises.flatMap(({tests}) => tests))('are held by a test: %s, %j', (file, title) => {
		expect(existsSync(path.join(root, file)), file).toBe(true);
		const text = readFileSync(path.join(root, file), 'utf8');
		expect(["'", '"', '`'].some(quote => text.includes(`${quote}${title}${quote}`))).toBe(true);
	});
});

describe('the source', () => {
	test('has no means to talk over a network', () => {
		expect(found(/(?:from|import|require)[ (]'(?:node:)?(?:net|tls|http|https|http2|dns|dgram|inspector)(?:\/[a-z]+)?'/g)).toEqual([]);
		expect(found(/\b(?:fetch|WebSocket|XMLHttpRequest|EventSource)\(/g)).toEqual([]);
	});

	test('runs programs that read, and none of them with a word that changes something', () => {
		const asking = /^(?:ask|platform)\//;
		const programs = found(/(?:\bfile: |\brun\(|\bps = )'([^']+)'/g, asking).map(({words}) => words.split('/').at(-1) ?? '');
		expect([...new Set(programs)].sort()).toEqual(
			[
				...['getent', 'grep', 'journalctl', 'launchctl', 'log', 'ls', 'lsappinfo', 'lsof', 'plutil', 'ps', 'readlink'],
				...['ss', 'stat', 'sw_vers', 'sysctl', 'systemctl', 'tail'],
			].sort(),
		);
		const changing =
			/^(?:(?:re)?start|stop|kill|signal|(?:re)?enable|disable|(?:un)?mask|boot(?:out|strap)|kickstart|(?:un)?load|remove|submit|reload|edit|set-.*|erase|config|collect|-convert|-insert|-replace|--vacuum.*|--rotate|--flush)$/;
		expect(
			found(/'([^'\s]+)'/g, /^(?:ask\/|platform\/(?:linux|darwin)\/(?!unit-details|init-jobs))/).filter(({words}) => changing.test(words)),
		).toEqual([]);
	});

	test('writes the score and recordings, and nothing else', () => {
		const writing =
			/\b(?:write(?:File)?Sync|appendFileSync|renameSync|rmSync|unlinkSync|mkdirSync|chmodSync|symlinkSync|copyFileSync|createWriteStream)\(/g;
		expect(filesOf(found(writing))).toEqual(['run/recording-file.ts', 'run/score-file.ts']);
		expect(found(/'(?:node:)?fs\/promises'/g)).toEqual([]);
	});

	test('signals nobody but itself and what it started', () => {
		const signals = found(/(\w+\??\.kill\((?!5\))[^)]*\))/g).map(({words}) => words.replace('?.', '.'));
		const own = /^(?:process\.kill\((?:process\.pid|0), '(?:SIGWINCH|SIGSTOP)'\)|child\.kill\([^)]*\))$/;
		expect(signals.filter(words => !own.test(words))).toEqual([]);
		expect(filesOf(found(/\bchild\??\.kill\(/g)).filter(file => !file.startsWith('run/'))).toEqual([]);
	});

	test('gives a shell nothing but a script that never changes', () => {
		expect(
			found(/\bshell: (?!string|boolean)\S+/g, /^(?:run|platform|ask|view|commands)\//).filter(({file}) => file.startsWith('run/')),
		).toEqual([]);
		const shells = filesOf(found(/'-c'/g, /^(?:run|platform|view|commands)\//));
		expect(shells.filter(file => file !== 'run/terminal-guardian.ts')).toEqual([]);
		for (const {text} of sources.filter(({file}) => shells.includes(file))) {
			expect(/const script = `([^`]*)`/.exec(text)?.[1]).not.toContain('${');
			expect([...text.matchAll(/\['-c', (\w+)/g)].map(match => match[1])).toEqual(['script']);
		}
	});
});

test('no more than two packages are installed with the program', () => {
	const {packages} = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
		packages: Record<string, {dev?: boolean; devOptional?: boolean}>;
	};
	const installed = Object.entries(packages).filter(([name, {dev, devOptional}]) => name !== '' && !dev && !devOptional);
	expect(installed.length).toBeLessThanOrEqual(2);
});

/** Writes a line for whatever would leave this computer, before it does. */
const guard = (log: string): string => `
import dgram from 'node:dgram';
import dns from 'node:dns';
import {appendFileSync} from 'node:fs';
import net from 'node:net';
import {syncBuiltinESMExports} from 'node:module';
const note = what => appendFileSync(${JSON.stringify(log)}, what + '\\n');
for (const [owner, name] of [[net.Socket.prototype, 'connect'], [net.Server.prototype, 'listen'], [dgram, 'createSocket'], [dns, 'lookup'], [dns.promises, 'lookup']]) {
	const before = owner[name];
	owner[name] = function (...words) {
		note(name);
		return before.apply(this, words);
	};
}
syncBuiltinESMExports();
const before = globalThis.fetch;
globalThis.fetch = (...words) => (note('fetch'), before(...words));
if (process.env.GUARD_PROVES_ITSELF) {
	net.connect({port: 1, host: '127.0.0.1'}).on('error', () => undefined);
}
`;

describe.skipIf(!isLinux)('the program', () => {
	beforeAll(buildIfMissing);

	/** An empty home, what was noted of a network, and the settings for a program that has both. */
	const watched = () => {
		const folder = temporaryFolder();
		const [home, log, file] = ['home', 'log', 'guard.mjs'].map(name => path.join(folder, name)) as [string, string, string];
		mkdirSync(home);
		writeFileSync(log, '');
		writeFileSync(file, guard(log));
		const env = {...plainEnvironment(), HOME: home, TMPDIR: home, NODE_OPTIONS: `--import=${pathToFileURL(file).href}`};
		return {
			env,
			calls: () => readFileSync(log, 'utf8'),
			written: () => readdirSync(home, {recursive: true, encoding: 'utf8'}),
		};
	};

	test('asks nobody over a network and leaves no file, whatever is asked of it', async () => {
		const {env, calls, written} = watched();
		for (const words of ['list', 'why 1', 'why bird --demo', 'learn socket', 'config', 'paths', '--help']) {
			expect((await runProgram(words.split(' '), {env})).exitCode, words).toBe(0);
		}

		expect([calls(), written()]).toEqual(['', []]);
		await runProgram(['--version'], {env: {...env, GUARD_PROVES_ITSELF: '1'}});
		expect(calls()).toBe('connect\n');
	}, 60_000);

	test('asks nobody over a network and leaves no file while it is explored', async () => {
		const {env, calls, written} = watched();
		const terminal = openTerminal({env});
		await terminal.waitFor(listIsFilled);
		for (const key of ['2', '3', '4', '5', '6', '1']) {
			terminal.press(key);
			// long enough for the pane to ask
			await new Promise(resolve => setTimeout(resolve, 300));
		}

		terminal.press('q');
		expect(await terminal.exited).toMatchObject({exitCode: 0});
		expect([calls(), written()]).toEqual(['', []]);
	}, 60_000);
});
