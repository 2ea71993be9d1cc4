// Medians and the like.
const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.round(share * (sorted.length - 1)))] ?? null;

/** What is null is left out. */
export const spreadOf = numbers => {
	const sorted = numbers.filter(number => number !== null).sort((a, b) => a - b);
	return {count: sorted.length, median: quantile(sorted, 0.5), p95: quantile(sorted, 0.95), worst: sorted.at(-1) ?? null};
};
