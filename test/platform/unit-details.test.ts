import {describe, expect, test} from 'vitest';
import type {ExplainedProcess} from '../../source/model/snapshot.js';
import {readUnitDetails} from '../../source/platform/linux/unit-details.js';
import type {Answer, Command, Runner} from '../../source/run/runner.js';
import {explainedFixture, unitFixture} from '../support/process-fixture.js';

const answerOf = (parts: Partial<Answer>): Answer => ({stdout: '', stderr: '', exitCode: 0, failure: null, durationMs: 1, ...parts});

/** Answers one command after the other, and keeps what was asked. */
const scripted = (...answers: readonly Partial<Answer>[]) => {
	const commands: Command[] = [];
	const runner = {
		async run(command: Command) {
			commands.push(command);
			return answerOf(answers[commands.length - 1] ?? {failure: 'missing'});
		},
	} as unknown as Runner;
	return {runner, commands};
};

const {signal} = new AbortController();
const self = (uid: number) => ({pid: 1, uid, home: null});
const process = (scope: 'system' | 'user' = 'system', uid = 0): ExplainedProcess =>
	explainedFixture({
		uid,
		user: uid === 0 ? 'root' : 'anna',
		role: 'main',
		service: unitFixture('web.service', {scope, scopeUid: scope === 'user' ? 1000 : null}),
	});
const shown = 'Id=web.service\nRestart=always\n';

describe('the details of a unit', () => {
	test('are asked with one command, and a second for all that starts it', async () => {
		const {runner, commands} = scripted(
			{stdout: `${shown}TriggeredBy=web.socket web.timer\n`},
			{stdout: 'Id=web.socket\nListen=/run/web (Stream)\n\nId=web.timer\n'},
		);
		const {value, problems} = await readUnitDetails(runner, process(), self(0), signal);
		expect(problems).toEqual([]);
		expect(value).toMatchObject({
			id: 'web.service',
			restart: 'always',
			triggers: [{unit: 'web.socket', listens: ['/run/web']}, {unit: 'web.timer'}],
		});
		expect(commands.map(({args}) => args.slice(args.indexOf('--') + 1))).toEqual([['web.service'], ['web.socket', 'web.timer']]);
	});

	test('are asked with one command where nothing starts it', async () => {
		const {runner, commands} = scripted({stdout: shown});
		expect((await readUnitDetails(runner, process(), self(0), signal)).value).toMatchObject({triggers: []});
		expect(commands).toHaveLength(1);
	});

	test.each<[string, ExplainedProcess, number, readonly string[] | null]>([
		['of the system by anybody', process(), 1000, []],
		['of a user by that user', process('user', 1000), 1000, ['--user']],
		['of a user by root', process('user', 1000), 0, ['--user', '--machine=anna@']],
		['of a user by root, about a process that changed its user', process('user', 0), 0, ['--user', '--machine=1000@']],
		['of a user by another', process('user', 1000), 1001, null],
	])('are asked of the right manager: %s', async (_, subject, uid, scope) => {
		const {runner, commands} = scripted({stdout: shown});
		const {value} = await readUnitDetails(runner, subject, self(uid), signal);
		const words = commands[0]?.args.filter(word => word === '--user' || word.startsWith('--machine')) ?? null;
		expect([words, value === null]).toEqual([scope, scope === null]);
	});

	test.each<[string, Partial<Answer>, string | null]>([
		['a failure', {failure: 'exit', exitCode: 1, stderr: 'Failed to connect to bus'}, 'exit'],
		['a text that is no unit', {stdout: 'x'}, 'parse'],
		['a question that was called off', {failure: 'aborted'}, null],
	])('are null after %s', async (_, answer, failure) => {
		const {value, problems} = await readUnitDetails(scripted(answer).runner, process(), self(0), signal);
		expect([value, problems[0]?.failure ?? null]).toEqual([null, failure]);
	});

	test('stay where only the second command fails', async () => {
		const {runner} = scripted({stdout: `${shown}TriggeredBy=web.socket\n`}, {failure: 'timeout'});
		const {value, problems} = await readUnitDetails(runner, process(), self(0), signal);
		expect(value).toMatchObject({id: 'web.service', triggers: []});
		expect(problems).toMatchObject([{failure: 'timeout'}]);
	});

	test('are nothing for a process that has no unit', async () => {
		const {runner, commands} = scripted();
		expect(await readUnitDetails(runner, explainedFixture(), self(0), signal)).toEqual({value: null, problems: []});
		expect(commands).toEqual([]);
	});
});
