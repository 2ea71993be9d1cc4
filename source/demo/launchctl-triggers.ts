import type {Plist, PlistDictionary} from './machine.js';
import {hexOf, numberOf} from './machine.js';
import {isPlistDictionary} from './property-list.js';
import {fill} from './template.js';

const isArray = (value: Plist | undefined): value is readonly Plist[] => Array.isArray(value);

const scalar = (value: Plist): string => (typeof value === 'string' ? `"${value}"` : String(value));

/** What stands between the brackets of a descriptor: one tab deeper with each level. */
const descriptorLines = (name: string, value: Plist, depth: number): readonly string[] => {
	const indent = '\t'.repeat(depth);
	if (isArray(value)) {
		const items = value.flatMap((item, index) =>
			typeof item === 'object' ? descriptorLines(String(index), item, depth + 1) : [`${indent}\t${index} = ${scalar(item)}`],
		);
		return [`${indent}${name} => [`, ...items, `${indent}]`];
	}

	if (isPlistDictionary(value)) {
		const inner = Object.entries(value).flatMap(([key, item]) => descriptorLines(`"${key}"`, item, depth + 1));
		return [`${indent}${name} => {`, ...inner, `${indent}}`];
	}

	return [`${indent}${name} => ${scalar(value)}`];
};

const bodyLines = (dictionary: PlistDictionary): readonly string[] =>
	Object.entries(dictionary).flatMap(([key, item]) => descriptorLines(`"${key}"`, item, 4));

type Trigger = {name: string; stream: string; descriptor: PlistDictionary};

const calendarTriggers = (label: string, value: Plist | undefined): readonly Trigger[] =>
	(isArray(value) ? value : [value]).flatMap((item, index) =>
		isPlistDictionary(item)
			? [
					{
						name: `${label}.${268_435_456 + (numberOf(label) % 400) + index}`,
						stream: 'com.apple.launchd.calendarinterval',
						descriptor: item,
					},
				]
			: [],
	);

/** Paths, mounts and calendar times are events of launchd's own to `launchctl print`. */
const triggersOf = (label: string, keys: PlistDictionary): readonly Trigger[] => {
	const {LaunchEvents: events, KeepAlive: keepAlive} = keys;
	const named = Object.entries(isPlistDictionary(events) ? events : {}).flatMap(([stream, descriptors]) =>
		Object.entries(isPlistDictionary(descriptors) ? descriptors : {}).map(([name, descriptor]) => ({
			name,
			stream,
			descriptor: isPlistDictionary(descriptor) ? descriptor : {},
		})),
	);
	const ofPath = (key: string, value: Plist | undefined): readonly Trigger[] =>
		value === undefined ? [] : [{name: `com.apple.launchd.${key}`, stream: 'com.apple.fsevents.matching', descriptor: {[key]: value}}];
	return [
		...named,
		...calendarTriggers(label, keys.StartCalendarInterval),
		...ofPath('WatchPaths', keys.WatchPaths),
		...ofPath('QueueDirectories', keys.QueueDirectories),
		...ofPath('PathState', isPlistDictionary(keepAlive) ? keepAlive.PathState : undefined),
		...ofPath('StartOnMount', keys.StartOnMount),
	];
};

const portOf = (name: string): string => hexOf(0x1003 + (numberOf(name) % 0x9_0000) * 4);

type Channel = {name: string; isActive: boolean; isWatching: boolean; flags: PlistDictionary};

const endpoint = ({name, isActive, isWatching, flags}: Channel): string =>
	fill('endpoint', {
		name,
		port: isActive || isWatching ? portOf(name) : '0',
		active: isActive ? 1 : 0,
		reset: flags.ResetAtClose === true ? 1 : 0,
		hide: flags.HideUntilCheckIn === true ? 1 : 0,
		watching: isWatching ? 1 : 0,
	});

type JobChannels = {
	triggers: readonly string[];
	channels: readonly string[];
	endpoints: readonly string[];
	sockets: readonly string[];
};

const socketText = (name: string, value: PlistDictionary, isActive: boolean): string => {
	const {SockType: type, SockPathName: path, SockPathMode: mode, SockFamily: family} = value;
	return fill('socket', {
		name,
		type: type === 'dgram' ? 'datagram' : 'stream',
		path: path === undefined ? null : String(path),
		mode: typeof mode === 'number' ? mode.toString(8) : null,
		secureKey: value.SecureSocketWithKey === undefined ? null : String(value.SecureSocketWithKey),
		node: value.SockNodeName === undefined ? null : String(value.SockNodeName),
		service: value.SockServiceName === undefined ? null : String(value.SockServiceName),
		family: family === undefined ? null : String(family).toLowerCase(),
		descriptor: 7 + (numberOf(name) % 40),
		active: isActive ? 1 : 0,
		bonjour: value.Bonjour === undefined ? 0 : 1,
	});
};

/** The names of its Mach services. */
export const machServices = (keys: PlistDictionary): readonly string[] =>
	isPlistDictionary(keys.MachServices) ? Object.keys(keys.MachServices) : [];

/** What may start a job, in the blocks of `launchctl print`. */
export const jobChannels = (label: string, keys: PlistDictionary, monitor: string, isRunning: boolean): JobChannels => {
	const triggers = triggersOf(label, keys);
	const streams = [...new Set(triggers.map(({stream}) => stream))];
	const services = isPlistDictionary(keys.MachServices) ? keys.MachServices : {};
	const sockets = isPlistDictionary(keys.Sockets) ? keys.Sockets : {};
	return {
		triggers: triggers.map(({name, stream, descriptor}) =>
			fill('trigger', {
				name,
				label,
				stream,
				monitor: stream === 'com.apple.notifyd.matching' ? 'com.apple.notifyd' : monitor,
				descriptor: bodyLines(descriptor),
			}),
		),
		channels: streams.map(name => endpoint({name, isActive: isRunning, isWatching: !isRunning, flags: {}})),
		endpoints: Object.entries(services).map(([name, value]) =>
			endpoint({name, isActive: isRunning, isWatching: !isRunning, flags: isPlistDictionary(value) ? value : {}}),
		),
		sockets: Object.entries(sockets).flatMap(([name, value]) =>
			(isArray(value) ? value : [value]).flatMap(item => (isPlistDictionary(item) ? socketText(name, item, isRunning) : [])),
		),
	};
};

/** A row of a domain's table of endpoints. */
export const endpointRow = (name: string, isActive: boolean): string =>
	`${`0x${portOf(name)}`.padStart(8)}    M   ${isActive ? 'A' : 'D'}   ${name}`;
