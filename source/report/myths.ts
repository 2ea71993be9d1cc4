import {type MythId, type Myths, type MythVerdict, mythIds, mythVerdict} from '../model/myth.js';
import type {Host} from '../model/snapshot.js';
import type {mythUi, mythVerdicts} from '../text/en/myths.js';
import {mythCommands} from '../text/myth-commands.js';
import type {Widened} from '../text/widened.js';
import {type Block, gap, heading, item, sentence, type Tone} from './block.js';

/** The words of the myths, in one language. */
type MythsWords = {myths: Myths; mythVerdicts: Widened<typeof mythVerdicts>; mythUi: Widened<typeof mythUi>};

const verdictTone: Readonly<Record<MythVerdict, Tone>> = {right: 'good', half: 'warn', myth: 'bad', word: 'warn'};

const verdictMark: Readonly<Record<MythVerdict, string>> = {right: '✓', half: '~', myth: '✗', word: '≠'};

/** One saying, how it stands the test, what holds, and a command to see for oneself. */
export const mythReport = (id: MythId, platform: Host['platform'], words: MythsWords): readonly Block[] => {
	const {says, fact} = words.myths[id];
	const verdict = mythVerdict[id];
	const command = platform === 'generic' ? null : mythCommands[id][platform];
	return [
		item('“', 'dim', says),
		item(verdictMark[verdict], verdictTone[verdict], words.mythVerdicts[verdict]),
		sentence(fact),
		...(command === null ? [] : [item('$', 'accent', command, words.mythUi.tryIt)]),
	];
};

/** All of them, in the order in which one meets them. */
export const mythsReport = (platform: Host['platform'], words: MythsWords): readonly Block[] => [
	heading(words.mythUi.title, words.mythUi.count(mythIds.length)),
	...mythIds.flatMap(id => [gap, ...mythReport(id, platform, words)]),
];
