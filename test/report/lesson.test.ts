import {describe, expect, test} from 'vitest';
import {lessonAnswers} from '../../source/learn/lesson-answers.js';
import {lessonExample} from '../../source/learn/lesson-example.js';
import {type LessonId, lessonIds} from '../../source/model/lesson.js';
import type {Snapshot} from '../../source/model/snapshot.js';
import {displayWidth} from '../../source/paint/cell.js';
import {reportLines} from '../../source/paint/report-lines.js';
import type {Block} from '../../source/report/block.js';
import {type LessonState, lessonListReport, lessonReport} from '../../source/report/lesson.js';
import * as english from '../../source/text/en/lessons.js';
import * as korean from '../../source/text/ko/lessons.js';
import {textOf} from '../../source/text/text.js';
import {lookAtDemo, lookAtRecording} from '../view/pane-machines.js';
import {lineText} from './report-text.js';

const demo = (await lookAtDemo()).snapshot;
const debian = (await lookAtRecording('debian-12-panes.jsonl.gz')).snapshot;

const words = {en: english, ko: korean} as const;

type Shown = Partial<LessonState> & {language?: 'en' | 'ko'; snapshot?: Snapshot};

const show = (id: LessonId, {language = 'en', snapshot = demo, answer = null, platform = 'darwin'}: Shown = {}): readonly Block[] =>
	lessonReport(id, lessonExample(id, snapshot), {answer, platform}, words[language], textOf(language));

const textsOf = (blocks: readonly Block[]): readonly string[] => blocks.map(lineText);

const below = (texts: readonly string[], start: string): readonly string[] => {
	const at = texts.findIndex(text => text.startsWith(start));
	const rest = texts.slice(at + 1);
	const end = rest.indexOf('');
	return at === -1 ? [] : rest.slice(0, end === -1 ? undefined : end);
};

