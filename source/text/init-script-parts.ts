/** The runlevels of ordinary running, and all others in the order they are written. */
export const runlevelsOf = (items: readonly string[]): {ordinary: readonly string[]; others: readonly string[]} => ({
	ordinary: items.filter(item => /^[2-5]$/.test(item)),
	others: items.filter(item => !/^[2-5]$/.test(item)),
});

/** The line of chkconfig(8): runlevels (`null`: none), and its places in the order of starts and of stops. */
export const chkconfigOf = (
	items: readonly string[],
): {levels: readonly string[] | null; places: readonly [start: string, stop: string] | null} => {
	const [levels = '-', start = '', stop = ''] = items;
	return {levels: levels === '-' ? null : [...levels], places: start === '' || stop === '' ? null : [start, stop]};
};

/** What sort of file a script reads in: functions that scripts share, settings of the administrator, another script. */
export const sourceKindOf = (path: string): 'functions' | 'settings' | 'script' => {
	if (/\/lsb\/init-functions/.test(path)) {
		return 'functions';
	}

	return /^\/etc\/(?:default|sysconfig|conf\.d|rc\.conf)/.test(path) ? 'settings' : 'script';
};

const signalNames: Readonly<Record<string, string>> = {
	1: 'HUP',
	2: 'INT',
	3: 'QUIT',
	6: 'ABRT',
	9: 'KILL',
	10: 'USR1',
	12: 'USR2',
	14: 'ALRM',
	15: 'TERM',
	18: 'CONT',
	19: 'STOP',
	28: 'WINCH',
};

/** What a call of start-stop-daemon does. `send`: the signal is `SIGHUP`, or a number that has no name. */
type StartStop = {does: 'start' | 'end' | 'look' | 'look-before-start' | 'any'} | {does: 'send'; signal: string};

const stopOf = (options: string, isTest: boolean): StartStop => {
	const written = /(?:--signal[= ]|\s-s ?)(?:SIG)?([A-Z][A-Z0-9]{1,8}|\d{1,2})\b/.exec(options)?.[1];
	if (isTest || written === '0') {
		return {does: 'look'};
	}

	const signal = written === undefined ? 'TERM' : (signalNames[written] ?? written);
	return /^(?:TERM|KILL|QUIT|INT)$/.test(signal) ? {does: 'end'} : {does: 'send', signal: /^\d/.test(signal) ? signal : `SIG${signal}`};
};

/** @source start-stop-daemon(8) */
export const startStopOf = (line: string): StartStop => {
	// what follows is for the program
	const options = line.split(/\s--\s/, 1)[0] ?? '';
	const isTest = /\s(?:--test|-t)(?:\s|$)/.test(options);
	if (/--stop\b|\s-[a-z]*K/.test(options)) {
		return stopOf(options, isTest);
	}

	if (!/--start\b|\s-[a-z]*S/.test(options)) {
		return {does: 'any'};
	}

	return {does: isTest ? 'look-before-start' : 'start'};
};
