import type {ExplainedProcess} from '../../model/snapshot.js';
import type {Clock} from '../../run/clock.js';
import type {Runner} from '../../run/runner.js';
import type {Inspection} from '../inspection.js';
import type {Self} from '../platform.js';
import {readTimeZone} from '../time-zone.js';
import {readDarwinConfig} from './config.js';
import {readJobDetails} from './job-details.js';
import {followDarwinLogs, readDarwinLogs} from './logs.js';
import {readDarwinSockets} from './sockets.js';

const errorPaths = ({service}: ExplainedProcess): readonly string[] =>
	service?.manager === 'launchd' && service.standardErrorPath !== null ? [service.standardErrorPath] : [];

/** One process of a Mac, asked for by those who know its sockets, its configuration and its logs. */
export const createDarwinInspection = (runner: Runner, clock: Clock, self: Self): Inspection => ({
	details: (process, signal) => readJobDetails(runner, process, signal),
	sockets: (process, signal) => readDarwinSockets(runner, process, self.uid, signal),
	config: subject => readDarwinConfig(runner, clock, subject),
	logs: (process, signal) =>
		readDarwinLogs(runner, process, {now: clock.now(), timeZone: readTimeZone(runner)}, errorPaths(process), signal),
	followLogs: (_process, page, onEntries, signal) =>
		followDarwinLogs(runner, page, {now: () => clock.now(), timeZone: readTimeZone(runner)}, onEntries, signal),
});
