import {describe, expect, test} from 'vitest';
import {termIds} from '../../source/model/term.js';
import {lineWidth} from '../../source/paint/cell.js';
import {reportLines} from '../../source/paint/report-lines.js';
import {glossaryBookReport, openTermReport, termReport} from '../../source/report/glossary.js';
import * as en from '../../source/text/en/terms.js';
import * as ko from '../../source/text/ko/terms.js';
import {lineText} from './report-text.js';

const languages = [
	['English', en],
	['Korean', ko],
] as const;

describe.each(languages)('a term in %s', (_, words) => {
	test.each(termIds)('%s has its name above, what it is, and what to read next', id => {
		const lines = termReport(id, words).map(lineText);
		expect(lines[0]).toContain(words.terms[id].name);
		expect(lines).toContain(words.terms[id].line);
		expect(lines).toContain(`# ${words.glossaryUi.see}`);
		expect(lines.length).toBeGreaterThan(5);
	});
});

test('a Korean term has the English one beside it where they differ', () => {
	expect(termReport('daemon', ko).map(lineText)[0]).toBe('# 데몬 daemon');
	expect(termReport('daemon', en).map(lineText)[0]).toBe('# daemon');
});

describe('the glossary', () => {
	test('of a chosen term says what it is, how else it is called, and what to read next', () => {
		const {line, more} = en.terms.zombie;
		expect(openTermReport('zombie', en).map(lineText)).toEqual([
			line,
			more,
			`also: ${en.terms.zombie.aliases.join(', ')}`,
			expect.stringMatching(/^See also: \w/),
		]);
		expect(openTermReport('agent', ko).map(lineText).at(-1)).toMatch(/^함께 볼 용어: 데몬, /);
	});

	test.each(languages)('as a whole has every term of %s once, below nine headings', (_, words) => {
		const blocks = glossaryBookReport(words);
		expect(blocks.filter(block => block.type === 'heading')).toHaveLength(9);
		expect(blocks.filter(block => block.type === 'item')).toHaveLength(termIds.length);
	});

	test.each([20, 40, 80, 140])('fits %i cells', width => {
		for (const [, words] of languages) {
			expect(
				reportLines(
					termIds.flatMap(id => openTermReport(id, words)),
					width,
				).every(line => lineWidth(line) <= width),
			).toBe(true);
		}
	});
});
