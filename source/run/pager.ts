import type {Result} from 'execa';
import {mayRun, trustedPath} from './trusted-path.js';

/** What a pager shows: a file of this machine, or a text that is no file here. */
type Paged = {path: string} | {text: string};

type Candidate = {words: readonly string[]; readsInput: boolean};

/** Programs that can show a file, best first. Their words are split at blanks: no shell is involved. */
const candidates = (environment: NodeJS.ProcessEnv): readonly Candidate[] => {
	const words = (text: string | undefined): readonly string[] => (text ?? '').split(/\s+/).filter(word => word !== '');
	return [
		{words: words(environment.PAGER), readsInput: true},
		// an editor reads files, not its input
		{words: words(environment.EDITOR), readsInput: false},
		{words: ['less'], readsInput: true},
		{words: ['more'], readsInput: true},
	].filter(candidate => candidate.words.length > 0);
};

/** less would leave at once where all fits on one screen, or leave its screen behind. */
const withPatience = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
	...environment,
	PATH: trustedPath(environment.PATH),
	LESS: `${environment.LESS ?? ''} -+F -+X`,
});

/**
Hands the terminal to $PAGER, $EDITOR, less or more until it is left; for root to none that others could have put there.
False: none of them could be started.

@source environ(7), less(1)
*/
export const showInPager = async (paged: Paged, environment: NodeJS.ProcessEnv): Promise<boolean> => {
	const {execa} = await import('execa');
	for (const {words, readsInput} of candidates(environment)) {
		if ('text' in paged && !readsInput) {
			continue;
		}

		const [file = '', ...args] = words;
		if (!mayRun(file)) {
			continue;
		}

		const input = 'text' in paged ? {stdin: 'pipe', input: paged.text} : {stdin: 'inherit'};
		const result: Result = await execa(file, 'path' in paged ? [...args, paged.path] : args, {
			...input,
			stdout: 'inherit',
			stderr: 'inherit',
			env: withPatience(environment),
			reject: false,
		} as never);
		if (result.exitCode !== undefined || result.signal !== undefined) {
			return true;
		}
	}

	return false;
};
