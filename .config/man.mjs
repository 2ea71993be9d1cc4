// Writes dist/daemon-top.1: the manual page, from the tables that also drive the program.
import fs from 'node:fs';
import path from 'node:path';
import {build} from 'esbuild';

/** `root`: the folder of package.json; `dist` is there already. */
export const writeManual = async (root, version) => {
	const {outputFiles} = await build({
		absWorkingDir: root,
		entryPoints: ['source/commands/manual-page.ts'],
		bundle: true,
		write: false,
		platform: 'node',
		format: 'esm',
		target: 'node20',
		logLevel: 'warning',
		legalComments: 'none',
	});
	const {manualPage} = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
	fs.writeFileSync(path.join(root, 'dist/daemon-top.1'), manualPage(version));
};
