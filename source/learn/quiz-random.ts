/** Numbers from 0 up to 1, not including it; the same ones for the same seed. */
export type Random = () => number;

/** FNV-1a over UTF-16 code units: 32 bits of any text. */
const hashOf = (text: string): number => {
	let hash = 0x81_1c_9d_c5;
	for (let index = 0; index < text.length; index++) {
		hash = Math.imul(hash ^ text.charCodeAt(index), 0x01_00_01_93);
	}

	return hash >>> 0;
};

/**
A stream of numbers that looks random and follows from its seed alone, on every machine.

@source mulberry32 by Tommy Ettinger
*/
export const randomOf = (seed: string): Random => {
	let state = hashOf(seed);
	return () => {
		state = (state + 0x6d_2b_79_f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
};

/** The same items in another order; each order is as likely as any other. */
export const shuffled = <Item>(items: readonly Item[], random: Random): readonly Item[] => {
	const all = [...items];
	for (let index = all.length - 1; index > 0; index--) {
		const other = Math.floor(random() * (index + 1));
		[all[index], all[other]] = [all[other] as Item, all[index] as Item];
	}

	return all;
};
