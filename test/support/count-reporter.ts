import type {Reporter, TestModule} from 'vitest/node';

/** Ends the run with one line that any reader of logs understands: `12 passed, 0 failed, 1 skipped`. */
export default class CountReporter implements Reporter {
	onTestRunEnd(modules: readonly TestModule[]): void {
		const counts = {passed: 0, failed: 0, skipped: 0};
		for (const module of modules) {
			for (const test of module.children.allTests()) {
				const {state} = test.result();
				counts[state === 'passed' ? 'passed' : state === 'failed' ? 'failed' : 'skipped']++;
			}

			// a file that could not be loaded has no tests to fail
			counts.failed += module.errors().length;
		}

		console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
	}
}
