import {describe, expect, test} from 'vitest';
import {columnIds} from '../../source/columns.js';
import {exampleFor, lessonExample} from '../../source/learn/lesson-example.js';
import type {Kind} from '../../source/model/evidence.js';
import {type LessonExample, type LessonId, lessonIds} from '../../source/model/lesson.js';
import type {Snapshot} from '../../source/model/snapshot.js';
import {lessonUi} from '../../source/text/en/lessons.js';
import {lookAtDemo, lookAtRecording} from '../view/pane-machines.js';

const demo = (await lookAtDemo()).snapshot;
const debian = (await lookAtRecording('debian-12-panes.jsonl.gz')).snapshot;

const found = (snapshot: Snapshot): readonly LessonExample[] => lessonIds.flatMap(id => lessonExample(id, snapshot) ?? []);

const exampleOf = (id: LessonId, snapshot: Snapshot): LessonExample => {
	const example = lessonExample(id, snapshot);
	if (example === null) {
		throw new Error(`no example of ${id}`);
	}

	return example;
};

const kindsOf = ({rows}: LessonExample): readonly Kind[] => rows.map(({verdict}) => verdict.kind);
const namesOf = ({rows}: LessonExample): readonly string[] => rows.map(({name}) => name);
const number = ({observed}: LessonExample, key: string): number => Number(observed[key]);

describe('examples of the lessons', () => {
	test('the built-in Mac has one of every lesson but the last', () => {
		expect(lessonIds.filter(id => lessonExample(id, demo) === null)).toEqual(['make-your-own']);
	});

	test('a Linux server has most of them', () => {
		expect(found(debian).length).toBeGreaterThanOrEqual(9);
		expect(found(debian).map(({lesson}) => lesson)).not.toContain('menu-bar-app');
	});

	test('of another machine are borrowed where this one has none, and are the same each time', () => {
		const none = {...debian, processes: [], services: []};
		const borrowed = exampleFor('menu-bar-app', debian, demo);
		expect(borrowed).toEqual({...exampleOf('menu-bar-app', demo), isBorrowed: true});
		expect(exampleFor('menu-bar-app', debian, demo)).toBe(borrowed);
		expect(exampleFor('word', debian, demo)).toBe(exampleFor('word', debian, null));
		expect(exampleFor('word', debian, demo)?.isBorrowed).toBe(false);
		expect([exampleFor('menu-bar-app', debian, null), exampleFor('word', null, null), exampleFor('make-your-own', none, demo)]).toEqual([
			null,
			null,
			null,
		]);
		expect(exampleFor('word', null, demo)?.isBorrowed).toBe(true);
	});

	test('a machine without processes has none', () => {
		expect(found({...debian, processes: [], services: []})).toEqual([]);
	});

	test.each([
		['macOS', demo],
		['Linux', debian],
	] as const)('show few processes, none twice, in columns that exist (%s)', (_, snapshot) => {
		for (const {rows, columns, isBorrowed} of found(snapshot)) {
			expect(rows.length).toBeGreaterThan(0);
			expect(rows.length).toBeLessThanOrEqual(8);
			expect(new Set(rows).size).toBe(rows.length);
			expect(rows.filter(({isSelf, state}) => isSelf || state === 'Z')).toEqual([]);
			expect(columns.filter(id => !(columnIds as readonly string[]).includes(id) && !(id in lessonUi.head))).toEqual([]);
			expect(isBorrowed).toBe(false);
		}
	});

	test('are the same for the same machine', () => {
		expect(found(demo)).toEqual(found({...demo, processes: [...demo.processes]}));
	});
});

