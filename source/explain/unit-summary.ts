import type {ConfigSummary, KeepPolicy, KeyValue, StartReason} from '../model/config.js';
import type {MergedValues} from './unit-merge.js';
import {triggerReasons} from './unit-triggers.js';

const items = (values: MergedValues, ...ids: readonly string[]): readonly string[] =>
	ids.flatMap(id => (values.get(id) ?? []).flatMap(value => value.items));

const last = (values: MergedValues, id: string): KeyValue | null => values.get(id)?.at(-1) ?? null;

const textOf = (values: MergedValues, id: string): string | null => last(values, id)?.text ?? null;

/** Targets that every start of the system reaches; those of a user are reached at login. */
const bootTargets: ReadonlySet<string> = new Set(
	['multi-user', 'default', 'graphical', 'basic', 'sysinit', 'local-fs', 'graphical-session'].map(name => `${name}.target`),
);

const named = (when: 'target' | 'device' | 'unit' | 'bus', names: readonly string[]): readonly StartReason[] =>
	names.length === 0 ? [] : [{when, names: [...new Set(names)]}];

/** Units that pull it in once it is enabled. */
const installReasons = (values: MergedValues, scope: 'system' | 'user'): readonly StartReason[] => {
	const wanting = items(values, 'Install.WantedBy', 'Install.RequiredBy', 'Install.UpheldBy');
	const targets = wanting.filter(name => name.endsWith('.target'));
	const devices = wanting.filter(name => name.endsWith('.device'));
	const isBoot = targets.some(name => bootTargets.has(name));
	return [
		...(isBoot ? [{when: scope === 'system' ? ('boot' as const) : ('login' as const)}] : []),
		...named(
			'target',
			targets.filter(name => !bootTargets.has(name)),
		),
		...named('device', devices),
		...named(
			'unit',
			wanting.filter(name => !name.endsWith('.target') && !name.endsWith('.device')),
		),
	];
};

/** The name on the bus by which a call starts it. */
const busReasons = (values: MergedValues): readonly StartReason[] => {
	const aliases = items(values, 'Install.Alias').flatMap(name => /^dbus-(.+)\.service$/.exec(name)?.[1] ?? []);
	const own = textOf(values, 'Service.BusName');
	return named('bus', own === null ? aliases : [own]);
};

/** `5/10s`, as StartLimitBurst= and StartLimitIntervalSec= say together. */
const startLimit = (values: MergedValues): readonly string[] => {
	const burst = textOf(values, 'Unit.StartLimitBurst');
	const interval = last(values, 'Unit.StartLimitIntervalSec');
	if (burst === null && interval === null) {
		return [];
	}

	const span = interval === null ? '10s' : `${interval.text}${/^\d+$/.test(interval.text) && interval.text !== '0' ? 's' : ''}`;
	return span === '0' || burst === '0' ? ['StartLimitIntervalSec=0'] : [`StartLimitBurst=${burst ?? '5'}/${span}`];
};

const statusConditions = (values: MergedValues): readonly string[] =>
	['RestartPreventExitStatus', 'RestartForceExitStatus'].flatMap(name => {
		const statuses = items(values, `Service.${name}`);
		return statuses.length === 0 ? [] : [`${name}=${statuses.join(' ')}`];
	});

const defaultRestartMs = 100;

/** `null` for what is not kept by nature: a unit that is no service, or a task that runs to its end. */
const keepPolicy = (values: MergedValues): KeepPolicy | null => {
	const policy = textOf(values, 'Service.Restart') ?? 'no';
	const isForced = items(values, 'Service.RestartForceExitStatus').length > 0;
	if (policy === 'no' && !isForced) {
		return textOf(values, 'Service.Type') === 'oneshot' ? null : {policy, conditions: [], delayMs: null};
	}

	return {
		policy,
		conditions: [...statusConditions(values), ...startLimit(values)],
		delayMs: last(values, 'Service.RestartSec')?.durationMs ?? defaultRestartMs,
	};
};

const userOf = (values: MergedValues): string | null =>
	textOf(values, 'Exec.User') ?? (last(values, 'Exec.DynamicUser')?.flag ? 'dynamic' : null);

/** What pulls in a unit, or triggers it, by name, with the values that count there. */
export type Trigger = {name: string; values: MergedValues};

/** When a unit starts, whether it is kept, and as whom it runs, as its values and those of its triggers say. */
export const unitSummary = (
	name: string,
	values: MergedValues,
	triggers: readonly Trigger[],
	scriptStarts: readonly StartReason[],
	scope: 'system' | 'user',
): ConfigSummary => {
	const triggered = [
		...triggerReasons(values, null, scope),
		...triggers.flatMap(trigger => triggerReasons(trigger.values, trigger.name, scope)),
	];
	const installed = installReasons(values, scope);
	const starts = [
		...(installed.some(({when}) => when === 'boot') ? [] : scriptStarts),
		...installed,
		...triggered,
		...(triggered.some(({when}) => when === 'bus') ? [] : busReasons(values)),
	];
	return {
		starts: starts.length === 0 ? [{when: 'demand'}] : starts,
		keeps: name.endsWith('.service') ? keepPolicy(values) : null,
		user: userOf(values),
		isDisabled: false,
	};
};

export const maskedSummary: ConfigSummary = {starts: [{when: 'masked'}], keeps: null, user: null, isDisabled: false};

/** An init script is run once, as root, and nobody watches what it started. */
export const initSummary = (starts: readonly StartReason[]): ConfigSummary => ({
	starts: starts.length === 0 ? [{when: 'demand'}] : starts,
	keeps: {policy: 'no', conditions: [], delayMs: null},
	user: null,
	isDisabled: false,
});
