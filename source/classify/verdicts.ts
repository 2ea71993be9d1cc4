import type {Verdict} from '../model/evidence.js';
import type {ProcessKey} from '../model/process.js';
import type {ProgramEntry, ProgramQuery} from '../model/program.js';
import {isSameService} from '../model/same-service.js';
import type {ExplainedProcess, JoinedProcess} from '../model/snapshot.js';
import {classify} from './classify.js';

export type FindProgram = (query: ProgramQuery) => ProgramEntry | null;

type VerdictContext = {
	platform: 'linux' | 'darwin' | 'generic';
	init: string | null;
	firstLoginAt: number | null;
};

/** What a verdict depends on; figures that change with every sample are not among it. */
const inputs: readonly (keyof JoinedProcess)[] = [
	'traits',
	'args',
	'executable',
	'name',
	'cgroup',
	'ppid',
	'sid',
	'uid',
	'tty',
	'isForeground',
	'role',
	'isServiceTold',
	'sessionLeader',
	'isParentsProgram',
	'isSelf',
	'files',
	'app',
];

const hasSameInputs = (a: JoinedProcess, b: JoinedProcess): boolean =>
	a === b ||
	(inputs.every(input => a[input] === b[input]) &&
		(a.state === 'Z') === (b.state === 'Z') &&
		a.supervisor?.pid === b.supervisor?.pid &&
		isSameService(a.service, b.service));

type Known = {process: JoinedProcess; parentVerdict: Verdict | null; context: string; verdict: Verdict; program: ProgramEntry | null};

type Verdicts = {
	/** Verdicts on all processes. `parentsFirst` holds the same processes, every one after its parent. */
	explain(
		processes: readonly JoinedProcess[],
		parentsFirst: readonly JoinedProcess[],
		context: VerdictContext,
	): readonly ExplainedProcess[];
};

/** Judges every process, and keeps the verdict of each as long as nothing that it rests on has changed. */
export const createVerdicts = (findProgram: FindProgram): Verdicts => {
	let known = new Map<ProcessKey, Known>();
	const explained = new WeakMap<JoinedProcess, ExplainedProcess>();

	/** The object of the last time where nothing has changed. */
	const withVerdict = (process: JoinedProcess, {verdict, program}: Known): ExplainedProcess => {
		const before = explained.get(process);
		if (before?.verdict === verdict && before.program === program) {
			return before;
		}

		// in this order it is thirty times as fast: see join/added
		const fresh = {verdict, program, ...process};
		explained.set(process, fresh);
		return fresh;
	};

	const judge = (process: JoinedProcess, parent: Known | undefined, context: VerdictContext, contextKey: string): Known => {
		const before = known.get(process.key);
		const parentVerdict = parent?.verdict ?? null;
		if (before && before.context === contextKey && before.parentVerdict === parentVerdict && hasSameInputs(before.process, process)) {
			before.process = process;
			return before;
		}

		const {service} = process;
		const unit = service?.manager === 'systemd' || (service?.manager === 'launchd' && process.role === 'main') ? service.name : null;
		const program = findProgram({name: process.name, unit, args: process.args, uid: process.uid});
		const facts = {
			process,
			parent: parent?.process ?? null,
			parentVerdict,
			program,
			platform: context.platform,
			init: context.init,
		};
		return {process, parentVerdict, context: contextKey, verdict: classify(facts, context.firstLoginAt), program};
	};

	return {
		explain(processes, parentsFirst, context) {
			const contextKey = JSON.stringify(context);
			const fresh = new Map<ProcessKey, Known>();
			for (const process of parentsFirst) {
				const parent = process.parentKey === null ? undefined : fresh.get(process.parentKey);
				fresh.set(process.key, judge(process, parent, context, contextKey));
			}

			known = fresh;
			return processes.map(process => withVerdict(process, fresh.get(process.key) as Known));
		},
	};
};
