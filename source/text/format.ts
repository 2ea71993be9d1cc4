const units = ['', 'K', 'M', 'G', 'T', 'P'];

/** Bytes in at most four characters: `0`, `812K`, `12M`, `1.5G`. Unknown is a dash. */
export const formatBytes = (bytes: number | null): string => {
	if (bytes === null) {
		return '–';
	}

	let value = bytes;
	let unit = 0;
	while (value >= 999.5 && unit < units.length - 1) {
		value /= 1024;
		unit++;
	}

	const digits = unit >= 3 && value < 9.95 ? 1 : 0;
	return `${value.toFixed(digits)}${units[unit]}`;
};

/** Percent of one core with one decimal, none from 1000 on. Unknown is a dash: it is not 0. */
export const formatPercent = (percent: number | null): string => {
	if (percent === null) {
		return '–';
	}

	return percent >= 999.95 ? percent.toFixed(0) : percent.toFixed(1);
};

const steps: readonly (readonly [number, string])[] = [
	[86_400_000, 'd'],
	[3_600_000, 'h'],
	[60_000, 'm'],
	[1000, 's'],
];

/** The two largest units: `3d 4h`, `2m 5s`, `12s`. */
export const formatDuration = (milliseconds: number): string => {
	let rest = Math.max(0, Math.round(milliseconds / 1000) * 1000);
	const parts: string[] = [];
	for (const [size, unit] of steps) {
		const count = Math.floor(rest / size);
		rest %= size;
		if (count > 0 || (parts.length === 0 && unit === 's')) {
			parts.push(`${count}${unit}`);
		}

		// a day and no hours: the minutes do not matter any more
		if (parts.length === 2 || (parts.length === 1 && count === 0 && unit !== 's')) {
			break;
		}
	}

	return parts.join(' ');
};

/** A span that somebody set: below a second in milliseconds. */
export const formatSpan = (milliseconds: number): string =>
	milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : formatDuration(milliseconds);

/** `2026-11-22 13:05:09`, in the reader's time zone. */
export const formatInstant = (instant: number): string => {
	const date = new Date(instant);
	const two = (value: number): string => String(value).padStart(2, '0');
	return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
};

const decoder = new TextDecoder('utf-8', {fatal: true});

/** A unit's name with systemd's `\\x20` escapes undone, where that gives plain text: for display only, systemd is asked by the escaped name. */
export const formatUnit = (name: string): string =>
	name.replace(/(?:\\x[0-9a-f]{2})+/g, escaped => {
		try {
			const bytes = Uint8Array.from(escaped.slice(2).split('\\x'), hexadecimal => Number.parseInt(hexadecimal, 16));
			const text = decoder.decode(bytes);
			return /^[\p{L}\p{N}\p{P}\p{S} ]+$/u.test(text) ? text : escaped;
		} catch {
			return escaped;
		}
	});

/** A whole number with a comma at every thousand: 12,345. What Intl has for it takes 16 ms to make. */
export const groupedNumber = (number: number): string => String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
