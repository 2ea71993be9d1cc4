import {type DirectiveGroup, type DirectiveKind, directiveNames} from './unit-directive-names.js';

/** `id` is that of its words: the group that shares it, and its name. */
export type Directive = {id: string; kind: DirectiveKind};

/** What a file is: a unit of that kind, an activation file of D-Bus, or an entry of a desktop. */
export type UnitType =
	| 'service'
	| 'socket'
	| 'timer'
	| 'path'
	| 'mount'
	| 'automount'
	| 'swap'
	| 'slice'
	| 'scope'
	| 'target'
	| 'device'
	| 'bus'
	| 'desktop';

const directives: ReadonlyMap<string, Directive> = new Map(
	Object.entries(directiveNames).flatMap(([group, kinds]) =>
		Object.entries(kinds).flatMap(([kind, names]) =>
			names.split(' ').map(name => [`${group}.${name}`, {id: `${group}.${name}`, kind: kind as DirectiveKind}] as const),
		),
	),
);

/** A directive by its id. */
export const directiveOf = (id: string): Directive | null => directives.get(id) ?? null;

/** The ids of all directives that have words of their own. */
export const directiveIds: readonly string[] = [...directives.keys()];

/** Older names, and names that one section borrows from another. @source systemd's load-fragment-gperf.gperf.in */
const otherNames: Readonly<Record<string, string>> = {
	'Unit.BindTo': 'Unit.BindsTo',
	'Unit.PropagateReloadTo': 'Unit.PropagatesReloadTo',
	'Unit.PropagateReloadFrom': 'Unit.ReloadPropagatedFrom',
	'Unit.StartLimitInterval': 'Unit.StartLimitIntervalSec',
	'Service.StartLimitInterval': 'Unit.StartLimitIntervalSec',
	'Service.StartLimitBurst': 'Unit.StartLimitBurst',
	'Service.StartLimitAction': 'Unit.StartLimitAction',
	'Service.FailureAction': 'Unit.FailureAction',
	'Service.RebootArgument': 'Unit.RebootArgument',
	'Service.RestartMaxDelay': 'Service.RestartMaxDelaySec',
	'Exec.ReadWriteDirectories': 'Exec.ReadWritePaths',
	'Exec.ReadOnlyDirectories': 'Exec.ReadOnlyPaths',
	'Exec.InaccessibleDirectories': 'Exec.InaccessiblePaths',
	'Scope.RuntimeMaxSec': 'Service.RuntimeMaxSec',
	'Scope.RuntimeRandomizedExtraSec': 'Service.RuntimeRandomizedExtraSec',
	'Scope.TimeoutStopSec': 'Service.TimeoutStopSec',
	'Scope.OOMPolicy': 'Service.OOMPolicy',
	'Path.DirectoryMode': 'Socket.DirectoryMode',
	'Path.TriggerLimitIntervalSec': 'Socket.TriggerLimitIntervalSec',
	'Path.TriggerLimitBurst': 'Socket.TriggerLimitBurst',
	'Mount.DirectoryMode': 'Socket.DirectoryMode',
	'Automount.DirectoryMode': 'Socket.DirectoryMode',
};

const ran: readonly DirectiveGroup[] = ['Exec', 'Kill', 'Resource'];

/** The sections that count in a file, and the groups whose directives they may have. */
const sections: Readonly<Record<UnitType, Readonly<Record<string, readonly DirectiveGroup[]>>>> = {
	service: {Service: ['Service', ...ran]},
	socket: {Socket: ['Socket', ...ran]},
	timer: {Timer: ['Timer']},
	path: {Path: ['Path']},
	mount: {Mount: ['Mount', ...ran]},
	automount: {Automount: ['Automount']},
	swap: {Swap: ['Swap', ...ran]},
	slice: {Slice: ['Slice', 'Resource']},
	scope: {Scope: ['Scope', 'Kill', 'Resource']},
	target: {},
	device: {},
	bus: {'D-BUS Service': ['Bus']},
	desktop: {'Desktop Entry': ['Desktop']},
};

const shared: Readonly<Record<string, readonly DirectiveGroup[]>> = {Unit: ['Unit'], Install: ['Install']};

const groupsOf = (type: UnitType, section: string): readonly DirectiveGroup[] => {
	const own = sections[type];
	const table = type === 'bus' || type === 'desktop' ? own : {...shared, ...own};
	return Object.hasOwn(table, section) ? (table[section] ?? []) : [];
};

const vendor: Directive = {id: 'Vendor', kind: 'text'};

/** What `key` means in a section of a file of that type; `null`: systemd does not know it there, or we do not. */
export const findDirective = (type: UnitType, section: string, key: string): Directive | null => {
	for (const group of groupsOf(type, section)) {
		const id = `${group}.${key}`;
		const found = directives.get(otherNames[id] ?? id);
		if (found) {
			return found;
		}
	}

	return section.startsWith('X-') || key.startsWith('X-') ? vendor : null;
};

const unitType = /\.(service|socket|timer|path|mount|automount|swap|slice|scope|target|device)$/;

/** What kind of file stands at a path. A drop-in is told by its folder: `ssh.service.d`, `service.d`. */
export const unitTypeOf = (path: string): UnitType | null => {
	const parts = path.split('/');
	const file = parts.at(-1) ?? '';
	if (/\/dbus-1\//.test(path)) {
		return 'bus';
	}

	if (file.endsWith('.desktop')) {
		return 'desktop';
	}

	const folder = parts.at(-2) ?? '';
	const name = file.endsWith('.conf') && folder.endsWith('.d') ? `.${folder.slice(0, -2)}` : file;
	return (unitType.exec(name)?.[1] as UnitType | undefined) ?? null;
};

/** Which unit a file configures: that of its name, or for a drop-in that of its folder. */
export const unitOfPath = (path: string): string => {
	const parts = path.split('/');
	const file = parts.at(-1) ?? '';
	const folder = parts.at(-2) ?? '';
	return file.endsWith('.conf') && folder.endsWith('.d') ? folder.slice(0, -2) : file;
};

/** Directives of which one that is empty takes back all of the group, not only those of its own name. */
const resetGroups: readonly (readonly [RegExp, string])[] = [
	[/^Unit\.Condition/, 'Unit.Condition*'],
	[/^Unit\.Assert/, 'Unit.Assert*'],
	[/^Timer\.On.*(?:Sec|Calendar)$/, 'Timer.On*'],
	[/^Socket\.Listen/, 'Socket.Listen*'],
	[/^Path\.(?:Path|DirectoryNotEmpty)/, 'Path.*'],
];

export const resetGroupOf = (id: string): string => resetGroups.find(([pattern]) => pattern.test(id))?.[1] ?? id;

/** Directives that also set others. */
export const alsoSets: Readonly<Record<string, readonly string[]>> = {
	'Service.TimeoutSec': ['Service.TimeoutStartSec', 'Service.TimeoutStopSec'],
};

const single: ReadonlySet<DirectiveKind> = new Set<DirectiveKind>([
	...(['text', 'flag', 'span', 'number', 'amount', 'mode', 'choice', 'path', 'stream', 'signal', 'options'] as const),
]);

export const isListed = ({kind}: Directive): boolean => !single.has(kind);
