import type {KeyValue} from '../model/config.js';
import type {LaunchdKeyId} from '../model/launchd-key.js';
import {isDictionary, type PlistValue} from '../model/property-list.js';
import {withoutSecrets} from '../model/secret.js';
import {printable} from '../parse/printable.js';
import type {ExplainContext} from './context.js';
import {launchdCalendar, nextOf} from './launchd-calendar.js';
import {readFlag, readNumber} from './launchd-reading.js';
import {coverValues} from './plist-secrets.js';

/** Numbers of seconds. */
const spans: ReadonlySet<LaunchdKeyId> = new Set<LaunchdKeyId>([
	'StartInterval',
	'ThrottleInterval',
	'ExitTimeOut',
	'TimeOut',
	'LaunchEvents.x.x.Interval',
	'LaunchEvents.x.x.Delay',
	'LaunchEvents.x.x.GracePeriod',
	'SoftResourceLimits.CPU',
	'HardResourceLimits.CPU',
]);

/** Keys whose value must be a list. */
const lists: ReadonlySet<LaunchdKeyId> = new Set<LaunchdKeyId>([
	'ProgramArguments',
	'WatchPaths',
	'QueueDirectories',
	'LimitLoadToHosts',
	'LimitLoadFromHosts',
]);

const maxItems = 1000;
const maxText = 1000;

const showBytes = (bytes: Uint8Array): string => {
	const digits = Array.from(bytes.subarray(0, 16), byte => byte.toString(16).padStart(2, '0')).join('');
	return `<${digits}${bytes.length > 16 ? '…' : ''}>`;
};

const showItem = (value: PlistValue): string => {
	if (value instanceof Uint8Array) {
		return showBytes(value);
	}

	if (isDictionary(value)) {
		return `{${Object.keys(value).slice(0, maxItems).join(', ')}}`;
	}

	if (value instanceof Date) {
		return value.toISOString();
	}

	return typeof value === 'object' && value !== null ? `(${value.slice(0, maxItems).map(showScalar).join(', ')})` : showScalar(value);
};

/** What stands in lists of lists is not looked into further. */
const showScalar = (value: PlistValue): string => (value === null ? '' : typeof value === 'object' ? '…' : String(value));

const isList = (value: PlistValue): value is readonly PlistValue[] => Array.isArray(value);

const itemsOf = (path: readonly string[], id: LaunchdKeyId | null, value: PlistValue): readonly string[] => {
	if (isDictionary(value)) {
		return Object.keys(value).slice(0, maxItems);
	}

	const items = isList(value) ? value.slice(0, maxItems).map(showItem) : [showItem(value)];
	return coverValues(path, id, items).map(withoutSecrets);
};

const durationOf = (id: LaunchdKeyId | null, seconds: number | null): number | null => {
	if (seconds === null || seconds < 0 || id === null || !spans.has(id)) {
		return null;
	}

	return id === 'ExitTimeOut' && seconds === 0 ? Number.POSITIVE_INFINITY : seconds * 1000;
};

const toMode = (mode: number): string => (mode % 0o10000).toString(8).padStart(4, '0');

/** A number is decimal, and only `Umask` may be a string: that one is octal. */
const modeOf = (id: LaunchdKeyId | null, value: PlistValue, isOldStyle: boolean): string | null => {
	if (id !== 'Umask' && id !== 'Sockets.x.SockPathMode') {
		return null;
	}

	if (id === 'Umask' && typeof value === 'string' && /^[0-7]{1,4}$/.test(value) && (!isOldStyle || value.startsWith('0'))) {
		return toMode(Number.parseInt(value, 8));
	}

	const number = readNumber(value, isOldStyle);
	return number !== null && Number.isSafeInteger(number) && number >= 0 ? toMode(number) : null;
};

type LaunchdKey = {path: readonly string[]; id: LaunchdKeyId | null; name: string | null};

/**
A value of a launchd property list as its explanation needs it. The text of a dictionary is its keys in braces; a string where a
list must be has no items.
*/
export const launchdKeyValue = (
	{path, id, name}: LaunchdKey,
	value: PlistValue,
	isOldStyle: boolean,
	context: ExplainContext,
): KeyValue => {
	const items = itemsOf(path, id, value);
	const joined = items.join(', ');
	const number = readNumber(value, isOldStyle);
	const calendar = id === 'StartCalendarInterval' ? launchdCalendar(value, isOldStyle) : [];
	return {
		text: printable(isDictionary(value) ? `{${joined}}` : joined, maxText),
		flag: readFlag(value, isOldStyle),
		number,
		items: id !== null && lists.has(id) && !isList(value) ? [] : items,
		durationMs: durationOf(id, number),
		mode: modeOf(id, value, isOldStyle),
		name,
		calendar,
		nextAt: calendar.length === 0 ? null : nextOf(calendar, context),
	};
};
