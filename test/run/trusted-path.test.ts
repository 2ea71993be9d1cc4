import {chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {localRunner} from '../../source/run/local.js';
import {type Chain, isTrusted, type Ownership, trustedPath} from '../../source/run/trusted-path.js';

const roots: Ownership = {uid: 0, gid: 0, mode: 0o40755};
const persons: Ownership = {uid: 501, gid: 20, mode: 0o40755};

describe('a folder from which root runs programs', () => {
	const rows: readonly (readonly [name: string, chain: Chain, trusted: boolean])[] = [
		['is root’s and only root writes to it', [roots, roots], true],
		['is in a folder of all that keeps entries their owner’s', [roots, {...roots, mode: 0o41777}, roots], true],
		['may be written to by root’s own group', [{...roots, mode: 0o40775}, roots], true],
		['is not there', null, false],
		['belongs to a person', [persons, roots], false],
		['may be written to by all', [{...roots, mode: 0o40777}, roots], false],
		['may be written to by all, though entries stay their owner’s', [{...roots, mode: 0o41777}, roots], false],
		['may be written to by a group', [{...roots, gid: 50, mode: 0o42775}, roots], false],
		['stands in a folder in which all may put another in its place', [roots, {...roots, mode: 0o40777}, roots], false],
		['stands in a person’s folder', [roots, persons, roots], false],
		['stands in a person’s folder that has a sticky bit', [roots, {...persons, mode: 0o41777}, roots], false],
	];

	it.each(rows)('which %s', (_, chain, trusted) => {
		expect(isTrusted(chain)).toBe(trusted);
	});
});

describe('the search path', () => {
	const chain = (folder: string): Chain => (folder.startsWith('/home') ? [persons, roots] : [roots]);
	const rows: readonly (readonly [given: string | undefined, forPeople: string, forRoot: string])[] = [
		['/usr/bin:/bin', '/usr/bin:/bin', '/usr/bin:/bin'],
		['.:/usr/bin::bin:./x:/bin:', '/usr/bin:/bin', '/usr/bin:/bin'],
		['/home/alex/bin:/bin', '/home/alex/bin:/bin', '/bin'],
		['/home/alex/bin', '/home/alex/bin', '/usr/bin:/bin:/usr/sbin:/sbin'],
		['', '/usr/bin:/bin:/usr/sbin:/sbin', '/usr/bin:/bin:/usr/sbin:/sbin'],
		[undefined, '/usr/bin:/bin:/usr/sbin:/sbin', '/usr/bin:/bin:/usr/sbin:/sbin'],
		['.', '/usr/bin:/bin:/usr/sbin:/sbin', '/usr/bin:/bin:/usr/sbin:/sbin'],
	];

	it.each(rows)('of %j is %j for people and %j for root', (given, forPeople, forRoot) => {
		expect(trustedPath(given, {isForRoot: false, chain})).toBe(forPeople);
		expect(trustedPath(given, {isForRoot: true, chain})).toBe(forRoot);
	});
});

describe.skipIf(process.geteuid?.() !== 0)('a tool that others could have put there', () => {
	let folder = '';
	beforeEach(() => {
		folder = mkdtempSync(path.join(tmpdir(), 'daemon-top-trust-'));
	});
	afterEach(() => {
		vi.unstubAllEnvs();
		rmSync(folder, {recursive: true, force: true});
	});

	const place = (name: string): string => {
		const tool = path.join(folder, name);
		mkdirSync(path.dirname(tool), {recursive: true});
		writeFileSync(tool, '#!/bin/sh\necho ours\n', {mode: 0o755});
		return tool;
	};

	it('is not run by root: not by its name, not by its path, not through a link', async () => {
		const tool = place('open/some-tool');
		symlinkSync(path.join(folder, 'open'), path.join(folder, 'link'));
		for (const spoil of [() => chmodSync(path.dirname(tool), 0o777), () => chownSync(path.dirname(tool), 1000, 1000)]) {
			spoil();
			for (const inPath of ['open', 'link']) {
				vi.stubEnv('PATH', `${path.join(folder, inPath)}:/usr/bin`);
				expect(await localRunner.run({file: 'some-tool', args: []})).toMatchObject({failure: 'missing', stdout: ''});
			}

			expect(await localRunner.run({file: tool, args: []})).toMatchObject({failure: 'denied', stdout: ''});
			let text = '';
			const answer = await localRunner.follow({file: tool, args: []}, piece => (text += piece), new AbortController().signal);
			expect([answer.failure, text]).toEqual(['denied', '']);
			chmodSync(path.dirname(tool), 0o755);
		}
	});

	it('is run where only root could', async () => {
		const tool = place('closed/some-tool');
		vi.stubEnv('PATH', path.dirname(tool));
		expect(await localRunner.run({file: 'some-tool', args: []})).toMatchObject({failure: null, stdout: 'ours\n'});
		expect(await localRunner.run({file: tool, args: []})).toMatchObject({failure: null, stdout: 'ours\n'});
	});
});
