import {spawnSync} from 'node:child_process';
import {describe, expect, test} from 'vitest';
import {columnIds} from '../../source/columns.js';
import {manualPage, roffText} from '../../source/commands/manual-page.js';
import {settingNames} from '../../source/commands/settings-check.js';
import {commands} from '../../source/commands.js';
import {en} from '../../source/text/en.js';
import {manual} from '../../source/text/manual.js';

const page = manualPage('1.2.3');
const hasGroff = spawnSync('groff', ['--version'], {stdio: 'ignore'}).status === 0;

/** The page as a reader sees it, on one line, without the marks of bold. */
const shown = (): string => {
	const {stdout} = spawnSync('groff', ['-man', '-Tutf8', '-P-c', '-rLL=200n'], {input: page, encoding: 'utf8'});
	return stdout
		.replaceAll(/.\u0008/g, '')
		.replaceAll(/[‐−]/g, '-')
		.replaceAll(/\s+/g, ' ');
};

describe('the manual page', () => {
	test('begins with its title and its name', () => {
		expect(page.split('\n').slice(0, 3)).toEqual([
			'.TH "DAEMON\\-TOP" 1 "" "daemon\\-top 1.2.3" "User Commands"',
			'.SH "NAME"',
			expect.stringMatching(/^daemon\\-top \\- /),
		]);
	});

	test('is ASCII, has no empty line, and no line that is a request by mistake', () => {
		expect(page).toMatch(/^[\n -~]*$/);
		expect(page).not.toContain('\n\n');
		const requests = page.split('\n').filter(line => /^[.']/.test(line));
		expect(requests.filter(line => !/^\.(?:TH|SH|SS|TP|PP|B|EX|EE|br)\b/.test(line))).toEqual([]);
	});

	test.each([
		['.TH x', '\\&.TH x'],
		["'x", '\\(aqx'],
		['a\\fBb', 'a\\efBb'],
		['--x ~', '\\-\\-x \\(ti'],
		['● …', '\\[u25CF] \\[u2026]'],
	])('takes text for text: %s', (plain, roff) => {
		expect(roffText(plain)).toBe(roff);
	});

	test('has the settings of the file', () => {
		expect(Object.keys(manual.settings)).toEqual(settingNames);
	});

	describe.skipIf(!hasGroff)('for groff', () => {
		test('is without fault', () => {
			const {stderr, status} = spawnSync('groff', ['-man', '-Tutf8', '-ww', '-z'], {input: page, encoding: 'utf8'});
			expect([stderr, status]).toEqual(['', 0]);
		});

		test('shows every command, option, column, key and setting', () => {
			const text = shown();
			const wanted = [
				...commands.flatMap(({usage, example, name}) => [`daemon-top ${usage}`, example, en.command[name]]),
				...commands.flatMap(({options}) => options.flatMap(option => [`--${option.name}`, en.option[option.name]])),
				...columnIds.map(id => en.column[id].about),
				...Object.values(en.keyHelp),
				...settingNames,
			];
			expect(wanted.filter(each => !text.includes(each.replaceAll(/\s+/g, ' ')))).toEqual([]);
		});
	});
});
