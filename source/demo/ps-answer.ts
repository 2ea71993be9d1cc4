import type {Instant, LiveProcess} from './timeline.js';

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const two = (value: number): string => String(value).padStart(2, '0');

/** `Wed Jan 28 17:21:44 2026`, in UTC: that is the zone the tools are told to use. */
export const calendarTime = (seconds: number): string => {
	const date = new Date(seconds * 1000);
	const day = String(date.getUTCDate()).padStart(2);
	const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':');
	return `${weekdays[date.getUTCDay()]} ${months[date.getUTCMonth()]} ${day} ${time} ${date.getUTCFullYear()}`;
};

/** Minutes without end, seconds and their hundredths. */
const cpuTime = (hundredths: number): string =>
	`${Math.floor(hundredths / 6000)}:${two(Math.floor(hundredths / 100) % 60)}.${two(hundredths % 100)}`;

type Column = {width: number; isLeft?: boolean; value: (process: LiveProcess, instant: Instant) => string | number};

const columns: Readonly<Record<string, Column>> = {
	pid: {width: 5, value: process => process.pid},
	ppid: {width: 5, value: process => process.ppid},
	pgid: {width: 5, value: process => process.pgid},
	uid: {width: 5, value: process => process.uid},
	user: {width: 16, isLeft: true, value: process => process.user},
	tty: {width: 8, isLeft: true, value: process => process.tty ?? '??'},
	stat: {width: 4, isLeft: true, value: process => process.stat},
	nice: {width: 2, value: process => process.nice ?? 0},
	rss: {width: 6, value: process => process.rss},
	vsz: {width: 9, value: process => process.vsz},
	time: {width: 9, value: process => cpuTime(process.hundredths)},
	lstart: {width: 28, isLeft: true, value: (process, {bootedAt}) => calendarTime(bootedAt + process.start)},
	comm: {width: 16, isLeft: true, value: process => process.path},
	args: {width: 16, isLeft: true, value: process => process.args},
	command: {width: 16, isLeft: true, value: process => process.args},
};

/** The names behind `-o`; `null`: a column that is not known, or one that would print a heading. */
const askedColumns = (args: readonly string[]): readonly Column[] | null => {
	const names = args.flatMap((argument, index) => (args[index - 1] === '-o' ? argument.split(',') : []));
	const found = names.map(name => (name.endsWith('=') ? columns[name.slice(0, -1)] : undefined));
	return names.length > 0 && found.every(column => column !== undefined) ? found : null;
};

const cell = (text: string, {width, isLeft}: Column): string => (isLeft ? text.padEnd(width) : text.padStart(width));

/**
What `ps -axww -o pid=,…` prints; `null`: not asked in a way that is known here.

The last column is as long as its text, with the blanks that a program left at the end of its title.

@source ps(1) of macOS
*/
export const psAnswer = (args: readonly string[], instant: Instant): string | null => {
	const asked = askedColumns(args);
	if (asked === null || !args.some(argument => /^-[A-Za-z]*(?:ax|A|e)/.test(argument))) {
		return null;
	}

	return instant.processes
		.map(process => {
			const cells = asked.map((column, index) => {
				const text = String(column.value(process, instant));
				return index === asked.length - 1 && column.isLeft ? text : cell(text, column);
			});
			return `${cells.join(' ')}\n`;
		})
		.join('');
};
