import {describe, expect, it} from 'vitest';
import type {Snapshot} from '../../source/model/snapshot.js';
import {plainText} from '../../source/paint/style.js';
import type {State} from '../../source/store/state.js';
import {createStore, initialState} from '../../source/store/store.js';
import {en} from '../../source/text/en.js';
import {composeFrame} from '../../source/view/frame.js';
import {hasCorpus, noticeWithoutCorpus, readRows, readTruth} from './corpus-folder.js';
import {scoreSnapshot} from './judge.js';
import {replaySnapshot} from './replay-snapshot.js';

noticeWithoutCorpus();

const userUid = 1001;
const open = 'no-systemd-user-hidepid-off';

const screenOf = (snapshot: Snapshot, size: State['size']): string => {
	const store = createStore(initialState(size, 'en', 2000));
	store.dispatch({type: 'snapshot', snapshot});
	return composeFrame(store.getState(), en).lines.map(plainText).join('\n');
};

describe.skipIf(!hasCorpus)('an ordinary user on an open /proc', () => {
	it('finds the background services without what is refused', async () => {
		const snapshot = await replaySnapshot(open);
		const truths = readTruth('no-systemd');
		const score = scoreSnapshot(snapshot, truths);
		const report = [score.summary, ...score.wrong].join('\n');
		expect(score.total).toBe(truths.length);
		expect(score.precision, report).toBe(1);
		expect(score.recall, report).toBeGreaterThanOrEqual(0.94);
		expect(snapshot.hidden).toBeNull();
	});

	it('says of every foreign process what was refused', async () => {
		const snapshot = await replaySnapshot(open);
		const foreign = new Set(readRows(open).flatMap(row => (typeof row.fd === 'string' ? [row.pid] : [])));
		expect(foreign.size).toBe(48);
		for (const process of snapshot.processes) {
			const {traits} = process;
			const refused = ['executable', 'workingDirectory', 'environment', 'stdio', 'display'];
			expect(traits.denied, `${process.pid} ${process.name}`).toEqual(foreign.has(process.pid) ? expect.arrayContaining(refused) : []);
			expect(traits.listens === null, `${process.pid} ${process.name}`).toBe(foreign.has(process.pid));
		}
	});

	it('knows whose the ports are that no visible process holds', async () => {
		const {unownedListeners} = await replaySnapshot(open);
		expect(unownedListeners).toContainEqual(expect.objectContaining({protocol: 'tcp', port: 20432, user: 'postgres'}));
		expect(unownedListeners.map(({port}) => port)).not.toContain(20310);
	});
});

describe.skipIf(!hasCorpus).each(['noaccess', 'invisible', 'ptraceable'])('hidepid=%s', mode => {
	const folder = `no-systemd-user-hidepid-${mode}`;

	it('names the mode, and counts what is hidden', async () => {
		const {hidden, processes} = await replaySnapshot(folder);
		const closed = mode === 'noaccess' ? readRows(open).length - readRows(folder).length : 0;
		const threads = (pids: readonly {status: string}[]) =>
			pids.reduce((sum, {status}) => sum + Number(/^Threads:\t(\d+)/m.exec(status)?.[1]), 0);
		expect(hidden).toEqual({hidepid: mode, unreadable: closed, threads: threads(readRows(open)) - threads(readRows(folder))});
		expect(processes.length).toBe(74);
	});

	it('lists every own process and judges it as well as ever', async () => {
		const snapshot = await replaySnapshot(folder);
		const own = readRows(folder).map(({pid}) => pid);
		const score = scoreSnapshot(snapshot, readTruth('no-systemd'));
		expect(snapshot.processes.map(({pid}) => pid)).toEqual(own.sort((a, b) => a - b));
		expect(snapshot.processes.filter(({uid}) => uid === userUid).length).toBeGreaterThan(70);
		expect(score.total).toBe(own.length);
		expect(score.wrong, score.summary).toEqual([]);
	});

	it('says that others are hidden, not that nothing runs', async () => {
		const snapshot = await replaySnapshot(folder);
		expect(snapshot.problems).toEqual([]);
		for (const columns of [120, 80]) {
			const screen = screenOf(snapshot, {columns, rows: 24});
			expect(screen).toContain('others are hidden');
			expect(screen).not.toContain(en.explorer.noneAtAll);
		}
	});

	it('still knows whose the ports of hidden processes are', async () => {
		const {unownedListeners} = await replaySnapshot(folder);
		expect(unownedListeners).toContainEqual(expect.objectContaining({protocol: 'tcp', port: 20432, user: 'postgres'}));
	});
});
