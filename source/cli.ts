/*
The file that `daemon-top` starts. The build makes a classic script of it that Node 6 can read, so that an old Node says
what is wrong in one line instead of tripping over words that it does not know. It imports nothing: imports are new words too.
*/

/** The sentence about the running Node in each language, with `%` where its version belongs. */
declare const __NODE_TOO_OLD__: Readonly<Record<string, string>>;
/** The oldest Node that runs the program: major and minor version. */
declare const __NEEDED_NODE__: readonly [number, number];

const version = process.versions.node;
const found = version.split('.').map(Number) as [number, number];
const needed = __NEEDED_NODE__;

if (found[0] < needed[0] || (found[0] === needed[0] && found[1] < needed[1])) {
	const env = process.env;
	const locale = env.DAEMON_TOP_LANG || env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
	const sentence = __NODE_TOO_OLD__[locale.slice(0, 2).toLowerCase()] || __NODE_TOO_OLD__.en;
	process.stderr.write(`${String(sentence).replace('%', version)}\n`);
	process.exitCode = 1;
} else {
	// `import()` is a new word as well, so it stands in a file that an old Node never opens
	require('./load.js');
}
