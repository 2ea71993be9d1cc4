import {Buffer} from 'node:buffer';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {gunzipSync} from 'node:zlib';
import {createDemoRunner} from '../../source/demo/demo-runner.js';
import {psArgsColumns, psColumns} from '../../source/parse/ps-darwin.js';
import {sysctlNames} from '../../source/parse/sysctl.js';
import {parseRecording, type RecordedAnswer, serializeLine} from '../../source/run/recording.js';
import {array, ascii, binaryPlist, dictionary, integer, utf16} from '../parse/mac-binary-plist.js';

const maxSeedCharacters = 1200;

/** Whole lines from somewhere in a text, and no more of them than a case should hold. */
const piece = (text: string, share = 0): string => {
	const start = share === 0 ? 0 : text.indexOf('\n', Math.floor(text.length * share)) + 1;
	const end = text.lastIndexOf('\n', start + maxSeedCharacters);
	return text.length - start <= maxSeedCharacters
		? text.slice(start)
		: text.slice(start, end > start ? end + 1 : start + maxSeedCharacters);
};

const recordingText = gunzipSync(readFileSync(path.resolve(import.meta.dirname, '../recordings/debian-12-panes.jsonl.gz'))).toString(
	'utf8',
);

const recorded = (() => {
	const parsed = parseRecording(recordingText);
	if ('error' in parsed) {
		throw new Error(JSON.stringify(parsed.error));
	}

	return parsed.recording;
})();

const questionOf = (line: RecordedAnswer): string =>
	'run' in line ? [line.run.file, ...line.run.args].join(' ') : 'read' in line ? line.read : '';

const textOf = ({answer}: RecordedAnswer): string => ('stdout' in answer ? answer.stdout : 'text' in answer ? answer.text : '');

/** What a recorded Debian answered to a question, in a few different ways. */
export const answered = (question: RegExp, count = 4): readonly string[] => {
	const found = [...new Set(recorded.answers.filter(line => question.test(questionOf(line))).map(textOf))].filter(text => text !== '');
	if (found.length === 0) {
		throw new Error(`nothing recorded for ${question}`);
	}

	const step = Math.max(1, Math.floor(found.length / count));
	const chosen = found.filter((_, index) => index % step === 0).slice(0, count);
	return [...new Set(chosen.flatMap(text => (text.length > 2 * maxSeedCharacters ? [piece(text), piece(text, 0.5)] : [piece(text)])))];
};

/** Small recordings: the header, and answers of every kind. */
export const recordings: readonly string[] = [0, 12, 340].map(start =>
	[
		recorded.header,
		...recorded.answers
			.slice(start)
			.filter(line => JSON.stringify(line).length < 400)
			.slice(0, 6),
	]
		.map(serializeLine)
		.join(''),
);

const startedAt = Date.UTC(2026, 10, 22, 8, 30, 0, 250);
const demo = createDemoRunner({now: () => startedAt + 4000, elapsed: () => 4000, wait: async () => undefined});

/** What the built-in Mac answers. */
const said = async (file: string, ...args: readonly string[]): Promise<readonly string[]> => {
	const {stdout} = await demo.run({file, args});
	if (stdout === '') {
		throw new Error(`the built-in Mac does not answer ${file}`);
	}

	return [...new Set([piece(stdout), piece(stdout, 0.5)])];
};

/** A property list of the built-in Mac; text, or bytes as Latin-1. */
const fileOf = (file: string): string => Buffer.from(demo.read(file, undefined, 'base64').text, 'base64').toString('latin1');

const jobFiles = [
	'/Library/LaunchDaemons',
	'/Library/LaunchAgents',
	'/System/Library/LaunchDaemons',
	'/System/Library/LaunchAgents',
].flatMap(folder => demo.list(folder).names.map(name => fileOf(`${folder}/${name}`)));

const fewOf = (texts: readonly string[]): readonly string[] =>
	[...texts].filter(text => text !== '' && text.length < 2 * maxSeedCharacters).slice(0, 5);

const small = binaryPlist([
	dictionary(1, 2, 3, 4, 5, 6),
	ascii('Label'),
	ascii('RunAtLoad'),
	ascii('데몬'),
	utf16('한글'),
	[0x09],
	array(7, 8, 9),
	integer(300n),
	[0x33, 0x41, 0xc5, 0, 0, 0, 0, 0, 0],
	[0x42, 1, 2],
]);

export const macSeeds = {
	ps: await said('/bin/ps', '-axww', '-o', psColumns),
	psArguments: await said('/bin/ps', '-axww', '-o', psArgsColumns),
	domain: [...(await said('/bin/launchctl', 'print', 'system')), ...(await said('/bin/launchctl', 'print', 'gui/501'))],
	service: [
		...(await said('/bin/launchctl', 'print', 'system/com.apple.logd')),
		...(await said('/bin/launchctl', 'print', 'gui/501/com.apple.tccd')),
	],
	jobs: await said('/bin/launchctl', 'list'),
	apps: await said('/usr/bin/lsappinfo', 'list'),
	version: await said('/usr/bin/sw_vers'),
	sysctl: await said('/usr/sbin/sysctl', ...sysctlNames),
	listeners: await said('/usr/sbin/lsof', '-nP', '-iTCP', '-sTCP:LISTEN', '-F0pcuftPnT'),
	xml: fewOf(jobFiles.filter(text => text.startsWith('<'))),
	binary: [...fewOf(jobFiles.filter(text => text.startsWith('bplist'))), Buffer.from(small).toString('latin1')],
	openStep: [
		'{\n\tLabel = "com.example.sync";\n\tProgramArguments = ("/usr/bin/sync", "--all", "a \\"b\\" \\U1234");\n\tStartInterval = 300;\n\tRunAtLoad = YES;\n}\n',
		'/* old */ { a = <0fbd77 1c2735ae>; // end\n "StartCalendarInterval" = { Hour = 3; Minute = "15"; }; b = ( ( ), { } ); EnvironmentVariables = { API_KEY = secret; }; }',
	],
} as const satisfies Readonly<Record<string, readonly string[]>>;
