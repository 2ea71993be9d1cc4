/** Whole numbers below a limit, the same ones from the same seed. Mulberry32. */
export const createRandom = (seed: number) => {
	let state = seed;
	return (limit: number): number => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
	};
};
