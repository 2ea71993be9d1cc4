const prefixesOf = (word: string): {prefixes: readonly string[]; program: string} => {
	const [all = ''] = /^[-@:+!|]*/.exec(word) ?? [];
	const found = all.match(/!!|[-@:+!|]/g) ?? [];
	return {prefixes: [...new Set(found)], program: word.slice(all.length)};
};

const signalOfKill = (items: readonly string[]): string | null => {
	const joined = items.slice(1).join(' ');
	const found = /^(?:-s ?|-|--signal[= ])(?:SIG)?([A-Z][A-Z0-9]*|\d+) \$\{?MAINPID\}?$/.exec(joined)?.[1];
	return found === undefined ? null : /^\d/.test(found) ? found : `SIG${found}`;
};

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const idle: ReadonlySet<string> = new Set(['true', ':']);

/**
A command line of a service. `signal`: it only sends this signal to the service, by its name or number. `isShellLine`: behind a
shell, its script is what matters. `isIdle`: it does nothing.
*/
export type ServiceCommand = {
	prefixes: readonly string[];
	program: string;
	name: string;
	signal: string | null;
	isShellLine: boolean;
	isIdle: boolean;
	isSeveral: boolean;
	hasVariables: boolean;
};

/** @source systemd.service(5), "COMMAND LINES" */
export const serviceCommand = (items: readonly string[]): ServiceCommand => {
	const {prefixes, program} = prefixesOf(items[0] ?? '');
	const name = baseName(program);
	return {
		prefixes,
		program,
		name,
		signal: name === 'kill' ? signalOfKill(items) : null,
		isShellLine: /^(?:ba|da|z|k)?sh$/.test(name) && /^-[a-z]*c$/.test(items[1] ?? ''),
		isIdle: idle.has(name),
		isSeveral: items.includes(';'),
		hasVariables: items.some(item => /(?:^|[^$])(?:\$\$)*\$\{?[A-Za-z_]/.test(item)) && !prefixes.includes(':'),
	};
};

/** Whether a word of a list of exit statuses is an exit code, rather than a signal. */
export const isExitCode = (item: string): boolean => /^(?:\d+|(?!SIG)[A-Z][A-Z_]+)$/.test(item);
