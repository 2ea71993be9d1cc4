import type {KeyValue} from '../model/config.js';

/** One digit behind the point for small numbers, none for others. */
export const rounded = (number: number): string => String(number >= 10 ? Math.round(number) : Math.round(number * 10) / 10);

/** A share of something scarce as against the usual one; `null` where there can be none such. */
export const shareOf = (number: number | null, usual: number): {kind: 'same' | 'times' | 'percent'; amount: string} | null => {
	if (number === null || number < 1) {
		return null;
	}

	if (number === usual) {
		return {kind: 'same', amount: '1'};
	}

	return number > usual ? {kind: 'times', amount: rounded(number / usual)} : {kind: 'percent', amount: rounded((number / usual) * 100)};
};

/** `150%`: 150 and 1.5 processors, which is `null` up to one. */
export const quotaOf = (text: string): {percent: string; processors: string | null} | null => {
	const percent = /^(\d+(?:\.\d+)?)%$/.exec(text)?.[1];
	return percent === undefined ? null : {percent, processors: Number(percent) > 100 ? rounded(Number(percent) / 100) : null};
};

/** How many processes and threads there may be: a number or a share of what the system allows, in percent. */
export const tasksOf = ({text, number}: KeyValue): {kind: 'unlimited'} | {kind: 'percent' | 'count'; amount: string} | null => {
	if (number === Number.POSITIVE_INFINITY) {
		return {kind: 'unlimited'};
	}

	if (text.endsWith('%')) {
		return number !== null || /^\d+(?:\.\d{1,2})?%$/.test(text) ? {kind: 'percent', amount: text.slice(0, -1)} : null;
	}

	return number === null ? null : {kind: 'count', amount: String(number)};
};

/** A device, and a limit or a share for it. */
export const deviceLimitOf = (text: string): {device: string; limit: string} | null => {
	const [, device = '', limit = ''] = /^(\S+) (\S+)$/.exec(text) ?? [];
	return device === '' ? null : {device, limit};
};

/** The share of time of `ManagedOOMMemoryPressureLimit=`, without its sign. */
export const percentOf = (text: string): string | null => /^(\d+(?:\.\d+)?)%$/.exec(text)?.[1] ?? null;

/** `ipv4:tcp:80` as `IPv4 TCP 80`; `null` for any port. @source systemd.resource-control(5), SocketBindAllow= */
export const bindRuleOf = (text: string): string | null =>
	text === 'any'
		? null
		: text
				.replace(/^ipv([46]):?/, 'IPv$1 ')
				.replace(/(tcp|udp):?/, word => `${word.slice(0, 3).toUpperCase()} `)
				.trim();

export type DeviceAccess = 'r' | 'w' | 'm';

const isAccess = (letter: string): letter is DeviceAccess => letter === 'r' || letter === 'w' || letter === 'm';

/**
Which devices may be used how, `null` where it cannot be told. `char-tty` is a kind of devices, `char-*` all of them: `name` is then `null`.
@source systemd.resource-control(5), DeviceAllow=
*/
export const deviceRuleOf = (
	text: string,
): {access: readonly DeviceAccess[]; sort: 'one' | 'char' | 'block'; name: string | null} | null => {
	const [device = '', letters = 'rwm'] = text.split(' ', 2);
	const access = [...new Set(letters)].filter(isAccess);
	if (device === '' || access.length === 0 || !/^[rwm]+$/.test(letters)) {
		return null;
	}

	const [, sort, name = ''] = /^(char|block)-(.+)$/.exec(device) ?? [];
	return sort === undefined
		? {access, sort: 'one', name: device}
		: {access, sort: sort === 'block' ? 'block' : 'char', name: name === '*' ? null : name};
};

/** What `Delegate=` asks for: all, nothing, or the controllers it names. */
export const delegationOf = (items: readonly string[]): 'all' | 'none' | 'some' =>
	/^(?:yes|true|on|1|y|t)$/i.test(items[0] ?? '') ? 'all' : /^(?:no|false|off|0|n|f)$/i.test(items[0] ?? '') ? 'none' : 'some';
