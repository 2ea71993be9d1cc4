import type {
	CodeLine,
	CodeRole,
	ConfigDocument,
	ConfigFile,
	ConfigPiece,
	ConfigSummary,
	KeyNote,
	NeverStarts,
	StartReason,
} from '../model/config.js';
import type {Service} from '../model/service.js';
import type {ExplainedProcess, Problem} from '../model/snapshot.js';
import {formatSpan} from '../text/format.js';
import {keyWordsOf} from '../text/key-words.js';
import type {Text} from '../text/text.js';
import {type Block, beside, gap, heading, type Part, part, sentence, type Tone} from './block.js';

const toneOf: Readonly<Record<CodeRole, Tone>> = {
	plain: 'plain',
	key: 'accent',
	section: 'strong',
	string: 'string',
	number: 'number',
	boolean: 'number',
	comment: 'dim',
	punctuation: 'dim',
};

const cover = '••••••';

type Shown = {
	areSecretsShown: boolean;
	now: number;
	/** Lines that say nothing are left out. */
	isBrief?: boolean;
};

const lineParts = (line: CodeLine, isOverridden: boolean, {areSecretsShown}: Shown): readonly Part[] =>
	line.map(({text, role, isSecret}) => part(isSecret && !areSecretsShown ? cover : text, isOverridden ? 'dim' : toneOf[role]));

/** What a key means for its value; a key that we do not know is said to be unknown. */
export const noteText = ({key, id, value}: KeyNote, document: ConfigDocument, now: number, text: Text): string => {
	const words: Readonly<Record<string, (value: KeyNote['value'], now: number) => string>> = keyWordsOf(text.language)[
		document.system === 'launchd' ? 'launchdKeys' : 'systemdDirectives'
	];
	return (id === null ? undefined : words[id])?.(value, now) ?? text.config.unknownKey(key);
};

const pieceBlock = (piece: ConfigPiece, document: ConfigDocument, shown: Shown, text: Text): Block => {
	const {note, overriddenBy} = piece;
	const left = piece.lines.map(line => lineParts(line, overriddenBy !== null, shown));
	if (overriddenBy !== null) {
		return beside(left, [{text: text.config.overridden(overriddenBy), tone: 'warn'}]);
	}

	const tone = note?.id === null ? 'dim' : 'plain';
	return beside(left, note === null ? [] : [{text: noteText(note, document, shown.now, text), tone}]);
};

const explainFile = (file: ConfigFile, document: ConfigDocument, shown: Shown, text: Text): readonly Block[] => {
	const words = text.config;
	const failure =
		file.failure === null
			? []
			: [sentence(words.fileFailure(text.problem({source: file.path, failure: file.failure, detail: file.detail})), 'bad')];
	return [
		gap,
		heading(file.path, words.role[document.system === 'init' ? 'main' : file.role](words.format[file.format])),
		...failure,
		...file.pieces.filter(({note}) => !shown.isBrief || note !== null).map(piece => pieceBlock(piece, document, shown, text)),
		...(file.isCut ? [sentence(words.isCut, 'warn')] : []),
	];
};

/** A file is explained once for all frames; only `today` and `tomorrow` among its words change with time. */
const explained = new WeakMap<ConfigFile, {key: string; text: Text; blocks: readonly Block[]}>();

const minuteMs = 60_000;

const fileBlocks = (file: ConfigFile, document: ConfigDocument, shown: Shown, text: Text): readonly Block[] => {
	const key = [shown.areSecretsShown, shown.isBrief, Math.floor(shown.now / minuteMs)].join();
	const known = explained.get(file);
	if (known?.key === key && known.text === text) {
		return known.blocks;
	}

	const blocks = explainFile(file, document, shown, text);
	explained.set(file, {key, text, blocks});
	return blocks;
};

const isNever = (reason: StartReason): reason is NeverStarts => reason.when === 'never' || reason.when === 'masked';

/** The folder of a property list says for whom it is. */
const placeOf = ({files}: ConfigDocument): 'daemon' | 'agent' | null => {
	const path = files[0]?.path ?? '';
	return path.includes('/LaunchDaemons/') ? 'daemon' : path.includes('/LaunchAgents/') ? 'agent' : null;
};

const startText = (reason: Exclude<StartReason, NeverStarts>, now: number, text: Text): string => {
	const words = text.config.starts;
	switch (reason.when) {
		case 'interval':
			return words.interval(formatSpan(reason.everyMs));
		case 'after-boot':
		case 'after-start':
		case 'after-end':
		case 'after-activation':
			return words[reason.when](formatSpan(reason.delayMs));
		case 'calendar':
			return words.calendar(text.calendarSentence(reason.events), reason.nextAt === null ? null : text.formatMoment(reason.nextAt, now));
		case 'boot':
		case 'login':
		case 'load':
		case 'demand':
		case 'mount':
			return words[reason.when];
		default:
			return words[reason.when](reason.names.join(', '));
	}
};

/** One sentence: when it starts, whether it is kept, and as whom. */
export const summarySentence = (summary: ConfigSummary, document: ConfigDocument, now: number, text: Text): string => {
	const words = text.config;
	const never = summary.starts.find(isNever);
	const starts = summary.starts.flatMap(reason => (isNever(reason) ? [] : startText(reason, now, text))).join('; ');
	const {keeps} = summary;
	return [
		summary.isDisabled ? words.disabled : '',
		never ? words.neverStarts[never.when] : words.startsWhen(starts === '' ? words.starts.demand : starts),
		keeps === null
			? ''
			: words.kept(document.system, keeps.policy, keeps.conditions, keeps.delayMs === null ? null : formatSpan(keeps.delayMs)),
		words.runsAs(summary.user, document.system, placeOf(document)),
	]
		.filter(part => part !== '')
		.join(' ');
};

type ConfigSubject = {service: Service | null; isKernel: boolean};

export const configSubject = ({service, verdict}: ExplainedProcess): ConfigSubject => ({service, isKernel: verdict.kind === 'kernel'});

type ConfigState = {isLoading: boolean; problem: Problem | null} & Shown;

/** The Config pane: the files that configure a service, each key with its meaning for these values. */
export const configReport = (subject: ConfigSubject, document: ConfigDocument | null, state: ConfigState, text: Text): readonly Block[] => {
	const words = text.config;
	if (state.isLoading) {
		return [sentence(words.loading, 'dim')];
	}

	const problem = state.problem === null ? [] : [sentence(text.problem(state.problem), 'warn')];
	if (document === null || document.files.length === 0) {
		const {service, isKernel} = subject;
		const why = service !== null ? words.noFileOf(service.name) : isKernel ? words.noneKernel : words.none;
		return [...problem, sentence(why)];
	}

	const isScript = document.summary === null && subject.service?.manager === 'sysv';
	const summary =
		document.summary === null ? (isScript ? words.initScript : null) : summarySentence(document.summary, document, state.now, text);
	const hasSecrets = document.files.some(({pieces}) => pieces.some(({lines}) => lines.some(line => line.some(({isSecret}) => isSecret))));
	return [
		...(summary === null ? [] : [sentence(summary, 'strong')]),
		...problem,
		...(hasSecrets ? [sentence(state.areSecretsShown ? words.secretsShown : words.secretsCovered, 'dim')] : []),
		...document.files.flatMap(file => fileBlocks(file, document, state, text)),
	];
};
