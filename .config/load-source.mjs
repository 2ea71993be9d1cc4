import {Buffer} from 'node:buffer';
import {build} from 'esbuild';

/** Bundles TypeScript of `root` and runs it here. `input`: entryPoints or stdin, as esbuild takes them. Gives what it exports. */
export const loadSource = async (root, input) => {
	const {outputFiles} = await build({
		absWorkingDir: root,
		...input,
		bundle: true,
		write: false,
		platform: 'node',
		format: 'esm',
		target: 'node20',
		logLevel: 'warning',
		legalComments: 'none',
	});
	return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
};
