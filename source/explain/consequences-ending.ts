import type {Comeback, WayToEnd} from '../model/consequences.js';
import type {ExplainedProcess} from '../model/snapshot.js';

/** How a process ended, as its parent learns it. Signals without `SIG`. */
export type Ending = {type: 'exit'; code: number} | {type: 'signal'; name: string};

const exit = (code: number): Ending => ({type: 'exit', code});
const signal = (name: string): Ending => ({type: 'signal', name});

/** Signals that a fault of the program brings about. Source: signal(7), those whose action is Core. */
const crashSignals = ['SEGV', 'ABRT', 'BUS', 'FPE', 'ILL', 'TRAP', 'SYS'] as const;

export const isCrash = (ending: Ending): boolean => ending.type === 'signal' && (crashSignals as readonly string[]).includes(ending.name);

const endings: Readonly<Record<Exclude<WayToEnd, 'asked'>, readonly Ending[]>> = {
	killed: [signal('KILL')],
	crashed: crashSignals.map(signal),
	failed: [exit(1)],
	finished: [exit(0)],
};

/** What a handler may do with SIGTERM: end well, end with an error, with the code that shells give it, or let it kill. */
const ownEndings: readonly Ending[] = [exit(0), exit(1), exit(143), signal('TERM')];

const termBit = 1 << 14;

export const comeback = (answer: Comeback['answer'], reason: Comeback['reason'], parts: Partial<Comeback> = {}): Comeback => ({
	answer,
	reason,
	by: null,
	detail: null,
	afterMs: null,
	usually: null,
	byCode: null,
	conditions: [],
	...parts,
});

/** What a manager does about an ending. */
type Decide = (ending: Ending) => Comeback;

/** All that may happen leads to the same, or it is not known. */
const agreed = (decide: Decide, possible: readonly Ending[], doubt: 'own-exit-code' | 'by-signal'): Comeback => {
	const [first, ...others] = possible.map(decide);
	if (first && others.every(other => other.answer === first.answer)) {
		return first;
	}

	const byCode = doubt === 'own-exit-code' ? {zero: decide(exit(0)).answer, other: decide(exit(1)).answer} : null;
	return comeback('unknown', doubt, {byCode, by: first?.by ?? null});
};

const decideAsked = (process: ExplainedProcess, decide: Decide): Comeback => {
	const {signals, nestedPid} = process.traits;
	const isCaught = signals === null ? null : (signals.caughtMask & termBit) !== 0;
	const isIgnored = signals !== null && (signals.ignoredMask & termBit) !== 0;
	// the first process of a pid namespace gets only the signals that it has a handler for
	if (isIgnored || (nestedPid === 1 && isCaught === false)) {
		return comeback('stays', 'ignores-signal');
	}

	return isCaught === false ? decide(signal('TERM')) : agreed(decide, ownEndings, 'own-exit-code');
};

/** Asks about every way to end. */
export const forEachWay = (process: ExplainedProcess, decide: Decide): Readonly<Record<WayToEnd, Comeback>> => ({
	asked: decideAsked(process, decide),
	killed: agreed(decide, endings.killed, 'by-signal'),
	crashed: agreed(decide, endings.crashed, 'by-signal'),
	failed: agreed(decide, endings.failed, 'by-signal'),
	finished: agreed(decide, endings.finished, 'by-signal'),
});
