import type {Clock} from '../run/clock.js';
import type {Answer, Command} from '../run/runner.js';
import {type DemoStream, logStream} from './log-answer.js';
import {tailStream} from './log-file-answer.js';
import type {DemoMachine} from './machine.js';
import type {Instant} from './timeline.js';

const stepMs = 500;

const streamOf = ({file, args}: Command, machine: DemoMachine): DemoStream | null => {
	switch (file) {
		case '/usr/bin/log':
			return logStream(args, machine);
		case '/usr/bin/tail':
			return tailStream(args, machine);
		default:
			return null;
	}
};

const ended = (failure: Answer['failure']): Answer => ({stdout: '', stderr: '', exitCode: null, failure, durationMs: 0});

/** A command that goes on: hands over what the machine writes, as its time goes by, until the signal aborts. */
export const followAnswer = async (
	command: Command,
	{machine, now, wait}: {machine: DemoMachine; now: () => Instant; wait: Clock['wait']},
	onText: (text: string) => void,
	signal: AbortSignal,
): Promise<Answer> => {
	const stream = streamOf(command, machine);
	if (stream === null) {
		return ended('missing');
	}

	let from = now().seconds;
	if (stream.heading !== '') {
		onText(stream.heading);
	}

	while (!signal.aborted) {
		await wait(stepMs, signal);
		const instant = now();
		const text = signal.aborted ? '' : stream.between(from, instant);
		from = instant.seconds;
		if (text !== '') {
			onText(text);
		}
	}

	return ended('aborted');
};
