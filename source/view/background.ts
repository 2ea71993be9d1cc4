import {type Background, backgroundOfVariable} from '../paint/hues.js';

/** A terminal that can be asked. Its answers never reach the keys. */
export type AskedTerminal = {
	isTTY: boolean;
	ask(question: string): void;
	/** Hears answers to operating system commands, by their code; returns what stops that. */
	onAnswer(hear: (code: number, text: string) => void): () => void;
};

/** Asks for the colour of the background. @source XTerm Control Sequences, "Operating System Commands", Ps = 11 */
const question = '\u001b]11;?\u001b\\';

/** The command whose answer is that colour. */
export const backgroundCode = 11;

const patienceMs = 100;

const channel = (digits: string): number => Number.parseInt(digits, 16) / (16 ** digits.length - 1);

/** How light a part of a colour looks. @source WCAG 2.2, "relative luminance" */
const linear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

/** `rgb:RRRR/GGGG/BBBB` with one to four digits each, or `#RRGGBB`; `null`: it is no colour. */
export const backgroundOf = (answer: string): Background | null => {
	const found =
		/^rgba?:([\da-f]{1,4})\/([\da-f]{1,4})\/([\da-f]{1,4})(?:\/[\da-f]{1,4})?$/i.exec(answer) ??
		/^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(answer);
	if (!found) {
		return null;
	}

	const [red = 0, green = 0, blue = 0] = found.slice(1, 4).map(digits => linear(channel(digits)));
	// on this grey black and white text are as easy to read
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? 'light' : 'dark';
};

/** Screens without colours of their own choice, and some that would draw the question. */
const cannotAnswer = /^(?:|dumb|linux|cons25|vt\d+.*)$/;

/**
Whether the terminal is dark or light: what it has said in the environment, else what it answers within a tenth of a
second. `null`: nobody knows.
*/
export const detectBackground = (environment: NodeJS.ProcessEnv, terminal: AskedTerminal): Promise<Background | null> => {
	const said = backgroundOfVariable(environment.COLORFGBG);
	if (said !== null || !terminal.isTTY || cannotAnswer.test(environment.TERM ?? '')) {
		return Promise.resolve(said);
	}

	return new Promise(resolve => {
		const finish = (background: Background | null): void => {
			clearTimeout(timer);
			stopHearing();
			resolve(background);
		};

		const timer = setTimeout(() => finish(null), patienceMs);
		const stopHearing = terminal.onAnswer((code, text) => {
			if (code === backgroundCode) {
				finish(backgroundOf(text));
			}
		});
		terminal.ask(question);
	});
};
