import {describe, expect, test} from 'vitest';
import {parseTimeSpan} from '../../source/parse/time-span.js';
import {throwing} from './hostile-laws.js';
import {isLinear} from './linear-time.js';
import {timeSpans} from './time-spans.js';

describe('a span of time', () => {
	test.each(timeSpans)('$text is $ms milliseconds', ({text, ms}) => {
		if (ms !== null && Number.isFinite(ms)) {
			expect(parseTimeSpan(text)).toBeCloseTo(ms, 3);
		} else {
			expect(parseTimeSpan(text)).toBe(ms);
		}
	});

	test('no text makes it throw', () => {
		expect(throwing(parseTimeSpan)).toEqual([]);
	});

	test.each(['5', '5 ', ' ', '.', '1.', '5s', '1.5h ', 'µ', 'infinity', '5 +'])('many times %j takes linear time', unit => {
		expect(
			isLinear(length => {
				const text = unit.repeat(length / unit.length);
				return () => parseTimeSpan(`${text}x`);
			}, 10_000),
		).toBe(true);
	});
});
