import {describe, expect, test} from 'vitest';
import {termLinks} from '../../source/learn/term-links.js';
import {termsAtHand} from '../../source/learn/terms-at-hand.js';
import {kinds, tags} from '../../source/model/evidence.js';
import {termIds} from '../../source/model/term.js';
import {paneIds} from '../../source/store/state.js';
import {jobFixture} from '../classify/mac-scene.js';
import {explainedFixture, unitFixture, verdictFixture} from '../support/process-fixture.js';
import {lookAtDemo, lookAtRecording} from '../view/pane-machines.js';

describe('the terms at hand', () => {
	test.each(kinds)('begin with the kind: %s', kind => {
		const [first] = termsAtHand('overview', explainedFixture({kind}));
		expect(termIds).toContain(first);
		expect(first).not.toBe('process');
	});

	test('name the zombie, the worker and the timer', () => {
		const process = explainedFixture({verdict: verdictFixture('daemon', {tags: ['worker', 'timer', 'zombie']})});
		expect(termsAtHand('overview', process).slice(0, 5)).toEqual(['daemon', 'worker', 'timer', 'scheduled-job', 'zombie']);
	});

	test('are those of launchd for its job', () => {
		const terms = termsAtHand('config', explainedFixture({service: jobFixture('system', 'com.example.job'), cgroup: null}));
		expect(terms).toEqual(expect.arrayContaining(['job', 'label', 'domain', 'property-list', 'keep-alive']));
		expect(terms).not.toContain('drop-in');
	});

	test('are those of systemd for its unit', () => {
		const terms = termsAtHand('config', explainedFixture({service: unitFixture('ssh.service')}));
		expect(terms).toEqual(expect.arrayContaining(['unit', 'control-group', 'unit-file', 'drop-in']));
		expect(terms).not.toContain('property-list');
	});

	test.each([
		['sockets', ['socket', 'port', 'connection-state']],
		['logs', ['log', 'journal']],
		['why', ['evidence', 'verdict']],
		['config', ['configuration-file', 'unit-file']],
		['overview', ['process', 'pid']],
	] as const)('belong to the pane %s', (pane, expected) => {
		expect(termsAtHand(pane, explainedFixture({service: unitFixture('ssh.service')}))).toEqual(expect.arrayContaining([...expected]));
	});

	test('leave room for the pane, however much there is to say about the process', () => {
		const verdict = verdictFixture('daemon', {tags: [...tags]});
		const terms = termsAtHand('sockets', explainedFixture({verdict, service: unitFixture('ssh.service')}));
		expect(terms.slice(7)).toEqual(['socket', 'port', 'listen', 'connection-state', 'socket-activation']);
	});

	test('without a process are those of the pane', () => {
		expect(termsAtHand('sockets', null)[0]).toBe('socket');
		expect(termsAtHand('logs', null)).toContain('unified-log');
		expect(termsAtHand('logs', null)).toContain('journal');
	});

	test('without a pane are those of the list', () => {
		expect(termsAtHand('', null).slice(0, 2)).toEqual(['daemon', 'agent']);
	});

	test.each([
		['the demo Mac', lookAtDemo],
		['a Debian', () => lookAtRecording('debian-12-panes.jsonl.gz')],
	])('of every process of %s are at most twelve, each once, some of them of the pane', async (_, look) => {
		const {snapshot} = await look();
		for (const process of snapshot.processes) {
			for (const pane of paneIds) {
				const terms = termsAtHand(pane, process);
				expect(terms.length).toBeLessThanOrEqual(12);
				expect(new Set(terms).size).toBe(terms.length);
				expect(terms.filter(id => termsAtHand(pane, null).includes(id)).length).toBeGreaterThan(1);
			}
		}
	});
});

describe('the links between terms', () => {
	test('lead to other terms, each once', () => {
		expect(termIds.filter(id => termLinks[id].length === 0 || termLinks[id].includes(id))).toEqual([]);
		expect(termIds.filter(id => new Set(termLinks[id]).size < termLinks[id].length)).toEqual([]);
	});

	test('lead to nearly every term', () => {
		const reached = new Set(Object.values(termLinks).flat());
		expect(termIds.filter(id => !reached.has(id)).length).toBeLessThan(10);
	});
});
