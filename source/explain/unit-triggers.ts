import type {KeyValue, StartReason} from '../model/config.js';
import type {MergedValues} from './unit-merge.js';

const texts = (values: MergedValues, ids: readonly string[]): readonly string[] =>
	ids.flatMap(id => (values.get(id) ?? []).map(({text}) => text));

const listening = 'Stream Datagram SequentialPacket FIFO Netlink Special MessageQueue USBFunction'
	.split(' ')
	.map(kind => `Socket.Listen${kind}`);

const watching = ['Path.PathExists', 'Path.PathExistsGlob', 'Path.PathChanged', 'Path.PathModified', 'Path.DirectoryNotEmpty'];

type Delay = 'after-boot' | 'after-start' | 'after-end' | 'after-activation';

/** What each delay of a timer is counted from. The manager of a user starts at login, about when its timers are switched on. */
const delaysOf = (scope: 'system' | 'user'): Readonly<Record<string, Delay>> => ({
	'Timer.OnBootSec': 'after-boot',
	'Timer.OnStartupSec': scope === 'system' ? 'after-boot' : 'after-activation',
	'Timer.OnActiveSec': 'after-activation',
	'Timer.OnUnitActiveSec': 'after-start',
	'Timer.OnUnitInactiveSec': 'after-end',
});

const calendarReason = (values: readonly KeyValue[], unit: string | null): readonly StartReason[] => {
	const events = values.flatMap(({calendar}) => calendar);
	const times = values.flatMap(({nextAt}) => nextAt ?? []);
	return events.length === 0 ? [] : [{when: 'calendar', events, nextAt: times.length === 0 ? null : Math.min(...times), unit}];
};

const namedReason = (when: 'socket' | 'path' | 'bus', names: readonly string[]): readonly StartReason[] =>
	names.length === 0 ? [] : [{when, names}];

/** The starts that a socket, a timer, a path or a name on the bus gives rise to. `unit`: the trigger, `null` where it is the unit itself. */
export const triggerReasons = (values: MergedValues, unit: string | null, scope: 'system' | 'user'): readonly StartReason[] => {
	const delays = Object.entries(delaysOf(scope)).flatMap(([id, when]) =>
		(values.get(id) ?? []).map(({durationMs}) => ({when, delayMs: durationMs ?? 0, unit})),
	);
	return [
		...namedReason('socket', texts(values, listening)),
		...calendarReason(values.get('Timer.OnCalendar') ?? [], unit),
		...delays,
		...namedReason('path', texts(values, watching)),
		...namedReason('bus', texts(values, ['Bus.Name'])),
	];
};
