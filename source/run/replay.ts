import type {Clock} from './clock.js';
import type {RecordedAnswer, Recording} from './recording.js';
import type {Answer, Runner} from './runner.js';

const keyOf = (line: RecordedAnswer): string => {
	if ('run' in line) {
		return `run ${JSON.stringify([line.run.file, ...line.run.args])}`;
	}

	if ('read' in line) {
		return `read ${line.encoding ?? 'utf8'} ${line.read}`;
	}

	return 'list' in line ? `list ${line.list}` : `link ${line.link}`;
};

const neverAsked: Answer = {stdout: '', stderr: '', exitCode: null, failure: 'missing', durationMs: 0};

/**
A runner that answers from a recording, and a clock that stands at the instant of the last answer given.

The n-th question of a kind gets its n-th recorded answer; after the last one, the last one again. A question that was
never asked gets `missing`, as if the tool were not installed or the file not there.
*/
export const replayRunner = (recording: Recording, waits: Clock['wait']): {runner: Runner; clock: Clock} => {
	const answers = new Map<string, {given: number; lines: RecordedAnswer[]}>();
	for (const line of recording.answers) {
		const key = keyOf(line);
		const entry = answers.get(key);
		if (entry) {
			entry.lines.push(line);
		} else {
			answers.set(key, {given: 0, lines: [line]});
		}
	}

	let at = 0;
	const next = <Line extends RecordedAnswer>(key: string): Line['answer'] | undefined => {
		const entry = answers.get(key);
		const line = entry?.lines[Math.min(entry.given, entry.lines.length - 1)];
		if (!entry || !line) {
			return undefined;
		}

		entry.given++;
		at = Math.max(at, line.at);
		return line.answer as Line['answer'];
	};

	type Of<Field extends string> = Extract<RecordedAnswer, Record<Field, unknown>>;
	const runner: Runner = {
		run: async command => next<Of<'run'>>(`run ${JSON.stringify([command.file, ...command.args])}`) ?? neverAsked,
		// what went on by itself is not part of a recording
		follow: async () => neverAsked,
		read: (path, _maxBytes, encoding = 'utf8') =>
			next<Of<'read'>>(`read ${encoding} ${path}`) ?? {text: '', isCut: false, failure: 'missing'},
		list: path => next<Of<'list'>>(`list ${path}`) ?? {names: [], failure: 'missing'},
		link: path => next<Of<'link'>>(`link ${path}`) ?? {target: null, failure: 'missing'},
	};
	return {runner, clock: {now: () => recording.header.startedAt + at, elapsed: () => at, wait: waits}};
};
