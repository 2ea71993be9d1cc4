import type {Clock} from '../run/clock.js';
import type {ListProcesses} from '../run/list-processes.js';
import type {Machine} from '../run/machine.js';
import type {Runner} from '../run/runner.js';
import {createDarwinPlatform} from './darwin/darwin.js';
import {createGenericPlatform} from './generic.js';
import {createLinuxPlatform} from './linux/linux.js';
import type {Platform, Self} from './platform.js';

type PlatformParts = {runner: Runner; clock: Clock; self: Self; listProcesses: ListProcesses; machine: () => Machine};

/** The name of the system this program runs on, as recordings note it. */
export const localPlatformId = (): Platform['id'] =>
	process.platform === 'linux' || process.platform === 'darwin' ? process.platform : 'generic';

/** The same readings as `rich`, and those of `floor` when `rich` finds nothing at all. */
const withFallback = (rich: Platform, floor: Platform): Platform => ({
	...rich,
	async processes(depth, signal) {
		const reading = await rich.processes(depth, signal);
		if (reading.value.processes.length > 0) {
			return reading;
		}

		const fallback = await floor.processes(depth, signal);
		return {value: fallback.value, problems: [...reading.problems, ...fallback.problems]};
	},
});

/** Chooses how to ask. A system without a reader of its own, or whose own reader finds nothing, is asked through ps-list. */
export const createPlatform = (id: Platform['id'], parts: PlatformParts): Platform => {
	const generic = createGenericPlatform(parts.listProcesses, parts.machine);
	switch (id) {
		case 'linux':
			return withFallback(createLinuxPlatform(parts.runner, parts.clock, parts.self), generic);
		case 'darwin':
			return withFallback(createDarwinPlatform(parts.runner, parts.clock, parts.self), generic);
		default:
			return generic;
	}
};
