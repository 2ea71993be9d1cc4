import type {PartId} from '../model/inspected.js';
import type {ExplainedProcess, Snapshot} from '../model/snapshot.js';
import type {Block} from '../report/block.js';
import {overviewReport} from '../report/overview.js';
import {figuresOf} from '../store/history.js';
import type {PaneId, State} from '../store/state.js';
import type {Text} from '../text/text.js';

type Report = (process: ExplainedProcess, snapshot: Snapshot, state: State, text: Text) => readonly Block[];

/** What the panes show; one that is missing is empty. */
export type Reports = Readonly<Partial<Record<PaneId, Report>>>;

/** What was answered about this process; `undefined`: it is still being asked. */
export const partOf = <Part extends PartId>(state: State, process: ExplainedProcess, part: Part) =>
	state.inspected?.key === process.key ? state.inspected.parts[part] : undefined;

/** The pane that stands beside the first list. */
export const firstReports = {
	overview: (process, snapshot, state, text) =>
		overviewReport(
			process,
			snapshot,
			{history: figuresOf(state.history, process.key), details: partOf(state, process, 'details')?.value ?? null},
			text,
		),
} satisfies Reports;
