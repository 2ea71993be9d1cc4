import type {AppRegistration} from '../../source/model/app.js';
import type {Process} from '../../source/model/process.js';
import type {LaunchdJob} from '../../source/model/service.js';
import {processFixture, traitsFixture} from '../support/process-fixture.js';

/** A process as ps shows it on a Mac: no session, no control group, nothing but columns. */
export const macProcess = (path: string, parts: Partial<Process> = {}): Process => {
	const name = path.slice(path.lastIndexOf('/') + 1);
	return processFixture({
		pid: 300,
		ppid: 1,
		uid: 501,
		user: 'alex',
		name,
		comm: name,
		sid: null,
		tpgid: -1,
		executable: path.startsWith('/') ? path : null,
		args: [path],
		vszBytes: null,
		threads: null,
		...parts,
		traits: traitsFixture({
			isForkedWithoutExec: null,
			signals: null,
			workingDirectory: null,
			stdio: null,
			usesDisplay: null,
			listens: null,
			...parts.traits,
		}),
	});
};

export const launchd = macProcess('/sbin/launchd', {pid: 1, ppid: 0, uid: 0, user: 'root'});

/** A job of launchd whose main process is `pid`. */
export const jobFixture = (domain: string, name: string, pid = 300, parts: Partial<LaunchdJob> = {}): LaunchdJob => ({
	manager: 'launchd',
	name,
	domain,
	jobType: domain === 'system' ? 'daemon' : name.startsWith('application.') ? 'application' : 'agent',
	description: null,
	mainPid: pid,
	configPath: null,
	startsAtBoot: null,
	restart: null,
	lastExit: null,
	program: null,
	runAtLoad: null,
	keepAlive: null,
	keepAliveConditions: [],
	throttleSeconds: null,
	exitTimeoutSeconds: null,
	launchOnlyOnce: null,
	isDisabled: null,
	startedBy: [],
	processType: null,
	sessionTypes: [],
	standardOutPath: null,
	standardErrorPath: null,
	sockets: [],
	userName: null,
	bundlePath: null,
	...parts,
});

export const appFixture = (type: string, pid = 300, name = 'App'): AppRegistration => ({pid, name, bundleId: 'com.example.app', type});
