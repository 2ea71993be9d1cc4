import {Buffer} from 'node:buffer';
import {explainPropertyList} from '../../explain/property-list.js';
import type {ConfigDocument} from '../../model/config.js';
import type {ServiceSubject} from '../../model/snapshot.js';
import {maxPropertyListBytes} from '../../parse/plist.js';
import type {Clock} from '../../run/clock.js';
import type {Runner} from '../../run/runner.js';
import type {Reading} from '../platform.js';
import {readTimeZone} from '../time-zone.js';

/** Reads and explains the property list of a process's job; `null`: it has none that we know. Source: launchd.plist(5). */
export const readDarwinConfig = async (
	runner: Runner,
	clock: Clock,
	{service}: ServiceSubject,
): Promise<Reading<ConfigDocument | null>> => {
	if (service?.manager !== 'launchd' || service.configPath === null) {
		return {value: null, problems: []};
	}

	const answer = runner.read(service.configPath, maxPropertyListBytes + 1, 'base64');
	if (answer.failure !== null) {
		return {value: null, problems: [{source: service.configPath, failure: answer.failure, detail: null}]};
	}

	const context = {now: clock.now(), timeZone: readTimeZone(runner)};
	const {file, summary} = explainPropertyList(service.configPath, Buffer.from(answer.text, 'base64'), context);
	return {value: {name: service.name, system: 'launchd', files: [file], summary}, problems: []};
};
