import process from 'node:process';
import {beforeAll, describe, expect, it} from 'vitest';
import {buildIfMissing, entryFile, isLinux, nodeFile, run, runProgram} from './program.js';
import {openTerminal} from './terminal.js';

beforeAll(buildIfMissing);

const program = `"${nodeFile}" "${entryFile}"`;

describe.skipIf(!isLinux)('output that is no terminal', () => {
	it.each([
		['head -1', 1],
		[':', 0],
		['{ exec 0<&-; sleep 1; }', 0],
	])('ends quietly when its reader stops reading: %s', async (reader, lines) => {
		for (const command of ['list', 'list --json', 'list --csv', 'why 1', '--help', '']) {
			const {stdout, stderr, exitCode} = await run('bash', ['-c', `${program} ${command} | ${reader}; exit "\${PIPESTATUS[0]}"`]);
			expect({stderr, exitCode}, command).toEqual({stderr: '', exitCode: 0});
			expect(
				stdout.split('\n').filter(line => line !== ''),
				command,
			).toHaveLength(lines);
		}
	});

	it('gets the list as text in place of the explorer', async () => {
		const {stdout, stderr, exitCode} = await runProgram([]);
		const [head, ...rows] = stdout.trimEnd().split('\n');
		expect(head).toMatch(/^ *PID {2}KIND +NAME +SERVICE +USER +MEM {2}WHAT IT DOES$/);
		expect(rows.some(row => new RegExp(`^ *${process.pid} `).test(row))).toBe(true);
		expect(stdout).not.toContain('\x1b');
		expect({stderr, exitCode}).toEqual({stderr: '', exitCode: 0});
	});

	it('gets the list limited by the words of the explorer, too', async () => {
		const {stdout} = await runProgram([`pid:${process.pid}`]);
		expect(stdout.trimEnd().split('\n')).toHaveLength(2);
	});
});

describe.skipIf(!isLinux)('a terminal that is only half there', () => {
	it('gets one sentence when no key could be pressed', async () => {
		const terminal = openTerminal({file: 'bash', args: ['-c', `${program} </dev/null; echo "code=$?"`]});
		const screen = await terminal.waitFor('code=');
		expect(screen.filter(row => row !== '')).toEqual([
			'Standard input is no terminal, so no key could be pressed: try daemon-top list.',
			'code=2',
		]);
		expect(terminal.modes().rawBytes).not.toContain('\x1b');
	});

	it('gets the list when it can only write lines', async () => {
		const terminal = openTerminal({env: {TERM: 'dumb'}, rows: 2000});
		expect((await terminal.exited).exitCode).toBe(0);
		expect(terminal.screen()[0]).toMatch(/^ *PID {2}KIND/);
		expect(terminal.modes().rawBytes).not.toContain('\x1b');
		expect(terminal.wrappedRows()).toBe(0);
	});
});

const unusable: readonly (readonly [commandLine: string, sentence: RegExp])[] = [
	['--colour', /^There is no option --colour\. daemon-top COMMAND --help lists those of a command\.$/],
	['-x', /^There is no option -x\. daemon-top COMMAND --help lists/],
	['list --columns pid,shoe', /^There is no column "shoe"\. There are: kind, pid, .*\.$/],
	['list --sort shoe', /^There is no column "shoe"\./],
	['list --kind demon', /^There is no kind "demon"\. There are: .*daemon.*\.$/],
	['list --tree=yes', /^The option --tree takes no value: write --tree alone\.$/],
	['list --sort', /^The option --sort needs a value\. daemon-top COMMAND --help shows which\.$/],
	['list --json --csv', /^--json and --csv cannot be had together: leave one out\.$/],
	['--delay 0.1', /^"0\.1" is no interval: write seconds/],
	['--delay soon', /^"soon" is no interval: write seconds/],
	['--lang xx', /^There is no language "xx"\. There are: en.*\.$/],
	['--color pink', /^There is no --color "pink"\. There are: auto, always, never\.$/],
	['why', /^Say which process: why PID, why NAME, why UNIT or why :PORT\.$/],
	['why :99999', /^":99999" is no port: write 1 to 65535\.$/],
	['why 1 2', /^One target at a time: run daemon-top why for each\.$/],
	['--theme pink', /^There is no theme "pink"\. There are: auto, dark, light, none\.$/],
	['completion tcsh', /^There is no completion for "tcsh"\. daemon-top completion takes: bash, zsh, fish\.$/],
	['config print', /^daemon-top config prints the default file; config keys/],
	['paths here', /^The command paths takes nothing behind it, not "here"\. daemon-top paths --help tells more\.$/],
	['why --tree 1', /^The command why has no option --tree\. daemon-top why --help lists its options\.$/],
];

describe.skipIf(!isLinux)('a command line that cannot be meant', () => {
	it.each(unusable)('gets one sentence and exit code 2: %s', async (commandLine, sentence) => {
		const {stdout, stderr, exitCode} = await runProgram(commandLine.split(' '));
		expect(stderr.trimEnd()).toMatch(sentence);
		expect(stderr.trimEnd().split('\n')).toHaveLength(1);
		expect({stdout, exitCode}).toEqual({stdout: '', exitCode: 2});
	});

	it.each(['list nginx kind:zzz', 'nginx kind:zzz'])('shows where a query cannot be read: %s', async commandLine => {
		const {stdout, stderr, exitCode} = await runProgram(commandLine.split(' '));
		const [sentence, query = '', mark = '', ...more] = stderr.trimEnd().split('\n');
		expect(sentence).toBe('The query cannot be read at character 12: no kind begins with "zzz".');
		expect(query.trim()).toBe('nginx kind:zzz');
		expect(query.slice(mark.indexOf('^'))).toBe('zzz');
		expect({stdout, exitCode, more}).toEqual({stdout: '', exitCode: 2, more: ['daemon-top list --help shows how a query is written.']});
	});

	it('says the same to a terminal, without drawing a screen', async () => {
		const terminal = openTerminal({args: ['kind:zzz']});
		expect(await terminal.exited).toEqual({exitCode: 2, signal: 0});
		expect(terminal.screen()[0]).toMatch(/^The query cannot be read at character \d+: no kind begins with "zzz"\.$/);
		expect(terminal.modes().rawBytes).not.toContain('\x1b');
	});

	it('is told in words without control characters of its own', async () => {
		const {stderr, exitCode} = await runProgram(['--\x1b[31mred\x07']);
		expect(stderr).toMatch(/^There is no option /);
		expect(stderr).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f]/);
		expect(exitCode).toBe(2);
	});
});
