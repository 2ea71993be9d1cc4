import {configReport, configSubject} from '../report/config.js';
import {learnReport} from '../report/learn.js';
import {logsReport} from '../report/logs.js';
import {socketsReport} from '../report/sockets.js';
import {whyReport} from '../report/why.js';
import type {State} from '../store/state.js';
import {firstReports, partOf, type Reports} from './first-reports.js';

/** Of a process that has ended nothing is asked any more. */
const waits = (state: State, answer: unknown): boolean => answer === undefined && state.ended === null;

/** What every pane shows. */
export const reports: Required<Reports> = {
	...firstReports,
	why: (process, snapshot, _, text) => whyReport(process, snapshot, text),
	sockets: (process, snapshot, state, text) => {
		const answer = partOf(state, process, 'sockets');
		const shown = {isLoading: waits(state, answer), problem: answer?.problem ?? null};
		return socketsReport(process, snapshot, answer?.value ?? null, shown, text);
	},
	config: (process, snapshot, state, text) => {
		const answer = partOf(state, process, 'config');
		const shown = {isLoading: waits(state, answer), problem: answer?.problem ?? null, areSecretsShown: state.areSecretsShown};
		return configReport(configSubject(process), answer?.value ?? null, {...shown, now: snapshot.takenAt}, text);
	},
	logs: (process, snapshot, state, text) => {
		const answer = partOf(state, process, 'logs');
		const shown = {isLoading: waits(state, answer), problem: answer?.problem ?? null, isFollowing: state.isFollowing};
		return logsReport(process, answer?.value ?? null, {...shown, now: snapshot.takenAt}, text);
	},
	learn: (process, snapshot, state, text) => {
		const answer = partOf(state, process, 'article');
		const shown = {
			article: answer?.value ?? null,
			details: partOf(state, process, 'details')?.value ?? null,
			isLoading: waits(state, answer),
		};
		return learnReport(process, snapshot, shown, text);
	},
};
