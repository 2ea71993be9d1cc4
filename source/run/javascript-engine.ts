import process from 'node:process';
import v8 from 'node:v8';

/** Engines whose flags are known here, by their major version: those of Node 20 to 26. Others say on the terminal what they do not know. */
const newestKnown = 14;

const engineMajor = (): number => Number.parseInt(process.versions.v8, 10);

/** Two halves of so much are enough for what a refresh throws away. */
const enoughBytes = 4 * 1024 * 1024;

let isKept = false;

/**
Keeps the space for young objects as small as it is once it is large enough. V8 lets it grow to 64 MB, which collects
garbage a little more cheaply; a monitor had better take little memory. To be called while the program grows.

@source v8.dev/blog/trash-talk; `node --v8-options`, `--semi-space-growth-factor`
*/
export const keepMemorySmall = (): void => {
	if (isKept || engineMajor() > newestKnown) {
		return;
	}

	const young = v8.getHeapSpaceStatistics().find(({space_name: name}) => name === 'new_space');
	if (young && young.space_size >= enoughBytes) {
		v8.setFlagsFromString('--semi-space-growth-factor=1');
		isKept = true;
	}
};

/** Engines with a quick compiler between the simplest and the best one; before 13 it is switched off. */
const firstWithQuickCompiler = 13;
const processorsWithQuickCompiler: readonly string[] = ['x64', 'arm64'];

/** How often a function is called before it is compiled quickly, and before it is compiled well. V8: 400, 3000. */
const laterFlags = ['--invocation-count-for-maglev=8000', '--invocation-count-for-turbofan=60000'];

/**
Lets V8 compile only what is called very often. A monitor works for a few milliseconds every other second: what its
compilers take, on threads of their own, is a fifth of all that it costs at first, and machine code and their memory some
10 MB. To be called before anything else is done.

@source v8.dev/blog/maglev; `node --v8-options`, `--invocation-count-for-maglev`
*/
export const compileLate = (): void => {
	const major = engineMajor();
	if (major >= firstWithQuickCompiler && major <= newestKnown && processorsWithQuickCompiler.includes(process.arch)) {
		for (const flag of laterFlags) {
			v8.setFlagsFromString(flag);
		}
	}
};
