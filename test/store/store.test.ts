import {describe, expect, test} from 'vitest';
import type {Action} from '../../source/store/state.js';
import {createStore, initialState} from '../../source/store/store.js';
import {named, stateWith} from './play.js';

describe('the store', () => {
	test('begins with nothing to show', () => {
		expect(initialState({columns: 80, rows: 24}, 'en', 2000)).toMatchObject({
			shown: null,
			selected: null,
			mode: 'browse',
			intervalMs: 2000,
		});
	});

	test('tells of every change, and of actions that change nothing too', () => {
		const store = createStore(stateWith(named('a', 'b')));
		const changes: (string | null)[] = [];
		const actions: Action['type'][] = [];
		store.subscribe(() => changes.push(store.getState().message?.id ?? null));
		store.onAction(action => actions.push(action.type));
		store.dispatch({type: 'refresh'});
		store.dispatch({type: 'quit'});
		store.dispatch({type: 'redraw'});
		expect([changes, actions]).toEqual([['refreshed'], ['refresh', 'quit', 'redraw']]);
	});

	test('has its new state when it tells of an action', () => {
		const store = createStore(stateWith(named('a', 'b')));
		const seen: boolean[] = [];
		store.onAction(() => seen.push(store.getState().isPaused));
		store.dispatch({type: 'pause'});
		expect(seen).toEqual([true]);
	});

	test('tells nobody who has gone', () => {
		const store = createStore(stateWith(named('a')));
		const heard: string[] = [];
		const leave = [store.subscribe(() => heard.push('change')), store.onAction(() => heard.push('action'))];
		store.dispatch({type: 'pause'});
		for (const end of leave) {
			end();
		}

		store.dispatch({type: 'pause'});
		expect(heard).toEqual(['change', 'action']);
	});
});
