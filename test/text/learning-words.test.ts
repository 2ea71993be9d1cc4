import {describe, expect, test} from 'vitest';
import macPrograms from '../../source/knowledge/programs-macos.json' with {type: 'json'};
import {checklistTraits} from '../../source/model/evidence.js';
import {mythIds, mythVerdict} from '../../source/model/myth.js';
import {termGroups, termIds} from '../../source/model/term.js';
import {checklist as enChecklist} from '../../source/text/en/checklist.js';
import {myths as enMyths} from '../../source/text/en/myths.js';
import {terms as en} from '../../source/text/en/terms.js';
import {checklist as koChecklist} from '../../source/text/ko/checklist.js';
import {myths as koMyths} from '../../source/text/ko/myths.js';
import {terms as ko} from '../../source/text/ko/terms.js';
import {mythCommands} from '../../source/text/myth-commands.js';

/** Sentences, where no full stop stands inside a name such as `.plist`. */
const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[.?!][”)]?) /);

const isEnglish = (text: string): boolean => /^[“*A-Z0-9/.a-z][^가-힣]*[.?!]”?$/u.test(text);

/** What the tone is: 합쇼체 or a request. */
const isKorean = (text: string): boolean =>
	sentencesOf(text).every(sentence => /(?:니다|세요|니까)[.?]$/.test(sentence.replace(/\([^)]*\)/g, '')));

describe('the glossary', () => {
	test('names no term twice, neither in its groups nor in a language', () => {
		expect(new Set(termIds).size).toBe(termIds.length);
		expect(Object.values(termGroups).flat()).toHaveLength(termIds.length);
		for (const terms of [en, ko]) {
			const names = termIds.map(id => terms[id].name.toLowerCase());
			expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
		}
	});

	test.each(termIds)('%s has one sentence, then one to three more, in both languages', id => {
		expect(sentencesOf(en[id].line)).toHaveLength(1);
		expect(sentencesOf(ko[id].line)).toHaveLength(1);
		for (const {more} of [en[id], ko[id]]) {
			expect(sentencesOf(more).length).toBeGreaterThanOrEqual(1);
			expect(sentencesOf(more).length).toBeLessThanOrEqual(4);
		}

		expect([en[id].line, en[id].more].filter(text => !isEnglish(text))).toEqual([]);
		expect([ko[id].line, ko[id].more].filter(text => !isKorean(text))).toEqual([]);
	});

	test('has no alias that is the name itself', () => {
		for (const terms of [en, ko]) {
			expect(termIds.filter(id => terms[id].aliases.includes(terms[id].name) || terms[id].aliases.includes(''))).toEqual([]);
		}
	});

	test('speaks of both systems', () => {
		const both = /both|either|neither|두 시스템|두 관리자|둘 다/i;
		const mac = /macOS|Mac\b|launchd|launchctl|property list|속성 목록/;
		const linux = /Linux|systemd|systemctl|\bunit\b|유닛/;
		const speaks = (text: string): boolean => both.test(text) || (mac.test(text) && linux.test(text));
		const silent = termIds.filter(id => ![en, ko].every(terms => speaks(`${terms[id].line} ${terms[id].more}`)));
		expect(silent).toEqual([]);
	});
});

describe('the myths', () => {
	test.each(mythIds)('%s is said and answered in both languages, by one to four sentences', id => {
		for (const [words, isRight] of [
			[enMyths[id], isEnglish],
			[koMyths[id], isKorean],
		] as const) {
			expect([words.says, words.fact].filter(text => !isRight(text))).toEqual([]);
			expect(sentencesOf(words.fact).length).toBeLessThanOrEqual(4);
		}
	});

	test('have every verdict among them', () => {
		expect(new Set(Object.values(mythVerdict)).size).toBe(4);
	});

	test('are tried with commands that only read', () => {
		const lines = Object.values(mythCommands).flatMap(({linux, darwin}) => [linux ?? '', darwin ?? '']);
		expect(lines.filter(line => /\b(?:sudo|rm|kill|stop|bootout|disable|enable|unload|mask)\b|>/.test(line))).toEqual([]);
	});

	test('about the letter d are those of the dictionary', () => {
		const known = macPrograms.filter(({kind}) => kind !== null);
		const withD = known.filter(({name}) => name.endsWith('d'));
		const daemons = known.filter(({kind}) => kind === 'daemon');
		const agentShare = withD.filter(({kind}) => kind === 'agent').length / withD.length;
		const bareShare = daemons.filter(({name}) => !name.endsWith('d')).length / daemons.length;
		expect(Math.round(agentShare * 10)).toBe(4);
		expect(Math.round(bareShare * 10)).toBe(3);
		expect(enMyths['letter-d'].fact).toMatch(/four in ten .*three in ten/);
		expect(koMyths['letter-d'].fact).toMatch(/열 개 중 네 개.*열 개 중 세 개/);
	});
});

test.each(checklistTraits)('why the trait %s matters is said in both languages', trait => {
	expect(enChecklist[trait].matters).toSatisfy(isEnglish);
	expect(koChecklist[trait].matters).toSatisfy(isKorean);
	expect(sentencesOf(enChecklist[trait].matters).length).toBeLessThanOrEqual(3);
});
