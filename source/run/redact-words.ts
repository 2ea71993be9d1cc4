/** Gives every original the same stand-in each time: `user1`, `user2` … */
export const createStandIns = (prefix: string) => {
	const known = new Map<string, string>();
	return (original: string): string => {
		const standIn = known.get(original) ?? `${prefix}${known.size + 1}`;
		known.set(original, standIn);
		return standIn;
	};
};

const internetAddress = /\b(?!127\.|0\.0\.0\.0|255\.)(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\b/g;
/** Addresses of `/proc/net`: bytes in reverse, then the port. */
const hexAddress = /\b([0-9A-F]{32}|[0-9A-F]{8}):([0-9A-F]{4})\b/g;
const keptHexAddress = /^(?:0+|0100007F|0{24}01000000)$/;
const maxWord = 4096;

/** Two colons at least, and nothing but groups of hexadecimal digits: an address of IPv6, or so like one that it goes too. */
const isLongAddress = (word: string): boolean =>
	word.length <= 45 && /^[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}$/i.test(word) && !/^[0:]*1?$/.test(word) && /[0-9a-f]{3}|::/i.test(word);

/** Pieces of a word that are not too long for what looks at each of their characters more than once. */
const inPieces = (word: string, clean: (piece: string) => string): string => {
	let result = '';
	for (let start = 0; start < word.length; start += maxWord) {
		result += clean(word.slice(start, start + maxWord));
	}

	return result;
};

/**
Cleans a text of addresses, word by word, so that the time grows with the text and no faster. The same address
gets the same stand-in each time.
*/
export const createWordCleaner = (): ((text: string) => string) => {
	const addressNumber = createStandIns('');
	const cleanAddresses = (word: string): string =>
		word
			.replace(internetAddress, address => `192.0.2.${Number(addressNumber(address)) % 250}`)
			.replace(/(?<![\w:.])[0-9A-Fa-f:]{4,45}(?![\w:])/g, part => (isLongAddress(part) ? `2001:db8::${addressNumber(part)}` : part))
			.replace(hexAddress, (whole, address: string, port: string) => {
				if (keptHexAddress.test(address)) {
					return whole;
				}

				const number = (Number(addressNumber(address)) % 250).toString(16).toUpperCase().padStart(2, '0');
				return address.length === 8 ? `${number}0200C0:${port}` : `${'0'.repeat(24)}${number}000000:${port}`;
			});

	return text => text.replace(/[^\s\0]+/g, word => inPieces(word, cleanAddresses));
};
