import type {AppRegistration} from '../model/app.js';
import type {Process} from '../model/process.js';
import type {ProgramFiles, Service} from '../model/service.js';
import type {HiddenProcesses, Host, Problem, UnownedListener} from '../model/snapshot.js';
import type {Inspection} from './inspection.js';

/** A value and what could not be got on the way to it. */
export type Reading<Value> = {value: Value; problems: readonly Problem[]};

type ProcessReading = {
	processes: readonly Process[];
	hidden: HiddenProcesses | null;
	unownedListeners: readonly UnownedListener[];
	/** How many more there are than were read; more than 0 only after a `glimpse`. */
	unread: number;
};

/** How much is read of the processes; see `Platform`. */
export type Depth = 'glimpse' | 'quick' | 'full';

/** The program itself, so that it can mark itself and its children. */
export type Self = {pid: number; uid: number | null; home: string | null};

/** What stands around the processes: what service managers and the desktop know of them. */
type Surroundings = {services: readonly Service[]; apps: readonly AppRegistration[]};

/**
What daemon-top asks a system. The whole seam: every method is implemented by each platform, and nothing outside
`platform/` knows on which system it runs.

`quick` is the first reading of the explorer: enough to draw rows. `full` reads everything a verdict can use. A `glimpse` is
quick and ends after a moment, however many processes there are: a system that answers as a whole may take it as `quick`.
*/
export type Platform = {
	id: Host['platform'];
	host(): Host;
	/** May end early, with an error, once the signal aborts: nobody waits for it any more. */
	processes(depth: Depth, signal?: AbortSignal): Promise<Reading<ProcessReading>>;
	/** Services that some process may belong to, and apps. Slow: never on the path to a frame. */
	surroundings(processes: readonly Process[], signal: AbortSignal): Promise<Reading<Surroundings>>;
	inspect: Inspection;
	/** Installed files that name programs, by the program's path and, as `name:NAME`, by its name. */
	programFiles(): ReadonlyMap<string, ProgramFiles>;
};
