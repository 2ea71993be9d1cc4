import type {Problem} from '../model/snapshot.js';
import {printable} from '../parse/printable.js';
import type {Answer} from '../run/runner.js';

/** The first, or last, line of what a command complained. */
const complaintOf = ({stderr}: Answer, at: 0 | -1): string | null => printable(stderr.trim().split('\n').at(at) ?? '', 300) || null;

/**
What is to be told of a command that failed; `null`: nothing, it worked or was called off. `at`: which line of its
complaints says what is wrong.
*/
export const problemOf = (source: string, answer: Answer, at: 0 | -1 = 0): Problem | null =>
	answer.failure === null || answer.failure === 'aborted' ? null : {source, failure: answer.failure, detail: complaintOf(answer, at)};
