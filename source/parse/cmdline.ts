import {printable} from './printable.js';

/** Without the padding at its end; a loop, because a pattern would try every run of spaces. */
const trimPadding = (text: string): string => {
	let end = text.length;
	while (end > 0 && (text[end - 1] === '\0' || text[end - 1] === ' ')) {
		end--;
	}

	return text.slice(0, end);
};

/**
Splits `/proc/PID/cmdline` into arguments.

A program that rewrote its title leaves one string, padded with NUL or spaces: that is one argument, trimmed. An empty
file (kernel thread, zombie) gives an empty list.

@source proc_pid_cmdline(5)
*/
export const parseCmdline = (text: string): readonly string[] => {
	const trimmed = trimPadding(text);
	if (trimmed === '') {
		return text.startsWith('\0') ? [''] : [];
	}

	return trimmed.split('\0').map(argument => printable(argument));
};
