import {accessible} from './en/accessible.js';
import {calendarSentence, formatMoment} from './en/calendar.js';
import {checklist} from './en/checklist.js';
import {command, error, option, record, usage, why as whyCommand} from './en/commands.js';
import {commands, config, ports} from './en/config.js';
import {consequences} from './en/consequences.js';
import {evidence, managerName} from './en/evidence.js';
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
} from './en/interface.js';
import {learn} from './en/learn.js';
import {logs} from './en/logs.js';
import {overview} from './en/overview.js';
import {confidence, hidden, hiddenShort, kind, problem, state, tag, why} from './en/process.js';
import {addressWord, sockets} from './en/sockets.js';
import type {Language} from './language.js';

/** Every English word that the program shows. Its type is that of every language. */
export const en = {
	language: 'en' as Language,
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
