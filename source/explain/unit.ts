import type {ConfigFile, ConfigFormat, ConfigPiece, ConfigRole, ConfigSummary} from '../model/config.js';
import type {Failure} from '../model/snapshot.js';
import {printable} from '../parse/printable.js';
import {explainScript, type ScriptFile} from './init-script.js';
import {unitOfPath, unitTypeOf} from './unit-directives.js';
import {type MergedValues, mergeSettings, type Setting} from './unit-merge.js';
import {type ReadPiece, type ReadUnit, readUnit, type UnitContext} from './unit-reading.js';
import {initSummary, maskedSummary, type Trigger, unitSummary} from './unit-summary.js';

/** A file as it was read. `failure`: why it could not be. */
export type UnitSource = {path: string; role: ConfigRole; text: string; isCut: boolean; failure: Failure | null};

type Read =
	| {format: 'unit'; source: UnitSource; unit: ReadUnit}
	| {format: 'script'; source: UnitSource; script: ScriptFile}
	| {format: 'failed'; source: UnitSource};

/** Init scripts, and other files from which units are generated: fstab, crypttab. */
const isScript = ({path, role, text}: UnitSource): boolean =>
	text.startsWith('#!') || (unitTypeOf(path) === null && (role === 'source' || /\/(?:init|rc)\.d\//.test(path)));

/** The unit that a trigger is: an instance, where its file is a template and the service is an instance of it. */
const triggerName = (path: string, name: string): string => {
	const unit = unitOfPath(path);
	const instance = /@([^/]+)\.[a-z]+$/.exec(name)?.[1];
	return instance === undefined ? unit : unit.replace(/@\./, `@${instance.replaceAll('$', '$$$$')}.`);
};

const readSource = (source: UnitSource, name: string, fragment: string | null, context: UnitContext): Read => {
	if (source.failure !== null) {
		return {format: 'failed', source};
	}

	if (isScript(source)) {
		return {format: 'script', source, script: explainScript(source.text, context)};
	}

	const isTrigger = source.role === 'trigger';
	const unit = isTrigger ? triggerName(source.path, name) : name;
	return {format: 'unit', source, unit: readUnit(source.path, source.text, unit, isTrigger ? source.path : fragment, context)};
};

const settingsOf = (reads: readonly Read[], isOwn: boolean, unit: string): readonly Setting[] =>
	reads.flatMap(read =>
		read.format === 'unit' && read.unit.unit === unit && (read.source.role === 'trigger') !== isOwn
			? read.unit.pieces.flatMap(({setting}) => setting ?? [])
			: [],
	);

/** Marks what does not count, and gives what does, for each unit among the triggers. */
const triggersOf = (reads: readonly Read[]): readonly Trigger[] => {
	const names = reads.flatMap(read => (read.format === 'unit' && read.source.role === 'trigger' ? [read.unit.unit] : []));
	return [...new Set(names)].map(unit => ({name: unit, values: mergeSettings(settingsOf(reads, false, unit))}));
};

/** Commands that systemd refuses: only a task that runs to its end may have several. */
const surplusCommands = (values: MergedValues, settings: readonly Setting[]): ReadonlySet<Setting> => {
	const isTask = values.get('Service.Type')?.at(-1)?.text === 'oneshot';
	const commands = settings.filter(
		({directive, value, overriddenBy}) => directive.id === 'Service.ExecStart' && overriddenBy === null && value.text !== '',
	);
	return new Set(isTask ? [] : commands.slice(1));
};

const pieceOf = ({lines, note, setting}: ReadPiece, surplus: ReadonlySet<Setting>): ConfigPiece => ({
	lines,
	note: note !== null && setting !== null && surplus.has(setting) ? {...note, id: 'Service.SecondExecStart'} : note,
	overriddenBy: setting?.overriddenBy ?? null,
});

const formatOf = (read: Read): ConfigFormat => (read.format === 'failed' ? (isScript(read.source) ? 'script' : 'unit') : read.format);

const fileOf = (read: Read, surplus: ReadonlySet<Setting>): ConfigFile => {
	const {path, role, isCut, failure} = read.source;
	const pieces =
		read.format === 'unit' ? read.unit.pieces.map(piece => pieceOf(piece, surplus)) : read.format === 'script' ? read.script.pieces : [];
	const isLong = (read.format === 'unit' && read.unit.isCut) || (read.format === 'script' && read.script.isCut);
	return {path, role, format: formatOf(read), isCut: isCut || isLong, failure, detail: null, pieces};
};

const summaryOf = (
	name: string,
	values: MergedValues,
	reads: readonly Read[],
	triggers: readonly Trigger[],
	{scope}: UnitContext,
): ConfigSummary | null => {
	const main = reads.find(({source}) => source.role === 'main');
	const scriptStarts = reads.flatMap(read => (read.format === 'script' ? read.script.starts : []));
	if (main === undefined || main.format === 'failed') {
		return null;
	}

	if (main.format === 'script') {
		return initSummary(scriptStarts);
	}

	// a link to /dev/null, and an empty file
	return main.source.text === '' && !main.source.isCut ? maskedSummary : unitSummary(name, values, triggers, scriptStarts, scope);
};

/**
Explains the files that configure one unit, given in systemd's order: its file, then its drop-ins. With them may come
what a generated unit was made from, and the units and activation files that start it.

Pure. What cannot be read stands among the files with its failure; `summary` is `null` where the main file is missing.
*/
export const explainUnit = (
	name: string,
	files: readonly UnitSource[],
	context: UnitContext,
): {files: readonly ConfigFile[]; summary: ConfigSummary | null} => {
	const safe = files.map(file => ({...file, path: printable(file.path, 4096)}));
	const unit = printable(name, 512);
	const fragment = safe.find(({role}) => role === 'main')?.path ?? null;
	const reads = safe.map(source => readSource(source, unit, fragment, context));
	const own = settingsOf(reads, true, unit);
	const values = mergeSettings(own);
	const triggers = triggersOf(reads);
	const surplus = surplusCommands(values, own);
	return {files: reads.map(read => fileOf(read, surplus)), summary: summaryOf(unit, values, reads, triggers, context)};
};