describe('what is shown', () => {
	test('counts that add up', () => {
		for (const snapshot of [demo, debian]) {
			const {all, apps, interactive, unseen} = exampleOf('word', snapshot).observed;
			expect(Number(apps) + Number(interactive) + Number(unseen)).toBe(all);
			const letter = exampleOf('letter-d', snapshot);
			expect(number(letter, 'daemonsInD') + number(letter, 'agentsInD') + number(letter, 'othersInD')).toBe(number(letter, 'inD'));
			expect(number(letter, 'daemonsInD') + number(letter, 'plainDaemons')).toBe(number(letter, 'daemons'));
			const accounts = exampleOf('accounts', snapshot);
			expect(number(accounts, 'root') + number(accounts, 'own')).toBeLessThanOrEqual(number(accounts, 'daemons'));
		}
	});

	test('a background app beside a daemon', () => {
		expect(namesOf(exampleOf('menu-bar-app', demo))).toEqual(['Maccy', 'mDNSResponder']);
		expect(kindsOf(exampleOf('menu-bar-app', demo))).toEqual(['background-app', 'daemon']);
	});

	test('a shell with a terminal, a daemon and an app without one', () => {
		const {rows} = exampleOf('three-nos', demo);
		expect(rows.map(({verdict, hasTty}) => [verdict.kind, hasTty])).toEqual([
			['interactive', true],
			['daemon', false],
			['app', false],
		]);
	});

	test.each([
		['macOS', demo],
		['Linux', debian],
	] as const)('the order of a life: daemons, then the login (%s)', (_, snapshot) => {
		const example = exampleOf('life-cycle', snapshot);
		const starts = example.rows.map(({startedAt}) => startedAt ?? 0);
		expect(starts).toEqual([...starts].sort((a, b) => a - b));
		expect(number(example, 'bootedAt')).toBeLessThan(number(example, 'loginAt'));
		expect(kindsOf(example)[0]).toBe('daemon');
		expect(kindsOf(example)).toContain('agent');
	});

	test.each([
		['macOS', demo, 'launchd'],
		['Linux', debian, 'systemd'],
	] as const)('a chain of parents from process 1 (%s)', (_, snapshot, first) => {
		const {rows} = exampleOf('who-keeps-it', snapshot);
		expect([rows[0]?.pid, rows[0]?.name]).toEqual([1, first]);
		expect(rows[1]?.ppid).toBe(1);
		expect(rows[1]?.verdict.tags).toContain('keep-alive');
	});

	test.each([
		['macOS', demo, 'cfprefsd'],
		['Linux', debian, 'dbus-daemon'],
	] as const)('one program as daemon and as agent (%s)', (_, snapshot, name) => {
		const example = exampleOf('daemon-or-agent', snapshot);
		expect(new Set(namesOf(example))).toEqual(new Set([name]));
		expect(new Set(kindsOf(example))).toEqual(new Set(['daemon', 'agent']));
	});

	test('windows beside those who do the work', () => {
		expect(namesOf(exampleOf('window-elsewhere', demo)).slice(0, 4)).toEqual(['Spotlight', 'mds', 'ControlCenter', 'airportd']);
	});

	test('signals where the kernel tells them, else who comes back', () => {
		expect(exampleOf('signals', debian).columns).toContain('signals');
		expect(number(exampleOf('signals', debian), 'both')).toBeGreaterThan(0);
		expect(exampleOf('signals', demo).columns).toContain('restart');
		expect(exampleOf('signals', demo).observed).toMatchObject({services: null});
	});

	test('what failed and runs again, the youngest first', () => {
		expect(namesOf(exampleOf('errors-and-logs', demo))[0]).toBe('note-sync');
		expect(exampleOf('errors-and-logs', debian).rows[0]?.service?.name).toBe('dt-restart.service');
	});

	test('one program kept in different ways', () => {
		const example = exampleOf('servers', demo);
		expect(example.observed).toMatchObject({program: 'node', sameKinds: 2});
		expect(new Set(kindsOf(example)).size).toBeGreaterThanOrEqual(4);
	});

	test('a service with a file', () => {
		for (const snapshot of [demo, debian]) {
			const example = exampleOf('config-file', snapshot);
			expect(example.rows.every(({service}) => service?.configPath)).toBe(true);
			expect(number(example, 'running')).toBeLessThan(number(example, 'services'));
		}
	});
});
