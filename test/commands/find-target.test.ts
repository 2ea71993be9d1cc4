import {describe, expect, test} from 'vitest';
import {findTarget} from '../../source/commands/find-target.js';
import {explainedFixture, snapshotFixture, unitFixture} from '../support/process-fixture.js';

const npx = explainedFixture({
	pid: 50,
	ppid: 40,
	name: 'npm exec daemon-top why redis',
	comm: 'npm exec daemon',
	args: ['npm exec daemon-top why redis'],
	hasTty: true,
});
const shell = explainedFixture({pid: 40, name: 'bash', args: ['bash', '-c', 'npx daemon-top why redis']});
const server = explainedFixture({pid: 30, name: 'sshd', service: unitFixture('ssh-redis.service')});
const starter = explainedFixture({pid: 60, ppid: 50, name: 'sh', args: ['sh', '-c', 'daemon-top why redis']});
const self = explainedFixture({
	pid: 70,
	ppid: 60,
	name: 'node',
	script: 'daemon-top',
	args: ['node', 'daemon-top', 'why', 'redis'],
	isSelf: true,
});
const family = [{...server, ppid: 1}, {...shell, ppid: 30}, npx, starter, self];
const other = explainedFixture({pid: 90, name: 'npm exec my-redis'});

const pidsOf = (target: string, processes = family): readonly number[] =>
	findTarget(snapshotFixture(processes), target, 'en').processes.map(({pid}) => pid);

describe('a target', () => {
	test('is not what started the program itself and only holds the word among its arguments', () => {
		expect(pidsOf('redis', [{...shell, ppid: 1}, npx, starter, self])).toEqual([]);
	});

	test('is another program that is named so', () => {
		expect(pidsOf('redis', [...family.slice(1), other])).toEqual([90]);
	});

	test.each([
		['npm', [50]],
		['bash', [40]],
		['daemon-t', [70]],
		['ssh-red', [30]],
		['npm exec daemon-top why redis', [50]],
		['50', [50]],
	])('may be one of those that started it by its own name: %s', (target, pids) => {
		expect(pidsOf(target)).toEqual(pids);
	});
});
