import {describe, expect, test} from 'vitest';
import type {Action, State} from '../../source/store/state.js';
import {choose, listOf, named, paneOf, play, selectedOf, stateWith} from './play.js';

const list = stateWith(named('alpha', 'beta', 'gamma', 'kappa'));
const open: Action = {type: 'search-open'};
const type = (text: string): Action => ({type: 'search-insert', text});
const caret = (to: 'left' | 'right' | 'start' | 'end'): Action => ({type: 'search-caret', to});
const erase = (what: 'back' | 'forward' | 'word' | 'start'): Action => ({type: 'search-erase', what});

/** The line with its caret: `ab|c`. */
const lineOf = ({search: {text, caret: at}}: State): string => `${text.slice(0, at)}|${text.slice(at)}`;

describe('the search line', () => {
	test.each<[string, readonly Action[], string]>([
		['typing', [type('a'), type('b')], 'ab|'],
		['typing in the middle', [type('ac'), caret('left'), type('b')], 'ab|c'],
		['pasting lines', [type('a\nb\r\n\tc')], 'a b c|'],
		['pasting control characters', [type('a\u001b[2Jb\u0007')], 'a[2Jb|'],
		['erasing backwards', [type('abc'), caret('left'), erase('back')], 'a|c'],
		['erasing at the start', [type('a'), caret('start'), erase('back')], '|a'],
		['erasing forwards', [type('abc'), caret('start'), erase('forward')], '|bc'],
		['erasing forwards at the end', [type('abc'), erase('forward')], 'abc|'],
		['erasing a word', [type('one two  '), erase('word')], 'one |'],
		['erasing a word where there are only spaces', [type('  '), erase('word')], '|'],
		['erasing up to the start', [type('one two'), caret('left'), erase('start')], '|o'],
		['moving to both ends', [type('abc'), caret('start'), caret('left'), caret('right'), caret('end'), caret('right')], 'abc|'],
		['erasing a composed syllable', [type('데몬'), erase('back')], '데|'],
		['erasing a decomposed syllable', [type('데몬'.normalize('NFD')), erase('back')], `${'데'.normalize('NFD')}|`],
		['passing a decomposed syllable', [type('데몬'.normalize('NFD')), caret('left')], `${'데'.normalize('NFD')}|${'몬'.normalize('NFD')}`],
		['erasing an emoji of several', [type('a👨‍👩‍👧🇰🇷'), erase('back'), erase('back')], 'a|'],
		['erasing an emoji forwards', [type('👍🏽b'), caret('start'), erase('forward')], '|b'],
		['passing an emoji', [type('a👍🏽'), caret('left')], 'a|👍🏽'],
	])('after %s is as expected', (_, actions, line) => {
		expect(lineOf(play(list, open, ...actions))).toBe(line);
	});

	test('takes no more than five hundred characters', () => {
		const full = play(list, open, type('x'.repeat(500)));
		expect(lineOf(play(full, type('y')))).toBe(lineOf(full));
		expect(play(list, open, type('x'.repeat(501))).search.text).toBe('');
	});

	test('limits the list with every key', () => {
		expect([type('a'), type('am'), type('kap')].map(action => listOf(play(list, open, action)))).toEqual([
			['alpha', 'beta', 'gamma', 'kappa'],
			['gamma'],
			['kappa'],
		]);
	});

	test('keeps the last list while the text cannot be read, and says why', () => {
		const state = play(list, open, type('am '), type('cpu>'));
		expect([listOf(state), state.search.error?.id]).toEqual([['gamma'], 'number-missing']);
		expect(play(state, type('0')).search.error).toBeNull();
	});

	test('selects the best result while one types', () => {
		const state = play(choose(list, 'alpha'), open, type('am'));
		expect([selectedOf(state), paneOf(state), state.ended]).toEqual(['gamma', 'gamma', null]);
	});

	test('keeps what is selected when only its caret moves', () => {
		expect(selectedOf(play(list, open, type('a'), {type: 'move', by: 2}, caret('left')))).toBe('gamma');
	});

	test('that is kept stays a filter; the same key opens it again at its end', () => {
		const kept = play(list, open, type('am'), {type: 'search-keep'});
		expect([kept.mode, listOf(kept), kept.message]).toEqual(['browse', ['gamma'], {id: 'searchKept'}]);
		expect(lineOf(play(kept, open))).toBe('am|');
		expect(play(list, open, {type: 'search-keep'}).message).toBeNull();
	});

	test('that is cleared leaves the whole list', () => {
		const cleared = play(list, open, type('am'), {type: 'search-clear'});
		expect([cleared.mode, listOf(cleared).length, cleared.search.text, cleared.message]).toEqual(['browse', 4, '', {id: 'cleared'}]);
		expect(play(list, open, {type: 'search-clear'}).message).toBeNull();
	});

	test('that is cleared leaves the chosen result selected', () => {
		const state = play(choose(list, 'alpha'), open, type('a'), {type: 'move', by: 1}, {type: 'search-keep'});
		expect([selectedOf(state), selectedOf(play(state, {type: 'back'}))]).toEqual(['beta', 'beta']);
	});

	test('that is cleared at once gives back what was selected before', () => {
		expect(selectedOf(play(choose(list, 'beta'), open, type('am'), {type: 'search-clear'}))).toBe('beta');
	});

	test('is left by erasing when there is nothing to erase', () => {
		expect(play(list, open, type('a'), erase('back')).mode).toBe('search');
		expect(play(list, open, type('a'), erase('back'), erase('back')).mode).toBe('browse');
	});

	test('opens over the table, not behind a full pane', () => {
		expect(play(list, {type: 'pane-open'}, open)).toMatchObject({mode: 'search', isPaneFull: false});
	});
});
