import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {findProgram, loadDictionary} from '../../source/knowledge/programs.js';
import {hasCorpus, noticeWithoutCorpus} from '../corpus/corpus-folder.js';
import {hasMacCorpus, noticeWithoutMacCorpus} from '../corpus-macos/macos-corpus-folder.js';
import {coverageOf, coverageTable, isPartOfApp, missingLines, type SeenMachine, share} from '../support/coverage.js';
import {listedMachine, macMachines, procfsMachines, recordedMachines} from '../support/coverage-machines.js';

noticeWithoutMacCorpus();
noticeWithoutCorpus();

const required = {macNames: 0.97, linuxNames: 0.95, rows: 0.98} as const;

/** The share of names and rows that are known, and what to say where it is too low. */
const covered = (title: string, machines: readonly SeenMachine[]) => {
	const coverage = coverageOf(title, machines);
	return {
		names: share(coverage.knownNames, coverage.names),
		rows: share(coverage.knownRows, coverage.rows),
		missing: missingLines(coverage).join('\n'),
		coverage,
	};
};

const macs = await macMachines();

describe.skipIf(!hasMacCorpus)('the dictionary knows real Macs', () => {
	test.each(macs)('$name', machine => {
		const {names, rows, missing} = covered(machine.name, [machine]);
		expect(names, missing).toBeGreaterThanOrEqual(required.macNames);
		expect(rows, missing).toBeGreaterThanOrEqual(required.rows);
	});

	test('all of them together, of which a recording cut few names', () => {
		const {names, rows, missing, coverage} = covered('all', macs);
		expect(coverage.rows).toBeGreaterThan(1000);
		expect(coverage.unreadable).toBeLessThanOrEqual(0.05 * coverage.rows);
		expect(names, missing).toBeGreaterThanOrEqual(required.macNames);
		expect(rows, missing).toBeGreaterThanOrEqual(required.rows);
	});
});

const recordings = await recordedMachines();

test.each(recordings)('the dictionary knows the recorded $name', machine => {
	const {names, rows, missing} = covered(machine.name, [machine]);
	expect(names, missing).toBeGreaterThanOrEqual(required.linuxNames);
	expect(rows, missing).toBeGreaterThanOrEqual(required.rows);
});

const linuxes = await procfsMachines();

describe.skipIf(!hasCorpus)('the dictionary knows real Linux machines', () => {
	test.each(linuxes)('names on $name', machine => {
		const {names, missing} = covered(machine.name, [machine]);
		expect(names, missing).toBeGreaterThanOrEqual(required.linuxNames);
	});

	// what somebody wrote or renamed has no entry, and weighs much on a small machine
	test('rows of all of them together', () => {
		const {rows, missing} = covered('all', [...linuxes, ...recordings]);
		expect(rows, missing).toBeGreaterThanOrEqual(required.rows);
	});
});

const facts = path.resolve(import.meta.dirname, '../../../shared/knowledge');
const hasFacts = existsSync(facts);
if (!hasFacts) {
	console.info(`no lists of names at ${facts}: the tests that need them are skipped`);
}

/** The names of a list whose purpose is known for sure, each with its unit or label. */
const sureNames = (file: string): readonly (readonly [name: string, unit: string | null])[] =>
	readFileSync(path.join(facts, file), 'utf8')
		.split('\n')
		.slice(1)
		.map(line => line.split('\t'))
		.filter(([name, , , , purpose, confidence]) => name && purpose && confidence !== 'low')
		.map(([name = '', unit = '']) => [name, unit === '' ? null : unit] as const);

