import {managerScopeOf, scopeArguments} from '../../ask/linux.js';
import type {Process} from '../../model/process.js';
import type {Service} from '../../model/service.js';
import type {Problem} from '../../model/snapshot.js';
import {parseSystemctlShow, unitProperties} from '../../parse/systemctl.js';
import type {Command, Runner} from '../../run/runner.js';
import type {Reading, Self} from '../platform.js';
import {problemOf} from '../problem.js';

/** Patterns match the units that are loaded, with `--all` the inactive ones too; the cost is 1.5 ms a unit, whatever is asked of it. */
const unitPatterns = ['*.service', '*.socket', '*.timer', '*.path'];
const timeoutMs = 4000;
const maxUserManagers = 20;

/** sd_booted(3): systemd is the init system when this directory is there. */
export const isBootedWithSystemd = (runner: Runner): boolean => runner.list('/run/systemd/system').failure === null;

const showCommand = (...scope: readonly string[]): Command => ({
	file: 'systemctl',
	args: [...scope, '--no-pager', '--no-ask-password', '--all', 'show', '-p', unitProperties.join(','), '--', ...unitPatterns],
	timeoutMs,
});

/** The users whose manager runs, with the name that `systemctl -M NAME@` wants. */
const userManagers = (processes: readonly Process[]): ReadonlyMap<number, string | null> => {
	const managers = new Map<number, string | null>();
	for (const process of processes) {
		const place = process.cgroup;
		if (place?.scope === 'user' && place.scopeUid !== null && process.uid === place.scopeUid) {
			managers.set(place.scopeUid, process.user);
		}
	}

	return managers;
};

const userCommand = (uid: number, user: string | null, self: Self): Command | null => {
	const scope = managerScopeOf({scope: 'user', scopeUid: uid}, self.uid, user);
	return scope && showCommand(...scopeArguments(scope));
};

/**
Units of the system manager and of every user manager we may ask.

@source systemctl(1)
*/
export const readSystemdUnits = async (
	runner: Runner,
	processes: readonly Process[],
	self: Self,
	signal: AbortSignal,
): Promise<Reading<readonly Service[]>> => {
	const questions: {command: Command; scope: 'system' | 'user'; uid: number | null}[] = [
		{command: showCommand(), scope: 'system', uid: null},
	];
	for (const [uid, user] of [...userManagers(processes)].slice(0, maxUserManagers)) {
		const command = userCommand(uid, user, self);
		if (command) {
			questions.push({command, scope: 'user', uid});
		}
	}

	const answers = await Promise.all(questions.map(question => runner.run(question.command, signal)));
	const services: Service[] = [];
	const problems: Problem[] = [];
	for (const [index, answer] of answers.entries()) {
		const question = questions[index];
		if (!question) {
			continue;
		}

		const units = parseSystemctlShow(answer.stdout, question.scope, question.uid);
		services.push(...units);
		const source = question.scope === 'system' ? 'systemctl' : `systemctl --user (uid ${question.uid})`;
		const problem = problemOf(source, answer) ?? (units.length === 0 ? ({source, failure: 'parse', detail: null} as const) : null);
		if (problem) {
			problems.push(problem);
		}
	}

	return {value: services, problems};
};
