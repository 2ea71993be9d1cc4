import {displayName} from '../columns.js';
import {isServiceUser} from '../model/account.js';
import type {Observed} from '../model/evidence.js';
import {isGenericProgram} from '../model/program.js';
import type {ClueId, QuizClue, QuizMode} from '../model/quiz.js';
import type {ExplainedProcess, Host} from '../model/snapshot.js';
import type {Candidate} from './quiz-candidate.js';

/** What may be told in each kind of question, in this order: never the answer itself. */
const cluesOfMode: Readonly<Record<QuizMode, readonly ClueId[]>> = {
	kind: ['name', 'owner', 'terminal', 'program', 'parent', 'dock', 'manager'],
	proof: ['name', 'owner'],
	logout: ['name', 'owner', 'terminal', 'parent', 'manager'],
	kill: ['name', 'kind', 'owner', 'manager', 'restart'],
	plist: ['name', 'kind', 'owner'],
};

type Tell = (process: ExplainedProcess, platform: Host['platform']) => Observed | null;

const owner: Tell = ({uid, user}, platform) => {
	if (uid === null && user === null) {
		return null;
	}

	const account = uid === 0 ? 'root' : uid === null ? 'unknown' : isServiceUser(uid, platform) ? 'service' : 'person';
	return {user: user ?? uid, account};
};

const manager: Tell = ({service, role, isServiceTold, verdict}) => {
	if (service === null) {
		return isServiceTold && verdict.kind !== 'kernel' ? {manager: null} : null;
	}

	const place = service.manager === 'launchd' ? service.domain : service.manager === 'systemd' ? service.scope : null;
	return {manager: service.manager, place, name: service.name, role};
};

const restart: Tell = ({service}) => {
	if (service?.manager === 'launchd') {
		const kept =
			service.keepAlive === null ? null : service.keepAlive === 'conditions' ? 'SuccessfulExit=false' : String(service.keepAlive);
		return service.jobType === 'application' || kept === null ? null : {key: 'KeepAlive', value: kept};
	}

	return service?.manager === 'systemd' && service.restart !== null ? {key: 'Restart', value: service.restart} : null;
};

const tell: Readonly<Record<ClueId, Tell>> = {
	name: process => ({name: displayName(process)}),
	kind: ({verdict}) => ({kind: verdict.kind}),
	owner,
	terminal: ({hasTty, tty}) => (hasTty === null ? null : {tty}),
	program: ({executable, traits}) => (executable !== null || traits.isKernelThread === true ? {path: executable} : null),
	parent: ({parentName, ppid}) => (parentName === null ? null : {parent: parentName, ppid}),
	dock: ({app}) => (app?.type ? {type: app.type} : null),
	manager,
	restart,
};

/** What can be told about a process in this kind of question; what is not known is left out. */
export const cluesFor = (mode: QuizMode, process: ExplainedProcess, platform: Host['platform']): readonly QuizClue[] =>
	cluesOfMode[mode].flatMap(id => {
		const observed = tell[id](process, platform);
		return observed === null ? [] : [{id, observed}];
	});

/** Up to which clue a question must tell to be fair. */
const lastFree = (mode: QuizMode, {process, trap}: Pick<Candidate, 'process' | 'trap'>): ClueId => {
	if (mode === 'kill' || mode === 'plist') {
		return 'kind';
	}

	// the name alone says nothing where anything may run in a program, or where several of it run
	if (isGenericProgram(process.name)) {
		return 'parent';
	}

	return trap === 'two-instances' || trap === 'homebrew' ? 'owner' : 'name';
};

/** How many clues are told from the start. */
export const freeCluesOf = (mode: QuizMode, clues: readonly QuizClue[], candidate: Pick<Candidate, 'process' | 'trap'>): number => {
	const order = cluesOfMode[mode];
	const last = order.indexOf(lastFree(mode, candidate));
	return clues.filter(({id}) => order.indexOf(id) <= Math.max(0, last)).length;
};
