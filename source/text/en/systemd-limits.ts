import {niceLimitOf} from '../systemd-exec-parts.js';
import {bytesOf, onLimit, onReadLimit, spanOfLimit} from './systemd-words.js';

const count = (number: number): string => String(number);

const niceLimit = (text: string): string | null => {
	const nice = niceLimitOf(text);
	return nice === null ? null : `nice ${nice}`;
};

/** Limits of the kernel for each process. @source systemd.exec(5) "Process properties", setrlimit(2) */
export const limitDirectives = {
	'Exec.LimitNOFILE': onLimit(
		limit => `Each process may have ${limit} files and sockets open.`,
		'Each process may have as many files open as it likes.',
		count,
	),
	'Exec.LimitNPROC': onLimit(
		limit => `Its user may have ${limit} processes and threads in all. Not enforced for root.`,
		'Its user may have as many processes as it likes.',
		count,
	),
	'Exec.LimitCORE': onLimit(
		limit => (limit === '0 bytes' ? 'Leaves no core dump after a crash.' : `After a crash it leaves a core dump of ${limit} at most.`),
		'After a crash it leaves a whole core dump.',
		bytesOf,
	),
	'Exec.LimitMEMLOCK': onLimit(
		limit => `Each process may keep ${limit} of memory from being swapped out.`,
		'Each process may keep all its memory from being swapped out.',
		bytesOf,
	),
	'Exec.LimitAS': onLimit(
		limit => `Each process may reserve ${limit} of memory.`,
		'Each process may reserve as much memory as it likes.',
		bytesOf,
	),
	'Exec.LimitCPU': onLimit(
		limit => `Each process may use ${limit} of CPU time, then it is ended.`,
		'Each process may use as much CPU time as it likes.',
		spanOfLimit('s'),
	),
	'Exec.LimitFSIZE': onLimit(
		limit => `Each file it writes may be ${limit} at most.`,
		'The files it writes may be as large as it likes.',
		bytesOf,
	),
	'Exec.LimitSTACK': onLimit(
		limit => `The stack of each process may take ${limit}.`,
		'The stack of each process may be as large as it likes.',
		bytesOf,
	),
	'Exec.LimitDATA': onLimit(
		limit => `The data of each process may take ${limit}.`,
		'The data of each process may be as large as it likes.',
		bytesOf,
	),
	'Exec.LimitRSS': onLimit(() => 'Has no effect on Linux.', 'Has no effect on Linux.', bytesOf),
	'Exec.LimitLOCKS': onLimit(
		limit => `Each process may lock ${limit} files. Linux no longer heeds it.`,
		'Each process may lock as many files as it likes.',
		count,
	),
	'Exec.LimitSIGPENDING': onLimit(
		limit => `Up to ${limit} signals may wait for its user.`,
		'As many signals as there are may wait for its user.',
		count,
	),
	'Exec.LimitMSGQUEUE': onLimit(
		limit => `The message queues of its user may take ${limit}.`,
		'The message queues of its user may be as large as it likes.',
		bytesOf,
	),
	'Exec.LimitNICE': onReadLimit(limit => `It may raise its own priority up to ${limit}.`, '', niceLimit),
	'Exec.LimitRTPRIO': onLimit(limit => `It may take a real-time priority up to ${limit}.`, 'It may take any real-time priority.', count),
	'Exec.LimitRTTIME': onLimit(
		limit => `In real time it may run ${limit} without a pause, then it is ended.`,
		'In real time it may run without a pause.',
		spanOfLimit('µs'),
	),
};
