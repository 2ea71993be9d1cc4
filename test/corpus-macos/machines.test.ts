import {describe, expect, test} from 'vitest';
import type {Kind} from '../../source/model/evidence.js';
import type {ExplainedProcess} from '../../source/model/snapshot.js';
import {serviceRow, services} from '../platform/mac-answers.js';
import {bank, kindsInBank, type Scope, scopesOfPrograms} from './machines-bank.js';
import {explainMachine, type Machine, type MachineRow, machines} from './machines-scene.js';
import {hasMacCorpus, noticeWithoutMacCorpus} from './macos-corpus-folder.js';

noticeWithoutMacCorpus();

type Judged = {row: MachineRow; process: ExplainedProcess; kinds: readonly Kind[]};

const isRight = ({process, kinds}: Judged): boolean => kinds.includes(process.verdict.kind);

const describeWrong = ({row, process, kinds}: Judged): string =>
	`${row.pid} ${row.uid} ${row.args.slice(0, 100)}: ${process.verdict.kind}, not ${kinds.join('|')}`;

const share = (judged: readonly Judged[]): number => judged.filter(isRight).length / judged.length;

const rowsWithProcess = (machine: Machine, processes: readonly ExplainedProcess[]) => {
	const byPid = new Map(processes.map(process => [process.pid, process]));
	return machine.rows.flatMap(row => {
		const process = byPid.get(row.pid);
		return process ? [{row, process}] : [];
	});
};

const judge = (machine: Machine, processes: readonly ExplainedProcess[], kindsOf: (row: MachineRow) => readonly Kind[] | null) =>
	rowsWithProcess(machine, processes).flatMap(pair => {
		const kinds = kindsOf(pair.row);
		return kinds === null ? [] : [{...pair, kinds}];
	});

/** Measured shares. Where no launchd answers, the apps that it keeps look like apps that somebody opened. */
const measured: Readonly<Record<string, {rows: number; inBank: number; right: number; byFiles: number}>> = {
	'10.11.6-intel-vm': {rows: 210, inBank: 144, right: 0.98, byFiles: 0.96},
	'10.14.6-intel-dev': {rows: 377, inBank: 276, right: 0.98, byFiles: 1},
	'13plus-arm64-terminal': {rows: 556, inBank: 351, right: 0.98, byFiles: 0.98},
	'13.0-intel-shutdown': {rows: 11, inBank: 7, right: 1, byFiles: 1},
	'26-arm64-security-audit': {rows: 33, inBank: 30, right: 1, byFiles: 1},
};

describe.skipIf(!hasMacCorpus).each(machines())('$name, where launchd is silent', machine => {
	const limits = measured[machine.name] ?? {rows: 0, inBank: 0, right: 1, byFiles: 1};

	test('every process is explained, and none is unknown', async () => {
		const processes = await explainMachine(machine);
		expect(processes.length).toBe(limits.rows);
		expect(processes.filter(({verdict}) => verdict.kind === 'unknown')).toEqual([]);
		expect(processes.filter(({verdict}) => verdict.evidenceFor.length === 0).map(({name}) => name)).toEqual([]);
	});

	test('known names have their kind', async () => {
		const judged = judge(machine, await explainMachine(machine), kindsInBank);
		expect(judged.length).toBeGreaterThanOrEqual(limits.inBank);
		expect(share(judged)).toBeGreaterThanOrEqual(limits.right);
	});

	test('the conventions agree with the property lists', async () => {
		const scopesOf = scopesOfPrograms();
		const judged = judge(machine, await explainMachine(machine), ({path}) => {
			const scopes = scopesOf(path);
			// the session's own program has its file among the daemons'
			return scopes.size === 1 ? [...scopes, 'session'] : null;
		});
		expect(share(judged)).toBeGreaterThanOrEqual(limits.byFiles);
	});

	test('with the word of launchd that the property lists imply, they all agree', async () => {
		const scopesOf = scopesOfPrograms();
		const rowsOf = (scope: Scope) =>
			machine.rows
				.filter(
					({path, uid, ppid}) =>
						scopesOf(path).size === 1 && scopesOf(path).has(scope) && ppid === 1 && (scope === 'daemon' || uid === 501),
				)
				.map(({pid}) => serviceRow(pid, '-', `com.example.job${pid}`));
		const domains = {system: services('system', rowsOf('daemon')), 'gui/501': services('gui/501', rowsOf('agent'))};
		const judged = judge(machine, await explainMachine({...machine, domains}), ({path, uid}) => {
			const scopes = scopesOf(path);
			return scopes.size === 1 && (scopes.has('daemon') || uid === 501) ? [...scopes, 'session'] : null;
		});
		expect(judged.filter(judgement => !isRight(judgement)).map(describeWrong)).toEqual([]);
	});
});

test('the bank has many entries', () => {
	expect(bank.length).toBeGreaterThanOrEqual(60);
});
