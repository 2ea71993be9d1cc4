import type {LogPage} from '../model/log.js';
import type {ExplainedProcess} from '../model/snapshot.js';
import type {Block} from '../report/block.js';
import {logsReport} from '../report/logs.js';
import {spoken, type Voice} from './accessible-speech.js';
import type {Talk} from './accessible-talk.js';

const messagesAtOnce = 20;

/** A log is told from its end: the last messages first, then page after page those before them. */
export const splitLog = (page: LogPage): readonly LogPage[] => {
	const {entries} = page;
	return Array.from({length: Math.max(1, Math.ceil(entries.length / messagesAtOnce))}, (_, index) => {
		const end = entries.length - index * messagesAtOnce;
		return {...page, entries: entries.slice(Math.max(0, end - messagesAtOnce), end)};
	});
};

/** Levels are marks on a screen. */
export const logVoice = ({text}: Talk): Voice => {
	const {mark} = text.accessible;
	return {marks: {'✗': mark.error, '!': mark.warning, '·': ''}};
};

/** The messages of a page alone, without what stands above a log. */
export const messagesOf = (page: LogPage, process: ExplainedProcess, talk: Talk): readonly Block[] => {
	const {text, snapshot} = talk;
	const report = logsReport(process, page, {isFollowing: false, isLoading: false, problem: null, now: snapshot.takenAt}, text);
	return spoken(report.slice(report.findIndex(({type}) => type === 'gap') + 1), text, logVoice(talk));
};
