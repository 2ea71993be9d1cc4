/** Of any interface, as the tools write it. */
const anyAddresses: ReadonlySet<string> = new Set(['*', '0.0.0.0', '::']);

const littleEndianBytes = (hexadecimal: string): number[] => {
	const bytes: number[] = [];
	for (let word = 0; word < hexadecimal.length; word += 8) {
		for (let byte = 6; byte >= 0; byte -= 2) {
			bytes.push(Number.parseInt(hexadecimal.slice(word + byte, word + byte + 2), 16));
		}
	}

	return bytes;
};

const longestZeroRun = (groups: readonly string[]): {start: number; length: number} => {
	let best = {start: 0, length: 0};
	let start = 0;
	for (let index = 0; index <= groups.length; index++) {
		if (groups[index] !== '0') {
			best = index - start > best.length ? {start, length: index - start} : best;
			start = index + 1;
		}
	}

	return best;
};

/** The longest run of zero groups becomes `::`, as RFC 5952 asks. */
const formatIpv6 = (bytes: readonly number[]): string => {
	const groups: string[] = [];
	for (let index = 0; index < 16; index += 2) {
		groups.push((((bytes[index] ?? 0) << 8) | (bytes[index + 1] ?? 0)).toString(16));
	}

	const isMapped = groups.slice(0, 5).every(group => group === '0') && groups[5] === 'ffff';
	if (isMapped) {
		return `::ffff:${bytes.slice(12).join('.')}`;
	}

	const {start, length} = longestZeroRun(groups);
	if (length < 2) {
		return groups.join(':');
	}

	return `${groups.slice(0, start).join(':')}::${groups.slice(start + length).join(':')}`;
};

/** An address as `/proc/net` has it, in words of four bytes, each from its last byte to its first: `0100007F` is 127.0.0.1. */
export const formatAddress = (hexadecimal: string): string => {
	const bytes = littleEndianBytes(hexadecimal);
	return bytes.length === 4 ? bytes.join('.') : formatIpv6(bytes);
};

/** One way to write what the tools write in several: `*` for any address, an IPv4 address inside IPv6 alone. */
export const plainAddress = (address: string): string => {
	if (anyAddresses.has(address)) {
		return '*';
	}

	return /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(address)?.[1] ?? address;
};

/** `null`: none, or no number. */
export const toPort = (text: string): number | null => {
	const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
	return port > 0 && port <= 0xffff ? port : null;
};
