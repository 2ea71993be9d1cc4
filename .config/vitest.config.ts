import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {defineConfig} from 'vitest/config';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

export default defineConfig({
	root,
	define: {__VERSION__: '"test"'},
	test: {
		include: ['test/**/*.test.{ts,tsx}'],
		setupFiles: ['source/polyfills.ts'],
		reporters: ['default', path.join(root, 'test/support/count-reporter.ts')],
		testTimeout: 20_000,
		hookTimeout: 60_000,
		// the terminal tests each start a program of their own; two cores hold no more
		maxWorkers: 2,
		env: {TZ: 'UTC', LANG: 'C.UTF-8'},
	},
});
