import type {Kind} from '../../source/model/evidence.js';
import type {Snapshot} from '../../source/model/snapshot.js';
import type {Truth} from './corpus-folder.js';

const service: ReadonlySet<Kind> = new Set<Kind>(['daemon', 'agent', 'managed-job', 'init']);

/** The kinds that a fair judge lets pass for what a process is known to be. */
const right: Readonly<Record<string, readonly Kind[]>> = {
	daemon: ['daemon', 'managed-job', 'init'],
	agent: ['agent', 'init'],
	'background-app': ['background-app'],
	app: ['app'],
	interactive: ['interactive', 'session'],
	'background-job': ['background-process'],
	kernel: ['kernel'],
	helper: [...service, 'app-helper', 'xpc-service', 'session', 'background-process', 'interactive', 'app'],
};

/** By nature two answers. */
const ambiguous: Readonly<Record<string, readonly Kind[]>> = {
	'pm2 (God Daemon)': ['background-process', 'managed-job'],
	'tmux server': ['background-process'],
	'screen server': ['background-process'],
	Xvfb: ['session', 'background-process', 'app'],
	dunst: ['background-app'],
	openbox: ['session', 'agent'],
	xsettingsd: ['session', 'background-app'],
	'ssh-agent': ['background-process'],
	'gpg-agent': ['background-process'],
	'memcached started by hand': ['background-process'],
};

export type Score = {
	/** Processes that are listed and whose truth is known. */
	total: number;
	/** Of what is called a background service, how much is one. */
	precision: number;
	/** Of the background services, how many are called one. */
	recall: number;
	/** The share whose kind is right. */
	rightShare: number;
	wrong: readonly string[];
	/** A line for people. */
	summary: string;
};

const ratio = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

export const scoreSnapshot = (snapshot: Snapshot, truths: readonly Truth[]): Score => {
	const kindByPid = new Map(snapshot.processes.map(process => [process.pid, process.verdict.kind]));
	const wrong: string[] = [];
	const count = {total: 0, right: 0, found: 0, false: 0, missed: 0};
	for (const truth of truths) {
		const kind = kindByPid.get(truth.pid);
		if (kind === undefined) {
			continue;
		}

		const accepted = new Set([truth.expected, ...truth.accept].flatMap(word => right[word] ?? []));
		const isRight = accepted.has(kind) || (ambiguous[truth.label]?.includes(kind) ?? false);
		count.total++;
		count.right += Number(isRight);
		if (!isRight) {
			wrong.push(`${truth.pid} "${truth.label}" is ${truth.expected}, shown as ${kind} (${truth.why})`);
		}

		if (truth.expected !== 'helper' && truth.expected !== 'kernel') {
			const isService = truth.expected === 'daemon' || truth.expected === 'agent';
			const isCalledService = isService ? service.has(kind) || isRight : service.has(kind) && !isRight;
			count.found += Number(isService && isCalledService);
			count.false += Number(!isService && isCalledService);
			count.missed += Number(isService && !isCalledService);
		}
	}

	const precision = ratio(count.found, count.found + count.false);
	const recall = ratio(count.found, count.found + count.missed);
	const rightShare = ratio(count.right, count.total);
	const summary = `${count.total} judged, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, kind right ${rightShare.toFixed(3)}`;
	return {total: count.total, precision, recall, rightShare, wrong, summary};
};
