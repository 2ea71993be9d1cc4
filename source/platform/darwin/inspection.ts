import type {ExplainedProcess} from '../../model/snapshot.js';
import type {Clock} from '../../run/clock.js';
import type {Runner} from '../../run/runner.js';
import type {Inspection} from '../inspection.js';
import type {Self} from '../platform.js';
import {readTimeZone} from '../time-zone.js';

const errorPaths = ({service}: ExplainedProcess): readonly string[] =>
	service?.manager === 'launchd' && service.standardErrorPath !== null ? [service.standardErrorPath] : [];

/**
One process of a Mac, asked for by those who know its sockets, its configuration and its logs. They are loaded when
somebody asks: a list needs none of them.
*/
export const createDarwinInspection = (runner: Runner, clock: Clock, self: Self): Inspection => ({
	async details(process, signal) {
		const {readJobDetails} = await import('./job-details.js');
		return readJobDetails(runner, process, signal);
	},
	async sockets(process, signal) {
		const {readDarwinSockets} = await import('./sockets.js');
		return readDarwinSockets(runner, process, self.uid, signal);
	},
	async config(subject) {
		const {readDarwinConfig} = await import('./config.js');
		return readDarwinConfig(runner, clock, subject);
	},
	async logs(process, signal) {
		const {readDarwinLogs} = await import('./logs.js');
		return readDarwinLogs(runner, process, {now: clock.now(), timeZone: readTimeZone(runner)}, errorPaths(process), signal);
	},
	async followLogs(_process, page, onEntries, signal) {
		const {followDarwinLogs} = await import('./logs.js');
		return followDarwinLogs(runner, page, {now: () => clock.now(), timeZone: readTimeZone(runner)}, onEntries, signal);
	},
});
