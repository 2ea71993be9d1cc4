import {printable} from './printable.js';

/**
Splits `/proc/PID/cmdline` into arguments.

A program that rewrote its title leaves one string, padded with NUL or spaces: that is one argument, trimmed. An empty
file (kernel thread, zombie) gives an empty list.

@source proc_pid_cmdline(5)
*/
export const parseCmdline = (text: string): readonly string[] => {
	const trimmed = text.replace(/[\0 ]+$/, '');
	if (trimmed === '') {
		return text.startsWith('\0') ? [''] : [];
	}

	return trimmed.split('\0').map(argument => printable(argument));
};
