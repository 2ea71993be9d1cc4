// Writes dist/daemon-top.1: the manual page, from the tables that also drive the program.
import fs from 'node:fs';
import path from 'node:path';
import {loadSource} from './load-source.mjs';

/** `root`: the folder of package.json; `dist` is there already. */
export const writeManual = async (root, version) => {
	const {manualPage} = await loadSource(root, {entryPoints: ['source/commands/manual-page.ts']});
	fs.writeFileSync(path.join(root, 'dist/daemon-top.1'), manualPage(version));
};
