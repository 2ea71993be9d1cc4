import {describe, expect, test} from 'vitest';
import {parseArguments} from '../../source/commands/arguments.js';
import {defaultSettings, type Settings} from '../../source/commands/settings.js';
import {firstSort, intervalInForce, screenChoices} from '../../source/commands/settings-in-force.js';
import {textOf} from '../../source/text/text.js';

const given = (line: string, settings: Partial<Settings> = {}) => {
	const parsed = parseArguments(line.split(' ').filter(Boolean), textOf('en'));
	if ('error' in parsed) {
		throw new Error(parsed.error);
	}

	return {arguments: parsed.arguments, settings: {...defaultSettings, ...settings}};
};

describe('an option overrules the file', () => {
	test.each([
		['', {}, {canCopy: false, hasMouse: true}],
		['', {canCopy: true, hasMouse: false}, {canCopy: true, hasMouse: false}],
		['--copy --no-mouse', {}, {canCopy: true, hasMouse: false}],
		['--no-copy --mouse', {canCopy: true, hasMouse: false}, {canCopy: false, hasMouse: true}],
		['replay x --no-copy --mouse', {canCopy: true, hasMouse: false}, {canCopy: false, hasMouse: true}],
		['quiz --mouse', {hasMouse: false}, {canCopy: false, hasMouse: true}],
	])('%j with %j in it', (line, settings, expected) => {
		expect(screenChoices(given(line, settings))).toEqual(expected);
	});

	test.each([
		['--copy --no-copy', false],
		['--no-copy --copy', true],
	])('and of two that contradict each other the later one counts: %s', (line, canCopy) => {
		expect(screenChoices(given(line, {canCopy: !canCopy})).canCopy).toBe(canCopy);
	});

	test('for how often is sampled', () => {
		const settings = {intervalMs: 7000};
		expect([given('', settings), given('-d 3', settings), given('-d x', settings)].map(intervalInForce)).toEqual([7000, 3000, null]);
	});
});

test('the order is that of the file, in its direction', () => {
	const orders = [
		{column: 'cpu', isReversed: false},
		{column: 'cpu', isReversed: true},
		{column: 'name', isReversed: false},
	] as const;
	expect(orders.map(sort => firstSort(given('', {sort})))).toEqual([
		{column: 'cpu', isDescending: true},
		{column: 'cpu', isDescending: false},
		{column: 'name', isDescending: false},
	]);
});
