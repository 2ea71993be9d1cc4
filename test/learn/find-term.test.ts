import {describe, expect, test} from 'vitest';
import {findTerms} from '../../source/learn/find-term.js';
import {type TermId, termIds} from '../../source/model/term.js';
import {terms as en} from '../../source/text/en/terms.js';
import {terms as ko} from '../../source/text/ko/terms.js';

const find = (query: string): readonly TermId[] => findTerms(query, [en, ko]);

describe('a term is found', () => {
	test.each([
		['by its name', 'daemon', 'daemon'],
		['whatever the case', 'DAEMON', 'daemon'],
		['with a hyphen or without', 'standard-input', 'standard-input'],
		['by an alias', 'tty', 'controlling-terminal'],
		['by its short name', 'SIP', 'system-integrity-protection'],
		['by the key of a file', 'KeepAlive', 'keep-alive'],
		['by its beginning', 'zomb', 'zombie'],
		['by its Korean name', '에이전트', 'agent'],
		['by a Korean alias', '신호', 'signal'],
		['by Hangul in single letters', '데몬'.normalize('NFD'), 'daemon'],
		['with blanks around it', '  port ', 'port'],
	] as const)('%s', (_, query, id) => {
		expect(find(query)[0]).toBe(id);
	});

	test('by any of its names first or beside another of that name', () => {
		for (const id of termIds) {
			for (const words of [en[id], ko[id]]) {
				for (const name of [words.name, ...words.aliases]) {
					expect(find(name).slice(0, 3), name).toContain(id);
				}
			}
		}
	});
});

describe('what is found', () => {
	test('begins with what is called so, then what begins so, then what has it inside', () => {
		const found = find('log');
		expect(found[0]).toBe('log');
		expect(found.indexOf('logout')).toBeLessThan(found.indexOf('unified-log'));
	});

	test('is every term for an empty query', () => {
		expect(find(' ')).toEqual(termIds);
	});

	test('is nothing for a word that nothing is called', () => {
		expect(find('xyzzy')).toEqual([]);
		expect(find('.*')).toEqual([]);
		expect(find('x'.repeat(1_000_000))).toEqual([]);
	});

	test('is in one language what only that language says', () => {
		expect(findTerms('데몬', [en])).toEqual([]);
	});
});
