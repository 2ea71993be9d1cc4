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

const mean = values => values.reduce((sum, value) => sum + value, 0) / values.length;

/** How much a series [seconds, value] rises from its beginning to its end along the straight line through it, and its noise. */
export const growthOf = series => {
	if (series.length < 3) {
		return {growth: 0, noise: 0};
	}

	const [meanX, meanY] = [mean(series.map(([x]) => x)), mean(series.map(([, y]) => y))];
	const slope = series.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / series.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
	const noise = Math.sqrt(mean(series.map(([x, y]) => (y - meanY - slope * (x - meanX)) ** 2)));
	return {growth: slope * (series.at(-1)[0] - series[0][0]), noise};
};

/** The lowest value in the first and in the last third: what is held even when nothing goes on. */
export const floors = values => {
	const third = Math.max(1, Math.floor(values.length / 3));
	return [Math.min(...values.slice(0, third)), Math.min(...values.slice(-third))];
};
