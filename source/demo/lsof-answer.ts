import {askingUser, type DemoMachine, hexOf, numberOf} from './machine.js';
import type {ToolAnswer} from './system-answer.js';
import type {Instant, LiveProcess} from './timeline.js';

/** An open file as lsof has it. */
type OpenFile = {
	descriptor: string;
	access: string;
	type: string;
	protocol?: string;
	name: string;
	state?: string;
	device: string;
};

/** An address of the kernel, the same for the same text. */
const kernelAddress = (text: string): string => `0x${hexOf(numberOf(text))}${hexOf(numberOf(`${text} `), 8)}`;

/** `->NAME/a` is connected with `->NAME/b`. */
const otherEnd = (name: string): string => name.replace(/[ab]$/, side => (side === 'a' ? 'b' : 'a'));

const toUnix = (name: string, common: Pick<OpenFile, 'descriptor' | 'access' | 'device'>): OpenFile =>
	name.startsWith('->')
		? {...common, type: 'unix', device: kernelAddress(name), name: `->${kernelAddress(otherEnd(name))}`}
		: {...common, type: 'unix', name};

/**
`tcp4 LOCAL[->REMOTE] [STATE]`, `udp6 …`, `unix PATH`, `unix ->NAME/a` of a pair, `systm NAME`; TCP without a state
listens. Whoever inherits a socket that listens has the same one.
*/
const toSocket = (text: string, descriptor: number, pid: number): OpenFile => {
	const [kind = '', name = '', word] = text.split(' ');
	const isTcp = kind.startsWith('tcp');
	const state = isTcp ? (word ?? 'LISTEN') : undefined;
	const common = {
		descriptor: String(descriptor),
		access: 'u',
		device: kernelAddress(state === 'LISTEN' ? text : `${pid} ${descriptor} ${text}`),
	};
	const rest = text.slice(kind.length + 1);
	switch (kind) {
		case 'unix':
			return toUnix(rest, common);
		case 'systm':
			return {...common, type: 'systm', name: rest};
		default:
			return {
				...common,
				type: kind.endsWith('6') ? 'IPv6' : 'IPv4',
				protocol: isTcp ? 'TCP' : 'UDP',
				name,
				...(state !== undefined && {state}),
			};
	}
};

const filesOf = (process: LiveProcess): readonly OpenFile[] => {
	const {tty, output, pid} = process;
	const disk = '0x1000011';
	const standard = tty === undefined ? '/dev/null' : `/dev/${tty}`;
	const file = (descriptor: string, access: string, type: string, name: string): OpenFile => ({
		descriptor,
		access,
		type,
		name,
		device: disk,
	});
	return [
		file('cwd', ' ', 'DIR', process.cwd ?? '/'),
		file('txt', ' ', 'REG', process.path),
		file('0', tty === undefined ? 'r' : 'u', 'CHR', standard),
		...['1', '2'].map(descriptor =>
			file(descriptor, output === undefined ? 'u' : 'w', output === undefined ? 'CHR' : 'REG', output ?? standard),
		),
		...(process.sockets ?? []).map((socket, index) => toSocket(socket, 9 + index * 3 + (pid % 5), pid)),
	];
};

type Question = {
	isAnd: boolean;
	pids: readonly number[] | null;
	/** What each `-i` names: `''` for any, `TCP`, `UDP`, `4TCP`, `TCP:5432`; any of them will do. */
	internet: readonly string[];
	state: string | null;
	isUnix: boolean;
	descriptors: readonly string[] | null;
	fields: string;
};

/** Options whose value may stand behind them or come next. */
const takesValue = /^-([pdsuTgc])(.*)$/s;

const addOption = (question: Question, letter: string, value: string): Question => {
	switch (letter) {
		case 'p':
			return {...question, pids: value.split(',').map(Number)};
		case 'd':
			return {...question, descriptors: value.split(',')};
		case 's':
			return {...question, state: value.split(':')[1] ?? null};
		default:
			return question;
	}
};

/** `null`: without `-F`, a table that nobody here reads. */
const questionOf = (args: readonly string[]): Question | null => {
	let question: Question = {isAnd: false, pids: null, internet: [], state: null, isUnix: false, descriptors: null, fields: ''};
	let isFieldOutput = false;
	for (let index = 0; index < args.length; index++) {
		const argument = args[index] ?? '';
		const valued = takesValue.exec(argument);
		const next = args[index + 1] ?? '';
		if (argument.startsWith('-F')) {
			isFieldOutput = true;
			const isNext = argument === '-F' && next !== '' && !next.startsWith('-');
			question = {...question, fields: isNext ? next : argument.slice(2)};
			index += isNext ? 1 : 0;
		} else if (argument.startsWith('-i')) {
			question = {...question, internet: [...question.internet, argument.slice(2)]};
		} else if (valued) {
			question = addOption(question, valued[1] ?? '', valued[2] || next);
			index += valued[2] ? 0 : 1;
		} else if (/^-[a-zA-Z]+$/.test(argument)) {
			question = {...question, isAnd: question.isAnd || argument.includes('a'), isUnix: question.isUnix || argument.includes('U')};
		}
	}

	return isFieldOutput ? question : null;
};

