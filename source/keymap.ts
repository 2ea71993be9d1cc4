import {withChosenKeys} from './keymap/chosen-keys.js';
import {showKey} from './keymap/show-key.js';
import {selectProcess} from './store/select.js';
import {type Action, type ChosenKeys, type Mode, noChosenKeys, type State} from './store/state.js';
import type {Text} from './text/text.js';

export {showKey};

/** The modes that have keys of their own; both menus share theirs. */
export type KeyMode = 'browse' | 'search' | 'menu' | 'ports' | 'commands' | 'lessons' | 'lesson' | 'terms' | 'quiz' | 'help';

export const keyModeOf = (mode: Mode): KeyMode => (mode === 'sort' || mode === 'facets' ? 'menu' : mode);

export type Binding = {
	/** Names of keys, see `view/key-name.ts`; the first is the one that is shown. */
	keys: readonly string[];
	in: KeyMode;
	action: Action;
	/** Its line in the help and the README. */
	help: keyof Text['keyHelp'];
	/** Its word in the footer, for the few keys that stand there. */
	footer?: keyof Text['footerKey'];
	/** Why the key does nothing now; `null`: it works. */
	unavailable?: (state: State) => 'noProcess' | null;
};

const needsProcess = (state: State): 'noProcess' | null => (selectProcess(state) === null ? 'noProcess' : null);

const browse: readonly Omit<Binding, 'in'>[] = [
	{keys: ['down', 'j'], action: {type: 'move', by: 1}, help: 'down', footer: 'move'},
	{keys: ['up', 'k'], action: {type: 'move', by: -1}, help: 'up'},
	{keys: ['pagedown'], action: {type: 'move-page', pages: 1}, help: 'pageDown'},
	{keys: ['pageup'], action: {type: 'move-page', pages: -1}, help: 'pageUp'},
	{keys: ['ctrl+d'], action: {type: 'move-page', pages: 0.5}, help: 'halfPageDown'},
	{keys: ['ctrl+u'], action: {type: 'move-page', pages: -0.5}, help: 'halfPageUp'},
	{keys: ['home', 'g'], action: {type: 'move-to', place: 'first'}, help: 'first'},
	{keys: ['end', 'G'], action: {type: 'move-to', place: 'last'}, help: 'last'},
	{keys: ['u'], action: {type: 'move-to', place: 'parent'}, help: 'parent', unavailable: needsProcess},
	{keys: ['tab'], action: {type: 'pane-step', by: 1}, help: 'nextPane', footer: 'pane'},
	{keys: ['shift+tab'], action: {type: 'pane-step', by: -1}, help: 'previousPane'},
	{keys: ['1'], action: {type: 'pane', pane: 'overview'}, help: 'overviewPane'},
	{keys: ['2', 'w'], action: {type: 'pane', pane: 'why'}, help: 'whyPane'},
	{keys: ['3'], action: {type: 'pane', pane: 'sockets'}, help: 'socketsPane'},
	{keys: ['4'], action: {type: 'pane', pane: 'config'}, help: 'configPane'},
	{keys: ['5'], action: {type: 'pane', pane: 'logs'}, help: 'logsPane'},
	{keys: ['6'], action: {type: 'pane', pane: 'learn'}, help: 'learnPane'},
	{keys: ['F'], action: {type: 'follow'}, help: 'follow', unavailable: needsProcess},
	{keys: ['v'], action: {type: 'secrets'}, help: 'secrets', unavailable: needsProcess},
	{keys: ['e'], action: {type: 'open-config'}, help: 'openConfig', unavailable: needsProcess},
	{keys: ['$'], action: {type: 'menu', mode: 'commands'}, help: 'commands', unavailable: needsProcess},
	{keys: ['y'], action: {type: 'copy'}, help: 'copy', unavailable: needsProcess},
	{keys: ['p'], action: {type: 'menu', mode: 'ports'}, help: 'ports', footer: 'ports'},
	{keys: ['L'], action: {type: 'menu', mode: 'lessons'}, help: 'lessons', footer: 'learn'},
	{keys: ['Q'], action: {type: 'quiz'}, help: 'quiz'},
	{keys: ['x'], action: {type: 'menu', mode: 'terms'}, help: 'terms'},
	{keys: ['enter'], action: {type: 'pane-open'}, help: 'openPane', unavailable: needsProcess},
	{keys: ['right', ']'], action: {type: 'pane-scroll', by: 3}, help: 'paneDown'},
	{keys: ['left', '['], action: {type: 'pane-scroll', by: -3}, help: 'paneUp'},
	{keys: ['escape'], action: {type: 'back'}, help: 'back'},
	{keys: ['/'], action: {type: 'search-open'}, help: 'search', footer: 'search'},
	{keys: ['f'], action: {type: 'menu', mode: 'facets'}, help: 'facets', footer: 'facets'},
	{keys: ['0'], action: {type: 'filter', filter: 'all'}, help: 'facetAll'},
	{keys: ['D'], action: {type: 'filter', filter: 'daemon'}, help: 'facetDaemon'},
	{keys: ['A'], action: {type: 'filter', filter: 'agent'}, help: 'facetAgent'},
	{keys: ['B'], action: {type: 'filter', filter: 'background-app'}, help: 'facetBackgroundApp'},
	{keys: ['P'], action: {type: 'filter', filter: 'app'}, help: 'facetApp'},
	{keys: ['O'], action: {type: 'filter', filter: 'other'}, help: 'facetOther'},
	{keys: ['s'], action: {type: 'menu', mode: 'sort'}, help: 'sort', footer: 'sort'},
	{keys: ['I'], action: {type: 'sort-invert'}, help: 'invert'},
	{keys: ['<'], action: {type: 'sort-step', by: -1}, help: 'sortLeft'},
	{keys: ['>'], action: {type: 'sort-step', by: 1}, help: 'sortRight'},
	{keys: ['t'], action: {type: 'tree'}, help: 'tree', footer: 'tree'},
	{keys: ['space', 'Z'], action: {type: 'pause'}, help: 'pause', footer: 'pause'},
	{keys: ['r'], action: {type: 'refresh'}, help: 'refresh'},
	{keys: ['ctrl+l'], action: {type: 'redraw'}, help: 'redraw'},
	{keys: ['+', '='], action: {type: 'interval', factor: 0.5}, help: 'faster'},
	{keys: ['-'], action: {type: 'interval', factor: 2}, help: 'slower'},
	{keys: ['?', 'f1'], action: {type: 'menu', mode: 'help'}, help: 'help', footer: 'help'},
	{keys: ['ctrl+z'], action: {type: 'suspend'}, help: 'suspend'},
	{keys: ['q', 'ctrl+c'], action: {type: 'quit'}, help: 'quit', footer: 'quit'},
];

