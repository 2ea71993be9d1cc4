import {convertHangulToQwerty} from 'es-hangul';
import type {Key} from 'ink';
import {hasHangul} from '../store/hangul.js';

const named: readonly (readonly [keyof Key, string])[] = [
	['upArrow', 'up'],
	['downArrow', 'down'],
	['leftArrow', 'left'],
	['rightArrow', 'right'],
	['pageUp', 'pageup'],
	['pageDown', 'pagedown'],
	['home', 'home'],
	['end', 'end'],
	['return', 'enter'],
	['escape', 'escape'],
	['backspace', 'backspace'],
	['delete', 'delete'],
];

/**
The name of a key as the keymap writes it. Ink does not tell function keys apart: all of them are `f1`, so any of them
opens the help.
*/
export const keyName = (input: string, key: Key): string => {
	if (key.tab) {
		return key.shift ? 'shift+tab' : 'tab';
	}

	const found = named.find(([flag]) => key[flag]);
	if (found) {
		return found[1];
	}

	if (input === '') {
		return 'f1';
	}

	if (key.ctrl) {
		return `ctrl+${input.toLowerCase()}`;
	}

	if (key.meta) {
		return `alt+${input}`;
	}

	return input === ' ' ? 'space' : input;
};

/**
The keys that were pressed for a typed character while a Hangul layout (두벌식) is on: `ㅓ` is j, and a syllable that was
composed on the way is all of its keys: `버` is q and j. `null`: no Hangul.
*/
export const latinKeys = (typed: string): readonly string[] | null => (hasHangul(typed) ? [...convertHangulToQwerty(typed)] : null);
