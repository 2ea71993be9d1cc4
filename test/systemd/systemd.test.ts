import {afterAll, describe, test} from 'vitest';
import {openSystemd} from './inside-systemd.js';
import {describeRestarts} from './restart-suite.js';
import {describeStops} from './stop-suite.js';

const systemd = openSystemd();

// one after the other, because what one file starts another must not end
if (typeof systemd === 'string') {
	describe('a booted systemd', () => {
		test.skip(`is not there: ${systemd}`, () => undefined);
	});
	console.info(`skipped, what a booted systemd does: ${systemd}`);
} else {
	describeRestarts(systemd);
	describeStops(systemd);
	afterAll(() => systemd.close());
}
