import type {ServiceSubject} from '../../model/snapshot.js';
import type {Clock} from '../../run/clock.js';
import type {Runner} from '../../run/runner.js';
import type {Inspection} from '../inspection.js';
import type {Self} from '../platform.js';
import {readTimeZone} from '../time-zone.js';

const nothing = {value: null, problems: []} as const;

/** Of a systemd that is not ours, as in a container: ours would be asked in vain. */
const isForeign = ({service}: ServiceSubject, isSystemd: boolean): boolean => service?.manager === 'systemd' && !isSystemd;

/**
One process of a Linux, asked for by those who know its sockets, its configuration and its logs. They are loaded when
somebody asks: a list needs none of them.
*/
export const createLinuxInspection = (runner: Runner, clock: Clock, self: Self, isSystemd: boolean): Inspection => ({
	async details(process, signal) {
		if (isForeign(process, isSystemd)) {
			return nothing;
		}

		const {readUnitDetails} = await import('./unit-details.js');
		return readUnitDetails(runner, process, self, signal);
	},
	async sockets(process, signal) {
		const {readLinuxSockets} = await import('./sockets.js');
		return readLinuxSockets(runner, process, signal);
	},
	async config(subject, signal) {
		if (isForeign(subject, isSystemd)) {
			return nothing;
		}

		const {readLinuxConfig} = await import('./config.js');
		return readLinuxConfig(runner, clock, self, subject, signal);
	},
	async logs(process, signal) {
		const {readLinuxLogs} = await import('./logs.js');
		return readLinuxLogs(runner, process, {isSystemd, now: clock.now(), timeZone: readTimeZone(runner)}, self, signal);
	},
	async followLogs(_process, page, onEntries, signal) {
		const {followLinuxLogs} = await import('./logs.js');
		return followLinuxLogs(runner, page, {now: () => clock.now(), timeZone: readTimeZone(runner)}, onEntries, signal);
	},
});
