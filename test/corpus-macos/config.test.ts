import fs from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {explainPropertyList} from '../../source/explain/property-list.js';
import {launchdKeyIds} from '../../source/model/launchd-key.js';
import {parseJobDefinition} from '../../source/parse/job-definition.js';
import {parsePropertyList} from '../../source/parse/plist.js';
import {launchdKeys} from '../../source/text/en/launchd-keys.js';
import {linesOf, notesOf, now} from '../explain/explained-list.js';
import {stringsIn, unsafe} from '../parse/hostile-texts.js';
import {hasMacCorpus, linuxRoot, macFiles, noticeWithoutMacCorpus, readMacBytes, readMacText, splitAtLines} from './macos-corpus-folder.js';

noticeWithoutMacCorpus();

const jobs = macFiles('plists', '.plist').filter(file => !file.includes('/jc/'));
const explain = (bytes: Uint8Array) => explainPropertyList('/a.plist', bytes, {now, timeZone: 'America/Los_Angeles'});

describe.skipIf(!hasMacCorpus)('the property lists of a Mac', () => {
	test.each(macFiles('plists', '.plist'))('%s is laid out whole, and each key has its note', file => {
		const bytes = readMacBytes(file);
		const list = parsePropertyList(bytes);
		const explained = explain(bytes);
		expect(explained.file).toMatchObject({failure: null, isCut: false});
		expect(stringsIn(explained).filter(string => unsafe.test(string))).toEqual([]);
		const isAsWritten = list.text !== null && !list.text.split('\n').some(line => line.length > 500 || /=.*;.*=.*;/.test(line));
		if (isAsWritten) {
			expect(linesOf(explained).join('\n')).toBe(list.text?.replace(/\n$/, ''));
		}

		// what is shown is the same property list, whether or not it stands as it was written
		const shown = parsePropertyList(new TextEncoder().encode(linesOf(explained).join('\n')));
		expect(Object.keys(shown.value ?? {}).sort()).toEqual(Object.keys(list.value ?? {}).sort());
		const top = notesOf(explained).flatMap(({key}) => (key in (list.value as object) ? [key] : []));
		expect([...new Set(top)].sort()).toEqual(Object.keys(list.value ?? {}).sort());
	});

	test('every job is told in short, as the list of processes has it', () => {
		for (const file of jobs) {
			const bytes = readMacBytes(file);
			const {summary, label} = explain(bytes);
			const job = parseJobDefinition(parsePropertyList(bytes).value);
			expect(label).toBe(job?.label);
			expect(summary?.starts.length).toBeGreaterThan(0);
			expect(summary?.user).toBe(job?.userName);
			expect(summary?.isDisabled).toBe(job?.isDisabled ?? false);
			expect(summary?.keeps?.policy).toBe({true: 'always', false: 'never', conditions: 'conditions'}[String(job?.keepAlive)]);
		}
	});

	test('nearly every key is explained', () => {
		const known = new Map<string, number>();
		const unknown = new Map<string, number>();
		for (const file of jobs) {
			for (const {key, id, value} of notesOf(explain(readMacBytes(file)))) {
				const sentence = id === null ? null : launchdKeys[id as keyof typeof launchdKeys](value, now);
				expect(sentence ?? '.').toMatch(/\.$/);
				// the name of an event says nothing about the key
				const group = key
					.replace(/^LaunchEvents\..*\.(?=[^.]+$)/, 'LaunchEvents.…')
					.replace(/^(MachServices|RemoteServices)\..*\./, '$1.…');
				const counts = id === null ? unknown : known;
				counts.set(id ?? group, (counts.get(id ?? group) ?? 0) + 1);
			}
		}

		const total = (counts: Map<string, number>): number => [...counts.values()].reduce((sum, count) => sum + count, 0);
		const share = total(known) / (total(known) + total(unknown));
		const rest = [...unknown].sort((a, b) => b[1] - a[1]).map(([key, count]) => `${key}${count > 1 ? ` (${count})` : ''}`);
		console.info(
			`keys in ${jobs.length} property lists: ${total(known)} explained by ${known.size} of ${launchdKeyIds.length} texts, ${total(unknown)} unknown: ${rest.join(', ')}`,
		);
		expect(share).toBeGreaterThan(0.97);
	});

	test('what defaults printed of them, in old style, has the same keys, and says the same in short', () => {
		const printed = new Map(
			splitAtLines(readMacText('plists/apple-10.14-defaults-read.txt'), /^\/System\/.*$/gm).map(text => {
				const end = text.indexOf('\n');
				return [text.slice(0, end), text.slice(end + 1)] as const;
			}),
		);
		const others = jobs.filter(file => {
			const text = printed.get(file.replace('plists/apple-10.14/', '/System/Library/'));
			if (text === undefined) {
				return false;
			}

			const [old, own] = [new TextEncoder().encode(text), readMacBytes(file)].map(explain);
			const keys = [old, own].map(explained => (explained ? notesOf(explained).map(({key}) => key) : []).sort().join('\n'));
			// defaults prints in the order of the alphabet
			const [oldKeeps, ownKeeps] = [old, own].map(explained =>
				[explained?.summary?.keeps?.policy, ...(explained?.summary?.keeps?.conditions ?? [])].sort(),
			);
			expect(oldKeeps).toEqual(ownKeeps);
			expect(old?.summary?.starts.map(({when}) => when)).toEqual(own?.summary?.starts.map(({when}) => when));
			expect(old?.summary?.user).toEqual(own?.summary?.user);
			return keys[0] !== keys[1];
		});
		expect(others).toEqual([]);
	});
});

const knowledge = path.join(linuxRoot, '../../knowledge/launchd-keys.tsv');

describe.skipIf(!fs.existsSync(knowledge))('the table of keys', () => {
	const rows = (fs.existsSync(knowledge) ? fs.readFileSync(knowledge, 'utf8') : '').split('\n').slice(1).filter(Boolean);

	test.each(rows.map(row => row.split('\t')))('%s is explained', (key = '', _type = '', english = '') => {
		const ids = key.startsWith('ResourceLimits.') ? [`Soft${key}`, `Hard${key}`] : [key];
		const missing = ids.filter(id => !(id in launchdKeys));
		expect(missing).toEqual([]);
		if (english.startsWith('[undocumented]')) {
			const value = {text: 'a', flag: true, number: 1, items: ['a'], durationMs: null, mode: null, name: 'a', calendar: [], nextAt: null};
			const say = launchdKeys[key as keyof typeof launchdKeys];
			const sentences = [value, {...value, flag: null, number: null}, {...value, text: '{a}', flag: null, number: null}].map(each =>
				say(each, now),
			);
			expect(sentences.some(sentence => sentence.startsWith('Undocumented'))).toBe(true);
		}
	});
});
