import process from 'node:process';

type Work = (length: number) => () => unknown;

/** The fastest of a few runs, in milliseconds of the processor, so that a busy machine does not count; one slow run is enough. */
const timeOf = (work: () => unknown): number => {
	let fastest = Number.POSITIVE_INFINITY;
	for (let run = 0; run < 3 && (run === 0 || fastest < 100); run++) {
		const started = process.cpuUsage();
		work();
		fastest = Math.min(fastest, process.cpuUsage(started).user / 1000);
	}

	return fastest;
};

const isLinearOnce = (work: Work, length: number): boolean => timeOf(work(length * 10)) < 40 * Math.max(timeOf(work(length)), 1);

/**
Ten times the length may take ten times as long, not a hundred times; what is over in a few milliseconds is fast enough.
Three tries, because memory is cleared up now and then.
*/
export const isLinear = (work: Work, length: number, tries = 3): boolean =>
	Array.from({length: tries}).some(() => isLinearOnce(work, length));
