export type SpanUnit = 'year' | 'month' | 'week' | 'day' | 'hour' | 'minute' | 'second' | 'millisecond';

/** A span of time in its units, the largest first. `precision`: how well they tell it. */
type SpanParts = {
	precision: 'exact' | 'about' | 'more-than';
	parts: readonly (readonly [count: number, unit: SpanUnit])[];
};

const units: readonly (readonly [sizeMs: number, unit: SpanUnit])[] = [
	[604_800_000, 'week'],
	[86_400_000, 'day'],
	[3_600_000, 'hour'],
	[60_000, 'minute'],
	[1000, 'second'],
];

const monthMs = 2_629_800_000;
const yearMs = 12 * monthMs;

const exact = (...parts: SpanParts['parts']): SpanParts => ({precision: 'exact', parts});

/** The span in weeks, days, hours, minutes and seconds, down to microseconds, without what there is none of. */
const partsOf = (durationMs: number): SpanParts['parts'] => {
	const parts: [number, SpanUnit][] = [];
	let restUs = Math.round(durationMs * 1000);
	for (const [sizeMs, unit] of units) {
		const sizeUs = sizeMs * 1000;
		const count = unit === 'second' ? restUs / sizeUs : Math.floor(restUs / sizeUs);
		restUs %= sizeUs;
		if (count !== 0) {
			parts.push([count, unit]);
		}
	}

	return parts;
};

/** What takes more than three units, rounded to the second largest. */
const aboutSpan = (durationMs: number): SpanParts => {
	const index = units.findIndex(([size]) => durationMs >= size);
	const size = units[index + 1]?.[0] ?? 1000;
	return {precision: 'about', parts: partsOf(Math.round(durationMs / size) * size)};
};

const longSpan = (durationMs: number): SpanParts =>
	durationMs < 1000 * yearMs
		? {precision: 'about', parts: [[Math.round((durationMs / yearMs) * 10) / 10, 'year']]}
		: {precision: 'more-than', parts: [[1000, 'year']]};

/** A span of time, exactly where three units are enough: 1.5 seconds, 15 minutes, 1 day 2 hours 3 minutes, 1 month. */
export const spanParts = (durationMs: number): SpanParts => {
	if (durationMs < 1000) {
		return durationMs === 0 ? exact([0, 'second']) : exact([Math.round(durationMs * 1000) / 1000, 'millisecond']);
	}

	if (durationMs % monthMs === 0 && durationMs < 1000 * yearMs) {
		return durationMs % yearMs === 0 ? exact([durationMs / yearMs, 'year']) : exact([durationMs / monthMs, 'month']);
	}

	if (durationMs >= 2 * yearMs) {
		return longSpan(durationMs);
	}

	const whole = units.find(([size]) => durationMs % size === 0 && durationMs / size < 100);
	if (whole) {
		return exact([durationMs / whole[0], whole[1]]);
	}

	const parts = partsOf(durationMs);
	return parts.length > 3 ? aboutSpan(durationMs) : exact(...parts);
};

const sizeUnits = ['K', 'M', 'G', 'T', 'P', 'E'].map((unit, index) => [1024 ** (index + 1), unit] as const).reverse();

/** A size in bytes: `64`, `M`; with no unit where it is short in bytes. `isAbout`: rounded. */
type SizeParts = {count: string; unit: string; isAbout: boolean};

/** A size that somebody set, exactly where that is short: 64M, 1500K, 10.5G, 1000 bytes, else about 1.4M. */
export const sizeParts = (bytes: number): SizeParts => {
	const whole = Math.floor(bytes);
	const exactly = sizeUnits.find(([size]) => whole >= size && whole / size < 100_000 && Number.isInteger((whole / size) * 10));
	if (exactly) {
		return {count: String(whole / exactly[0]), unit: exactly[1], isAbout: false};
	}

	if (whole < 100_000) {
		return {count: String(whole), unit: '', isAbout: false};
	}

	const [size, unit] = sizeUnits.find(([size]) => whole >= size * 0.9995) ?? [1, ''];
	const count = whole / size;
	return {count: count.toFixed(count < 9.95 ? 1 : 0).replace('.0', ''), unit, isAbout: true};
};
