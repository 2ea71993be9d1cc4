/** Where an address leads. */
export type Reach = 'any' | 'loopback' | 'link' | 'mdns' | 'ssdp' | 'llmnr' | 'multicast' | 'broadcast' | 'private' | 'public';

/** The first that fits. A scope such as `%eth0` does not matter here. */
const reaches: readonly (readonly [RegExp, Reach])[] = [
	[/^(?:\*|0\.0\.0\.0|::)$/, 'any'],
	[/^(?:::ffff:)?127\./, 'loopback'],
	[/^::1$/, 'loopback'],
	[/^(?:224\.0\.0\.251|ff0[0-9a-f]::fb)$/, 'mdns'],
	[/^(?:239\.255\.255\.250|ff0[0-9a-f]::c)$/, 'ssdp'],
	[/^(?:224\.0\.0\.252|ff0[0-9a-f]::1:3)$/, 'llmnr'],
	[/^(?:22[4-9]|23\d)\.|^ff[0-9a-f]{2}:/, 'multicast'],
	[/^255\.255\.255\.255$/, 'broadcast'],
	[/^169\.254\.|^fe[89ab][0-9a-f]:/, 'link'],
	[/^(?:::ffff:)?(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)|^f[cd][0-9a-f]{2}:/, 'private'],
];

/** `address`: without brackets, perhaps with a scope behind it. */
export const reachOf = (address: string): Reach => {
	const plain = address.toLowerCase().replace(/%.*$/s, '');
	return reaches.find(([pattern]) => pattern.test(plain))?.[1] ?? 'public';
};

/** How far a listening address reaches, for counting. */
export const addressReach = (address: string): 'every' | 'one' | 'computer' => {
	const reach = reachOf(address);
	return reach === 'any' ? 'every' : reach === 'loopback' ? 'computer' : 'one';
};
