import {describe, expect, test} from 'vitest';
import {psArgsColumns, psColumns} from '../../source/parse/ps-darwin.js';
import {createMachine, domains, questions} from './demo-machine.js';

const lines = (text: string): readonly string[] => text.split('\n').slice(0, -1);

describe('the shape of the answers', () => {
	test('every question that the Mac code asks has an answer', async () => {
		const {ask} = createMachine();
		for (const [file = '', ...args] of questions) {
			expect(await ask(file, ...args), args.join(' ')).not.toBe('');
		}
	});

	test('what no Mac code asks is missing, as a tool that is not there', async () => {
		const {runner} = createMachine();
		expect(await runner.run({file: '/usr/bin/systemctl', args: []})).toMatchObject({exitCode: null, failure: 'missing'});
		expect(runner.read('/proc/stat')).toMatchObject({failure: 'missing'});
		expect(runner.list('/proc')).toMatchObject({failure: 'missing'});
		expect(runner.link('/proc/self/exe')).toMatchObject({failure: 'missing'});
	});

	test('ps has a line for each of at least 250 processes', async () => {
		const rows = lines(await createMachine().ask('/bin/ps', '-axww', '-o', psColumns));
		const row =
			/^ *\d+ +\d+ +\d+ +-?\d+ \S+ +(?:\?\?|ttys\d{3}) +[IRSTUZ][+<>AELNSsVWX]* +-?\d+ +\d+ +\d+ +\d+:\d\d\.\d\d (?:Sun|Mon|Tue|Wed|Thu|Fri|Sat) [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4} {5}\S.*$/;
		expect(rows.length).toBeGreaterThanOrEqual(250);
		expect(rows.filter(line => !row.test(line))).toEqual([]);
	});

	test('the arguments of ps may end in blanks that a program left there', async () => {
		const rows = lines(await createMachine().ask('/bin/ps', '-axww', '-o', psArgsColumns));
		expect(rows.filter(line => !/^ *\d+ \S/.test(line))).toEqual([]);
		expect(rows.some(line => line.endsWith('postgres: checkpointer   '))).toBe(true);
		expect(rows.some(line => line.endsWith(' (uname)'))).toBe(true);
		expect(rows.some(line => line.endsWith('/usr/libexec/UserEventAgent (System)'))).toBe(true);
	});

	test.each(domains)('the table of %s is aligned, and has as many rows as launchd says', async domain => {
		const text = await createMachine().ask('/bin/launchctl', 'print', domain);
		const table = /\n\tservices = \{\n([\s\S]*?)\n\t\}\n/.exec(text)?.[1]?.split('\n') ?? [];
		expect(table.filter(line => !/^\t\t *(\d+) +(-|-?\d+|\([a-z]+\)) \t(.+)$/.test(line) || line.indexOf('\t', 2) !== 18)).toEqual([]);
		expect(table).toHaveLength(Number(/\n\tservice count = (\d+)\n/.exec(text)?.[1]));
		expect(text.startsWith(`${domain} = {\n\ttype = `)).toBe(true);
		expect(text.endsWith('\n}\n')).toBe(true);
	});

	test('a label that is not there ends with 113 and the words of launchctl', async () => {
		const {runner} = createMachine();
		const stderr = async (target: string) => (await runner.run({file: '/bin/launchctl', args: ['print', target]})).stderr;
		expect(await runner.run({file: '/bin/launchctl', args: ['print', 'gui/501/com.example.nope']})).toMatchObject({
			stdout: '',
			exitCode: 113,
			failure: 'exit',
		});
		expect(await stderr('gui/501/com.example.nope')).toBe(
			'Bad request.\nCould not find service "com.example.nope" in domain for user gui: 501\n',
		);
		expect(await stderr('user/501/com.example.nope')).toContain('in domain for uid: 501\n');
		expect(await stderr('system/com.example.nope')).toContain('in domain for system\n');
		expect(await runner.run({file: '/bin/launchctl', args: ['print', 'gui/502']})).toMatchObject({exitCode: 112});
	});

	test('lsappinfo numbers its blocks', async () => {
		const blocks = (await createMachine().ask('/usr/bin/lsappinfo', 'list')).split('\n\n').slice(0, -1);
		const block =
			/^[ \d]*\d\) ".*" ASN:0x0-0x[\da-f]+: \n {4}bundleID="[^"]+"\n(?: {4}bundle path="[^"]+"\n)? {4}executable path="[^"]+"\n {4}pid = \d+ type="(?:Foreground|UIElement|BackgroundOnly)" flavor=[23] Version="[^"]+" fileType="(?:APPL|XPC!|\?{4})" creator="[^"]{4}" Arch=ARM64 (?:sandboxed )?\n/;
		expect(blocks.filter(text => !block.test(text))).toEqual([]);
		expect(blocks.map(text => Number.parseInt(text, 10))).toEqual(blocks.map((_, index) => index + 1));
	});

	test('lsof ends fields with NUL and sets with a line break when asked to', async () => {
		const {ask, runner} = createMachine();
		const text = await ask('/usr/sbin/lsof', '-nP', '-iTCP', '-sTCP:LISTEN', '-F0pcfnPtT');
		expect(
			lines(text).filter(line => !/^(?:p\d+\0c[^\0]+\0|f\d+\0tIPv[46]\0PTCP\0n[^\0]+\0TST=LISTEN\0TQR=0\0TQS=0\0)$/.test(line)),
		).toEqual([]);
		expect(await runner.run({file: '/usr/sbin/lsof', args: ['-nP', '-a', '-p', '1', '-F0pn']})).toMatchObject({exitCode: 1, stdout: ''});
	});
});
