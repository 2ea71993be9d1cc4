import {describe, expect, test} from 'vitest';
import {candidatesOf} from '../../source/learn/quiz-candidate.js';
import {naiveKindOf, trapOf} from '../../source/learn/quiz-traps.js';
import {trapIds} from '../../source/model/quiz.js';
import {explainedFixture} from '../support/process-fixture.js';
import {bank} from './quiz-scene.js';

const noTwins = new Set<string>();

describe('traps', () => {
	const candidates = bank.flatMap(snapshot => candidatesOf(snapshot, 'bank'));

	test('every trap has an example in the collection', () => {
		const found = new Set(candidates.map(({trap}) => trap));
		expect(trapIds.filter(id => !found.has(id))).toEqual([]);
	});

	test('nobody is naive about what a process is, but for when it runs and for what has two instances', () => {
		const mistaken = candidates.filter(
			({trap, process, platform}) =>
				trap !== null && trap !== 'on-demand-daemon' && naiveKindOf(trap, process, platform) === process.verdict.kind,
		);
		expect(mistaken.map(({process}) => process.name)).toEqual([]);
	});

	test('a name that runs both as a daemon and as an agent is a trap on any machine', () => {
		const process = explainedFixture({name: 'notifier', kind: 'agent', uid: 1000});
		expect(trapOf(process, 'linux', noTwins)).toBeNull();
		expect(trapOf(process, 'linux', new Set(['notifier']))).toBe('two-instances');
	});

	test.each([
		['bird', 'darwin', 'agent', 'called-daemon'],
		['bird', 'linux', 'daemon', 'namesake'],
		['bird', 'linux', 'agent', 'd-no-daemon'],
		['Dock', 'linux', 'agent', null],
		['kworker/1:2', 'linux', 'kernel', null],
		['jbd2', 'linux', 'kernel', 'kernel-d'],
		['systemd', 'linux', 'daemon', null],
	] as const)('%s on %s as %s: %s', (name, platform, kind, trap) => {
		expect(trapOf(explainedFixture({name, kind}), platform, noTwins)).toBe(trap);
	});
});
