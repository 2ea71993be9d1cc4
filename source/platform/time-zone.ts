import type {Runner} from '../run/runner.js';

/** The time zone a machine is set to, by its IANA name; `null`: not known. Source: localtime(5). */
export const readTimeZone = (runner: Runner): string | null =>
	/\/zoneinfo(?:\.default)?\/(.+)$/.exec(runner.link('/etc/localtime').target ?? '')?.[1] ?? null;
