import v8 from 'node:v8';

/** Two halves of so much are enough for what a refresh throws away. */
const enoughBytes = 4 * 1024 * 1024;

let isKept = false;

/**
Keeps the space for young objects as small as it is once it is large enough. V8 lets it grow to 64 MB, which collects
garbage a little more cheaply; a monitor had better take little memory. To be called while the program grows.

@source v8.dev/blog/trash-talk; `node --v8-options`, `--semi-space-growth-factor`
*/
export const keepMemorySmall = (): void => {
	if (isKept) {
		return;
	}

	const young = v8.getHeapSpaceStatistics().find(({space_name: name}) => name === 'new_space');
	if (young && young.space_size >= enoughBytes) {
		v8.setFlagsFromString('--semi-space-growth-factor=1');
		isKept = true;
	}
};
