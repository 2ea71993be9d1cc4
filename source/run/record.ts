import type {Clock} from './clock.js';
import {type RecordedAnswer, serializeLine} from './recording.js';
import {withoutEnvironment} from './redact.js';
import type {Runner} from './runner.js';

/**
Wraps a runner and hands every answer to `write` as one line of a recording, `change`d first. The header is the caller's to
write. Values of environment variables are never written.
*/
export const recordingRunner = (
	runner: Runner,
	clock: Clock,
	write: (line: string) => void,
	change: (line: RecordedAnswer) => RecordedAnswer = line => line,
): Runner => {
	const startedAt = clock.now();
	const keep = <Kept extends RecordedAnswer>(line: Kept): Kept['answer'] => {
		write(serializeLine(change(withoutEnvironment(line))));
		return line.answer;
	};

	const at = () => clock.now() - startedAt;
	return {
		async run(command, signal) {
			const answer = await runner.run(command, signal);
			return keep({at: at(), run: {file: command.file, args: command.args}, answer});
		},
		follow: (command, onText, signal) => runner.follow(command, onText, signal),
		read: (path, maxBytes, encoding) =>
			keep({at: at(), read: path, ...(encoding === 'base64' && {encoding}), answer: runner.read(path, maxBytes, encoding)}),
		list: path => keep({at: at(), list: path, answer: runner.list(path)}),
		link: path => keep({at: at(), link: path, answer: runner.link(path)}),
	};
};
