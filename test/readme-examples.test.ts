import {readFileSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {type Readme, readmes} from './support/readme-languages.js';
import {buildIfMissing, isLinux, plainEnvironment, runProgram} from './terminal/program.js';
import {openTerminal} from './terminal/terminal.js';

/** Commands of a README with what it shows below them. `…` stands for what is left out. */
const examplesOf = ({file}: Readme): readonly {words: readonly string[]; lines: readonly string[]}[] =>
	[
		...readFileSync(path.resolve(import.meta.dirname, '..', file), 'utf8').matchAll(
			/^```sh\nnpx daemon-top (.*)\n```\n\n```text\n([\s\S]*?)^```/gm,
		),
	].map(([, command = '', shown = '']) => ({
		words: command.split(' '),
		lines: shown.split('\n').filter(line => line !== '' && line.trim() !== '…'),
	}));

const examples = readmes.flatMap(readme => examplesOf(readme).map(example => ({...example, language: readme.language, file: readme.file})));

describe.skipIf(!isLinux)('what a README shows below a command', () => {
	beforeAll(buildIfMissing);

	test.each(examples)('is printed by it: $file, $words', async ({words, lines, language}) => {
		expect(lines.length).toBeGreaterThan(1);
		const asked = [...words, '--lang', language];
		if (words[0] === 'list' || words[0] === 'why') {
			const {stdout} = await runProgram(asked, {env: {...plainEnvironment(), COLUMNS: '100'}});
			const printed = stdout.split('\n').map(line => line.trimEnd());
			expect(lines.filter(line => !printed.includes(line))).toEqual([]);
			return;
		}

		const terminal = openTerminal({args: asked, columns: 100, rows: 40});
		await terminal.waitFor(screen => lines.every(line => screen.some(row => row.trimEnd() === line)));
		terminal.press('q');
		await terminal.exited;
	});

	test('are three in each: to explore, to list, to ask why', () => {
		expect(readmes.map(readme => examplesOf(readme).map(({words}) => words[0]))).toEqual(readmes.map(() => ['bird', 'list', 'why']));
	});
});
