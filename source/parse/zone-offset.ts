const secondMs = 1000;

/** What clocks of a zone show more than UTC, in milliseconds, at an instant. */
export type Offset = (at: number) => number;

const createOffset = (timeZone: string): Offset => {
	const format = new Intl.DateTimeFormat('en-US', {
		timeZone,
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric',
	});
	return at => {
		const [month = 1, day = 1, year = 0, hour = 0, minute = 0, second = 0] = (format.format(at).match(/\d+/g) ?? []).map(Number);
		return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / secondMs) * secondMs;
	};
};

const offsets = new Map<string, Offset>();
const maxOffsets = 100;

/** The clocks of an IANA time zone; `null`: there is none of this name. */
export const zoneOffset = (timeZone: string): Offset | null => {
	const known = offsets.get(timeZone);
	if (known !== undefined) {
		return known;
	}

	try {
		const offset = createOffset(timeZone);
		if (offsets.size < maxOffsets) {
			offsets.set(timeZone, offset);
		}

		return offset;
	} catch {
		return null;
	}
};
