import {describe, expect, test} from 'vitest';
import {helpText} from '../../source/commands/help.js';
import {commandOf, commands} from '../../source/commands.js';
import {displayWidth} from '../../source/paint/cell.js';
import {languages, textOf} from '../../source/text/text.js';

const linesOf = (text: string): readonly string[] => text.replace(/\n$/, '').split('\n');

describe.each(languages)('the help in %s', language => {
	const text = textOf(language);

	test('fits a screen of 80 columns and 24 rows, with a row for the prompt', () => {
		const lines = linesOf(helpText(null, text));
		expect(lines.length).toBeLessThanOrEqual(23);
		expect(lines.filter(line => displayWidth(line) > 80)).toEqual([]);
	});

	test('names every command and how to get on', () => {
		const help = helpText(null, text);
		expect(commands.filter(({usage, name}) => !help.includes(`  ${usage} `) || !help.includes(text.command[name]))).toEqual([]);
		expect(help).toContain('daemon-top COMMAND --help');
	});

	test.each(commands.map(({name}) => name))('of %s has all of its options and an example, in 80 columns', name => {
		const help = helpText(name, text);
		expect(commandOf(name).options.filter(option => !help.includes(`--${option.name}`))).toEqual([]);
		expect(help).toContain(commandOf(name).example);
		expect(linesOf(help).filter(line => displayWidth(line) > 80)).toEqual([]);
	});
});
