import {printable} from '../parse/printable.js';
import type {Text} from '../text/text.js';
import type {Expectation, SettingsProblem} from './settings-check.js';

const expectedText = (expected: Expectation, text: Text): string => {
	const words = text.error.settings.expected;
	switch (expected.id) {
		case 'interval':
			return words.interval(expected.least, expected.most);
		case 'oneOf':
		case 'setting':
		case 'column':
			return words[expected.id](expected.found, expected.names.join(', '));
		case 'action':
		case 'once':
			return words[expected.id](expected.found);
		case 'sharedKey':
			return words.sharedKey(expected.key, expected.other);
		default:
			return words[expected.id];
	}
};

/** The file, the place in it, and what is expected there. */
export const problemSentence = (file: string, {place, setting, expected}: SettingsProblem, text: Text): string =>
	text.error.settings.problem(printable(file), place.line, place.column, setting, expectedText(expected, text));
