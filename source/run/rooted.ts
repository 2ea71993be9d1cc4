import type {Runner} from './runner.js';

/**
A runner for a system whose files and tools stand below a folder: `/bin/ps` is `FOLDER/bin/ps`. Tools that are asked by
name alone are found as ever.
*/
export const rootedRunner = (runner: Runner, root: string): Runner => {
	const below = (path: string): string => (path.startsWith('/') ? `${root}${path}` : path);
	return {
		run: (command, signal) => runner.run({...command, file: below(command.file)}, signal),
		follow: (command, onText, signal) => runner.follow({...command, file: below(command.file)}, onText, signal),
		read: (path, maxBytes, encoding) => runner.read(below(path), maxBytes, encoding),
		list: path => runner.list(below(path)),
		link: path => runner.link(below(path)),
	};
};