const search: readonly Omit<Binding, 'in'>[] = [
	{keys: ['enter'], action: {type: 'search-keep'}, help: 'searchKeep', footer: 'keep'},
	{keys: ['escape'], action: {type: 'search-clear'}, help: 'searchClear', footer: 'clear'},
	{keys: ['down', 'tab'], action: {type: 'move', by: 1}, help: 'searchDown', footer: 'move'},
	{keys: ['up', 'shift+tab'], action: {type: 'move', by: -1}, help: 'searchUp'},
	{keys: ['pagedown'], action: {type: 'move-page', pages: 1}, help: 'pageDown'},
	{keys: ['pageup'], action: {type: 'move-page', pages: -1}, help: 'pageUp'},
	{keys: ['left', 'ctrl+b'], action: {type: 'search-caret', to: 'left'}, help: 'caretLeft'},
	{keys: ['right', 'ctrl+f'], action: {type: 'search-caret', to: 'right'}, help: 'caretRight'},
	{keys: ['home', 'ctrl+a'], action: {type: 'search-caret', to: 'start'}, help: 'caretStart'},
	{keys: ['end', 'ctrl+e'], action: {type: 'search-caret', to: 'end'}, help: 'caretEnd'},
	{keys: ['backspace'], action: {type: 'search-erase', what: 'back'}, help: 'eraseBack'},
	{keys: ['delete', 'ctrl+d'], action: {type: 'search-erase', what: 'forward'}, help: 'eraseForward'},
	{keys: ['ctrl+w'], action: {type: 'search-erase', what: 'word'}, help: 'eraseWord'},
	{keys: ['ctrl+u'], action: {type: 'search-erase', what: 'start'}, help: 'eraseAll'},
	{keys: ['ctrl+l'], action: {type: 'redraw'}, help: 'redraw'},
	{keys: ['ctrl+z'], action: {type: 'suspend'}, help: 'suspend'},
	{keys: ['ctrl+c'], action: {type: 'quit'}, help: 'quit'},
];