const isOnInternet = (file: OpenFile, internet: string, state: string | null): boolean => {
	const [, version = '', protocol = '', port = ''] = /^([46]?)(TCP|UDP)?(?:.*:(\d+))?/i.exec(internet) ?? [];
	const local = file.name.split('->')[0] ?? '';
	return (
		file.protocol !== undefined &&
		file.type.endsWith(version) &&
		(protocol === '' || file.protocol === protocol.toUpperCase()) &&
		(port === '' || local.endsWith(`:${port}`)) &&
		(state === null || file.protocol !== 'TCP' || file.state === state)
	);
};

/** `0-2` is a range. */
const isDescriptor = (descriptor: string, asked: readonly string[]): boolean =>
	asked.some(item => {
		const range = /^(\d+)-(\d+)$/.exec(item);
		return range ? Number(descriptor) >= Number(range[1]) && Number(descriptor) <= Number(range[2]) : item === descriptor;
	});

/** Several conditions are joined by "or", unless `-a` asks for "and". */
const isWanted = (file: OpenFile, process: LiveProcess, question: Question): boolean => {
	const {pids, internet, state, isUnix, descriptors} = question;
	const conditions = [
		pids?.includes(process.pid) ?? null,
		internet.length === 0 ? null : internet.some(named => isOnInternet(file, named, state)),
		isUnix ? file.type === 'unix' : null,
		descriptors === null ? null : isDescriptor(file.descriptor, descriptors),
	].filter(condition => condition !== null);
	return conditions.length === 0 || (question.isAnd ? conditions.every(Boolean) : conditions.some(Boolean));
};

/** The kernel keeps 32 bytes of a name, and lsof writes blanks as bytes. */
const commandOf = (path: string): string => (path.split('/').at(-1) ?? '').slice(0, 32).replaceAll(' ', '\\x20');

type Field = readonly [letter: string, value: string];

const processFields = (process: LiveProcess): readonly Field[] => [
	['p', String(process.pid)],
	['g', String(process.pgid)],
	['R', String(process.ppid)],
	['c', commandOf(process.path)],
	['u', String(process.uid)],
	['L', process.user],
];

const fileFields = (file: OpenFile): readonly Field[] => [
	['f', file.descriptor],
	['a', file.access],
	['l', ' '],
	['t', file.type],
	file.device.length > 10 ? ['d', file.device] : ['D', file.device],
	...(file.protocol === undefined ? [] : [['o', '0t0'] as const, ['P', file.protocol] as const]),
	['n', file.name],
	...(file.state === undefined ? [] : [['T', `ST=${file.state}`] as const, ['T', 'QR=0'] as const, ['T', 'QS=0'] as const]),
];

/** `p` and `f` open a process and a file, and come unasked; `0` ends fields with NUL and each set with a line break. */
const setText = (fields: readonly Field[], asked: string): string => {
	const letters = asked.replace('0', '');
	const chosen = fields.filter(([letter]) => letters === '' || letters.includes(letter) || letter === 'p' || letter === 'f');
	const end = asked.includes('0') ? '\0' : '\n';
	return chosen.map(([letter, value]) => `${letter}${value}${end}`).join('') + (end === '\0' ? '\n' : '');
};

/**
What `lsof -F…` prints without root: files of one's own processes only, and exit code 1 where there is none. `null`: not
asked for fields.

@source lsof(8), "Output for other programs"
*/
export const lsofAnswer = (args: readonly string[], machine: DemoMachine, instant: Instant): ToolAnswer | null => {
	const question = questionOf(args);
	if (question === null) {
		return null;
	}

	const own = instant.processes.filter(({uid, rss}) => uid === machine.users[askingUser] && rss > 0);
	const stdout = own
		.map(process => {
			const files = filesOf(process).filter(file => isWanted(file, process, question));
			return files.length === 0
				? ''
				: setText(processFields(process), question.fields) + files.map(file => setText(fileFields(file), question.fields)).join('');
		})
		.join('');
	return {stdout, stderr: '', exitCode: stdout === '' ? 1 : 0};
};
