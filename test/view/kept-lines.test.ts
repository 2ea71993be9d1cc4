import {describe, expect, test} from 'vitest';
import {type Line, line, type Span, span} from '../../source/paint/style.js';
import {createLineKeeper} from '../../source/view/kept-lines.js';

const target = {type: 'search'} as const;
const full: Span = {text: 'a', style: 'title', isSelected: true, target};
const made = (): Line => line(span('one'), {...full});

describe('lines that are made anew with every frame', () => {
	test('are the objects of the frame before where they say the same', () => {
		const keep = createLineKeeper();
		const first = keep([made(), line(), line(span('two'))]);
		const second = keep([made(), line(), line(span('other'))]);
		expect([second[0] === first[0], second[1] === first[1], second[2] === first[2]]).toEqual([true, true, false]);
		expect(second[2]).toEqual(line(span('other')));
		expect(keep([made()])[0]).toBe(first[0]);
	});

	const others: readonly (readonly [string, Line])[] = [
		['text', line(span('other'), full)],
		['style', line(span('one', 'head'), full)],
		['more', line(span('one'), full, span(''))],
		['less', line(span('one'))],
		['mark of all of it', {...made(), isSelected: true}],
		['mark of a stretch', line(span('one'), {...full, isSelected: false})],
		['click', line(span('one'), {...full, target: {type: 'search'}})],
		['no click', line(span('one'), {text: 'a', style: 'title', isSelected: true})],
	];

	test.each(others)('are others when they differ in %s', (_, other) => {
		const keep = createLineKeeper();
		keep([made()]);
		expect(keep([other])[0]).toBe(other);
	});

	test('are compared with those of the same place in the frame before only', () => {
		const keep = createLineKeeper();
		const [first, second] = [line(span('1')), line(span('2'))];
		keep([first, second]);
		const swapped = [line(span('2')), line(span('1')), line(span('3'))];
		expect(keep(swapped).map((each, index) => each === swapped[index])).toEqual([true, true, true]);
		expect(keep([])).toEqual([]);
		expect(keep([line(span('2'))])[0]).not.toBe(second);
	});

	test('of one place know nothing of those of another', () => {
		const [left, right] = [createLineKeeper(), createLineKeeper()];
		const [kept] = left([made()]);
		expect(right([made()])[0]).not.toBe(kept);
	});
});