const menu: readonly Omit<Binding, 'in'>[] = [
	{keys: ['down', 'j', 'tab'], action: {type: 'menu-move', by: 1}, help: 'menuDown', footer: 'move'},
	{keys: ['up', 'k', 'shift+tab'], action: {type: 'menu-move', by: -1}, help: 'menuUp'},
	{keys: ['enter', 'space'], action: {type: 'menu-choose'}, help: 'menuChoose', footer: 'choose'},
	{keys: ['escape', 's', 'f', 'q'], action: {type: 'back'}, help: 'menuClose', footer: 'back'},
	{keys: ['ctrl+l'], action: {type: 'redraw'}, help: 'redraw'},
	{keys: ['ctrl+z'], action: {type: 'suspend'}, help: 'suspend'},
	{keys: ['ctrl+c'], action: {type: 'quit'}, help: 'quit'},
];

const listKeys = (close: readonly string[]): readonly Omit<Binding, 'in'>[] => [
	{keys: ['down', 'j', 'tab'], action: {type: 'menu-move', by: 1}, help: 'menuDown', footer: 'move'},
	{keys: ['up', 'k', 'shift+tab'], action: {type: 'menu-move', by: -1}, help: 'menuUp'},
	{keys: ['pagedown', 'ctrl+d'], action: {type: 'menu-move', by: 10}, help: 'pageDown'},
	{keys: ['pageup', 'ctrl+u'], action: {type: 'menu-move', by: -10}, help: 'pageUp'},
	{keys: ['home', 'g'], action: {type: 'menu-move', by: -1_000_000}, help: 'menuFirst'},
	{keys: ['end', 'G'], action: {type: 'menu-move', by: 1_000_000}, help: 'menuLast'},
	{keys: ['escape', 'q', ...close], action: {type: 'back'}, help: 'menuClose', footer: 'back'},
	{keys: ['ctrl+l'], action: {type: 'redraw'}, help: 'redraw'},
	{keys: ['ctrl+z'], action: {type: 'suspend'}, help: 'suspend'},
	{keys: ['ctrl+c'], action: {type: 'quit'}, help: 'quit'},
];

const ports: readonly Omit<Binding, 'in'>[] = [
	{keys: ['enter'], action: {type: 'menu-choose'}, help: 'showOwner', footer: 'owner'},
	...listKeys(['p']),
];

const commands: readonly Omit<Binding, 'in'>[] = [
	{keys: ['y', 'enter'], action: {type: 'copy'}, help: 'copy', footer: 'copy'},
	...listKeys(['$']),
];

const lessons: readonly Omit<Binding, 'in'>[] = [
	{keys: ['enter', 'space', 'right'], action: {type: 'menu-choose'}, help: 'openLesson', footer: 'read'},
	{keys: ['Q'], action: {type: 'quiz'}, help: 'quiz', footer: 'quiz'},
	...listKeys(['L', 'left']),
];

const terms: readonly Omit<Binding, 'in'>[] = listKeys(['x']);

/** A page to read and questions to answer. */
const readKeys: readonly Omit<Binding, 'in'>[] = [
	{keys: ['down', 'j'], action: {type: 'menu-move', by: 1}, help: 'menuDown', footer: 'move'},
	{keys: ['up', 'k'], action: {type: 'menu-move', by: -1}, help: 'menuUp'},
	{keys: ['pagedown', 'ctrl+d'], action: {type: 'menu-move', by: 10}, help: 'pageDown'},
	{keys: ['pageup', 'ctrl+u'], action: {type: 'menu-move', by: -10}, help: 'pageUp'},
	{keys: ['home', 'g'], action: {type: 'menu-move', by: -1_000_000}, help: 'menuFirst'},
	{keys: ['end', 'G'], action: {type: 'menu-move', by: 1_000_000}, help: 'menuLast'},
	...[1, 2, 3, 4].map(
		(number): Omit<Binding, 'in'> => ({
			keys: [String(number)],
			action: {type: 'choice', choice: number - 1},
			help: `answer${number}` as keyof Text['keyHelp'],
			...(number === 1 ? {footer: 'answer' as const} : {}),
		}),
	),
];

const lesson: readonly Omit<Binding, 'in'>[] = [
	...readKeys,
	{keys: ['right', 'n', 'enter', 'space'], action: {type: 'lesson-step', by: 1}, help: 'nextLesson', footer: 'nextLesson'},
	{keys: ['left', 'b'], action: {type: 'lesson-step', by: -1}, help: 'previousLesson', footer: 'previousLesson'},
	{keys: ['escape', 'q', 'L'], action: {type: 'back'}, help: 'menuClose', footer: 'back'},
	{keys: ['ctrl+l'], action: {type: 'redraw'}, help: 'redraw'},
	{keys: ['ctrl+z'], action: {type: 'suspend'}, help: 'suspend'},
	{keys: ['ctrl+c'], action: {type: 'quit'}, help: 'quit'},
];

