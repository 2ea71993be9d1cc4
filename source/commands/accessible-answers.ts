import {displayName} from '../columns.js';
import {printable} from '../parse/printable.js';
import {gap, heading, sentence} from '../report/block.js';
import {languages} from '../text/text.js';
import {tellLessons, tellMyths, tellQuiz, tellTerms} from './accessible-learning.js';
import {pickNumber, tell, tellMore} from './accessible-lines.js';
import {countsSentence, search, sort, tellKinds, tellPorts} from './accessible-list.js';
import {paneOf, tellCommands, tellSecrets} from './accessible-panes.js';
import {spokenTextOf} from './accessible-speech.js';
import {type Answer, lookAgain, type Respond, type Talk} from './accessible-talk.js';
import {findWord, readTalk, type TalkWord, talkWords, type WordId, wordGroups} from './accessible-words.js';

/** What could not be read, as one sentence; none where everything could. */
const gapsOf = ({snapshot, text}: Talk): readonly string[] => {
	const {problems, hidden} = snapshot;
	const words = text.accessible;
	const reasons = [
		...problems.map(problem => text.problem(problem).replace(/\.$/, '')),
		...(hidden === null ? [] : [hidden.hidepid === null ? words.unread(hidden.unreadable) : text.hidden(hidden)]),
	];
	return reasons.length === 0 ? [] : [words.notKnown(reasons)];
};

/** What is said first: the machine, how many processes of each kind, what is not known, and how to ask. */
export const greet = (talk: Talk): Answer => {
	const {snapshot, text} = talk;
	const {name, release, bootedAt} = snapshot.host;
	const minuteMs = 60_000;
	const upMs = bootedAt === null ? null : Math.max(minuteMs, Math.round((snapshot.takenAt - bootedAt) / minuteMs) * minuteMs);
	const words = text.accessible;
	return tell(talk, words.machine(name, release, upMs), countsSentence(talk), ...gapsOf(talk), words.howToAsk);
};

const refresh: Respond = async before => {
	const talk = await lookAgain(before, true);
	const {text, chosen, hasEnded} = talk;
	const words = text.accessible;
	const keys = new Set(talk.snapshot.processes.map(({key}) => key));
	const known = new Set(before.snapshot.processes.map(({key}) => key));
	const started = [...keys].filter(key => !known.has(key)).length;
	const ended = [...known].filter(key => !keys.has(key)).length;
	return tell(
		talk,
		words.refreshed(started, ended),
		countsSentence(talk),
		...gapsOf(talk),
		...(hasEnded && chosen !== null ? [words.chosenEnded(displayName(chosen), chosen.pid)] : []),
	);
};

const namesOf = ({id, letters}: TalkWord, {text}: Talk): readonly string[] => [...text.accessible.command[id].names, id, ...letters];

const wordLine = (word: TalkWord, talk: Talk): string =>
	talk.text.accessible.helpLine(namesOf(word, talk), talk.text.accessible.command[word.id].help);

const help: Respond = async (talk, more) => {
	const words = talk.text.accessible;
	if (more !== '') {
		const word = findWord(more);
		return tell(talk, word === null ? words.noSuchWord(printable(more)) : wordLine(word, talk));
	}

	const groups = wordGroups.flatMap(group => [
		gap,
		heading(`${words.group[group]}:`),
		...talkWords.filter(word => word.group === group).map(word => sentence(wordLine(word, talk))),
	]);
	return {
		talk,
		blocks: [sentence(words.helpSearch), sentence(words.helpQuery), sentence(words.helpNumber), ...groups],
	};
};

/** The next language, or the one that is named. */
const language: Respond = async (talk, more) => {
	const now = languages.indexOf(talk.text.language);
	const next = languages.find(each => each === more.toLowerCase()) ?? languages[(now + 1) % languages.length] ?? 'en';
	const text = spokenTextOf(next);
	return tell({...talk, text}, text.accessible.languageNow, text.accessible.howToAsk);
};

const quit: Respond = async talk => tell({...talk, isOver: true}, talk.text.accessible.goodbye);

const responses: Readonly<Record<WordId, Respond>> = {
	list: search,
	more: async talk => tellMore(talk),
	kinds: tellKinds,
	sort,
	ports: tellPorts,
	refresh,
	overview: paneOf('overview'),
	why: paneOf('why'),
	sockets: paneOf('sockets'),
	config: paneOf('config'),
	secrets: tellSecrets,
	logs: paneOf('logs'),
	learn: paneOf('learn'),
	commands: tellCommands,
	lessons: tellLessons,
	lesson: tellLessons,
	myths: tellMyths,
	terms: tellTerms,
	term: tellTerms,
	quiz: tellQuiz,
	language,
	help,
	quit,
};

/** Answers a line that was typed. */
export const answer = async (talk: Talk, line: string): Promise<Answer> => {
	const asked = readTalk(line);
	switch (asked.type) {
		case 'nothing':
			return tellMore(talk);
		case 'number':
			return pickNumber(asked.number, talk);
		case 'word':
			return responses[asked.id](talk, asked.more);
		default:
			return search(talk, asked.query);
	}
};
