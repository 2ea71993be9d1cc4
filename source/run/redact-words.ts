/** Gives every original the same stand-in each time: `user1`, `user2` … */
export const createStandIns = (prefix: string) => {
	const known = new Map<string, string>();
	return (original: string): string => {
		const standIn = known.get(original) ?? `${prefix}${known.size + 1}`;
		known.set(original, standIn);
		return standIn;
	};
};

const secretWords = ['passwd', 'password', 'secret', 'token', 'apikey', 'api-key', 'api_key', 'credential'];
const isSecretName = (name: string): boolean => {
	const lower = name.toLowerCase();
	return secretWords.some(word => lower.includes(word));
};

const internetAddress = /\b(?!127\.|0\.0\.0\.0|255\.)(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\b/g;
/** Addresses of `/proc/net`: bytes in reverse, then the port. */
const hexAddress = /\b([0-9A-F]{32}|[0-9A-F]{8}):([0-9A-F]{4})\b/g;
const keptHexAddress = /^(?:0+|0100007F|0{24}01000000)$/;
const maxWord = 4096;

/** Two colons at least, and nothing but groups of hexadecimal digits: an address of IPv6, or so like one that it goes too. */
const isLongAddress = (word: string): boolean =>
	word.length <= 45 && /^[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}$/i.test(word) && !/^[0:]*1?$/.test(word) && /[0-9a-f]{3}|::/i.test(word);

/** `--password=x`, `TOKEN=x`, `scheme://user:x@host`: the name stays, the secret goes. */
const cleanSecret = (word: string): string => {
	const equals = word.indexOf('=');
	const named = equals > 0 && equals < 100 && isSecretName(word.slice(0, equals)) ? `${word.slice(0, equals + 1)}-` : word;
	const scheme = named.indexOf('://');
	const at = scheme === -1 ? -1 : named.lastIndexOf('@');
	const colon = at === -1 ? -1 : named.indexOf(':', scheme + 3);
	return colon !== -1 && colon < at ? `${named.slice(0, colon + 1)}-${named.slice(at)}` : named;
};

/**
Cleans a text of secrets and addresses, word by word, so that the time grows with the text and no faster. The same address
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

	return text => {
		let isSecretNext = false;
		return text.replace(/[^\s\0]+/g, word => {
			if (isSecretNext && !word.startsWith('-')) {
				isSecretNext = false;
				return '-';
			}

			isSecretNext = word.length < 100 && /^-{1,2}\w/.test(word) && !word.includes('=') && isSecretName(word);
			return word.length > maxWord ? cleanSecret(word.slice(0, maxWord)) : cleanAddresses(cleanSecret(word));
		});
	};
};
