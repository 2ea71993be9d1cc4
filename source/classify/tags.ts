import {type Evidence, type Kind, type Tag, tags} from '../model/evidence.js';
import type {Facts} from './rule.js';

const isThirdParty = (executable: string | null): boolean =>
	executable !== null && /^\/(?:usr\/local|opt|snap|home|root|srv|var\/lib\/flatpak|nix|Applications)\//.test(executable);

/** What stands on the sealed system volume, and Apple's own additions to it. */
const isApples = (executable: string): boolean =>
	/^\/(?:System|usr\/(?:bin|sbin|libexec|lib)|bin|sbin|Library\/Apple)\//.test(executable) ||
	/^\/Applications\/(?:Safari|Utilities\/[^/]+)\.app\//.test(executable);

/** Everything true of a process beside its kind. `worker` means: one of several processes of the same service. */
export const tagsOf = (facts: Facts, kind: Kind, evidence: readonly Evidence[], firstLoginAt: number | null): readonly Tag[] => {
	const {process} = facts;
	const unit = process.service?.manager === 'systemd' ? process.service : null;
	const isTriggeredBy = (suffix: string): boolean => unit?.triggeredBy.some(name => name.endsWith(suffix)) ?? false;
	const job = process.service?.manager === 'launchd' ? process.service : null;
	const isService = kind === 'daemon' || kind === 'agent' || kind === 'managed-job';
	const holds: Readonly<Record<Tag, boolean>> = {
		worker: isService && (process.role === 'worker' || evidence.some(item => item.rule === 'worker-of-parent')),
		'on-demand':
			((unit?.triggeredBy.length ?? 0) > 0 && unit?.startsAtBoot === false) ||
			(job?.keepAlive === false && job.runAtLoad === false && job.startedBy.length > 0),
		'keep-alive': isService && process.service?.restart != null && process.service.restart !== 'no',
		timer:
			isTriggeredBy('.timer') ||
			process.service?.manager === 'cron' ||
			(job?.startedBy.some(trigger => trigger === 'interval' || trigger === 'calendar') ?? false),
		'one-shot': unit?.type === 'oneshot',
		'socket-activated': isTriggeredBy('.socket') || (job?.startedBy.includes('socket') ?? false),
		'third-party':
			facts.platform === 'darwin' ? process.executable !== null && !isApples(process.executable) : isThirdParty(process.executable),
		apple: facts.platform === 'darwin' && process.executable !== null && isApples(process.executable),
		listens: process.traits.listens?.some(listener => listener.protocol !== 'unix') ?? false,
		ui: process.traits.usesDisplay === true || process.app?.type === 'Foreground' || process.app?.type === 'UIElement',
		'pre-login': isService && process.startedAt !== null && firstLoginAt !== null && process.startedAt < firstLoginAt,
		zombie: process.state === 'Z',
		self: process.isSelf,
	};
	return tags.filter(tag => holds[tag]);
};
