import {chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {showInPager} from '../../source/run/pager.js';

let folder = '';
beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'daemon-top-pager-'));
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

/** A program that leaves a mark where it was run. */
const place = (name: string, mark: string): string => {
	const file = path.join(folder, name);
	mkdirSync(path.dirname(file), {recursive: true});
	writeFileSync(file, `#!/bin/sh\ntouch ${path.join(folder, mark)}\n`, {mode: 0o755});
	return file;
};

const show = (environment: NodeJS.ProcessEnv): Promise<boolean> => showInPager({path: '/dev/null'}, environment);

describe.skipIf(process.platform === 'win32')('a pager', () => {
	it('is that of the environment, with the file behind its own words', async () => {
		const pager = place('bin/pager', 'seen');
		expect(await show({PAGER: `${pager} -x`, PATH: '/usr/bin:/bin'})).toBe(true);
		expect(existsSync(path.join(folder, 'seen'))).toBe(true);
	});

	it('of the current folder is passed over', async () => {
		place('bin/pager', 'seen');
		const relative = path.relative(process.cwd(), path.join(folder, 'bin/pager'));
		const less = path.join(path.dirname(place('other/less', 'fallback')));
		expect(await show({PAGER: relative, PATH: `${less}:/usr/bin:/bin`})).toBe(true);
		expect([existsSync(path.join(folder, 'seen')), existsSync(path.join(folder, 'fallback'))]).toEqual([false, true]);
	});
});

describe.skipIf(process.geteuid?.() !== 0)('for root a pager', () => {
	const rows: readonly (readonly [name: string, link: string | null, spoil: (pager: string) => void])[] = [
		['that others may write', null, pager => chmodSync(pager, 0o777)],
		['that is a person’s', null, pager => chownSync(pager, 1000, 1000)],
		['in a folder that others may write', null, pager => chmodSync(path.dirname(pager), 0o777)],
		['in a person’s folder', null, pager => chownSync(path.dirname(pager), 1000, 1000)],
		[
			'behind a link to such a one',
			'link',
			pager => {
				chmodSync(path.dirname(pager), 0o777);
				symlinkSync(pager, path.join(folder, 'link'));
			},
		],
	];

	it.each(rows)('%s is passed over, as an editor is', async (_, link, spoil) => {
		const pager = place('bin/pager', 'seen');
		spoil(pager);
		const named = link === null ? pager : path.join(folder, link);
		const less = path.dirname(place('other/less', 'fallback'));
		expect(await show({PAGER: named, EDITOR: `${named} +1`, PATH: `${less}:/usr/bin:/bin`})).toBe(true);
		expect([existsSync(path.join(folder, 'seen')), existsSync(path.join(folder, 'fallback'))]).toEqual([false, true]);
	});
});
