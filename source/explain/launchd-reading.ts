import type {PlistValue} from '../model/property-list.js';
import {printable} from '../parse/printable.js';

const oldFlags: Readonly<Record<string, boolean>> = {'1': true, YES: true, true: true, '0': false, NO: false, false: false};

/** A switch. In old-style text every value is a string (`isOldStyle`). */
export const readFlag = (value: PlistValue | undefined, isOldStyle: boolean): boolean | null => {
	if (typeof value === 'string' && isOldStyle) {
		return Object.hasOwn(oldFlags, value) ? (oldFlags[value] ?? null) : null;
	}

	return typeof value === 'boolean' ? value : null;
};

export const readNumber = (value: PlistValue | undefined, isOldStyle: boolean): number | null => {
	if (typeof value === 'string' && isOldStyle) {
		return /^-?\d{1,20}(?:\.\d{1,20})?$/.test(value) ? Number(value) : null;
	}

	const number = typeof value === 'number' || typeof value === 'bigint' ? Number(value) : Number.NaN;
	return Number.isFinite(number) ? number : null;
};

export const readText = (value: PlistValue | undefined): string | null =>
	typeof value === 'string' && value !== '' ? printable(value, 1024) : null;
