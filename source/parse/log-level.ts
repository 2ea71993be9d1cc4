import type {LogLevel} from '../model/log.js';

/** What programs call the levels of syslog(3). */
const words: ReadonlyMap<string, LogLevel> = new Map([
	['emerg', 'emergency'],
	['emergency', 'emergency'],
	['panic', 'emergency'],
	['alert', 'alert'],
	['crit', 'critical'],
	['critical', 'critical'],
	['fatal', 'critical'],
	['fault', 'critical'],
	['err', 'error'],
	['error', 'error'],
	['severe', 'error'],
	['warn', 'warning'],
	['warning', 'warning'],
	['notice', 'notice'],
	['info', 'info'],
	['information', 'info'],
	['log', 'info'],
	['debug', 'debug'],
	['debug1', 'debug'],
	['debug2', 'debug'],
	['debug3', 'debug'],
	['debug4', 'debug'],
	['debug5', 'debug'],
	['trace', 'debug'],
	['verbose', 'debug'],
]);

export const levelOfWord = (word: string): LogLevel | null => words.get(word.toLowerCase()) ?? null;

const maxWords = 5;
const maxPrefix = 200;

/** A word of the line with what stands around it: `[core:error]`, `<warn>`, `level=info`, `ERROR:`. */
const shape = /^([[(<"']*)(?:[\w-]{1,20}[:=])?"?([A-Za-z]{3,11}\d?)([\])>"':,;|]*)$/;

/** In capitals, in brackets, behind a key, or as the beginning of what follows a colon: anything less is a word of the message. */
const isMarked = (word: string, index: number, opening: string, level: string, closing: string): boolean =>
	level === level.toUpperCase() ||
	(/[[(<]/.test(opening) && /[\])>]/.test(closing)) ||
	/^(?:level|lvl|severity)=/i.test(word) ||
	(index < 2 && closing === ':');

/**
The level that the first words of a line tell; `null`: none does. Nobody has to write it in one way, so this knows the
usual ones: `ERROR`, `[error]`, `[core:error]`, `<Warning>`, `level=info`, `error:`.
*/
export const findLevel = (line: string): LogLevel | null => {
	// `ERROR:root:text`, Python's own form
	const first = /^([A-Z]{3,9}):/.exec(line);
	const leading = first === null ? null : levelOfWord(first[1] ?? '');
	if (leading !== null) {
		return leading;
	}

	const prefix = line
		.slice(0, maxPrefix)
		.split(/\s+/, maxWords + 1)
		.filter(word => word !== '')
		.slice(0, maxWords);
	for (const [index, word] of prefix.entries()) {
		const [, opening = '', level = '', closing = ''] = shape.exec(word) ?? [];
		const found = levelOfWord(level);
		if (found !== null && isMarked(word, index, opening, level, closing)) {
			return found;
		}
	}

	return null;
};
