import {Buffer} from 'node:buffer';
import {describe, expect, test} from 'vitest';
import type {PlistValue} from '../../source/model/property-list.js';
import {parsePropertyList} from '../../source/parse/plist.js';
import {stringsIn, unsafe} from '../parse/hostile-texts.js';
import {hasMacCorpus, macFiles, noticeWithoutMacCorpus, readMacBytes, readMacText, splitAtLines} from './macos-corpus-folder.js';

noticeWithoutMacCorpus();

const apple = macFiles('plists/apple-10.14', '.plist');
const thirdParty = macFiles('plists/third-party', '.plist');
const parse = (file: string) => parsePropertyList(readMacBytes(file));

const dictionaryOf = (file: string): Readonly<Record<string, PlistValue>> => parse(file).value as Readonly<Record<string, PlistValue>>;

describe.skipIf(!hasMacCorpus)('property lists', () => {
	test('there are as many as the sources say', () => {
		expect([apple.length, thirdParty.length]).toEqual([382, 37]);
		expect(apple.filter(file => parse(file).format === 'binary')).toHaveLength(67);
		expect(thirdParty.filter(file => parse(file).format === 'binary')).toHaveLength(1);
		expect(thirdParty.filter(file => parse(file).format === 'openstep')).toHaveLength(1);
	});

	test.each([...apple, ...thirdParty])('%s', file => {
		const {format, value, text, error} = parse(file);
		expect(error).toBeNull();
		expect(value).toBeTypeOf('object');
		expect(text === null).toBe(format === 'binary');
		const strings = [...stringsIn(value), ...(text ?? '').split('\n')];
		expect(strings.filter(string => unsafe.test(string))).toEqual([]);
	});

	test('all of them are jobs, with a label and a program, but for three general ones', () => {
		const jobs = [...apple, ...thirdParty.filter(file => !file.includes('/jc/'))];
		expect(jobs).toHaveLength(416);
		const without = jobs.filter(file => {
			const {Label: label, Program: program, ProgramArguments: programArguments, BundleProgram: bundleProgram} = dictionaryOf(file);
			return typeof label !== 'string' || (program ?? programArguments ?? bundleProgram) === undefined;
		});
		expect(without).toEqual([]);
	});

	test('the blank line before the declaration', () => {
		expect(dictionaryOf('plists/third-party/tailscale/com.tailscale.tailscaled.plist').Label).toBe('com.tailscale.tailscaled');
	});

	test('the same values from XML and from binary', () => {
		const [binary, xml] = thirdParty.filter(file => file.includes('alltypes')).map(dictionaryOf);
		// the two were made on different days
		expect({...binary, aDate: null}).toEqual({...xml, aDate: null});
		expect([binary?.aDate, xml?.aDate]).toEqual([expect.any(Date), new Date('2022-07-31T16:34:30Z')]);
	});
});

/** How `defaults read` prints a value. */
const asDefaults = (value: PlistValue): unknown => {
	if (typeof value === 'boolean') {
		return value ? '1' : '0';
	}

	if (Array.isArray(value)) {
		return value.map(asDefaults);
	}

	if (value instanceof Uint8Array) {
		return value;
	}

	return typeof value === 'object' && value !== null
		? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asDefaults(inner)]))
		: String(value);
};

/** Two spellings of one number: `defaults` has `"0.5"`, or many digits. */
const normal = (value: unknown): unknown => {
	if (typeof value === 'string') {
		return /^-?\d+\.\d+$/.test(value) ? String(Number(value)) : value;
	}

	if (Array.isArray(value)) {
		return value.map(normal);
	}

	return value instanceof Uint8Array
		? value
		: Object.fromEntries(Object.entries(value as object).map(([key, inner]) => [key, normal(inner)]));
};

describe.skipIf(!hasMacCorpus)('what defaults printed of the same files', () => {
	const texts = hasMacCorpus ? splitAtLines(readMacText('plists/apple-10.14-defaults-read.txt'), /^\/System\/.*$/gm) : [];
	const byPath = new Map(texts.map(text => [text.slice(0, text.indexOf('\n')), text.slice(text.indexOf('\n') + 1)]));

	test('is read without an error', () => {
		expect(byPath.size).toBe(389);
		expect([...byPath.values()].filter(text => parsePropertyList(Buffer.from(text)).error !== null)).toEqual([]);
	});

	test.each(apple)('says the same as %s', file => {
		const name = file.replace('plists/apple-10.14/', '/System/Library/');
		const {value, format} = parsePropertyList(Buffer.from(byPath.get(name) ?? ''));
		expect(format).toBe('openstep');
		expect(normal({...(value as object)})).toEqual(normal(asDefaults(dictionaryOf(file) as PlistValue)));
	});
});
