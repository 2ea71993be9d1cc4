import {describe, expect, test} from 'vitest';
import {loadQuizBank} from '../../source/commands/quiz-questions.js';
import {drawQuiz} from '../../source/learn/quiz-draw.js';
import {hasMoreClues, startQuiz} from '../../source/learn/quiz-play.js';
import {lineWidth} from '../../source/paint/cell.js';
import {plainText} from '../../source/paint/style.js';
import type {Action, ChosenKeys} from '../../source/store/state.js';
import {createStore, initialState, type Store} from '../../source/store/store.js';
import {languages, textOf} from '../../source/text/text.js';
import {facetLine} from '../../source/view/facet-line.js';
import {footerLine} from '../../source/view/footer.js';
import {lookAtDemo} from './pane-machines.js';
import {machineSnapshot, storeAt} from './scene.js';

const {snapshot} = await lookAtDemo();
const quiz = startQuiz(drawQuiz(snapshot, await loadQuizBank(), 'golden', 3));

describe.each(languages)('hints in %s', language => {
	const text = textOf(language);
	const footerOf = (store: Store, width: number): string => plainText(footerLine(store.getState(), text, width)).trim();

	const quizAfter = (...actions: readonly Action[]): Store => {
		const store = storeAt(40, 15, snapshot, language);
		for (const action of [{type: 'quiz'}, {type: 'quiz-started', quiz}, ...actions] as const) {
			store.dispatch(action);
		}

		return store;
	};

	const {answer, clue, nextQuestion, back} = text.footerKey;

	test('in 40 columns of the quiz name what helps before an answer, and what leads on after it', () => {
		const before = footerOf(quizAfter(), 40);
		const after = footerOf(quizAfter({type: 'choice', choice: 0}), 40);
		expect([answer, `h ${clue}`, back].filter(word => !before.includes(word))).toEqual([]);
		expect([`Enter ${nextQuestion}`, back].filter(word => !after.includes(word))).toEqual([]);
		expect(after).not.toContain(`h ${clue}`);
	});

	test('name no key that does nothing now', () => {
		const clues = Array.from({length: 20}, () => ({type: 'quiz-clue'}) as const);
		const told = quizAfter(...clues);
		expect(hasMoreClues(told.getState().learning.quiz ?? quiz)).toBe(false);
		expect(footerOf(told, 120)).not.toContain(clue);
		expect(footerOf(quizAfter(), 120)).not.toContain(`Enter ${nextQuestion}`);
		const over = quiz.questions.flatMap(({right}): readonly Action[] => [{type: 'choice', choice: right}, {type: 'quiz-next'}]);
		expect(footerOf(quizAfter(...over), 120)).toContain(`Enter ${nextQuestion}`);
		expect(footerOf(quizAfter({type: 'lesson', page: 'myths'}), 120)).not.toContain(`1–4 ${answer}`);
		expect(footerOf(quizAfter({type: 'lesson', page: 'word'}), 120)).toContain(`1–4 ${answer}`);
	});

	const storeWith = (keys: ChosenKeys, columns = 120): Store => {
		const chosen = {sort: {column: 'kind', isDescending: false}, columns: null, keys} as const;
		const store = createStore(initialState({columns, rows: 40}, language, 2000, chosen));
		store.dispatch({type: 'snapshot', snapshot: machineSnapshot()});
		return store;
	};

	const searchHintWith = (keys: ChosenKeys): string => plainText(facetLine(storeWith(keys).getState(), text, 120).line).trimEnd();

	test.each([
		['/', {}],
		['Ctrl-F', {search: ['ctrl+f', '/']}],
		['n', {search: ['n']}],
	])('beside the kinds name the key that searches: %s', (shown, keys) => {
		expect(searchHintWith(keys as ChosenKeys)).toMatch(new RegExp(`  ${shown} ${text.footerKey.search}$`));
	});

	test('beside the kinds name no key where none searches', () => {
		expect(searchHintWith({search: []})).not.toContain(text.footerKey.search);
	});

	const messageAfter = (keys: ChosenKeys, columns: number, ...actions: readonly Action[]): string => {
		const store = storeWith(keys, columns);
		for (const action of actions) {
			store.dispatch(action);
		}

		return footerOf(store, columns);
	};

	test.each([
		['0', {}, {type: 'filter', filter: 'daemon'}, 'facet'],
		['Ctrl-R', {facetAll: ['ctrl+r', '0']}, {type: 'filter', filter: 'daemon'}, 'facet'],
		['t', {}, {type: 'tree'}, 'treeOn'],
		['T', {tree: ['T']}, {type: 'tree'}, 'treeOn'],
		['+ -', {}, {type: 'interval', factor: 2}, 'interval'],
		['-', {faster: []}, {type: 'interval', factor: 2}, 'interval'],
		['Space', {}, {type: 'pause'}, 'paused'],
		['Esc', {}, {type: 'message', message: {id: 'searchKept'}}, 'searchKept'],
	] as const)('behind a message name the key that somebody chose, also in 40 columns: %s %j', (shown, keys, action, id) => {
		for (const columns of [40, 80, 120]) {
			expect(messageAfter(keys as unknown as ChosenKeys, columns, action)).toMatch(
				new RegExp(` ${shown.replace(/[+]/g, '\\+')}: ${text.messageKey[id]}$`),
			);
		}
	});

	test('behind a message name no key where none does it', () => {
		expect(messageAfter({tree: []}, 120, {type: 'tree'})).toBe(text.message.treeOn);
	});

	test.each([{id: 'settingsWrong', line: 1234} as const, {id: 'settingsUnread'} as const])(
		'of a broken configuration file name the next step in 80 columns: $id',
		message => {
			const store = storeAt(80, 24, snapshot, language);
			store.dispatch({type: 'message', message});
			const line = footerLine(store.getState(), text, 80);
			expect(lineWidth(line)).toBe(80);
			expect(plainText(line)).toContain('daemon-top config check');
		},
	);
});
