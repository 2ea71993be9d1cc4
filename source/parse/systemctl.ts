import type {SystemdUnit} from '../model/service.js';
import {printable} from './printable.js';
import {quotedNames, systemctlBlocks, type UnitProperties} from './systemctl-blocks.js';

/** The properties asked for; the order of the answer is systemd's own. */
export const unitProperties = [
	'Id',
	'Description',
	'LoadState',
	'ActiveState',
	'SubState',
	'Type',
	'MainPID',
	'NRestarts',
	'Restart',
	'Result',
	'FragmentPath',
	'SourcePath',
	'UnitFileState',
	'ControlGroup',
	'Triggers',
	'TriggeredBy',
	'StandardInput',
	'StandardOutput',
	'ExecMainStatus',
	'Listen',
] as const;

/** systemd's ways to say that there is no value. */
const noValue: ReadonlySet<string> = new Set(['', '[not set]', 'n/a', 'infinity', '18446744073709551615']);

const startsAtBoot = (unitFileState: string | null): boolean | null => {
	if (unitFileState === null) {
		return null;
	}

	return unitFileState.startsWith('enabled') ? true : unitFileState.startsWith('disabled') || unitFileState === 'masked' ? false : null;
};

const toUnit = (properties: UnitProperties, scope: 'system' | 'user', scopeUid: number | null): SystemdUnit | null => {
	const value = (name: string): string | null => {
		const text = properties.get(name)?.[0];
		return text === undefined || noValue.has(text) ? null : printable(text, 1024);
	};

	const count = (name: string): number | null => {
		const text = value(name);
		return text !== null && /^\d+$/.test(text) ? Number(text) : null;
	};

	const names = (property: string): readonly string[] => quotedNames(value(property) ?? '');
	const name = value('Id');
	if (name === null || value('LoadState') === 'not-found') {
		return null;
	}

	const description = value('Description');
	return {
		manager: 'systemd',
		name,
		scope,
		scopeUid,
		// systemd repeats the name where a unit has no description
		description: description === name ? null : description,
		mainPid: count('MainPID') || null,
		configPath: value('FragmentPath'),
		sourcePath: value('SourcePath'),
		startsAtBoot: startsAtBoot(value('UnitFileState')),
		restart: value('Restart'),
		type: value('Type'),
		loadState: value('LoadState'),
		activeState: value('ActiveState'),
		subState: value('SubState'),
		result: value('Result'),
		unitFileState: value('UnitFileState'),
		controlGroup: value('ControlGroup'),
		restarts: count('NRestarts'),
		triggeredBy: names('TriggeredBy'),
		triggers: names('Triggers'),
		// `/run/dbus/system_bus_socket (Stream)`
		listens: (properties.get('Listen') ?? []).flatMap(text => printable(text.replace(/ \([A-Za-z]+\)$/, ''), 1024) || []),
		standardInput: value('StandardInput'),
		standardOutput: value('StandardOutput'),
		lastExitStatus: count('ExecMainStatus'),
	};
};

/**
Reads `systemctl show -p …` of many units: blocks separated by a blank line.

Never throws: a block without `Id`, or of a unit that does not exist, is left out.

@source systemctl(1), "show"; org.freedesktop.systemd1(5) for the properties
*/
export const parseSystemctlShow = (text: string, scope: 'system' | 'user', scopeUid: number | null): readonly SystemdUnit[] => {
	const units: SystemdUnit[] = [];
	for (const block of systemctlBlocks(text)) {
		const unit = toUnit(block, scope, scopeUid);
		if (unit) {
			units.push(unit);
		}
	}

	return units;
};