const quiz: readonly Omit<Binding, 'in'>[] = [
	...readKeys,
	{keys: ['h', '?'], action: {type: 'quiz-clue'}, help: 'nextClue', footer: 'clue'},
	{keys: ['enter', 'space', 'n'], action: {type: 'quiz-next'}, help: 'nextQuestion', footer: 'nextQuestion'},
	{keys: ['escape', 'q', 'Q'], action: {type: 'back'}, help: 'menuClose', footer: 'back'},
	{keys: ['ctrl+l'], action: {type: 'redraw'}, help: 'redraw'},
	{keys: ['ctrl+z'], action: {type: 'suspend'}, help: 'suspend'},
	{keys: ['ctrl+c'], action: {type: 'quit'}, help: 'quit'},
];

const help: readonly Omit<Binding, 'in'>[] = [
	{keys: ['down', 'j'], action: {type: 'menu-move', by: 1}, help: 'menuDown', footer: 'move'},
	{keys: ['up', 'k'], action: {type: 'menu-move', by: -1}, help: 'menuUp'},
	{keys: ['pagedown', 'space'], action: {type: 'menu-move', by: 10}, help: 'pageDown'},
	{keys: ['pageup'], action: {type: 'menu-move', by: -10}, help: 'pageUp'},
	{keys: ['l'], action: {type: 'language'}, help: 'language', footer: 'language'},
	{keys: ['escape', '?', 'f1', 'enter', 'q'], action: {type: 'back'}, help: 'menuClose', footer: 'back'},
	{keys: ['ctrl+l'], action: {type: 'redraw'}, help: 'redraw'},
	{keys: ['ctrl+z'], action: {type: 'suspend'}, help: 'suspend'},
	{keys: ['ctrl+c'], action: {type: 'quit'}, help: 'quit'},
];

const withMode = (mode: KeyMode, bindings: readonly Omit<Binding, 'in'>[]): readonly Binding[] =>
	bindings.map(binding => ({...binding, in: mode}));

/** Every key: drives input, footer, help overlay and README. */
export const keymap: readonly Binding[] = [
	...withMode('browse', browse),
	...withMode('search', search),
	...withMode('menu', menu),
	...withMode('ports', ports),
	...withMode('commands', commands),
	...withMode('lessons', lessons),
	...withMode('lesson', lesson),
	...withMode('terms', terms),
	...withMode('quiz', quiz),
	...withMode('help', help),
];

type Lookup = {bindings: readonly Binding[]; byKey: ReadonlyMap<string, Binding>};

const lookupOf = (keys: ChosenKeys): Lookup => {
	const bindings = withChosenKeys(keymap, keys);
	return {bindings, byKey: new Map(bindings.flatMap(binding => binding.keys.map(key => [`${binding.in} ${key}`, binding])))};
};

const lookups = new WeakMap<ChosenKeys, Lookup>();

const knownLookup = (keys: ChosenKeys): Lookup => {
	const lookup = lookups.get(keys) ?? lookupOf(keys);
	lookups.set(keys, lookup);
	return lookup;
};

/** Every key as somebody chose it. */
export const keymapOf = ({keys}: Pick<State, 'keys'>): readonly Binding[] => knownLookup(keys).bindings;

export const findBinding = (mode: KeyMode, key: string, keys: ChosenKeys = noChosenKeys): Binding | null =>
	knownLookup(keys).byKey.get(`${mode} ${key}`) ?? null;

/** Shift makes no difference to most keys of a Hangul layout: a letter that does nothing here stands for its capital. */
export const hangulKey = (mode: Mode, letter: string, keys: ChosenKeys = noChosenKeys): string => {
	const capital = letter.toUpperCase();
	const isBound = (key: string): boolean => findBinding(keyModeOf(mode), key, keys) !== null;
	return !isBound(letter) && isBound(capital) ? capital : letter;
};

/** What a key press asks for in this state: its action, or why there is none. Text goes into the search line. */
export const actionFor = (state: State, key: string, input: string): Action => {
	const mode = keyModeOf(state.mode);
	const binding = findBinding(mode, key, state.keys);
	if (!binding) {
		const isText = mode === 'search' && input !== '' && !key.startsWith('ctrl+') && !key.startsWith('alt+');
		return isText ? {type: 'search-insert', text: input} : {type: 'unknown-key', key: showKey(key)};
	}

	const reason = binding.unavailable?.(state) ?? null;
	return reason === null ? binding.action : {type: 'message', message: {id: reason}};
};
