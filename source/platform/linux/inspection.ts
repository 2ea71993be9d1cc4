import type {Clock} from '../../run/clock.js';
import type {Runner} from '../../run/runner.js';
import type {Inspection} from '../inspection.js';
import type {Self} from '../platform.js';
import {readTimeZone} from '../time-zone.js';
import {createLinuxConfig} from './config.js';
import {followLinuxLogs, readLinuxLogs} from './logs.js';
import {readLinuxSockets} from './sockets.js';
import {readUnitDetails} from './unit-details.js';

/** One process of a Linux, asked for by those who know its sockets, its configuration and its logs. */
export const createLinuxInspection = (runner: Runner, clock: Clock, self: Self, isSystemd: boolean): Inspection => ({
	details: (process, signal) => readUnitDetails(runner, process, self, signal),
	sockets: (process, signal) => readLinuxSockets(runner, process, signal),
	config: createLinuxConfig(runner, clock, self),
	logs: (process, signal) => readLinuxLogs(runner, process, {isSystemd, now: clock.now(), timeZone: readTimeZone(runner)}, self, signal),
	followLogs: (_process, page, onEntries, signal) =>
		followLinuxLogs(runner, page, {now: () => clock.now(), timeZone: readTimeZone(runner)}, onEntries, signal),
});
