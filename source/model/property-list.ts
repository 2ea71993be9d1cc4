/** A value of a property list. Integers beyond 2^53 are bigint; dictionaries have no prototype, so any key is only a key. */
export type PlistValue = string | number | bigint | boolean | null | Date | Uint8Array | readonly PlistValue[] | PlistDictionary;

export type PlistDictionary = {readonly [key: string]: PlistValue};

export const isDictionary = (value: PlistValue | undefined): value is PlistDictionary =>
	typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date) && !(value instanceof Uint8Array);
