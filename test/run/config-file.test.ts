import {execFileSync} from 'node:child_process';
import {chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {type ConfigReader, configFilePath, currentReader, readConfigFile} from '../../source/run/config-file.js';

let folder: string;
let file: string;

beforeEach(() => {
	folder = mkdtempSync(path.join(os.tmpdir(), 'config-'));
	file = path.join(folder, 'config.json');
});

afterEach(() => {
	rmSync(folder, {recursive: true, force: true});
});

const uid = process.getuid?.() ?? 0;
const person: ConfigReader = {isRoot: false, owners: [uid]};
const root: ConfigReader = {isRoot: true, owners: [uid]};

const write = (text: string, mode = 0o600): void => {
	writeFileSync(file, text);
	chmodSync(file, mode);
};

describe('the path of the configuration', () => {
	test.each([
		[{XDG_CONFIG_HOME: '/x', HOME: '/home/alex'}, '/x/daemon-top/config.json'],
		[{HOME: '/home/alex'}, '/home/alex/.config/daemon-top/config.json'],
		[{XDG_CONFIG_HOME: '', HOME: '/home/alex'}, '/home/alex/.config/daemon-top/config.json'],
		[{XDG_CONFIG_HOME: 'x', HOME: '/home/alex'}, '/home/alex/.config/daemon-top/config.json'],
		[{HOME: 'alex'}, null],
		[{}, null],
	])('is %j → %s', (environment, expected) => {
		expect(configFilePath(environment)).toBe(expected);
	});
});

describe('a configuration file', () => {
	test('is read whole', () => {
		write('{"é": 1}');
		expect(readConfigFile(file, person)).toEqual({text: '{"é": 1}'});
		expect(readConfigFile(file, root)).toEqual({text: '{"é": 1}'});
	});

	test('that is not there is missing, and so is one below a file', () => {
		expect(readConfigFile(file, person)).toEqual({missing: true});
		write('{}');
		expect(readConfigFile(path.join(file, 'x'), person)).toEqual({missing: true});
	});

	test('has at most 64 KiB', () => {
		write(' '.repeat(64 * 1024));
		expect(readConfigFile(file, person)).toHaveProperty('text');
		write(' '.repeat(64 * 1024 + 1));
		expect(readConfigFile(file, person)).toEqual({failure: 'too-big'});
	});

	test('is no folder and no pipe, and nobody waits for one', () => {
		mkdirSync(path.join(folder, 'inner'));
		execFileSync('mkfifo', [path.join(folder, 'pipe')]);
		expect(['inner', 'pipe'].map(name => readConfigFile(path.join(folder, name), person))).toEqual([
			{failure: 'no-file'},
			{failure: 'no-file'},
		]);
	});

	test.each([0o620, 0o602, 0o666])('that others may write (%o) is not for root', mode => {
		write('{}', mode);
		expect(readConfigFile(file, root)).toEqual({failure: 'writable'});
		expect(readConfigFile(file, person)).toEqual({text: '{}'});
	});

	test('of somebody else is not for root', () => {
		write('{}');
		expect(readConfigFile(file, {isRoot: true, owners: [uid + 1]})).toEqual({failure: 'foreign'});
	});

	test('may be a link for a person, but not for root', () => {
		write('{}');
		const link = path.join(folder, 'link.json');
		symlinkSync(file, link);
		expect(readConfigFile(link, person)).toEqual({text: '{}'});
		expect(readConfigFile(link, root)).toEqual({failure: 'link'});
	});

	test('that links in a circle is a failure', () => {
		symlinkSync(file, file);
		expect(readConfigFile(file, person)).toEqual({failure: 'link'});
	});
});

describe('who reads', () => {
	test.each([
		['1000', [0, 1000]],
		['', [0]],
		['-1', [0]],
		['1e9', [0]],
	])('trusts root and the person behind sudo: SUDO_UID=%s', (sudoUid, owners) => {
		expect(currentReader({SUDO_UID: sudoUid}).owners).toEqual(owners);
	});
});
