import {describe, expect, test} from 'vitest';
import {systemClock} from '../../source/run/clock.js';

/** Longer than any test may take. */
const forever = 1_000_000;

describe('the clock', () => {
	test('waits no longer when the signal aborts', async () => {
		const ending = new AbortController();
		const wait = systemClock.wait(forever, ending.signal);
		ending.abort();
		await expect(wait).resolves.toBeUndefined();
	});

	test('does not wait at all when the signal has aborted before', async () => {
		await expect(systemClock.wait(forever, AbortSignal.abort())).resolves.toBeUndefined();
	});

	test('ends a wait by itself', async () => {
		const {signal} = new AbortController();
		await expect(systemClock.wait(0, signal)).resolves.toBeUndefined();
	});

	test('counts milliseconds of the epoch, and others that never go back', () => {
		const elapsed = systemClock.elapsed();
		expect(systemClock.elapsed()).toBeGreaterThanOrEqual(elapsed);
		expect(Math.abs(systemClock.now() - Date.now())).toBeLessThan(5000);
	});
});
