import {loadDictionary} from '../knowledge/programs.js';
import {judgeBank} from '../learn/quiz-bank.js';
import type {Snapshot} from '../model/snapshot.js';

/** The collection of mistakable processes, judged with the dictionaries of both systems. */
export const loadQuizBank = async (): Promise<readonly Snapshot[]> => {
	const [linux, darwin] = await Promise.all([loadDictionary('linux'), loadDictionary('darwin')]);
	return judgeBank({linux, darwin});
};

const usualCount = 10;

/** So many questions a quiz has at most. */
export const mostQuestions = 50;

/** How many questions `--count` asks for; `null`: it is no such number. */
export const parseCount = (value: string | true | undefined): number | null => {
	if (typeof value !== 'string') {
		return usualCount;
	}

	const count = /^\d{1,3}$/.test(value) ? Number(value) : 0;
	return count >= 1 && count <= mostQuestions ? count : null;
};
