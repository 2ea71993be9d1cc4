import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {fitText} from '../paint/cell.js';
import {printable} from '../parse/printable.js';
import {configFilePath, isThere} from '../run/config-file.js';
import {scorePath} from '../run/score-file.js';
import type {Text} from '../text/text.js';
import type {Context} from './context.js';
import {type ExitCode, exitCode} from './exit-code.js';

const pathIds = ['config', 'score', 'configSchema', 'outputSchema', 'recordings'] as const;
type PathId = (typeof pathIds)[number];

/** Where something is looked for. `path` is `null` where the environment names no folder for it. */
type LookedFor = {id: PathId; path: string | null; isThere: boolean};

const here = path.dirname(fileURLToPath(import.meta.url));

/** What is shipped stands beside the bundle; from source, in the folder of schemas. */
const shipped = (name: string): string => {
	const beside = path.join(here, name);
	const fromSource = path.join(here, '../schema', name);
	return !isThere(beside) && isThere(fromSource) ? fromSource : beside;
};

/** Every place where files of the program are looked for. */
export const placesOf = (environment: NodeJS.ProcessEnv, workingDirectory: string): readonly LookedFor[] => {
	const paths: Readonly<Record<PathId, string | null>> = {
		config: configFilePath(environment),
		score: scorePath(environment),
		configSchema: shipped('config.schema.json'),
		outputSchema: shipped('output.schema.json'),
		recordings: workingDirectory,
	};
	return pathIds.map(id => ({id, path: paths[id], isThere: paths[id] !== null && isThere(paths[id])}));
};

const labelWidth = 30;

const placeLine = ({id, path: place, isThere: isPlaceThere}: LookedFor, {paths}: Text['usage']): string => {
	const note = place === null ? '' : isPlaceThere ? '' : `  (${paths.absent})`;
	return `${fitText(paths.label[id], labelWidth)} ${place === null ? paths.nowhere : printable(place)}${note}\n`;
};

/** `daemon-top paths`: where files are looked for, and whether they are there. */
export const paths = async ({arguments: {words, values}, text, stdout, stderr, environment}: Context): Promise<ExitCode> => {
	const [word] = words;
	if (word !== undefined) {
		stderr.write(`${text.error.noWords('paths', printable(word))}\n`);
		return exitCode.usage;
	}

	const places = placesOf(environment, process.cwd());
	stdout.write(
		values.json ? `${JSON.stringify({version: 1, paths: places})}\n` : places.map(place => placeLine(place, text.usage)).join(''),
	);
	return exitCode.ok;
};
