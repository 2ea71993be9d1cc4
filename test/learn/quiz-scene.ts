import {loadQuizBank} from '../../source/commands/quiz-questions.js';
import type {Kind} from '../../source/model/evidence.js';
import type {QuizQuestion, QuizSubject} from '../../source/model/quiz.js';
import type {ExplainedProcess, Snapshot} from '../../source/model/snapshot.js';

/** The collection, judged. */
export const bank: readonly Snapshot[] = await loadQuizBank();

const machineOf = (platform: 'darwin' | 'linux'): Snapshot => {
	const found = bank.find(({host}) => host.platform === platform);
	if (!found) {
		throw new Error(`no ${platform} in the collection`);
	}

	return found;
};

export const bankMac = machineOf('darwin');
export const bankLinux = machineOf('linux');

/** A process of the collection by its name; where a name comes more than once, by its owner as well. */
export const bankProcess = (snapshot: Snapshot, name: string, user?: string): ExplainedProcess => {
	const found = snapshot.processes.find(process => process.name === name && (user === undefined || process.user === user));
	if (!found) {
		throw new Error(`no ${name} in the collection`);
	}

	return found;
};

export const subjectFixture = (name: string, kind: Kind = 'daemon', parts: Partial<QuizSubject> = {}): QuizSubject => ({
	name,
	kind,
	evidence: [{rule: 'system-domain-job', supports: ['daemon'], strength: 3, source: 'launchctl print system', observed: {label: 'com.x'}}],
	objections: [],
	does: null,
	platform: 'darwin',
	origin: 'machine',
	key: null,
	...parts,
});

/** "What is it?", with the second choice right and three clues, of which the first is free. */
export const questionFixture = (name: string, parts: Partial<QuizQuestion> = {}): QuizQuestion => ({
	mode: 'kind',
	subject: subjectFixture(name, 'agent'),
	difficulty: 'clear',
	trap: null,
	clues: [
		{id: 'name', observed: {name}},
		{id: 'owner', observed: {user: 'alex', account: 'person'}},
		{id: 'terminal', observed: {tty: null}},
	],
	freeClues: 1,
	lines: [],
	choices: [
		{type: 'kind', kind: 'daemon'},
		{type: 'kind', kind: 'agent'},
		{type: 'kind', kind: 'app'},
	],
	right: 1,
	...parts,
});
