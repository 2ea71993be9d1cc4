import {Buffer} from 'node:buffer';
import {afterEach, describe, expect, test} from 'vitest';
import {array, binaryPlist} from '../parse/mac-binary-plist.js';
import {psRow, serviceRow, services} from '../platform/mac-answers.js';
import {macRoot, removeMacRoots, type Tools} from './mac-root.js';
import {footer, listIsFilled, selectedRows} from './screen-parts.js';
import {type OpenTerminal, openTerminal} from './terminal.js';

const job = (label: string, more: string): string =>
	`<?xml version="1.0"?>\n<plist version="1.0"><dict><key>Label</key><string>${label}</string>${more}</dict></plist>\n`;

/** Property lists that were made to break whoever reads them, by the name of their job. */
const files: Readonly<Record<string, string | Uint8Array>> = {
	bomb: `<?xml version="1.0"?>\n<!DOCTYPE plist [<!ENTITY a "aaaaaaaaaa">${Array.from(
		{length: 12},
		(_, index) => `<!ENTITY ${'b'.repeat(index + 1)} "${`&${'b'.repeat(index) || 'a'};`.repeat(10)}">`,
	).join('')}]>\n<plist><dict><key>Label</key><string>&bbbbbbbbbbbb;</string></dict></plist>`,
	huge: job('com.example.huge', `<key>Comment</key><string>${'x'.repeat(50 * 1024 * 1024)}</string>`),
	loop: binaryPlist([array(1), array(0)]),
	line: job('com.example.line', `<key>ProgramArguments</key><array>${'<string>word</string>'.repeat(40_000)}</array>`),
	deep: job('com.example.deep', `<key>Deep</key>${'<array>'.repeat(5000)}${'</array>'.repeat(5000)}`),
};

const names = Object.keys(files);

const say = (text: string): string => `cat <<'END'\n${text}\nEND`;

const tools: Partial<Tools> = {
	ps: say(
		[psRow(1, 0, 0, 'root', '/sbin/launchd'), ...names.map((name, index) => psRow(300 + index, 1, 0, 'root', `/usr/libexec/${name}`))].join(
			'\n',
		),
	),
	launchctl: `[ "$2" = system ] && ${say(
		services(
			'system',
			names.map((name, index) => serviceRow(300 + index, '-', `com.example.${name}`)),
		),
	)}\n[ "$2" = system ] || exit 113`,
	lsappinfo: 'true',
};

const placed = Object.fromEntries(
	Object.entries(files).map(([name, content]) => [`Library/LaunchDaemons/com.example.${name}.plist`, content]),
);

const open = (more: Partial<Tools> = {}): OpenTerminal =>
	openTerminal({args: ['--root', macRoot({...tools, ...more}, placed)], columns: 120, rows: 40, env: {SUDO_UID: '501'}});

const choose = async (terminal: OpenTerminal, name: string): Promise<void> => {
	await terminal.waitFor(screen => listIsFilled(screen) && screen.join('\n').includes(`com.example.${name}`.slice(0, 14)));
	terminal.press('/', ...name, 'enter');
	await terminal.waitFor(screen => footer(screen).includes('1 found.') && selectedRows(screen).length === 1);
};

/** How long the explorer takes to answer a key: the help opens. */
const answersIn = async (terminal: OpenTerminal): Promise<number> => {
	const startedAt = performance.now();
	terminal.press('?');
	await terminal.waitFor('Esc close');
	const tookMs = performance.now() - startedAt;
	terminal.press('escape');
	await terminal.waitFor(listIsFilled);
	return tookMs;
};

/** Far more than it takes, and far less than a hang. */
const patienceMs = 3000;

afterEach(removeMacRoots);

describe.skipIf(process.platform !== 'linux' || process.getuid?.() !== 0)('a pane', () => {
	test.each([
		['bomb', /entity-declaration/],
		['huge', /too-big/],
		['loop', /reference-loop/],
		['line', /a property list of this size|ProgramArguments/],
		['deep', /too-deep/],
	] as const)('of a property list that is a %s says so, and the screen stays alive', async (name, says) => {
		const terminal = open();
		await choose(terminal, name);
		const startedAt = performance.now();
		terminal.press('4');
		await terminal.waitFor(says, patienceMs);
		console.info(
			`config of ${name}: ${Math.round(performance.now() - startedAt)} ms, then a key ${Math.round(await answersIn(terminal))} ms`,
		);
	});

	test('whose lsof never answers leaves the keys alone, and says in the end that it was stopped', async () => {
		const terminal = open({lsof: 'hangs'});
		await choose(terminal, 'loop');
		terminal.press('3');
		expect(await answersIn(terminal)).toBeLessThan(patienceMs);
		await terminal.waitFor(/lsof.*did not answer in time/);
	});

	test('of a log of a million lines shows the newest, and the screen stays alive', async () => {
		const line = '{"timestamp":"2026-11-22 16:01:02.123456+0000","eventMessage":"line NUMBER","messageType":"Default","processID":302}';
		const terminal = open({log: `i=0; yes '${line}' | head -n 1000000 | awk '{gsub("NUMBER", NR); print}'`});
		await choose(terminal, 'loop');
		const startedAt = performance.now();
		terminal.press('5');
		await terminal.waitFor('line 1000000');
		console.info(`a log of a million lines: ${Math.round(performance.now() - startedAt)} ms`);
		expect(await answersIn(terminal)).toBeLessThan(patienceMs);
	});

	test('of a log with one line of a megabyte shows that it was cut', async () => {
		const text = Buffer.alloc(1024 * 1024, 'x').toString();
		const line = `{"timestamp":"2026-11-22 16:01:02.123456+0000","eventMessage":"${text}","messageType":"Error","processID":302}`;
		const root = macRoot({...tools, log: 'cat "$(dirname "$0")/../../lines"'}, {...placed, lines: `${line}\n`});
		const terminal = openTerminal({args: ['--root', root], columns: 120, rows: 40, env: {SUDO_UID: '501'}});
		await choose(terminal, 'loop');
		terminal.press('5');
		await terminal.waitFor(/x{60}/);
		expect(await answersIn(terminal)).toBeLessThan(patienceMs);
		expect(terminal.wrappedRows()).toBe(0);
	});
});
