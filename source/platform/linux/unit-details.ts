import {askLinux, managerScopeOf} from '../../ask/linux.js';
import {type Question, shellLine} from '../../ask/question.js';
import type {ServiceDetails, UnitTrigger} from '../../model/details.js';
import type {ExplainedProcess, Failure, Problem} from '../../model/snapshot.js';
import {parseUnitDetails, parseUnitTriggers, triggerProperties, unitDetailProperties} from '../../parse/unit-details.js';
import type {Answer, Runner} from '../../run/runner.js';
import type {Reading, Self} from '../platform.js';
import {problemOf} from '../problem.js';

const timeoutMs = 3000;
const maxTriggers = 20;

type Run = Extract<Question, {run: unknown}>['run'];

const nothing: Reading<null> = {value: null, problems: []};

const problemWith = (run: Run, answer: Answer): Problem => {
	const source = shellLine({run: {file: run.file, args: run.args.filter(argument => !argument.includes(','))}});
	const unread: Failure = 'parse';
	return problemOf(source, answer) ?? {source, failure: answer.failure ?? unread, detail: null};
};

/**
Asks systemd for the unit of one process, and then for all that starts that unit. A name belongs to the unit it was
told with, so both are asked of the same manager.

@source systemctl(1) `show`
*/
export const readUnitDetails = async (
	runner: Runner,
	process: ExplainedProcess,
	self: Self,
	signal: AbortSignal,
): Promise<Reading<ServiceDetails | null>> => {
	const {service} = process;
	const owner = service?.manager === 'systemd' && process.uid === service.scopeUid ? process.user : null;
	const scope = service?.manager === 'systemd' ? managerScopeOf(service, self.uid, owner) : null;
	if (service?.manager !== 'systemd' || scope === null) {
		return nothing;
	}

	const ask = (names: readonly string[], properties: readonly string[]): {run: Run; answer: Promise<Answer>} => {
		const run = askLinux.unit(scope, names, properties);
		return {run, answer: runner.run({...run, timeoutMs}, signal)};
	};

	const first = ask([service.name], unitDetailProperties);
	const answer = await first.answer;
	const parsed = answer.failure === null ? parseUnitDetails(answer.stdout, shellLine({run: first.run})) : null;
	if (!parsed) {
		return {value: null, problems: answer.failure === 'aborted' ? [] : [problemWith(first.run, answer)]};
	}

	const names = parsed.triggeredBy.slice(0, maxTriggers);
	if (names.length === 0) {
		return {value: parsed.details, problems: []};
	}

	const second = ask(names, triggerProperties);
	const told = await second.answer;
	const triggers: readonly UnitTrigger[] = told.failure === null ? parseUnitTriggers(told.stdout) : [];
	const problem = told.failure === null || told.failure === 'aborted' ? [] : [problemWith(second.run, told)];
	return {value: {...parsed.details, triggers}, problems: problem};
};
