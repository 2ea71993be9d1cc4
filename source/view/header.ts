import type {Snapshot} from '../model/snapshot.js';
import {displayWidth, justify} from '../paint/cell.js';
import {type Line, type Span, span} from '../paint/style.js';
import type {State} from '../store/state.js';
import {formatDuration, formatPercent} from '../text/format.js';
import type {Text} from '../text/text.js';

type Part = {
	text: string /** For when there is no room. */;
	short?: string;
	style: Span['style'] /** The lowest goes first when there is no room. */;
	priority: number;
};

const separator = ' · ';

export const formatInterval = (milliseconds: number): string => String(Number((milliseconds / 1000).toFixed(1)));

/** Seconds would make the line change with every sample. */
const formatUptime = (milliseconds: number): string => formatDuration(Math.max(60_000, Math.floor(milliseconds / 60_000) * 60_000));

const leftParts = (state: State, text: Text): readonly Part[] => {
	const host = state.shown?.host;
	const words = text.explorer;
	const takenAt = state.shown?.takenAt ?? 0;
	const stretchedMs = Math.max(state.intervalMs, (state.latest?.durationMs ?? 0) * 2);
	const interval = stretchedMs > state.intervalMs ? words.slow(formatInterval(stretchedMs)) : words.every(formatInterval(state.intervalMs));
	return [
		{text: words.title, style: 'title', priority: 100},
		...(state.isPaused ? [{text: words.paused, style: 'warn', priority: 99} as const] : []),
		...(host
			? [
					{text: host.name, style: 'plain', priority: 60} as const,
					{text: host.release, style: 'plain', priority: 50} as const,
					...(host.bootedAt === null
						? []
						: [{text: words.up(formatUptime(takenAt - host.bootedAt)), style: 'plain', priority: 30} as const]),
					...(host.loadAverage === null ? [] : [{text: words.load(host.loadAverage.toFixed(1)), style: 'plain', priority: 40} as const]),
				]
			: []),
		{text: interval, style: 'plain', priority: 20},
	];
};

/** A list that is not whole says so. */
const processCount = ({processes: {length}, unread}: Snapshot, {explorer}: Text): string =>
	unread > 0 ? explorer.processesOf(length, length + unread) : explorer.processes(length);

const rightParts = (state: State, text: Text): readonly Part[] => {
	const {shown} = state;
	const words = text.explorer;
	if (!shown) {
		return [];
	}

	const failed = shown.services.filter(service => service.manager === 'systemd' && service.activeState === 'failed').length;
	return [
		...(state.stale ? [{text: words.stale(formatDuration(shown.takenAt - state.stale.since)), style: 'bad', priority: 98} as const] : []),
		...(failed > 0 ? [{text: words.failedUnits(failed), style: 'bad', priority: 55} as const] : []),
		...(shown.problems.length > 0 ? [{text: words.problems(shown.problems.length), style: 'warn', priority: 70} as const] : []),
		...(shown.hidden ? [{text: text.hidden(shown.hidden), short: text.hiddenShort, style: 'warn', priority: 85} as const] : []),
		{text: processCount(shown, text), style: 'plain', priority: 80},
		...(shown.ownCpuPercent === null ? [] : [{text: words.own(formatPercent(shown.ownCpuPercent)), style: 'dim', priority: 35} as const]),
	];
};

const widthOf = (parts: readonly Part[]): number => parts.reduce((sum, part) => sum + displayWidth(part.text) + separator.length, 0);

const toSpans = (parts: readonly Part[]): readonly Span[] =>
	parts.flatMap((part, index) => (index === 0 ? [span(part.text, part.style)] : [span(separator, 'dim'), span(part.text, part.style)]));

/** The part with that priority becomes short, and goes when it is. */
const shrink = (parts: readonly Part[], priority: number): readonly Part[] =>
	parts.flatMap(part => {
		if (part.priority !== priority) {
			return [part];
		}

		const {short, ...rest} = part;
		return short === undefined ? [] : [{...rest, text: short}];
	});

/** The first line: which machine, how it is sampled, how much of it is seen. */
export const headerLine = (state: State, text: Text, width: number): Line => {
	let left = leftParts(state, text);
	let right = rightParts(state, text);
	while (widthOf(left) + widthOf(right) > width && left.length + right.length > 1) {
		const lowest = Math.min(...[...left, ...right].map(part => part.priority));
		left = shrink(left, lowest);
		right = shrink(right, lowest);
	}

	return justify([span(' '), ...toSpans(left)], [...toSpans(right), span(' ')], width);
};
