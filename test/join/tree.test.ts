import {describe, expect, test} from 'vitest';
import {ancestorsOf, childrenByPid, indexByPid, parentOf, parentsFirst} from '../../source/join/tree.js';
import {processFixture} from '../support/process-fixture.js';

/** A process by its pid, parent and start. */
const born = (pid: number, ppid: number, startedAt: number | null = pid) => processFixture({pid, ppid, startedAt});

const init = born(1, 0, 0);

describe('a parent', () => {
	test.each([
		['has the pid that the child names', born(10, 1), 1],
		['may be as old as the child', born(10, 1, 0), 1],
		['may be of unknown age', born(10, 1, null), 1],
		['is not one that is gone', born(10, 999), null],
		['is not the process itself', born(1, 1, 0), null],
	])('%s', (_, child, parent) => {
		expect(parentOf(child, indexByPid([init, child]))?.pid ?? null).toBe(parent);
	});

	test('is not younger than its child: that one has only the pid of the dead parent', () => {
		const child = born(10, 20, 50);
		expect(parentOf(child, indexByPid([init, child, born(20, 1, 90)]))).toBeNull();
		expect(parentOf(child, indexByPid([init, child, born(20, 1, null)]))?.pid).toBe(20);
	});
});

describe('the ancestors', () => {
	const pidsOf = (processes: readonly {pid: number}[]): readonly number[] => processes.map(({pid}) => pid);

	test('are told from the nearest to the first', () => {
		const family = [init, born(10, 1), born(20, 10), born(30, 20)];
		expect(family.map(process => pidsOf(ancestorsOf(process, indexByPid(family))))).toEqual([[], [1], [10, 1], [20, 10, 1]]);
	});

	test('end where a pid was used again', () => {
		const family = [init, born(10, 1, 500), born(20, 10, 200), born(30, 20, 300)];
		expect(pidsOf(ancestorsOf(born(30, 20, 300), indexByPid(family)))).toEqual([20]);
	});

	test('end in a loop', () => {
		const family = [born(10, 12, 5), born(11, 10, 5), born(12, 11, 5)];
		const ancestors = pidsOf(ancestorsOf(family[0] as never, indexByPid(family)));
		expect(new Set(ancestors).size).toBe(ancestors.length);
	});

	test('are no more than a hundred', () => {
		const chain = Array.from({length: 300}, (_, index) => born(index + 1, index, index));
		expect(ancestorsOf(chain.at(-1) as never, indexByPid(chain))).toHaveLength(100);
	});
});

describe('the children', () => {
	test('stand below their parent, the oldest first, equal ones by their pid', () => {
		const children = childrenByPid([born(14, 1, 5), born(13, 1, 9), born(12, 1, 5), born(11, 1, null), born(15, 14)]);
		expect([...children].map(([pid, list]) => [pid, list.map(child => child.pid)])).toEqual([
			[1, [11, 12, 14, 13]],
			[14, [15]],
		]);
	});

	test('are not older than their parent', () => {
		expect(childrenByPid([init, born(20, 1, 90), born(10, 20, 50)]).get(20) ?? []).toEqual([]);
	});
});

describe('parents first', () => {
	const family = [born(30, 20), born(20, 10), born(10, 1), init, born(2, 0), born(40, 999), born(31, 20)];

	const isOrdered = (ordered: readonly {pid: number; ppid: number}[]): boolean =>
		ordered.every((process, index) => {
			const parent = ordered.findIndex(({pid}) => pid === process.ppid);
			return parent === -1 || parent < index;
		});

	test.each([
		['as they came', family],
		['reversed', [...family].reverse()],
		['by pid', [...family].sort((a, b) => a.pid - b.pid)],
	])('holds each process once and behind its parent, given %s', (_, processes) => {
		const ordered = parentsFirst(processes);
		expect([ordered.length, new Set(ordered).size, isOrdered(ordered)]).toEqual([7, 7, true]);
		expect(isOrdered(family)).toBe(false);
	});

	test('holds each process of a loop once, too', () => {
		const loop = [init, born(10, 12, 5), born(11, 10, 5), born(12, 11, 5), born(13, 13), born(14, 11)];
		expect(
			parentsFirst(loop)
				.map(({pid}) => pid)
				.sort(),
		).toEqual([1, 10, 11, 12, 13, 14]);
	});

	test('manages a chain of ten thousand', () => {
		const chain = Array.from({length: 10_000}, (_, index) => born(10_000 - index, 9999 - index, 0));
		expect(parentsFirst(chain).map(({pid}) => pid)).toEqual(chain.map(({pid}) => pid).reverse());
	});
});
