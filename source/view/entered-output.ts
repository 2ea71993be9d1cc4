const enter = '\u001b[?1049h';

/**
The output of a terminal whose alternate screen is entered already: the first time somebody enters it is left out, because
terminals clear it then, and the picture that stands there would flicker.
*/
export const enteredOutput = (output: NodeJS.WriteStream): NodeJS.WriteStream => {
	let isExpected = true;
	const write = (chunk: string | Uint8Array, ...rest: readonly unknown[]): boolean => {
		const isEntering = isExpected && chunk === enter;
		isExpected &&= !isEntering;
		return (output.write as (chunk: string | Uint8Array, ...rest: readonly unknown[]) => boolean)(isEntering ? '' : chunk, ...rest);
	};

	return new Proxy(output, {
		get(target, property) {
			const value: unknown = property === 'write' ? write : Reflect.get(target, property);
			return typeof value === 'function' && property !== 'write' ? value.bind(target) : value;
		},
	});
};
