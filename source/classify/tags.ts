import {type Evidence, type Kind, type Tag, tags} from '../model/evidence.js';
import type {Facts} from './rule.js';

const isThirdParty = (executable: string | null): boolean =>
	executable !== null && /^\/(?:usr\/local|opt|snap|home|root|srv|var\/lib\/flatpak|nix|Applications)\//.test(executable);

/** Everything true of a process beside its kind. `worker` means: one of several processes of the same service. */
export const tagsOf = (facts: Facts, kind: Kind, evidence: readonly Evidence[], firstLoginAt: number | null): readonly Tag[] => {
	const {process} = facts;
	const unit = process.service?.manager === 'systemd' ? process.service : null;
	const isTriggeredBy = (suffix: string): boolean => unit?.triggeredBy.some(name => name.endsWith(suffix)) ?? false;
	const isService = kind === 'daemon' || kind === 'agent' || kind === 'managed-job';
	const holds: Readonly<Record<Tag, boolean>> = {
		worker: isService && (process.role === 'worker' || evidence.some(item => item.rule === 'worker-of-parent')),
		'on-demand': (unit?.triggeredBy.length ?? 0) > 0 && unit?.startsAtBoot !== true,
		'keep-alive': isService && process.service?.restart != null && process.service.restart !== 'no',
		timer: isTriggeredBy('.timer') || process.service?.manager === 'cron',
		'one-shot': unit?.type === 'oneshot',
		'socket-activated': isTriggeredBy('.socket'),
		'third-party': isThirdParty(process.executable),
		apple: false,
		listens: process.traits.listens?.some(listener => listener.protocol !== 'unix') ?? false,
		ui: process.traits.usesDisplay === true,
		'pre-login': isService && process.startedAt !== null && firstLoginAt !== null && process.startedAt < firstLoginAt,
		zombie: process.state === 'Z',
		self: process.isSelf,
	};
	return tags.filter(tag => holds[tag]);
};
