/** Where a socket waits. `address` of a port: `null` for all addresses. */
export type Endpoint = {kind: 'file' | 'local' | 'vsock' | 'other'; name: string} | {kind: 'port'; port: string; address: string | null};

/** @source systemd.socket(5), ListenStream= */
export const endpointOf = (text: string): Endpoint => {
	if (text.startsWith('/')) {
		return {kind: 'file', name: text};
	}

	if (text.startsWith('@')) {
		return {kind: 'local', name: text};
	}

	if (/^\d{1,5}$/.test(text)) {
		return {kind: 'port', port: text, address: null};
	}

	const found = /^(\d{1,3}(?:\.\d{1,3}){3}):(\d{1,5})$/.exec(text) ?? /^\[([0-9A-Fa-f:.]+)\]:(\d{1,5})/.exec(text);
	if (found !== null) {
		return {kind: 'port', port: found[2] ?? '', address: found[1] ?? ''};
	}

	return {kind: text.startsWith('vsock:') ? 'vsock' : 'other', name: text};
};

/** Which computers reach an address. */
export const reachOf = (address: string): 'all-ipv4' | 'all' | 'this-computer' | 'one' =>
	address === '0.0.0.0' ? 'all-ipv4' : address === '::' ? 'all' : /^127\.|^::1$/.test(address) ? 'this-computer' : 'one';

const stamps = {
	microseconds: ['us', 'usec', 'µs'],
	nanoseconds: ['ns', 'nsec'],
	off: ['off'],
} as const;

/** A sentence for each value of `Timestamping=`. */
export const byTimestamp = (sentences: Readonly<Record<keyof typeof stamps, string>>): Readonly<Record<string, string>> =>
	Object.fromEntries(
		(Object.keys(stamps) as (keyof typeof stamps)[]).flatMap(precision => stamps[precision].map(word => [word, sentences[precision]])),
	);
