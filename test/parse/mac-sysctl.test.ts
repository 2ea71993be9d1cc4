import {describe, expect, test} from 'vitest';
import {parseSwVers, parseSysctl, sysctlNames} from '../../source/parse/sysctl.js';

const answer = `kern.boottime: { sec = 1769619704, usec = 123456 } Wed Jan 28 17:01:44 2026
kern.hostname: Alexs-MacBook-Pro.local
vm.loadavg: { 1.80 2.05 2.10 }
hw.memsize: 17179869184
hw.ncpu: 8
`;

const nothing = {bootedAt: null, hostName: null, loadAverage: null, memoryBytes: null, cpuCount: null};

describe('parseSysctl', () => {
	test('reads every value it asks for', () => {
		expect(sysctlNames.every(name => answer.includes(`${name}: `))).toBe(true);
		expect(parseSysctl(answer)).toEqual({
			bootedAt: 1_769_619_704_123,
			hostName: 'Alexs-MacBook-Pro.local',
			loadAverage: 1.8,
			memoryBytes: 17_179_869_184,
			cpuCount: 8,
		});
	});

	test.each<[string, string, object]>([
		['a decimal comma', 'vm.loadavg: { 1,80 2,05 2,10 }', {loadAverage: 1.8}],
		['a host in Hangul', 'kern.hostname: 알렉스의 맥', {hostName: '알렉스의 맥'}],
		['a host that steers terminals', 'kern.hostname: a\u001b[2J', {hostName: 'a\\x1b[2J'}],
		['no host', 'kern.hostname: \nhw.ncpu: 2', {hostName: null, cpuCount: 2}],
		['figures that are none', 'hw.ncpu: many\nhw.memsize: -1\nkern.boottime: never', {}],
		['an unknown name', "sysctl: unknown oid 'hw.ncpu'", {}],
		['nothing', '', {}],
	])('reads %s', (_, text, expected) => {
		expect(parseSysctl(text)).toEqual({...nothing, ...expected});
	});
});

describe('parseSwVers', () => {
	test.each([
		['ProductName:\t\tmacOS\nProductVersion:\t\t26.1\nBuildVersion:\t\t25B78\n', 'macOS 26.1'],
		['ProductName:\tMac OS X\nProductVersion:\t10.14.6\nBuildVersion:\t18G103\n', 'Mac OS X 10.14.6'],
		['ProductName:\t\tmacOS\nProductVersion:\t\t13.4.1\nProductVersionExtra:\t(c)\nBuildVersion:\t22F770820d\n', 'macOS 13.4.1 (c)'],
		['ProductVersion: 26.1', 'macOS 26.1'],
		['ProductName: macOS\nProductVersion:\n', null],
		['', null],
	])('reads %j', (text, release) => {
		expect(parseSwVers(text)).toBe(release);
	});
});
