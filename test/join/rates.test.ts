import {describe, expect, test} from 'vitest';
import {cpuPercent, cpuTimes} from '../../source/join/rates.js';
import {processFixture} from '../support/process-fixture.js';

const used = (cpuTimeMs: number | null, startedAt = 5) => processFixture({pid: 10, startedAt, cpuTimeMs});

describe('the share of a core', () => {
	test.each<[string, number | null, number | null, number, number | null]>([
		['half of the time', 1000, 2000, 2000, 50],
		['none of the time', 1000, 1000, 2000, 0],
		['four cores', 0, 8000, 2000, 400],
		['no time between the samples', 1000, 2000, 0, null],
		['a clock that was set back', 1000, 2000, -5000, null],
		['time that is not told', 1000, null, 2000, null],
		['time that was not told before', null, 1000, 2000, null],
		['a counter that went back', 2000, 1000, 2000, 0],
	])('of %s', (_, before, after, passed, percent) => {
		const previous = cpuTimes([used(before)], 100_000);
		expect(cpuPercent(used(after), previous, 100_000 + passed)).toBe(percent);
	});

	test('is not known in the first sample', () => {
		expect(cpuPercent(used(1000), null, 5000)).toBeNull();
	});

	test('is not known of a process that was not in the last sample, be it one with the same pid', () => {
		const previous = cpuTimes([used(1000)], 0);
		expect(cpuPercent(processFixture({pid: 11, cpuTimeMs: 5}), previous, 1000)).toBeNull();
		expect(cpuPercent(used(2000, 99), previous, 1000)).toBeNull();
	});

	test('counts from the sample before, not from the first one', () => {
		const first = cpuTimes([used(0)], 0);
		const second = cpuTimes([used(1000)], 1000);
		expect([cpuPercent(used(1500), first, 2000), cpuPercent(used(1500), second, 2000)]).toEqual([75, 50]);
	});
});
