import {Buffer} from 'node:buffer';
import {describe, expect, test} from 'vitest';
import {explainPropertyList} from '../../source/explain/property-list.js';
import {lessonAnswers} from '../../source/learn/lesson-answers.js';
import type {Observed} from '../../source/model/evidence.js';
import {type LessonId, lessonIds} from '../../source/model/lesson.js';
import * as english from '../../source/text/en/lessons.js';
import * as korean from '../../source/text/ko/lessons.js';
import type {Listing} from '../../source/text/lesson-listings.js';
import {explain, said} from '../explain/explained-unit.js';

const languages = {en: english, ko: korean} as const;

/** Everything an example may observe, so that no sentence has a hole. */
const observed = {
	all: 300,
	apps: 3,
	interactive: 2,
	unseen: 295,
	app: 'Maccy',
	daemon: 'cron',
	shell: 'zsh',
	tty: 'pts/0',
	bootedAt: Date.UTC(2026, 10, 22, 8),
	loginAt: Date.UTC(2026, 10, 22, 8, 1),
	early: 1,
	late: 2,
	name: 'nginx',
	manager: 'systemd',
	keeper: 'systemd',
	daemons: 7,
	agents: 2,
	inD: 9,
	daemonsInD: 4,
	agentsInD: 3,
	othersInD: 2,
	plainDaemons: 3,
	window: 'Spotlight',
	worker: 'mds',
	pairs: 1,
	users: 2,
	root: 4,
	own: 3,
	accounts: 2,
	services: 20,
	running: 12,
	both: 5,
	term: 8,
	kept: null,
	again: 1,
	failed: 2,
	program: 'node',
	same: 3,
	sameKinds: 2,
	servers: 6,
	kinds: 3,
};

/** What else may be observed: something is missing, or there is only one. */
const others: Readonly<Partial<Record<LessonId, Observed>>> = {
	word: {apps: 0, interactive: 0},
	'three-nos': {shell: null, tty: null},
	'who-keeps-it': {keeper: null},
	'window-elsewhere': {users: 1},
	'letter-d': {daemons: 1, plainDaemons: 1},
	signals: {services: null, term: null, both: null, kept: 9},
	'errors-and-logs': {failed: 1, again: 1},
	servers: {sameKinds: 1, same: 1},
};

type Lesson = (typeof languages)['en' | 'ko']['lessons'][LessonId];

const textsOf = (lesson: Lesson): readonly string[] => [
	lesson.idea,
	...lesson.paragraphs,
	lesson.surprise,
	lesson.question.ask,
	lesson.question.because,
];

const cases = lessonIds.flatMap(id => (['en', 'ko'] as const).map(language => [id, language] as const));

const listingsOf = (language: 'en' | 'ko') => languages[language].lessons['make-your-own'].listing;

describe('the lessons', () => {
	test.each(cases)('%s is whole in %s', (id, language) => {
		const lesson: Lesson = languages[language].lessons[id];
		expect(lesson.title).not.toMatch(/\.$/);
		expect(lesson.paragraphs.length).toBeGreaterThanOrEqual(3);
		expect(lesson.paragraphs.length).toBeLessThanOrEqual(5);
		expect(textsOf(lesson).filter(text => !/[.?!]$/.test(text))).toEqual([]);
		expect(lesson.question.choices.length).toBeGreaterThanOrEqual(2);
		expect(lesson.question.choices.length).toBeLessThanOrEqual(4);
		expect(new Set(lesson.question.choices).size).toBe(lesson.question.choices.length);
		expect(lesson.commands.linux.length).toBeGreaterThan(0);
		expect(lesson.commands.darwin.length).toBeGreaterThan(0);
	});

	test.each(lessonIds)('%s has one right answer, whatever the language', id => {
		expect(languages.en.lessons[id].question.choices.length).toBe(languages.ko.lessons[id].question.choices.length);
		expect(languages.en.lessons[id].question.choices[lessonAnswers[id]]).toBeDefined();
	});

	test('the right answer stands in each place', () => {
		expect(new Set(Object.values(lessonAnswers))).toEqual(new Set([0, 1, 2]));
	});

	test.each(lessonIds)('%s takes half a minute to a minute to read', id => {
		const english = languages.en.lessons[id].paragraphs.join(' ').split(/\s+/).length;
		const korean = [...languages.ko.lessons[id].paragraphs.join('').replaceAll(/\s/g, '')].length;
		expect(english).toBeGreaterThanOrEqual(75);
		expect(english).toBeLessThanOrEqual(160);
		expect(korean).toBeGreaterThanOrEqual(200);
		expect(korean).toBeLessThanOrEqual(520);
	});

	test.each(cases.filter(([id]) => id !== 'make-your-own'))('%s says what its example shows, in %s', (id, language) => {
		const {example} = languages[language].lessons[id];
		const sentences = [observed, {...observed, ...others[id]}].map(example);
		for (const sentence of sentences) {
			expect(sentence).toMatch(/\.$/);
			expect(sentence).not.toMatch(/null|undefined|NaN|\[object/);
		}
	});

	test.each(lessonIds)('%s is in Korean where it is Korean', id => {
		const {title, question, ...lesson} = languages.ko.lessons[id];
		const sentences = [
			...textsOf({...lesson, title, question} as Lesson),
			...(id === 'make-your-own' ? [] : [lesson.example(observed)]),
		].flatMap(text => text.replaceAll(/\([^)]*\)/g, '').split(/(?<=[.?!]) /));
		expect(sentences.filter(sentence => !/(?:니다|세요|니까)[.?]$/.test(sentence))).toEqual([]);
		expect([title, ...question.choices].filter(text => !/[가-힣]/.test(text))).toEqual([]);
		expect(sentences.filter(sentence => /은\(는\)|을\/를|이\(가\)|당신|디먼|악마/.test(sentence))).toEqual([]);
	});
});

const textOf = ({lines}: Listing): string => `${lines.join('\n')}\n`;

describe('the files of the last lesson', () => {
	test.each(['en', 'ko'] as const)('are the same in every language but for what is said in them (%s)', language => {
		const bare = (listing: Listing): string => textOf(listing).replaceAll(/(?:# |Description=|<!-- ).*/g, '');
		for (const system of ['linux', 'darwin'] as const) {
			expect(listingsOf(language)[system].map(bare)).toEqual(listingsOf('en')[system].map(bare));
		}
	});

	test.each(listingsOf('ko').linux.map(listing => [listing.path, listing] as const))(
		'%s holds only what systemd knows',
		(path, listing) => {
			const name = path.split('/').at(-1) ?? '';
			const explained = explain(name, {[path]: textOf(listing)}, 'user');
			expect(explained.files.map(({failure}) => failure)).toEqual([null]);
			expect(Object.values(said(explained)).filter(text => text === null)).toEqual([]);
			expect(Object.keys(said(explained)).length).toBeGreaterThanOrEqual(3);
		},
	);

	test.each(listingsOf('ko').darwin.map(listing => [listing.path, listing] as const))(
		'%s holds only what launchd knows',
		(path, listing) => {
			const {file, summary} = explainPropertyList(path, Buffer.from(textOf(listing)), {now: 0, timeZone: null});
			const notes = file.pieces.flatMap(({note}) => note ?? []);
			expect(file.failure).toBeNull();
			expect(notes.filter(({id}) => id === null)).toEqual([]);
			expect(notes.map(({key}) => key)).toContain('Label');
			expect(summary?.starts.length).toBeGreaterThan(0);
		},
	);
});
