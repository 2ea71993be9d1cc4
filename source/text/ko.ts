import {accessible} from './ko/accessible.js';
import {calendarSentence, formatMoment} from './ko/calendar.js';
import {checklist} from './ko/checklist.js';
import {command, error, option, record, usage, why as whyCommand} from './ko/commands.js';
import {commands, config, ports} from './ko/config.js';
import {consequences} from './ko/consequences.js';
import {evidence, managerName} from './ko/evidence.js';
import {
	column,
	explorer,
	facet,
	facetShort,
	failureShort,
	footerKey,
	keyHelp,
	menu,
	message,
	messageKey,
	mode,
	pane,
	queryError,
} from './ko/interface.js';
import {learn} from './ko/learn.js';
import {logs} from './ko/logs.js';
import {overview} from './ko/overview.js';
import {confidence, hidden, hiddenShort, kind, problem, state, tag, why} from './ko/process.js';
import {addressWord, sockets} from './ko/sockets.js';
import type {Text} from './text.js';

/** Every Korean word that the program shows. */
export const ko: Text = {
	language: 'ko',
	kind,
	confidence,
	tag,
	state,
	problem,
	hidden,
	hiddenShort,
	managerName,
	evidence,
	checklist,
	overview,
	why,
	explorer,
	facet,
	facetShort,
	column,
	pane,
	footerKey,
	keyHelp,
	mode,
	message,
	messageKey,
	menu,
	queryError,
	failureShort,
	command,
	option,
	usage,
	error,
	whyCommand,
	record,
	config,
	commands,
	ports,
	consequences,
	sockets,
	addressWord,
	logs,
	learn,
	accessible,
	calendarSentence,
	formatMoment,
};
