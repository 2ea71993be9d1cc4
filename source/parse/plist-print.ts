import {Buffer} from 'node:buffer';
import {isDictionary, type PlistValue} from '../model/property-list.js';

type Printing = {readonly lines: string[]; readonly maxLines: number};

/** Tabs of Apple's files, as wide as those of the files that are shown as they are written. */
const indent = (depth: number): string => '    '.repeat(depth);

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const printNumber = (value: number): string => {
	if (Number.isSafeInteger(value)) {
		return `<integer>${value}</integer>`;
	}

	const infinity = value > 0 ? '+infinity' : '-infinity';
	return `<real>${Number.isNaN(value) ? 'nan' : Number.isFinite(value) ? value : infinity}</real>`;
};

const printScalar = (value: string | number | bigint | boolean | null | Date): string => {
	switch (typeof value) {
		case 'string':
			return `<string>${escaped(value)}</string>`;
		case 'number':
			return printNumber(value);
		case 'bigint':
			return `<integer>${value}</integer>`;
		case 'boolean':
			return `<${value}/>`;
		default:
			return value === null ? '<null/>' : `<date>${value.toISOString().replace(/\.\d+Z$/, 'Z')}</date>`;
	}
};

const isFull = ({lines, maxLines}: Printing): boolean => lines.length > maxLines;

/** Base64 of as many bytes a line as fill its 76 columns, of which a tab takes eight. */
const printData = (printing: Printing, bytes: Uint8Array, depth: number): void => {
	const width = Math.max(1, Math.floor((76 - Math.min(depth, 8) * 8) / 4)) * 3;
	printing.lines.push(`${indent(depth)}<data>`);
	for (let start = 0; start < bytes.length && !isFull(printing); start += width) {
		printing.lines.push(`${indent(depth)}${Buffer.from(bytes.subarray(start, start + width)).toString('base64')}`);
	}

	printing.lines.push(`${indent(depth)}</data>`);
};

const printContainer = (printing: Printing, name: string, depth: number, isEmpty: boolean, printMembers: () => void): void => {
	printing.lines.push(`${indent(depth)}<${name}${isEmpty ? '/' : ''}>`);
	if (!isEmpty) {
		printMembers();
		printing.lines.push(`${indent(depth)}</${name}>`);
	}
};

const printValue = (printing: Printing, value: PlistValue, depth: number): void => {
	if (isFull(printing)) {
		return;
	}

	if (value instanceof Uint8Array) {
		printData(printing, value, depth);
	} else if (isDictionary(value)) {
		const keys = Object.keys(value);
		printContainer(printing, 'dict', depth, keys.length === 0, () => {
			for (const key of keys) {
				if (isFull(printing)) {
					return;
				}

				printing.lines.push(`${indent(depth + 1)}<key>${escaped(key)}</key>`);
				printValue(printing, value[key] ?? null, depth + 1);
			}
		});
	} else if (typeof value !== 'object' || value === null || value instanceof Date) {
		printing.lines.push(indent(depth) + printScalar(value));
	} else {
		printContainer(printing, 'array', depth, value.length === 0, () => {
			for (const item of value) {
				printValue(printing, item, depth + 1);
			}
		});
	}
};

const declaration = ['<?xml', 'version="1.0"', 'encoding="UTF-8"?>'].join(' ');
const documentType = [
	'<!DOCTYPE',
	'plist',
	'PUBLIC',
	'"-//Apple//DTD PLIST 1.0//EN"',
	'"http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
].join(' ');
const root = ['<plist', 'version="1.0">'].join(' ');

/**
A property list as XML text, each key and each value on a line of its own. Behind `maxLines` lines it may be cut off.

@source plutil(1) `-convert xml1`, plist(5)
*/
export const printPropertyList = (value: PlistValue, maxLines = Number.POSITIVE_INFINITY): string => {
	const printing: Printing = {lines: [declaration, documentType, root], maxLines};
	printValue(printing, value, 0);
	printing.lines.push('</plist>');
	return printing.lines.join('\n');
};
