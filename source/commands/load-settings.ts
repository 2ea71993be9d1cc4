import {configFilePath, currentReader, type ReadConfig, readConfigFile} from '../run/config-file.js';
import type {Message} from '../store/state.js';
import type {Text} from '../text/text.js';
import {defaultSettings, type Settings} from './settings.js';

type LoadedSettings = {
	settings: Settings;
	/** What is wrong with the file, in one sentence and what holds instead; `null`: nothing. */
	complaint: (text: Text) => string | null;
	/** The same for the last line of the explorer, which hides what was said before it opened. */
	notice: Message | null;
};

const silent: LoadedSettings['complaint'] = () => null;

const withoutFile: LoadedSettings = {settings: defaultSettings, complaint: silent, notice: null};

const fromText = async (file: string, content: string): Promise<LoadedSettings> => {
	// who has no file waits for none of this
	const [{checkSettings}, {problemSentence}] = await Promise.all([import('./settings-check.js'), import('./settings-words.js')]);
	const {settings, problems} = checkSettings(content);
	const [first] = problems;
	if (first === undefined) {
		return {settings, complaint: silent, notice: null};
	}

	return {
		settings,
		complaint: text => `${problemSentence(file, first, text)} ${text.error.settings.goesOn(problems.length - 1)}`,
		notice: {id: 'settingsWrong', line: first.place.line},
	};
};

const fromRead = async (file: string, read: ReadConfig): Promise<LoadedSettings> => {
	if ('missing' in read) {
		return withoutFile;
	}

	return 'text' in read
		? fromText(file, read.text)
		: {
				settings: defaultSettings,
				complaint: text => `${text.error.settings.failure[read.failure](file)} ${text.error.settings.goesOnWithout}`,
				notice: {id: 'settingsUnread'},
			};
};

/** The settings of the person: those of the configuration file, where there is one, over the defaults. Never throws. */
export const loadSettings = async (environment: NodeJS.ProcessEnv): Promise<LoadedSettings> => {
	const file = configFilePath(environment);
	return file === null ? withoutFile : fromRead(file, readConfigFile(file, currentReader(environment)));
};
