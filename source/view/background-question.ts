import process from 'node:process';
import type {Background} from '../paint/hues.js';
import {backgroundCode, backgroundOf, detectBackground} from './background.js';

/** What the terminal is asked about itself, and what it has to say to that. */
export type BackgroundQuestion = {
	/** Asks; `onFound` hears every answer, also one that comes over a slow line when nobody waits for it any more. */
	ask(onFound: (background: Background | null) => void): void;
	/** An answer to an operating system command, by its code. */
	hear(code: number, text: string): void;
	/** An answer that comes when nobody hears it any more would be typed into the shell. */
	settled(): Promise<void>;
};

export const createBackgroundQuestion = ({isTTY, write}: {isTTY: boolean; write: (text: string) => void}): BackgroundQuestion => {
	const listeners = new Set<(code: number, text: string) => void>();
	let asked: Promise<void> = Promise.resolve();
	const terminal = {
		isTTY,
		ask: write,
		onAnswer(hear: (code: number, text: string) => void) {
			listeners.add(hear);
			return () => void listeners.delete(hear);
		},
	};
	return {
		ask(onFound) {
			asked = detectBackground(process.env, terminal).then(onFound);
			listeners.add((code, answer) => {
				if (code === backgroundCode) {
					onFound(backgroundOf(answer));
				}
			});
		},
		hear(code, text) {
			for (const listener of listeners) {
				listener(code, text);
			}
		},
		settled: () => asked,
	};
};
