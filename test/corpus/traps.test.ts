import {Buffer} from 'node:buffer';
import {beforeAll, describe, expect, it} from 'vitest';
import {columns} from '../../source/columns.js';
import {toJsonProcess} from '../../source/commands/json.js';
import type {ExplainedProcess, Snapshot} from '../../source/model/snapshot.js';
import {displayWidth, fitText, lineWidth} from '../../source/paint/cell.js';
import {plainText} from '../../source/paint/style.js';
import {selectRows} from '../../source/store/select.js';
import {paneIds, type State} from '../../source/store/state.js';
import {createStore, initialState} from '../../source/store/store.js';
import {en} from '../../source/text/en.js';
import {composeFrame} from '../../source/view/frame.js';
import {hasCorpus, noticeWithoutCorpus, readRows, readTruth} from './corpus-folder.js';
import {replaySnapshot} from './replay-snapshot.js';

noticeWithoutCorpus();

/** What may steer a terminal, hide, or reorder a line: by Unicode's own classes, and the invisible letters beside them. */
const unsafe =
	// biome-ignore lint/suspicious/noMisleadingCharacterClass: single code points are meant
	/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufe00-\ufe0f]/u;

/** Every string below a value that holds such a character, with where it stands. */
const unsafeStrings = (value: unknown, path = ''): readonly string[] => {
	if (typeof value === 'string') {
		return unsafe.test(value) ? [`${path}: ${JSON.stringify(value)}`] : [];
	}

	return typeof value === 'object' && value !== null
		? Object.entries(value).flatMap(([key, inner]) => unsafeStrings(inner, `${path}/${key}`))
		: [];
};

const sizes = [
	{columns: 120, rows: 40},
	{columns: 80, rows: 24},
	{columns: 40, rows: 15},
	{columns: 160, rows: 45},
] as const;

/** The screens on which a process is selected: flat and as a tree, with each pane, and with the pane alone. */
const screensOf = (snapshot: Snapshot, process: ExplainedProcess, size: State['size']): readonly State[] => {
	const states: State[] = [];
	for (const pane of paneIds) {
		for (const isTree of [false, true]) {
			const store = createStore({...initialState(size, 'en', 2000), isTree, pane});
			store.dispatch({type: 'snapshot', snapshot});
			store.dispatch({type: 'select', key: process.key});
			states.push(store.getState());
			store.dispatch({type: 'pane-open'});
			states.push(store.getState());
		}
	}

	return states;
};

