// What soak.mjs reads of the running program, and what it makes of the series.
import fs from 'node:fs';

const readOr = (read, otherwise) => {
	try {
		return read();
	} catch {
		return otherwise;
	}
};

const fieldOf = (status, name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? Number.NaN);

/** Every process by its parent, read from /proc. */
export const childrenOf = parent =>
	fs
		.readdirSync('/proc')
		.filter(name => /^\d+$/.test(name))
		.map(Number)
		.filter(pid => {
			const stat = readOr(() => fs.readFileSync(`/proc/${pid}/stat`, 'utf8'), '');
			return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent;
		});

export const stateOf = pid => {
	const stat = readOr(() => fs.readFileSync(`/proc/${pid}/stat`, 'utf8'), '');
	return stat === '' ? null : stat.slice(stat.lastIndexOf(')') + 2)[0];
};

/** Memory, threads, descriptors and children of a process; null: it has ended. */
export const measure = pid => {
	const status = readOr(() => fs.readFileSync(`/proc/${pid}/status`, 'utf8'), '');
	return status === ''
		? null
		: {
				rssBytes: fieldOf(status, 'VmRSS') * 1024,
				threads: fieldOf(status, 'Threads'),
				descriptors: readOr(() => fs.readdirSync(`/proc/${pid}/fd`).length, Number.NaN),
				children: childrenOf(pid).length,
			};
};

const middle = sorted => (sorted.length === 0 ? 0 : (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2);

/**
How a series [seconds, value] rises: the middle of the slopes between all its points, which a few points far off do not
move, and a slope that 39 of 40 such series surpass.

@source Sen, "Estimates of the regression coefficient based on Kendall's tau" (1968)
*/
export const growthOf = series => {
	const slopes = series
		.flatMap(([x, y], index) => series.slice(index + 1).map(([laterX, laterY]) => (laterY - y) / (laterX - x)))
		.sort((a, b) => a - b);
	const {length} = series;
	const spread = 1.96 * Math.sqrt((length * (length - 1) * (2 * length + 5)) / 18);
	const lowest = slopes[Math.max(0, Math.floor((slopes.length - spread) / 2))] ?? 0;
	const seconds = length < 2 ? 0 : series.at(-1)[0] - series[0][0];
	const slope = middle(slopes);
	return {growth: slope * seconds, surely: lowest * seconds, perMinute: slope * 60};
};

/** The lowest value in the first and in the last third: what is held even when nothing goes on. */
export const floors = values => {
	const third = Math.max(1, Math.floor(values.length / 3));
	return [Math.min(...values.slice(0, third)), Math.min(...values.slice(-third))];
};
