import {describe} from '../columns.js';
import type {Evidence} from '../model/evidence.js';
import type {Service} from '../model/service.js';
import type {ExplainedProcess, Snapshot} from '../model/snapshot.js';
import type {Text} from '../text/text.js';

/** Raised when a field changes its meaning or goes; new fields do not count. */
const jsonVersion = 1;

const instant = (milliseconds: number | null): string | null => (milliseconds === null ? null : new Date(milliseconds).toISOString());

const toEvidence = (evidence: Evidence, direction: 'for' | 'against', text: Text) => ({
	rule: evidence.rule,
	direction,
	strength: evidence.strength,
	supports: evidence.supports,
	source: evidence.source,
	observed: evidence.observed,
	text: text.evidence[evidence.rule as keyof typeof text.evidence](evidence.observed),
});

export const toJsonService = (service: Service) => ({
	manager: service.manager,
	name: service.name,
	description: service.description,
	mainPid: service.mainPid,
	configPath: service.configPath,
	startsAtBoot: service.startsAtBoot,
	restart: service.restart,
	...(service.manager === 'systemd'
		? {
				scope: service.scope,
				scopeUid: service.scopeUid,
				type: service.type,
				loadState: service.loadState,
				activeState: service.activeState,
				subState: service.subState,
				result: service.result,
				unitFileState: service.unitFileState,
				restarts: service.restarts,
				triggeredBy: service.triggeredBy,
				triggers: service.triggers,
				sourcePath: service.sourcePath,
			}
		: service.manager === 'launchd'
			? {
					scope: service.domain === 'system' ? ('system' as const) : ('user' as const),
					domain: service.domain,
					jobType: service.jobType,
					lastExit: service.lastExit,
					program: service.program,
					runAtLoad: service.runAtLoad,
					keepAlive: service.keepAlive,
					isDisabled: service.isDisabled,
					startedBy: service.startedBy,
					processType: service.processType,
				}
			: {supervisorPid: service.supervisorPid, containerId: service.containerId}),
});

/** One process as JSON. Unknown is `null`, instants are ISO 8601 in UTC, units are in the names. */
export const toJsonProcess = (process: ExplainedProcess, text: Text) => ({
	pid: process.pid,
	ppid: process.ppid,
	key: process.key,
	name: process.name,
	script: process.script,
	kind: process.verdict.kind,
	confidence: process.verdict.confidence,
	tags: process.verdict.tags,
	what: describe(process, 'en'),
	service: process.service === null ? null : {...toJsonService(process.service), role: process.role},
	uid: process.uid,
	user: process.user,
	tty: process.tty,
	state: process.state,
	pgid: process.pgid,
	sid: process.sid,
	nice: process.nice,
	threads: process.threads,
	startedAt: instant(process.startedAt),
	cpuPercent: process.cpuPercent,
	cpuTimeMs: process.cpuTimeMs,
	rssBytes: process.rssBytes,
	vszBytes: process.vszBytes,
	comm: process.comm,
	executable: process.executable,
	args: process.args,
	cgroup: process.cgroup?.path ?? null,
	workingDirectory: process.traits.workingDirectory,
	listens: process.traits.listens?.map(({id: _, ...socket}) => socket) ?? null,
	denied: process.traits.denied,
	evidence: [
		...process.verdict.evidenceFor.map(evidence => toEvidence(evidence, 'for', text)),
		...process.verdict.evidenceAgainst.map(evidence => toEvidence(evidence, 'against', text)),
	],
});

/** What stands around every JSON output. */
export const toJsonEnvelope = (snapshot: Snapshot) => ({
	version: jsonVersion,
	host: {...snapshot.host, bootedAt: instant(snapshot.host.bootedAt)},
	takenAt: instant(snapshot.takenAt),
	hidden: snapshot.hidden,
	problems: snapshot.problems,
});
