import type {Message} from '../store/state.js';
import type {Text} from '../text/text.js';
import type {Arguments} from './arguments.js';
import {defaultSettings, type Settings} from './settings.js';

/** What a command is given: its arguments, and the world by name, so that a test can give another. */
export type Context = {
	arguments: Arguments;
	text: Text;
	stdin: NodeJS.ReadStream;
	stdout: NodeJS.WriteStream;
	stderr: NodeJS.WriteStream;
	environment: NodeJS.ProcessEnv;
	/** Of the configuration file; without them the defaults hold. */
	settings?: Settings | undefined;
	/** What the explorer says first: that something in the configuration file is wrong. */
	notice?: Message | null | undefined;
};

export const settingsOf = ({settings}: Pick<Context, 'settings'>): Settings => settings ?? defaultSettings;
