import {describe, expect, test} from 'vitest';
import {
	parseBootTime,
	parseHidepid,
	parseLoadAverage,
	parseMemTotal,
	parseOsRelease,
	parsePageSize,
	parseUptime,
} from '../../source/parse/proc-system.js';

describe('parseBootTime', () => {
	test.each([
		['cpu  1 2 3\nintr 5\nctxt 6\nbtime 1767225600\nprocesses 7\n', 1_767_225_600_000],
		['btime 1\n', 1000],
		['cpu 1\n', null],
		['xbtime 5\n', null],
		['', null],
	])('reads %j as %s', (text, bootedAt) => {
		expect(parseBootTime(text)).toBe(bootedAt);
	});
});

describe('parseLoadAverage', () => {
	test.each([
		['0.52 0.58 0.59 3/1234 56789\n', {load: 0.52, threads: 1234}],
		['0.00 0.01 0.05 1/80 9', {load: 0, threads: 80}],
		['0.52 0.58', {load: null, threads: null}],
		['', {load: null, threads: null}],
	])('reads %j', (text, expected) => {
		expect(parseLoadAverage(text)).toEqual(expected);
	});
});

describe('parseHidepid', () => {
	const mount = (options: string): string => `proc /proc proc rw,nosuid${options} 0 0\n`;

	test.each([
		['', null],
		[',hidepid=0', null],
		[',hidepid=off', null],
		[',hidepid=1', 'noaccess'],
		[',hidepid=noaccess', 'noaccess'],
		[',hidepid=2', 'invisible'],
		[',hidepid=invisible,gid=5', 'invisible'],
		[',gid=5,hidepid=4', 'ptraceable'],
		[',hidepid=ptraceable', 'ptraceable'],
		[',hidepid=7', '7'],
		[',nohidepid=2', null],
	])('reads the options %j as %s', (options, expected) => {
		expect(parseHidepid(`sysfs /sys sysfs rw,hidepid=2 0 0\n${mount(options)}tmpfs /proc tmpfs hidepid=2 0 0\n`)).toBe(expected);
	});

	test('believes the last mount, which is the one that is seen', () => {
		expect(parseHidepid(mount(',hidepid=2') + mount(''))).toBeNull();
		expect(parseHidepid(mount('') + mount(',hidepid=2'))).toBe('invisible');
	});

	test('reads nothing from an empty text', () => {
		expect(parseHidepid('')).toBeNull();
	});

	test('takes a word that every object has for the word it is', () => {
		expect(parseHidepid(mount(',hidepid=constructor'))).toBe('constructor');
	});
});

describe('parseOsRelease', () => {
	test.each([
		['NAME="Debian"\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\n', 'Debian GNU/Linux 12 (bookworm)'],
		["PRETTY_NAME='Alpine Linux v3.22'\n", 'Alpine Linux v3.22'],
		['PRETTY_NAME=Arch\n', 'Arch'],
		['PRETTY_NAME="The \\"Best\\" \\$5 \\\\"\n', 'The "Best" $5 \\'],
		['PRETTY_NAME="데몬 리눅스"\n', '데몬 리눅스'],
		['PRETTY_NAME="a\u001b[2J"\n', 'a\\x1b[2J'],
		['PRETTY_NAME=""\n', ''],
		['MY_PRETTY_NAME="x"\n', null],
		['', null],
	])('reads %j as %s', (text, name) => {
		expect(parseOsRelease(text)).toBe(name);
	});
});

describe('parsePageSize', () => {
	test.each([
		['55d0 r--p\nSize: 4 kB\nKernelPageSize:        4 kB\nMMUPageSize: 4 kB\n', 4096],
		['KernelPageSize:       16 kB\n', 16384],
		['KernelPageSize:       64 kB\n', 65536],
		['', 4096],
	])('reads %j as %i', (text, bytes) => {
		expect(parsePageSize(text)).toBe(bytes);
	});
});

describe('parseMemTotal', () => {
	test.each([
		['MemTotal:       16384000 kB\nMemFree: 5 kB\n', 16_384_000 * 1024],
		['MemFree: 5 kB\n', null],
		['', null],
	])('reads %j as %s', (text, bytes) => {
		expect(parseMemTotal(text)).toBe(bytes);
	});
});

describe('parseUptime', () => {
	test.each([
		['36012.34 70000.00\n', 36_012_340],
		['0.05 0.01\n', 50],
		['7 7\n', 7000],
		['', null],
		['x 1', null],
		['-5 1', null],
	])('%j is %s', (text, milliseconds) => {
		expect(parseUptime(text)).toBe(milliseconds);
	});
});
