import process from 'node:process';
import {describe, expect, test} from 'vitest';
import {isLinearFor, units} from '../parse/hostile-laws.js';
import {hostileTexts, stringsIn, unsafe} from '../parse/hostile-texts.js';
import {explain, explainOne, linesOf, noteText} from './explained-unit.js';

const everything = (text: string): unknown => {
	const explained = explain('a@b.service', {
		'/x/a@.service': text,
		'/x/a@.service.d/x.conf': `[Service]\n${text}`,
		'trigger:/x/a@.timer': `[Timer]\n${text}`,
		'source:/etc/init.d/a': text,
		'trigger:/usr/share/dbus-1/services/a.service': text,
	});
	return [explained, explained.files.flatMap(({pieces}) => pieces.map(noteText))];
};

describe('within a second, without an exception', () => {
	test.each<[string, () => string]>([
		['one line of 10 MB', () => `[Service]\nExecStart=${'x'.repeat(10_000_000)}`],
		['10 MB of words', () => `[Service]\nExecStart=/x ${'--password x '.repeat(800_000)}`],
		['10 MB of quotes', () => `[Service]\nEnvironment=${'"'.repeat(10_000_000)}`],
		['10 MB of escapes', () => `[Service]\nEnvironment=${'\\"'.repeat(5_000_000)}`],
		['100 000 lines that go on', () => `[Service]\nExecStart=/x ${'\\\n --y=z'.repeat(100_000)}`],
		['100 000 comments inside a value', () => `[Service]\nExecStart=/x \\\n${'# x\n'.repeat(100_000)}`],
		['100 000 keys', () => `[Service]\n${'Environment=A=1\n'.repeat(100_000)}`],
		['2000 lists that take each other back', () => `[Unit]\n${'ConditionPathExists=/x\nConditionHost=\n'.repeat(1000)}`],
		['2000 long lines', () => `[Service]\n${`Environment=${'A_TOKEN=x '.repeat(500)}\n`.repeat(2000)}`],
		[
			'2000 lines of variables that replace each other',
			() =>
				`[Service]\n${Array.from({length: 2000}, (_, line) => `Environment=${Array.from({length: 200}, (__, index) => `V${(index * (line + 1)) % 997}=1`).join(' ')}\n`).join('')}`,
		],
		['a million sections', () => '[Service]\n'.repeat(1_000_000)],
		['NULs', () => `[Service]\nUser=\0\0${'\0'.repeat(1_000_000)}\nUser=x`],
		['control characters', () => `[Service]\nUser=\u001b[2J\u0007\u009b\u202e\nExecStart=/x \u001b]0;x\u0007`],
		['calendars that never come', () => `[Timer]\n${'OnCalendar=*-02-30 00:00:00\n'.repeat(2000)}`],
		['specifiers', () => `[Service]\nExecStart=${'%i%I%n'.repeat(100_000)}`],
		['a name of an instance that is a pattern', () => '[Service]\nUser=%i'],
	])('%s', (_, make) => {
		const text = make();
		const started = process.cpuUsage();
		const name = /Timer/.test(text) ? 'a.timer' : 'a.service';
		const explained = explainOne(text, name);
		const notes = explained.files.flatMap(({pieces}) => pieces.map(noteText));
		expect(process.cpuUsage(started).user / 1e6).toBeLessThan(1);
		expect(stringsIn([explained, notes]).filter(string => unsafe.test(string))).toEqual([]);
		expect(linesOf(explained.files[0]).every(line => line.length <= 2001)).toBe(true);
	});

	test('whatever the files hold', () => {
		const bad = hostileTexts().filter(text => stringsIn(everything(text)).some(string => unsafe.test(string)));
		expect(bad).toEqual([]);
	});

	test('whatever the unit is called', () => {
		for (const name of hostileTexts()) {
			const explained = explain(name, {[`/x/${name}`]: '[Service]\nUser=%i %I %n %P %f\n'});
			expect(stringsIn(explained).filter(string => unsafe.test(string))).toEqual([]);
		}
	});

	test.each([...units, 'Environment=A=1\n', 'ExecStart="x y" z\\\n', '#A=1\n'])('in proportion to the length of %j', unit => {
		expect(isLinearFor(text => explainOne(`[Service]\nExecStart=${text}`), unit, 2000)).toBe(true);
	});
});
