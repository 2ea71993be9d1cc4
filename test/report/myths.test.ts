import {describe, expect, test} from 'vitest';
import {mythIds, mythVerdict} from '../../source/model/myth.js';
import {mythReport, mythsReport} from '../../source/report/myths.js';
import * as en from '../../source/text/en/myths.js';
import * as ko from '../../source/text/ko/myths.js';
import {lineText} from './report-text.js';

describe.each([
	['English', en],
	['Korean', ko],
] as const)('a myth in %s', (_, words) => {
	test.each(mythIds)('%s stands with what is said, how it stands the test, and what holds', id => {
		const lines = mythReport(id, 'darwin', words).map(lineText);
		expect(lines[0]).toBe(`“ ${words.myths[id].says}`);
		expect(lines[1]).toContain(words.mythVerdicts[mythVerdict[id]]);
		expect(lines[2]).toBe(words.myths[id].fact);
		expect(lines[3]).toMatch(/^\$ .+ \| /);
	});

	test('has its place among all of them', () => {
		const lines = mythsReport('linux', words).map(lineText);
		expect(lines[0]).toBe(`# ${words.mythUi.title} ${words.mythUi.count(18)}`);
		expect(mythIds.map(id => lines.indexOf(`“ ${words.myths[id].says}`))).toEqual(
			mythIds.map(id => lines.indexOf(`“ ${words.myths[id].says}`)).sort((a, b) => a - b),
		);
		expect(lines.filter(line => line.startsWith('“ '))).toHaveLength(18);
	});
});

test('a command is shown only where it works', () => {
	const commandsOf = (platform: 'linux' | 'darwin' | 'generic') =>
		mythReport('bird', platform, en).filter(({type}) => type === 'item').length;
	expect(commandsOf('darwin')).toBe(3);
	expect(commandsOf('linux')).toBe(2);
	expect(commandsOf('generic')).toBe(2);
});