describe('a lesson', () => {
	test('says its title, its place, and its idea first', () => {
		expect(textsOf(show('letter-d')).slice(0, 2)).toEqual(['# The letter d 7/14', english.lessons['letter-d'].idea]);
	});

	test('shows its example as a table with heads', () => {
		expect(below(textsOf(show('menu-bar-app')), '# On this computer').slice(1)).toEqual([
			'KIND      NAME           USER            TTY   COMES BACK',
			'◇ bg app  Maccy          alex            none  no',
			'● daemon  mDNSResponder  _mdnsresponder  none  always',
		]);
	});

	test('keeps columns straight in Korean', () => {
		const table = below(textsOf(show('menu-bar-app', {language: 'ko'})), '# 이 컴퓨터에서').slice(1);
		const starts = table.map((line, index) => displayWidth(line.slice(0, line.indexOf(['TTY', '없음', '없음'][index] ?? ''))));
		expect(table).toHaveLength(3);
		expect(new Set(starts).size).toBe(1);
	});

	test('shows who catches which signal, what ended how, who keeps whom', () => {
		const signals = below(textsOf(show('signals', {snapshot: debian})), '# On this computer');
		expect(signals.some(line => /nginx +HUP INT TERM USR1 USR2/.test(line))).toBe(true);
		const errors = below(textsOf(show('errors-and-logs')), '# On this computer');
		expect(errors.some(line => /note-sync +code 1 +on conditions/.test(line))).toBe(true);
		expect(errors.some(line => /usbmuxd/.test(line))).toBe(false);
		const servers = below(textsOf(show('servers')), '# On this computer');
		expect(servers.some(line => /node server\.js +none +pm2/.test(line))).toBe(true);
		expect(servers.some(line => /com\.docker\.backend +none +Docker/.test(line))).toBe(true);
		const keeper = below(textsOf(show('who-keeps-it', {snapshot: debian})), '# On this computer');
		expect(keeper.some(line => /99 +1 +● daemon +sshd +on-failure/.test(line))).toBe(true);
	});

	test('says that an example is borrowed', () => {
		const example = lessonExample('menu-bar-app', demo);
		const blocks = lessonReport(
			'menu-bar-app',
			example && {...example, isBorrowed: true},
			{answer: null, platform: 'linux'},
			english,
			textOf('en'),
		);
		expect(textsOf(blocks)).toContain('# On the built-in Mac');
	});

	test('does without an example', () => {
		expect(textsOf(show('menu-bar-app', {snapshot: debian})).filter(text => /^# On/.test(text))).toEqual([]);
	});
});

describe('its question', () => {
	test('stands with keys before it is answered, and tells nothing', () => {
		const shown = below(textsOf(show('word')), '# Question');
		expect(shown.slice(1, 4).map(line => line.slice(0, 2))).toEqual(['1 ', '2 ', '3 ']);
		expect(shown.at(-1)).toBe('Answer with a key from 1 to 3.');
		expect(shown.join(' ')).not.toContain(english.lessons.word.question.because);
	});

	test.each(lessonIds)('%s: only the right choice is right', id => {
		const {choices, because} = english.lessons[id].question;
		for (const answer of choices.keys()) {
			const shown = below(textsOf(show(id, {answer})), '# Question');
			const marks = shown.slice(1, 1 + choices.length).map(line => line[0]);
			expect(marks[lessonAnswers[id]]).toBe('✓');
			expect(marks.filter(mark => mark === '✗').length).toBe(answer === lessonAnswers[id] ? 0 : 1);
			expect(shown.at(-1)).toBe(`${answer === lessonAnswers[id] ? 'Right.' : `Not quite: ${lessonAnswers[id] + 1} is right.`} ${because}`);
		}
	});
});

describe('its commands', () => {
	test('are those of the system', () => {
		expect(below(textsOf(show('life-cycle')), '# Look for yourself')).toContain('$ sysctl kern.boottime');
		expect(below(textsOf(show('life-cycle', {platform: 'linux'})), '# Look for yourself')).toContain('$ uptime -s');
	});

	test('are those of both where the system is neither', () => {
		expect(textsOf(show('signals', {platform: 'generic'})).filter(text => text.startsWith('# Look'))).toEqual([
			'# Look for yourself on Linux',
			'# Look for yourself on macOS',
		]);
	});

	test('the last lesson prints whole files of its system', () => {
		const linux = textsOf(show('make-your-own', {platform: 'linux'})).join('\n');
		const mac = textsOf(show('make-your-own')).join('\n');
		expect(linux.match(/^ {2}\[(?:Service|Timer)\]$/gm)).toHaveLength(5);
		expect(mac.match(/^ {2}<\/plist>$/gm)).toHaveLength(3);
		expect(linux).not.toContain('<plist');
		expect(mac).not.toContain('[Unit]');
	});
});

describe('every lesson', () => {
	const cases = lessonIds.flatMap(id =>
		(['en', 'ko'] as const).flatMap(language => [40, 80, 120].map(width => [id, language, width] as const)),
	);

	test.each(cases)('%s in %s fits %i columns, with nothing missing', (id, language, width) => {
		for (const [snapshot, platform] of [
			[demo, 'darwin'],
			[debian, 'linux'],
		] as const) {
			const blocks = show(id, {language, snapshot, platform, answer: 1});
			const lines = reportLines(blocks, width).map(({spans}) => spans.map(({text}) => text).join(''));
			expect(lines.filter(line => displayWidth(line) > width)).toEqual([]);
			expect(lines.join('\n')).not.toMatch(/undefined|(?<!\/dev\/)null|NaN|\[object/);
		}
	});

	test('is listed with its number and its idea', () => {
		const lines = textsOf(lessonListReport(english));
		expect(lines[0]).toBe('# Lessons 14');
		expect(lines.slice(1, 3)).toEqual([' 1 The word daemon', `   ${english.lessons.word.idea}`]);
		expect(lines).toHaveLength(1 + 2 * lessonIds.length);
	});
});
