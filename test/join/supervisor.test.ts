import {describe, expect, test} from 'vitest';
import {findSupervisor, supervisedJob, supervisorOf} from '../../source/join/supervisor.js';
import type {Process} from '../../source/model/process.js';
import {processFixture, traitsFixture} from '../support/process-fixture.js';

const named = (comm: string, parts: Partial<Process> = {}): Process => processFixture({pid: 10, comm, name: comm, ...parts});

const supervisors = [
	['runsv', 'runit'],
	['s6-supervise', 's6'],
	// cut by the kernel after fifteen letters
	['supervise-daemo', 'openrc'],
	['supervisord', 'supervisord'],
	['PM2 v5.4.3: God', 'pm2'],
	['cron', 'cron'],
	['crond', 'cron'],
	['atd', 'at'],
	['containerd-shim', 'containerd'],
	['conmon', 'podman'],
] as const;

describe('a supervisor', () => {
	test.each(supervisors)('is %s, of %s', (comm, manager) => {
		expect(supervisorOf(named(comm))).toBe(manager);
		expect(findSupervisor([named(comm)])).toEqual({manager, pid: 10, isParent: true});
	});

	test.each(['runsvdir', 'crontab', 'cronie-x', 'pm2', 'node', 'atd2', 'bash', 'containerd', ''])('is not %j', comm => {
		expect([supervisorOf(named(comm)), findSupervisor([named(comm)])]).toEqual([null, null]);
	});

	test('is none when somebody runs it in a terminal', () => {
		const process = named('supervisord', {hasTty: true, tty: 'pts/1'});
		expect([supervisorOf(process), findSupervisor([process])]).toEqual([null, null]);
	});

	test.each(supervisors.filter(([, manager]) => !['runit', 's6', 'openrc'].includes(manager)))(
		'%s is one for what its children start, too',
		comm => {
			expect(findSupervisor([named('sh', {pid: 20}), named(comm)])).toMatchObject({pid: 10, isParent: false});
		},
	);

	test.each(['runsv', 's6-supervise', 'supervise-daemo'])('%s is one for its children alone', comm => {
		expect(findSupervisor([named('sh', {pid: 20}), named(comm)])).toBeNull();
	});

	test('is the nearest one', () => {
		expect(findSupervisor([named('sh', {pid: 5}), named('cron', {pid: 6}), named('supervisord', {pid: 7})])).toMatchObject({
			manager: 'cron',
			pid: 6,
		});
	});
});

describe('the job of a supervisor', () => {
	const job = named('program', {pid: 20, script: null});

	test.each<[string, Process, readonly string[] | null, 'runit' | 's6' | 'openrc' | 'supervisord' | 'pm2' | 'cron', string]>([
		['of runit has the name of its folder', job, ['runsv', '/etc/service/web/'], 'runit', 'web'],
		['of s6 has the name of its folder', job, ['s6-supervise', 'web'], 's6', 'web'],
		['of OpenRC has the name behind the options', job, ['supervise-daemon', '--verbose', 'web', '--start'], 'openrc', 'web'],
		['whose supervisor shows no arguments has its own name', job, null, 'runit', 'program'],
		[
			'of supervisord has the name it was given',
			named('x', {traits: traitsFixture({environment: {supervisedName: 'web'} as never})}),
			null,
			'supervisord',
			'web',
		],
		['of PM2 has the name of its script', named('node', {script: 'web.js'}), null, 'pm2', 'web.js'],
		['of cron has its own name', job, ['cron', '-f'], 'cron', 'program'],
	])('%s', (_, process, args, manager, name) => {
		expect(supervisedJob(process, named('x', {pid: 9, args}), manager)).toMatchObject({
			manager,
			name,
			mainPid: process.pid,
			supervisorPid: 9,
		});
	});

	test.each([
		['runit', 'always'],
		['s6', 'always'],
		['pm2', 'always'],
		['supervisord', null],
		['cron', null],
	] as const)('of %s is restarted: %s', (manager, restart) => {
		expect(supervisedJob(job, named('x'), manager).restart).toBe(restart);
	});
});
