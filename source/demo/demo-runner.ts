import type {Clock} from '../run/clock.js';
import {type Answer, type Command, defaultMaxFileBytes, type Runner} from '../run/runner.js';
import {createDemoFiles} from './files.js';
import {followAnswer} from './follow-answer.js';
import {launchctlAnswer} from './launchctl-answer.js';
import {logAnswer} from './log-answer.js';
import {tailAnswer} from './log-file-answer.js';
import {lsappinfoAnswer} from './lsappinfo-answer.js';
import {lsofAnswer} from './lsof-answer.js';
import {demoMachine} from './machine.js';
import {psAnswer} from './ps-answer.js';
import {said, softwareVersionAnswer, sysctlAnswer, type ToolAnswer} from './system-answer.js';
import {type Instant, instantAt} from './timeline.js';

const orSaid = (stdout: string | null): ToolAnswer | null => (stdout === null ? null : said(stdout));

const answerOf = ({file, args}: Command, instant: Instant): ToolAnswer | null => {
	const {host} = demoMachine;
	switch (file) {
		case '/bin/ps':
			return orSaid(psAnswer(args, instant));
		case '/bin/launchctl':
			return launchctlAnswer(args, demoMachine, instant);
		case '/usr/bin/lsappinfo':
			return args[0] === 'list' ? said(lsappinfoAnswer(instant, host.uptime)) : null;
		case '/usr/bin/sw_vers':
			return softwareVersionAnswer(args, host);
		case '/usr/sbin/sysctl':
			return sysctlAnswer(args, host, instant);
		case '/usr/bin/log':
			return logAnswer(args, demoMachine, instant);
		case '/usr/bin/tail':
			return tailAnswer(args, demoMachine, instant);
		case '/usr/sbin/lsof':
			return lsofAnswer(args, demoMachine, instant);
		default:
			return null;
	}
};

const missing: Answer = {stdout: '', stderr: '', exitCode: null, failure: 'missing', durationMs: 0};

/**
A runner that answers as a Mac would, so that the program can be tried and taught on any system. It was booted three days
before the clock is first asked, and moves on with it; what it answers depends on nothing but the time since then.
*/
export const createDemoRunner = (clock: Clock): Runner => {
	const firstLook = clock.elapsed();
	const bootedAt = Math.floor(clock.now() / 1000) - demoMachine.host.uptime;
	const files = createDemoFiles(demoMachine);
	let instant: Instant | null = null;
	// a reading asks several tools within one instant
	const now = (): Instant => {
		const seconds = Math.max(0, clock.elapsed() - firstLook) / 1000;
		if (instant === null || instant.seconds !== seconds) {
			instant = instantAt(demoMachine, bootedAt, seconds);
		}

		return instant;
	};

	return {
		async run(command, signal) {
			if (signal?.aborted) {
				return {...missing, failure: 'aborted'};
			}

			const answer = answerOf(command, now());
			return answer ? {...answer, failure: answer.exitCode === 0 ? null : 'exit', durationMs: 0} : missing;
		},
		follow: (command, onText, signal) => followAnswer(command, {machine: demoMachine, now, wait: clock.wait}, onText, signal),
		read: (path, maxBytes = defaultMaxFileBytes, encoding = 'utf8') => files.read(path, maxBytes, encoding),
		list: path => files.list(path),
		link: () => ({target: null, failure: 'missing'}),
	};
};
