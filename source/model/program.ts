import type {Kind} from './evidence.js';

/** Programs that many others run in, so that their path says nothing about what runs or who started it. */
const generic =
	/(?:^|\/)(?:sh|bash|dash|zsh|fish|ksh|env|sleep|cat|tail|python[\d.]*|pypy\d*|perl[\d.]*|ruby[\d.]*|node|nodejs|deno|bun|java|php[\d.]*|lua[\d.]*|busybox)$/;

export const isGenericProgram = (pathOrName: string): boolean => generic.test(pathOrName);

/** On systems with a merged /usr, one place has two names: the longer one counts. */
export const canonicalPath = (path: string): string => path.replace(/^\/(bin|sbin|lib|libexec)\//, '/usr/$1/');

export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** What is known of a process when its entry is looked for. */
export type ProgramQuery = {
	name: string;
	/** Its unit or label; `null`: none, or it is only a worker of it. */
	unit: string | null;
	args: readonly string[] | null;
	uid: number | null;
};

/** What the dictionary knows about a program, or about one way of running it. */
export type ProgramEntry = {
	name: string;
	/** The unit or label it usually belongs to. */
	unit: string | null;
	/** Only where this is among its arguments. */
	argument?: string;
	/** Only where it runs for a person, or for the system. */
	user?: 'person' | 'system';
	kind: Kind | null;
	/** What it does, in one line. */
	en: string;
	ko: string;
	/** The manual page or documentation it was learnt from. */
	source: string;
};
