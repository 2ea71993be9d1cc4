/** Keeps the last result of a function as long as its arguments are the same. */
export const memoize = <Arguments extends readonly unknown[], Result>(
	compute: (...values: Arguments) => Result,
): ((...values: Arguments) => Result) => {
	let last: {values: Arguments; result: Result} | null = null;
	return (...values) => {
		if (!last?.values.every((value, index) => value === values[index])) {
			last = {values, result: compute(...values)};
		}

		return last.result;
	};
};
