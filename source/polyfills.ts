// Ink 8 and execa 10 call these two; Node 20 does not have them yet.
if (!('withResolvers' in Promise) || !('union' in Set.prototype)) {
	await import('./polyfills-node-20.js');
}

export {};
