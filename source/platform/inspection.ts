import type {ConfigDocument} from '../model/config.js';
import type {ServiceDetails} from '../model/details.js';
import type {LogEntry, LogPage} from '../model/log.js';
import type {ExplainedProcess, Problem, ServiceSubject} from '../model/snapshot.js';
import type {ProcessSockets} from '../model/socket.js';
import type {Reading} from './platform.js';

/**
What is asked about one process alone, because somebody looks at it. Everything here may be slow, has a deadline, and is
called off by its signal; nothing rejects.
*/
export type Inspection = {
	/** What the service manager tells of its job; `null`: nothing beyond what is known already. */
	details(process: ExplainedProcess, signal: AbortSignal): Promise<Reading<ServiceDetails | null>>;
	/** `null`: this system has nobody to ask. */
	sockets(process: ExplainedProcess, signal: AbortSignal): Promise<Reading<ProcessSockets | null>>;
	/** The files that configure its service; `null`: nothing does, or none can be found. */
	config(subject: ServiceSubject, signal: AbortSignal): Promise<Reading<ConfigDocument | null>>;
	logs(process: ExplainedProcess, signal: AbortSignal): Promise<Reading<LogPage | null>>;
	/** Hands over what is written from now on, until the signal aborts. Resolves with why it ended before that. */
	followLogs(
		process: ExplainedProcess,
		page: LogPage,
		onEntries: (entries: readonly LogEntry[]) => void,
		signal: AbortSignal,
	): Promise<Problem | null>;
};

const nothing = {value: null, problems: []} as const;

/** A system that can be asked nothing about one process. */
export const noInspection: Inspection = {
	details: async () => nothing,
	sockets: async () => nothing,
	config: async () => nothing,
	logs: async () => nothing,
	followLogs: async () => null,
};
