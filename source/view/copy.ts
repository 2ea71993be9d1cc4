import {Buffer} from 'node:buffer';
import {plainText} from '../paint/style.js';
import {commandsOf} from '../report/commands.js';
import {selectProcess} from '../store/select.js';
import type {State} from '../store/state.js';
import type {Text} from '../text/text.js';
import {paneText} from './pane.js';
import {reports} from './reports.js';

/** What terminals take at most, before base64. */
const maxCopiedBytes = 70_000;

/** The text for the clipboard, and how it is named in the message. */
type Copied = {text: string; about: string};

/** The chosen command, or where no list of them is open, the whole pane as text. */
export const copiedText = (state: State, text: Text): Copied | null => {
	const process = selectProcess(state);
	if (!process || !state.shown) {
		return null;
	}

	if (state.mode === 'commands') {
		const command = commandsOf(state.pane, process, state.shown, state.inspected)[state.menuLine]?.line;
		return command === undefined ? null : {text: command, about: command};
	}

	const lines = paneText(state, text, reports).map(line => plainText(line).trimEnd());
	return lines.length === 0 ? null : {text: `${lines.join('\n')}\n`, about: text.explorer.lines(text.pane[state.pane], lines.length)};
};

/** OSC 52 of XTerm: sets the clipboard. Everything that is copied is safe to show already. */
export const clipboardSequence = ({text}: Copied): string =>
	`\u001b]52;c;${Buffer.from(text).subarray(0, maxCopiedBytes).toString('base64')}\u0007`;
