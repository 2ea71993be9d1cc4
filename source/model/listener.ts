import type {ExplainedProcess} from './snapshot.js';

/** An address where somebody waits for callers, and who that is. */
export type Listener = {
	protocol: 'tcp' | 'udp';
	address: string;
	port: number;
	/** The oldest process that holds it; `null`: it cannot be seen. */
	owner: ExplainedProcess | null;
	/** How many others hold the same socket: workers that inherited it. */
	sharers: number;
	/** Whose socket it is where the holder cannot be seen. */
	user: string | null;
	uid: number | null;
	/** The socket unit for which systemd holds it, and the service that a caller starts. */
	activates: {unit: string; service: string | null} | null;
};
