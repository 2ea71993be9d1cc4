import {describe, expect, test} from 'vitest';
import {answerChecklist, scoreChecklist} from '../../source/classify/checklist.js';
import {checklistTraits} from '../../source/model/evidence.js';
import type {ExplainedProcess} from '../../source/model/snapshot.js';
import {en} from '../../source/text/en.js';
import {
	bootedAt,
	cgroupFixture,
	explainedFixture,
	hostFixture,
	traitsFixture,
	unitFixture,
	verdictFixture,
} from '../support/process-fixture.js';

const ask = (process: ExplainedProcess) =>
	Object.fromEntries(answerChecklist(process, hostFixture()).map(({trait, answer}) => [trait, answer]));

const service = explainedFixture({
	pid: 60,
	name: 'sshd',
	uid: 105,
	user: 'sshd',
	nice: 5,
	startedAt: bootedAt + 5000,
	cgroup: cgroupFixture('/system.slice/ssh.service'),
	service: unitFixture('ssh.service', {restart: 'on-failure', restarts: 3}),
	traits: traitsFixture({signals: {caughtMask: 1 | (1 << 14), ignoredMask: 0}}),
});

const denied = explainedFixture({
	pid: 61,
	traits: traitsFixture({stdio: null, usesDisplay: null, signals: null, denied: ['stdio', 'display', 'environment']}),
});

describe('the textbook checklist', () => {
	test('a service of systemd passes all of it', () => {
		expect(ask(service)).toEqual(Object.fromEntries(checklistTraits.map(trait => [trait, 'yes'])));
	});

	test('what may not be read is unknown, never no', () => {
		expect(ask(denied)).toMatchObject({
			'no-gui': 'unknown',
			'reads-no-input': 'unknown',
			'logs-to-system': 'unknown',
			'handles-signals': 'unknown',
		});
	});

	test('root is no account of its own, and a person is none either', () => {
		expect(ask(explainedFixture({uid: 0}))['own-account']).toBe('no');
		expect(ask(explainedFixture({uid: 1000}))['own-account']).toBe('no');
	});

	test('where a unit says what its streams are, that is believed before the descriptors are unknown', () => {
		expect(ask({...denied, service: unitFixture('ssh.service')})).toMatchObject({'reads-no-input': 'yes', 'logs-to-system': 'yes'});
	});

	test('a program in a terminal fails where it should', () => {
		const shell = explainedFixture({
			kind: 'interactive',
			tty: 'pts/1',
			hasTty: true,
			traits: traitsFixture({stdio: ['terminal', 'terminal', 'terminal']}),
		});
		expect(ask(shell)).toMatchObject({'no-terminal': 'no', 'reads-no-input': 'no', 'survives-logout': 'no', 'kept-alive': 'no'});
	});

	test('Restart=no is a no, and nothing known about restarting is unknown', () => {
		expect(ask({...service, service: unitFixture('x.service', {restart: 'no'})})).toMatchObject({
			'kept-alive': 'no',
			'restarted-on-error': 'no',
		});
		expect(ask({...service, service: unitFixture('x.service', {restart: null})})).toMatchObject({
			'kept-alive': 'unknown',
			'restarted-on-error': 'unknown',
		});
	});

	test('a manager that has not told its services is no manager that knows none', () => {
		expect(ask({...service, service: null, isServiceTold: false})).toMatchObject({
			'kept-alive': 'unknown',
			'restarted-on-error': 'unknown',
		});
	});

	test('most questions make no sense for a thread of the kernel', () => {
		const answers = ask(explainedFixture({verdict: verdictFixture('kernel')}));
		expect(answers['handles-signals']).toBe('not-applicable');
	});

	test('every reading has words', () => {
		for (const process of [
			service,
			denied,
			explainedFixture({verdict: verdictFixture('kernel')}),
			explainedFixture({hasTty: null, uid: null, nice: null, startedAt: null, service: null}),
		]) {
			for (const {trait, reading} of answerChecklist(process, hostFixture())) {
				expect(Object.keys(en.checklist[trait].readings), trait).toContain(reading);
			}
		}
	});

	test('the score counts what was answered', () => {
		expect(scoreChecklist(answerChecklist(service, hostFixture()))).toEqual({yes: checklistTraits.length, no: 0, unknown: 0});
	});
});