describe.skipIf(!hasCorpus)('traps', () => {
	const folder = 'traps';
	let snapshot: Snapshot;

	const of = (pid: number): ExplainedProcess => {
		const process = snapshot.processes.find(candidate => candidate.pid === pid);
		expect(process, `pid ${pid}`).toBeDefined();
		return process as ExplainedProcess;
	};

	const trapped = (label: string): ExplainedProcess => of(readTruth(folder).find(truth => truth.label.startsWith(label))?.pid ?? 0);

	beforeAll(async () => {
		snapshot = await replaySnapshot(folder);
	});

	it('lists all of them under their own names', () => {
		const truths = readTruth(folder);
		expect(truths.length).toBe(30);
		for (const {pid, name, label} of truths) {
			// the truth holds the name as bytes, each as one character
			const text = Buffer.from(name, 'latin1').toString('utf8');
			const shown = text.replace(
				/[\n\t\u001b\u0007\u202e]/g,
				found => ({'\n': '\\n', '\t': '\\t', '\u202e': '\\u202e'})[found] ?? `\\x${found.charCodeAt(0).toString(16).padStart(2, '0')}`,
			);
			expect([pid, of(pid).comm], label).toEqual([pid, shown]);
		}
	});

	it('holds no unsafe character anywhere, in text or in JSON', () => {
		expect(unsafeStrings(snapshot)).toEqual([]);
		expect(unsafeStrings(snapshot.processes.map(process => toJsonProcess(process, en)))).toEqual([]);
	});

	it('finds the fields behind a name that looks like fields', () => {
		const process = trapped('comm with )');
		expect([process.comm, process.ppid, process.pgid, process.sid, process.state]).toEqual(['x) R 1 1 1 0 -', 14, 16, 16, 'S']);
	});

	it('believes the kernel, not brackets, about kernel threads', () => {
		for (const process of [trapped('comm that looks like a kernel thread'), trapped('argv[0] like a kernel thread')]) {
			expect(process.verdict.kind).not.toBe('kernel');
			expect(process.traits.isKernelThread).toBe(false);
		}
	});

	it('tags zombies, and only zombies', () => {
		const zombies = readRows(folder).flatMap(row => (/^\d+ \(.*\) Z /s.test(row.stat) ? [row.pid] : []));
		expect(zombies).toEqual([29, 42]);
		expect(snapshot.processes.flatMap(({pid, verdict}) => (verdict.tags.includes('zombie') ? [pid] : []))).toEqual(zombies);
	});

	it('reads odd programs, arguments and accounts', () => {
		expect(trapped('exe with space')).toMatchObject({executable: '/srv/odd dir/my sleepd', traits: {isExecutableDeleted: true}});
		expect(trapped('name over 15 characters').name).toBe('averyveryverylongdaemonname');
		expect(trapped('argv with spaces').args?.at(-1)).toBe('arg with  spaces');
		expect(trapped('argv not UTF-8').args?.at(-1)).toBe('\ufffd\ufffd');
		expect(trapped('argv[0] with newline').args?.[0]).toBe('evil\\nroot 1 1 /sbin/init');
		expect(trapped('argv of 100 kB')).toMatchObject({isArgsCut: true, args: ['sh', '-c', 'sleep 3600; :', expect.stringMatching(/^x+$/)]});
		expect(trapped('stopped').state).toBe('T');
		expect(trapped('uid without a name')).toMatchObject({uid: 54_321, user: null});
		expect(trapped('nice 19').nice).toBe(19);
		expect(trapped('threads').threads).toBeGreaterThan(1);
	});

	it('finds sockets with odd paths, and shared ones at every holder', () => {
		const holder = trapped('one listening socket shared');
		const shared = snapshot.processes.filter(({traits}) =>
			traits.listens?.some(socket => socket.protocol === 'tcp' && socket.port === 20_509),
		);
		expect(shared.map(({pid}) => pid)).toEqual([holder.pid, 50, 51]);
		expect(trapped('sockets of every kind').traits.listens).toEqual(
			expect.arrayContaining([
				expect.objectContaining({protocol: 'unix', path: '/tmp/u sock'}),
				expect.objectContaining({protocol: 'unix', path: '@abstract\\nname'}),
			]),
		);
	});

	it('keeps a secret of the environment to itself', () => {
		expect(readRows(folder).some(row => row.environ?.includes('tok-hunter2'))).toBe(true);
		expect(JSON.stringify(snapshot)).not.toContain('tok-hunter2');
	});

	it('gives one safe cell for every column of a list', () => {
		for (const isTree of [false, true]) {
			const rows = selectRows({...initialState(sizes[0], 'en', 2000), shown: snapshot, isTree});
			expect(rows.length).toBe(snapshot.processes.length);
			const cells = rows.flatMap(row => columns.map(column => `${row.branch}${column.format(row.process, en)}`));
			expect(cells.filter(cell => unsafe.test(cell))).toEqual([]);
			expect(cells.filter(cell => [1, 7, 20].some(width => displayWidth(fitText(cell, width)) !== width))).toEqual([]);
		}
	});

	it.each(sizes)('draws every trap on whole lines of $columns × $rows', size => {
		for (const {pid} of readTruth(folder)) {
			for (const state of screensOf(snapshot, of(pid), size)) {
				expect(state.selected).toBe(of(pid).key);
				const {lines} = composeFrame(state, en);
				const texts = lines.map(plainText);
				expect(lines.length).toBe(size.rows);
				expect([...new Set(lines.map(lineWidth)), ...new Set(texts.map(displayWidth))], `pid ${pid}`).toEqual([size.columns, size.columns]);
				expect(texts.filter(text => unsafe.test(text))).toEqual([]);
			}
		}
	});

	const frameTimeMs = (process: ExplainedProcess, size: State['size']): number => {
		const shown = {...snapshot, processes: snapshot.processes.map(other => (other.pid === process.pid ? process : other))};
		const state = {...initialState(size, 'en', 2000), shown, selected: process.key, isPaneFull: true};
		const startedAt = performance.now();
		composeFrame(state, en);
		return performance.now() - startedAt;
	};

	it.each(sizes)('draws an argument of many thousand characters at once on $columns × $rows', size => {
		expect(frameTimeMs(trapped('argv of 100 kB'), size)).toBeLessThan(200);
	});

	// all that is left of a word is measured again for every line of it
	it('draws an argument of many thousand characters at once, one of them wide', () => {
		const process = trapped('argv of 100 kB');
		const args = process.args?.map(argument => (argument.length > 1000 ? `${argument}한` : argument)) ?? null;
		expect(frameTimeMs({...process, args}, sizes[2])).toBeLessThan(300);
	});
});
