import {describe, expect, test} from 'vitest';
import {parseProcStat, ttyName} from '../../source/parse/proc-stat.js';

/** A line as the kernel prints it, with a name of choice. */
const lineOf = (comm: string): string =>
	`812 (${comm}) S 1 812 800 34817 812 4194560 5000 60 7 8 150 50 3 4 20 -5 9 0 12345 226492416 1500 18446744073709551615 1 1 0 0 0 0 0 4096 1073747455 0 0 0 17 1 0 0 0 0 0 0 0 0 0 0 0 0 0\n`;

describe('parseProcStat', () => {
	test('reads every field that we use', () => {
		expect(parseProcStat(lineOf('nginx'))).toEqual({
			pid: 812,
			comm: 'nginx',
			state: 'S',
			ppid: 1,
			pgid: 812,
			sid: 800,
			ttyNumber: 34817,
			tpgid: 812,
			flags: 4194560,
			cpuTicks: 200,
			nice: -5,
			threads: 9,
			startTicks: 12345,
			vszBytes: 226492416,
			rssPages: 1500,
		});
	});

	test.each([
		['a space', 'Web Content', 'Web Content'],
		['spaces only', '   ', '   '],
		['a bracket', 'a)b', 'a)b'],
		['brackets around it', '(sd-pam)', '(sd-pam)'],
		['a newline', 'a\nb', 'a\\nb'],
		['an escape sequence', '\u001b[2J', '\\x1b[2J'],
		['what looks like the rest of the line', 'x) R 1 1 1 0 -', 'x) R 1 1 1 0 -'],
		['what looks like a whole line', '1) R 0 1 1 0 -1 (b', '1) R 0 1 1 0 -1 (b'],
		['nothing', '', ''],
		['Hangul', '데몬', '데몬'],
	])('reads a name with %s', (_, comm, expected) => {
		const {comm: read, ppid, state, rssPages} = parseProcStat(lineOf(comm)) ?? {};
		expect({read, ppid, state, rssPages}).toEqual({read: expected, ppid: 1, state: 'S', rssPages: 1500});
	});

	test.each(['nginx', 'Web Content', 'x) R 1 1 1 0 -'])(
		'gives null for a line with the name %j cut at any place before its last field',
		comm => {
			const line = lineOf(comm);
			const end = line.indexOf(' 1500 ');
			const read = Array.from({length: end}, (_, length) => length).filter(length => parseProcStat(line.slice(0, length)) !== null);
			expect(read).toEqual([]);
			expect(parseProcStat(line)).not.toBeNull();
		},
	);

	test('gives null for a line cut inside its last field', () => {
		const line = lineOf('nginx');
		expect(parseProcStat(line.slice(0, line.indexOf(' 1500 ') + 3))).toBeNull();
	});

	test.each(['', '\n', '812', '812 nginx S 1', '() S', ')(', '812 (nginx)', '(nginx) S 1 1 1'])('gives null for %j', text => {
		expect(parseProcStat(text)).toBeNull();
	});
});

describe('ttyName', () => {
	test.each([
		[0, null],
		[136 << 8, 'pts/0'],
		[(136 << 8) | 3, 'pts/3'],
		[(137 << 8) | 1, 'pts/257'],
		[(143 << 8) | 255, 'pts/2047'],
		// minors over 255 keep their high bits above the major
		[(1 << 20) | (136 << 8) | 4, 'pts/260'],
		[(4 << 8) | 1, 'tty1'],
		[(4 << 8) | 63, 'tty63'],
		[(4 << 8) | 64, 'ttyS0'],
		[(4 << 8) | 65, 'ttyS1'],
		[(5 << 8) | 1, 'console'],
		[(5 << 8) | 0, '5:0'],
		[(204 << 8) | 64, '204:64'],
	])('calls terminal %i %s', (number, name) => {
		expect(ttyName(number)).toBe(name);
	});
});
