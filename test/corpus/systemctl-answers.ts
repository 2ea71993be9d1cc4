import type {Process} from '../../source/model/process.js';
import {readSystemdUnits} from '../../source/platform/linux/systemd.js';
import type {RecordedAnswer} from '../../source/run/recording.js';
import type {Command, Runner} from '../../source/run/runner.js';
import {outputNames, readOutput} from './corpus-folder.js';

type Properties = Map<string, string>;
type Units = Map<string, Properties>;

const add = (units: Units, name: string, properties: Iterable<readonly [string, string]>): void => {
	const unit = units.get(name) ?? new Map([['Id', name]]);
	for (const [property, value] of properties) {
		unit.set(property, value);
	}

	units.set(name, unit);
};

const addShown = (units: Units, text: string, mayBeNew: boolean): void => {
	for (const block of text.split('\n\n')) {
		const properties = block.split('\n').flatMap(line => {
			const equals = line.indexOf('=');
			return equals > 0 ? [[line.slice(0, equals), line.slice(equals + 1)] as const] : [];
		});
		const id = properties.find(([property]) => property === 'Id')?.[1];
		if (id !== undefined && (mayBeNew || units.has(id))) {
			add(units, id, properties);
		}
	}
};

type Listed = Readonly<Record<string, string | undefined>>;

/** Fields of `--output=json` lists that are properties of `show` under another name. */
const listedProperties = {
	load: 'LoadState',
	active: 'ActiveState',
	sub: 'SubState',
	description: 'Description',
	state: 'UnitFileState',
	activates: 'Triggers',
} as const;

const addListed = (units: Units, text: string | null, mayBeNew: boolean): void => {
	for (const entry of text === null || text === '' ? [] : (JSON.parse(text) as readonly Listed[])) {
		const name = entry.unit ?? entry.unit_file;
		if (name !== undefined && (mayBeNew || units.has(name))) {
			add(
				units,
				name,
				Object.entries(listedProperties).flatMap(([field, property]) => {
					const value = entry[field];
					return typeof value === 'string' ? [[property, value] as const] : [];
				}),
			);
		}
	}
};

/** Every unit that a manager has in memory, with all that any recorded command printed about it; later ones say more. */
const systemUnits = (folder: string): Units => {
	const units: Units = new Map();
	addListed(units, readOutput(folder, 'list-units-all-json.out'), true);
	for (const name of ['list-unit-files-json', 'list-sockets-json', 'list-timers-json']) {
		addListed(units, readOutput(folder, `${name}.out`), false);
	}

	for (const name of ['show-services-all-units-props.out', 'show-services-props.out']) {
		addShown(units, readOutput(folder, name) ?? '', true);
	}

	// a unit can be shown by its name without being in memory: patterns do not find it then
	for (const name of outputNames(folder).filter(file => /^show-.*\.(?:service|socket|timer|path)\.out$/.test(file))) {
		addShown(units, readOutput(folder, name) ?? '', false);
	}

	return units;
};

const userUnits = (folder: string): Units => {
	const units: Units = new Map();
	addListed(units, readOutput(folder, 'user-list-units-json.out'), true);
	addListed(units, readOutput(folder, 'user-list-unit-files-json.out'), false);
	addShown(units, readOutput(folder, 'user-show-props.out') ?? '', true);
	return units;
};

/** What `systemctl show -p … -- PATTERNS` would print of these units: without `--all`, patterns leave out the inactive ones. */
const show = (units: Units, {args}: Command): string => {
	const asked = args[args.indexOf('-p') + 1]?.split(',') ?? [];
	const suffixes = args.slice(args.indexOf('--') + 1).map(pattern => pattern.replace('*', ''));
	return [...units]
		.filter(([name]) => suffixes.some(suffix => name.endsWith(suffix)))
		.filter(([, properties]) => args.includes('--all') || properties.get('ActiveState') !== 'inactive')
		.map(([, properties]) =>
			asked.flatMap(property => (properties.has(property) ? [`${property}=${properties.get(property)}\n`] : [])).join(''),
		)
		.join('\n');
};

/** The users whose managers are in the recording: those that own a `user@UID.service`. */
const userManagers = (folder: string): readonly Process[] => {
	const rows = (readOutput(folder, 'ps-eo-full.out') ?? '').split('\n').map(line => line.trim().split(/\s+/));
	const managed = new Set([...(readOutput(folder, 'ps-unit.out') ?? '').matchAll(/user@(\d+)\.service/g)].map(found => found[1]));
	return [...managed].flatMap(uid => {
		const user = rows.find(row => row[8] === uid)?.[7];
		return user === undefined ? [] : [{cgroup: {scope: 'user', scopeUid: Number(uid)}, uid: Number(uid), user} as unknown as Process];
	});
};

/** Asks the platform for the very commands it will run, so that their answers stand under the right arguments. */
const askedCommands = async (processes: readonly Process[], uid: number): Promise<readonly Command[]> => {
	const commands: Command[] = [];
	const runner = {
		run(command: Command) {
			commands.push(command);
			return Promise.resolve({stdout: '', stderr: '', exitCode: 0, failure: null, durationMs: 0});
		},
	} as unknown as Runner;
	const self = {pid: 0, uid, home: null};
	await readSystemdUnits(runner, processes, self, new AbortController().signal);
	return commands;
};

/** Answers to what the platform asks systemctl, put together from the recorded outputs. */
export const systemctlAnswers = async (folder: string, uid: number): Promise<readonly RecordedAnswer[]> => {
	const units = {system: systemUnits(folder), user: userUnits(folder)};
	return (await askedCommands(userManagers(folder), uid)).map(command => ({
		at: 0,
		run: {file: command.file, args: command.args},
		answer: {
			stdout: show(command.args.includes('--user') ? units.user : units.system, command),
			stderr: '',
			exitCode: 0,
			failure: null,
			durationMs: 0,
		},
	}));
};
