import type {MythId} from '../model/myth.js';
import {isGenericProgram} from '../model/program.js';
import type {ExplainedProcess} from '../model/snapshot.js';

type Sign = {myth: MythId; holds: (process: ExplainedProcess) => boolean};

const busyPercent = 20;

const isService = ({verdict}: ExplainedProcess): boolean => verdict.kind === 'daemon' || verdict.kind === 'agent';

const isMain = ({role}: ExplainedProcess): boolean => role === 'main';

/** A job of launchd in which domains and property lists are what they seem. */
const isJobsMain = (process: ExplainedProcess): boolean => process.service?.manager === 'launchd' && isMain(process) && isService(process);

/** What its command line says, where the arguments may be read. */
const commandOf = ({name, args}: ExplainedProcess): string => [name, ...(args ?? [])].join(' ');

/** `nfsd`, `kswapd0`: the d may have a number behind it where a thread is one of several. */
const endsInD = ({name, verdict}: ExplainedProcess): boolean =>
	(verdict.kind === 'kernel' ? /d\d*$/ : /[a-z]d$/).test(name.replace(/[/:].*$/, ''));

/** The names of apps are words, and a shell or `sleep` says nothing of the service that it runs for. */
const isLettersExample = (process: ExplainedProcess): boolean => {
	const {kind} = process.verdict;
	if (kind === 'app' || kind === 'background-app' || isGenericProgram(process.name)) {
		return false;
	}

	return kind === 'daemon' ? !endsInD(process) : endsInD(process);
};

const isOnDemand = ({verdict}: ExplainedProcess): boolean =>
	verdict.tags.includes('on-demand') || verdict.tags.includes('socket-activated');

const serverManagers: readonly string[] = ['pm2', 'supervisord', 'runit', 's6', 'docker', 'podman'];

/** What runs for others by a program that many run in, or below a supervisor of servers. */
const isKeptServer = (process: ExplainedProcess): boolean =>
	/^PM2 /.test(process.name) ||
	(process.service !== null && serverManagers.includes(process.service.manager)) ||
	(process.service !== null && /^(?:node|python[\d.]*|ruby|java|gunicorn|uvicorn|deno|bun)$/.test(process.name));

/** Where a myth can be seen: what is rarest stands first, for it teaches most. */
const signs: readonly Sign[] = [
	{myth: 'bird', holds: ({name, verdict}) => name === 'bird' && verdict.kind === 'agent'},
	{myth: 'mdnsresponder', holds: ({name, verdict}) => name === 'mDNSResponder' && verdict.kind === 'daemon'},
	{myth: 'cron-and-named', holds: ({name}) => /^(?:crond?|named)$/.test(name)},
	{myth: 'menu-bar-app', holds: ({verdict}) => verdict.kind === 'background-app'},
	{myth: 'servers', holds: isKeptServer},
	{myth: 'grep-daemon', holds: process => process.verdict.kind !== 'daemon' && /daemon/.test(commandOf(process))},
	{myth: 'low-priority', holds: process => isService(process) && (process.cpuPercent ?? 0) >= busyPercent},
	{
		myth: 'three-nos',
		holds: ({verdict, hasTty}) => (verdict.kind === 'daemon' ? verdict.tags.includes('ui') : verdict.kind === 'app' && hasTty === false),
	},
	{myth: 'letter-d', holds: isLettersExample},
	{myth: 'background-process', holds: ({verdict}) => verdict.kind === 'background-process'},
	{
		myth: 'console-or-log',
		holds: ({service}) => service?.manager === 'launchd' && service.standardOutPath !== null && service.standardOutPath !== '/dev/null',
	},
	{
		myth: 'user-daemon-folder',
		holds: ({verdict, service}) =>
			verdict.kind === 'agent' && /^\/(?:Users\/[^/]+\/)?Library\/LaunchAgents\//.test(service?.configPath ?? ''),
	},
	{myth: 'boot-to-shutdown', holds: process => process.verdict.kind === 'daemon' && isMain(process) && isOnDemand(process)},
	{
		myth: 'restarts-itself',
		holds: process => isService(process) && isMain(process) && process.service?.restart === 'no' && !isOnDemand(process),
	},
	{
		myth: 'dies-on-error',
		holds: process => process.verdict.kind === 'daemon' && isMain(process) && process.verdict.tags.includes('keep-alive'),
	},
	{myth: 'survives-logout', holds: process => process.verdict.kind === 'agent' && isMain(process)},
	{myth: 'signals', holds: ({verdict, traits}) => verdict.kind === 'daemon' && ((traits.signals?.caughtMask ?? 0) & 1) !== 0},
	{myth: 'launchctl-list', holds: process => isJobsMain(process) && process.verdict.kind === 'daemon'},
];

const most = 3;

/** The myths that a process is an example of, at most three, the most telling first. */
export const mythsOf = (process: ExplainedProcess): readonly MythId[] =>
	signs
		.filter(({holds}) => holds(process))
		.map(({myth}) => myth)
		.slice(0, most);
