import {describe, expect, test} from 'vitest';
import {termIds} from '../../source/model/term.js';
import {reportLines} from '../../source/paint/report-lines.js';
import {glossaryBookReport, glossaryReport, termReport} from '../../source/report/glossary.js';
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
	test('opens the chosen term and leaves the others at a line', () => {
		const lines = glossaryReport(['daemon', 'agent', 'zombie'], 'agent', en).map(lineText);
		expect(lines[0]).toBe(`· daemon | ${en.terms.daemon.line}`);
		expect(lines[1]).toBe('▾ agent');
		expect(lines).toContain(`  ${en.terms.agent.more}`);
		expect(lines).toContain('  See also: daemon, domain, LaunchAgents folder, login session');
		expect(lines.at(-1)).toContain('zombie process');
		expect(lines).not.toContain(en.terms.zombie.more);
	});

	test('says when nothing is called so', () => {
		expect(glossaryReport([], null, en, 'xyzzy').map(lineText)).toEqual(['No term is called “xyzzy”.']);
		expect(glossaryReport([], null, ko, 'xyzzy').map(lineText)).toEqual(['“xyzzy”에 해당하는 용어가 없습니다.']);
	});

	test.each(languages)('as a whole has every term of %s once, below nine headings', (_, words) => {
		const blocks = glossaryBookReport(words);
		expect(blocks.filter(block => block.type === 'heading')).toHaveLength(9);
		expect(blocks.filter(block => block.type === 'item')).toHaveLength(termIds.length);
	});

	test.each([20, 40, 80, 140])('fits %i cells', width => {
		for (const [, words] of languages) {
			expect(reportLines(glossaryReport(termIds, 'daemon', words), width).length).toBeGreaterThan(termIds.length);
		}
	});
});
