import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {loadQuizBank} from '../../source/commands/quiz-questions.js';
import {drawQuiz} from '../../source/learn/quiz-draw.js';
import {startQuiz} from '../../source/learn/quiz-play.js';
import {lessonIds} from '../../source/model/lesson.js';
import {lineWidth} from '../../source/paint/cell.js';
import {plainText} from '../../source/paint/style.js';
import type {Action} from '../../source/store/state.js';
import {languages, textOf} from '../../source/text/text.js';
import {composeFrame} from '../../source/view/frame.js';
import {lookAtDemo} from './pane-machines.js';
import {machineSnapshot, screenOf, storeAt, suffixOf} from './scene.js';

const golden = path.join(import.meta.dirname, 'golden');
const {snapshot} = await lookAtDemo();
const quiz = startQuiz(drawQuiz(snapshot, await loadQuizBank(), 'golden', 3));

const scenes: Readonly<Record<string, readonly Action[]>> = {
	lessons: [
		{type: 'menu', mode: 'lessons'},
		{type: 'menu-move', by: 2, limit: 20},
	],
	lesson: [{type: 'lesson', page: 'three-nos'}],
	'lesson-answered': [
		{type: 'lesson', page: 'letter-d'},
		{type: 'choice', choice: 0},
		{type: 'menu-move', by: 100, limit: 12},
	],
	myths: [{type: 'lesson', page: 'myths'}],
	terms: [
		{type: 'search-insert', text: 'bird'},
		{type: 'menu', mode: 'terms'},
		{type: 'menu-move', by: 1, limit: 50},
	],
	quiz: [{type: 'quiz'}, {type: 'quiz-started', quiz}, {type: 'quiz-clue'}],
	'quiz-answered': [{type: 'quiz'}, {type: 'quiz-started', quiz}, {type: 'choice', choice: 0}],
	'quiz-over': [
		{type: 'quiz'},
		{type: 'quiz-started', quiz},
		...quiz.questions.flatMap(({right}): readonly Action[] => [{type: 'choice', choice: right}, {type: 'quiz-next'}]),
	],
};

const sizes = [
	[120, 40],
	[80, 24],
	[40, 15],
] as const;

const play = (steps: readonly Action[], columns: number, rows: number, language: (typeof languages)[number]) => {
	const store = storeAt(columns, rows, snapshot, language);
	for (const step of steps) {
		store.dispatch(step);
	}

	return store;
};

describe.each(languages)('learning on the screen, in %s:', language => {
	test.each(Object.keys(scenes).flatMap(name => sizes.map(([columns, rows]) => [name, columns, rows] as const)))(
		'%s at %i × %i',
		(name, columns, rows) => {
			const store = play(scenes[name] ?? [], columns, rows, language);
			const {lines} = composeFrame(store.getState(), textOf(language));
			expect(lines.map(lineWidth).filter(width => width !== columns)).toEqual([]);
			expect(lines).toHaveLength(rows);
			const file = path.join(golden, `learn-${name}-${columns}x${rows}${suffixOf(language)}.txt`);
			const text = `${screenOf(store).join('\n')}\n`;
			if (process.env.UPDATE || !existsSync(file)) {
				writeFileSync(file, text);
			}

			expect(text).toBe(readFileSync(file, 'utf8'));
		},
	);

	test.each(lessonIds)('the lesson %s can be read to its end at any width, by words alone', page => {
		for (let columns = 24; columns < 160; columns += 7) {
			const store = play([{type: 'lesson', page}], columns, 12, language);
			const shown: string[] = [];
			for (let line = 0; line <= composeFrame(store.getState(), textOf(language)).menuLast; line++) {
				const {lines} = composeFrame(store.getState(), textOf(language));
				expect(lines.every(each => lineWidth(each) === columns)).toBe(true);
				shown.push(...lines.map(plainText));
				store.dispatch({type: 'menu-move', by: 8, limit: composeFrame(store.getState(), textOf(language)).menuLast});
				line += 7;
			}

			expect(shown.join('\n')).not.toMatch(/\bundefined\b|\bNaN\b|\[object/);
		}
	});

	test('Esc leads from a lesson to the list of lessons, and from there to the processes', () => {
		const store = play([{type: 'lesson', page: 'life-cycle'}, {type: 'back'}], 80, 24, language);
		expect(store.getState()).toMatchObject({mode: 'lessons', menuLine: 3});
		store.dispatch({type: 'back'});
		expect(store.getState().mode).toBe('browse');
	});

	test('a machine without an example borrows that of the built-in Mac, and says so', () => {
		const store = storeAt(100, 40, machineSnapshot(), language);
		store.dispatch({type: 'lesson', page: 'daemon-or-agent'});
		const before = screenOf(store).join('\n');
		store.dispatch({type: 'borrowed', snapshot});
		const after = screenOf(store).join('\n');
		expect(after).not.toBe(before);
		expect(after).toMatch(language === 'en' ? /built-in Mac/ : /내장/);
	});
});