describe.skipIf(!hasFacts)('every well-known name has an entry', () => {
	test('of macOS, by the name alone', async () => {
		const find = await loadDictionary('darwin');
		const names = sureNames('names-macos.tsv');
		expect(names.length).toBeGreaterThanOrEqual(900);
		expect(names.filter(([name]) => find({name, unit: null, args: null, uid: null}) === null)).toEqual([]);
	});

	// some names of that list are packages: their program has another name, and their unit finds it
	test('of Linux, by the name or the unit', () => {
		const names = sureNames('names-linux.tsv');
		expect(names.length).toBeGreaterThanOrEqual(400);
		expect(names.filter(([name, unit]) => findProgram({name, unit, args: null, uid: null}) === null)).toEqual([]);
	});
});

/** Names that public lists explain wrongly. */
const oftenMistaken: readonly (readonly [name: string, is: RegExp])[] = [
	['oahd', /Rosetta|Intel/],
	['triald', /features/],
	['rtcreportingd', /call|stream/],
	['deleted', /disk|space/],
	['biomed', /record|use|event/i],
	['biometrickitd', /Touch ID/],
	['pbs', /Services/],
	['pboard', /clipboard|copy|copied/i],
	['kuncd', /core|kernel/],
	['remoted', /chip|processor|device/],
	['seld', /Secure Element|pay|card/i],
	['parsecd', /Siri|Spotlight|Safari/],
];

test.each(oftenMistaken)('%s is not what its name suggests', async (name, is) => {
	const find = await loadDictionary('darwin');
	expect(find({name, unit: null, args: null, uid: null})?.en).toMatch(is);
});

describe('what is counted', () => {
	const machine = (processes: readonly (readonly [name: string, isInDictionary: boolean, place?: string])[]): SeenMachine => ({
		name: 'a',
		system: 'darwin',
		processes: processes.map(([name, isInDictionary, place = null]) => ({name, isInDictionary, place})),
		unreadable: 0,
	});

	test('a name is known when all its rows are', () => {
		const coverage = coverageOf('a', [
			machine([
				['node', true],
				['node', false],
				['cron', true],
			]),
		]);
		expect([coverage.knownNames, coverage.names, coverage.knownRows, coverage.rows]).toEqual([1, 2, 2, 3]);
		expect(coverage.missing).toEqual([{name: 'node', rows: 1, place: null}]);
	});

	test('what is part of an app counts, an entry or not', () => {
		const coverage = coverageOf('a', [
			machine([
				['X', false, '/Applications/X.app/Contents/MacOS/X'],
				['Y', true, '/Applications/Y.app/Contents/MacOS/Y'],
			]),
		]);
		expect([coverage.knownNames, coverage.ofApps]).toEqual([2, 1]);
	});

	test.each([
		['/Applications/X.app/Contents/MacOS/X', true],
		['/Applications/X.app/Contents/Frameworks/X Helper.app/Contents/MacOS/X Helper', true],
		['/System/Applications/Mail.app/Contents/MacOS/Mail', true],
		['/System/Applications/Mail.app/Contents/PlugIns/Y.appex/Contents/MacOS/Y', false],
		['/usr/libexec/secd', false],
		[null, false],
	] as const)('%s is part of an app: %s', (place, isIt) => {
		expect(isPartOfApp(place)).toBe(isIt);
	});

	test('shares are cut, so that no table shows more than there is', () => {
		const lines = coverageTable([
			coverageOf('a', [machine([['x', false], ...Array.from({length: 2999}, (_, index) => [`y${index}`, true] as const)])]),
		]);
		expect(lines[1]).toContain('99.9 %');
	});

	test('a list that was printed is looked up with unit, arguments and user', async () => {
		const process = {executable: null, args: ['x'], uid: 0, service: null};
		const {processes} = await listedMachine(
			'b',
			JSON.stringify({
				host: {platform: 'linux'},
				processes: [
					{...process, name: 'kworker/0:1'},
					{...process, name: 'python3', service: {manager: 'systemd', name: 'fail2ban.service', role: 'main'}},
					{...process, name: 'no such program'},
				],
			}),
		);
		expect(processes.map(({isInDictionary}) => isInDictionary)).toEqual([true, true, false]);
	});
});
