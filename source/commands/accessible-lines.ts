import {displayName, describe as whatItDoes} from '../columns.js';
import type {ExplainedProcess} from '../model/snapshot.js';
import {type Block, heading, sentence} from '../report/block.js';
import {verdictSentence} from '../report/overview.js';
import {plainly} from './accessible-speech.js';
import type {Answer, Listing, Talk} from './accessible-talk.js';

const linesAtOnce = 20;

export const tell = (talk: Talk, ...sentences: readonly string[]): Answer => ({talk, blocks: sentences.map(text => sentence(text))});

/** The next lines of the listing, each with its number. */
const nextLines = (talk: Talk, listing: Listing): Answer => {
	const words = talk.text.accessible;
	const told = Math.min(listing.count, listing.told + linesAtOnce);
	const lines = Array.from({length: told - listing.told}, (_, offset) => {
		const index = listing.told + offset;
		return sentence(`${index + 1}: ${listing.line(index, talk)}`);
	});
	const hint = told < listing.count ? words.told(told, listing.count) : words.pickHint;
	return {talk: {...talk, listing: {...listing, told}, pages: []}, blocks: [...lines, sentence(hint, 'dim')]};
};

/** Says how many there are, then the first lines. From now on a number picks one of these. */
export const tellListing = (talk: Talk, head: string, listing: Omit<Listing, 'told'>, above: readonly Block[] = []): Answer => {
	const first = nextLines(talk, {...listing, told: 0});
	return {talk: first.talk, blocks: [...above, heading(`${head}:`), ...first.blocks]};
};

/** `more`, or Enter alone. */
export const tellMore = (talk: Talk): Answer => {
	const {listing, pages, text} = talk;
	const [page, ...rest] = pages;
	if (page !== undefined) {
		const hint = rest.length > 0 ? text.accessible.earlier : text.accessible.earliest;
		return {talk: {...talk, pages: rest}, blocks: [...page, sentence(hint, 'dim')]};
	}

	if (listing === null) {
		return tell(talk, text.accessible.noList);
	}

	return listing.told < listing.count ? nextLines(talk, listing) : tell(talk, text.accessible.noMore);
};

/** What a process is, in a few sentences, and what can be asked about it from now on. */
export const choose = (process: ExplainedProcess, talk: Talk): Answer => {
	const {text, snapshot} = talk;
	const words = text.accessible;
	const now = snapshot.processes.find(({key}) => key === process.key) ?? null;
	const {pid} = process;
	const name = displayName(process);
	const known = whatItDoes(process, text.language);
	const does = known === null ? null : plainly(known, words);
	const said = [
		`${name}, pid ${pid}. ${verdictSentence(process, text)}`,
		...(does === null ? [] : [/[.?!]$/.test(does) ? does : `${does}.`]),
		...(process.parentName === null || process.ppid === null ? [] : [words.startedBy(process.parentName, process.ppid)]),
	];
	return {
		talk: {
			...talk,
			chosen: now ?? process,
			hasEnded: now === null,
			pages: [],
			inspected: talk.inspected?.key === process.key ? talk.inspected : null,
		},
		blocks: [
			...(now === null ? [sentence(words.hasEnded(name, pid), 'warn')] : []),
			sentence(said.join(' '), 'strong'),
			sentence(words.chosen, 'dim'),
		],
	};
};

/** An answer with something before it. */
export const after = (first: readonly Block[], {talk, blocks}: Answer): Answer => ({talk, blocks: [...first, ...blocks]});

/** A number: a line of the last listing, or where it has no such line, a process by its pid. */
export const pickNumber = async (number: number, talk: Talk): Promise<Answer> => {
	const {listing, snapshot, text} = talk;
	if (listing !== null && number >= 1 && number <= listing.count) {
		return listing.pick(number - 1, talk);
	}

	const process = snapshot.processes.find(({pid}) => pid === number);
	return process
		? after([sentence(text.accessible.byPid(number))], choose(process, talk))
		: tell(talk, listing === null ? text.accessible.noList : text.accessible.noLine(number, listing.count));
};
