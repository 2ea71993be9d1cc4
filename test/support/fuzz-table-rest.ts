import {findProgram} from '../../source/knowledge/programs.js';
import {bundlePlace} from '../../source/model/bundle.js';
import {baseName, canonicalPath, isGenericProgram} from '../../source/model/program.js';
import {coverArguments, coverSecrets, isSecretName} from '../../source/model/secret.js';
import {parseCmdline} from '../../source/parse/cmdline.js';
import {codeLine, splitLines} from '../../source/parse/code-lines.js';
import {placeInText, readLocatedJson} from '../../source/parse/located-json.js';
import {parseLogFile} from '../../source/parse/log-file.js';
import {findLevel, levelOfWord} from '../../source/parse/log-level.js';
import {createLineSplitter, newestLines} from '../../source/parse/log-line-splitter.js';
import {readMessage, withoutColours} from '../../source/parse/log-message.js';
import {readLineStart} from '../../source/parse/log-time.js';
import {printable} from '../../source/parse/printable.js';
import {parseUnifiedLog} from '../../source/parse/unified-log.js';
import {createZone, readMilliseconds, readOffset, readTimestamp, universal} from '../../source/parse/wall-time.js';
import {zoneOffset} from '../../source/parse/zone-offset.js';
import {holdsProcesses, parseRecording} from '../../source/run/recording.js';
import {createRedaction, withoutEnvironment} from '../../source/run/redact.js';
import {replayRunner} from '../../source/run/replay.js';
import {normalize, parseQuery} from '../../source/store/query.js';
import {rankIn} from '../../source/store/word-match.js';
import {answered, recordings} from './fuzz-seeds.js';
import type {Fuzzed} from './fuzz-table.js';

const place = {now: Date.UTC(2026, 10, 22), zone: universal};
const logs = [
	...answered(/^tail .*\/var\/log\//),
	'2026-11-22 16:01:02.123 KST [12-1] LOG:  ready\n2026/11/22 16:01:02 [error] 123#456: *1 open() failed\n[22/Nov/2026:16:01:02 +0000] x\n',
	'123:M 22 Nov 2026 16:01:02.123 * Ready\nE1122 16:01:02.123456   123 file.go:12] x\nTraceback (most recent call last):\n  File "x"\nValueError: no\n',
	'[Sun Nov 22 16:01:02.123456 2026] [core:error] [pid 12:tid 3] x\n<13>Nov 22 16:01:02 host prog[5]: \u001b[31mred\u001b[0m\n',
];
const unified = [
	`${JSON.stringify({messageType: 'Error', eventType: 'logEvent', subsystem: 'com.apple.network', category: 'c', processImagePath: '/Applications/Safari.app/Contents/MacOS/Safari', timestamp: '2026-11-22 16:01:02.123456+0900', eventMessage: 'Socket SO_ERROR [61]', processID: 87_578})}\n{"count":1,"finished":1}\n`,
	'{"eventType":"activityCreateEvent","timestamp":"2026-11-22 16:01:02.1-0330","processID":1,"eventMessage":"a\\nb","messageType":null}\n',
];
const commands = [
	...answered(/^\/proc\/\d+\/cmdline$/, 8),
	'mysql\0--password=abc\0-pxyz\0https://u:p@h/?token=1\0',
	'curl\0-H\0Authorization: Bearer abc.def\0-u\0a:b\0',
];
const queries = [
	'sshd !kind:app user:root',
	'cpu>5 mem<=100M port:22 :5432',
	'"a b" tag:net service:ssh',
	'kind:데몬 !"x y" pid:1',
	'ㄷㅁ 데모',
];
const paths = [
	'/Applications/X.app/Contents/Frameworks/X Helper.app/Contents/MacOS/X Helper',
	'/System/Library/x.xpc/Contents/MacOS/x',
	'/sbin/sh',
	'/lib/x',
];

/** A recording as it is opened, played and cleaned. */
const play = (text: string): unknown => {
	const parsed = parseRecording(text);
	if ('error' in parsed) {
		return parsed;
	}

	const {runner, clock} = replayRunner(parsed.recording, async () => undefined);
	const redact = createRedaction(['debian'], ['alex']);
	const redacted = parsed.recording.answers.map(line => JSON.stringify(redact(withoutEnvironment(line))));
	const asked = parsed.recording.answers.map(line =>
		'read' in line
			? runner.read(line.read, undefined, line.encoding)
			: 'list' in line
				? runner.list(line.list)
				: 'link' in line
					? runner.link(line.link)
					: null,
	);
	return [holdsProcesses(parsed.recording), redacted, asked, clock.now()];
};

/** The same lines come out wherever the pieces are cut. */
const split = (text: string): unknown => {
	const whole = createLineSplitter(200);
	const cut = createLineSplitter(200);
	const middle = text.length >> 1;
	const one = [...whole.push(text), ...whole.end()];
	const two = [...cut.push(text.slice(0, middle)), ...cut.push(text.slice(middle)), ...cut.end()];
	if (JSON.stringify(one) !== JSON.stringify(two)) {
		throw new Error('the pieces give other lines');
	}

	return [one, newestLines(text, 5), splitLines(text, 5)];
};

/** What covers secrets leaves nothing out. */
const cover = (text: string): unknown => {
	const parts = coverSecrets(text);
	if (parts.map(part => part.text).join('') !== text) {
		throw new Error('the parts are not the text');
	}

	return [parts.length, isSecretName(text)];
};

/** Strict JSON is what JSON.parse takes, as deep as it may go. */
const readJson = (text: string): unknown => {
	const read = readLocatedJson(text);
	if ('node' in read) {
		JSON.parse(text.replace(/^\ufeff/, ''));
	}

	return 'node' in read ? read : [read.expected, placeInText(text, read.offset)];
};

/** Parsers of logs, recordings, queries and names, wherever they come from. */
export const fuzzedRest: readonly Fuzzed[] = [
	{name: 'parseLogFile', parse: text => [parseLogFile(text, place), parseLogFile(text, place, true)], seeds: logs},
	{
		name: 'readLineStart',
		parse: text => readLineStart(text, place),
		seeds: logs.flatMap(text => text.trimEnd().split('\n', 3)),
		isRaw: true,
	},
	{name: 'readMessage', parse: readMessage, seeds: logs},
	{name: 'withoutColours', parse: withoutColours, seeds: ['\u001b[31mred\u001b[0m', '\u001b[1;38;2;1;2;3mx', 'plain'], isRaw: true},
	{
		name: 'findLevel',
		parse: text => [findLevel(text), levelOfWord(text)],
		seeds: ['[core:error] x', '<warn> y', 'level=info z', 'ERROR:root:x', 'error: x'],
	},
	{name: 'createLineSplitter', parse: split, seeds: logs, isRaw: true},
	{
		name: 'codeLine',
		parse: text => [codeLine(text), ...splitLines(text).lines.map(codeLine)],
		seeds: [...answered(/^\/etc\/init\.d\//), '\ta\tb\r\n'],
	},
	{name: 'parseUnifiedLog', parse: parseUnifiedLog, seeds: unified},
	{
		name: 'readTimestamp',
		parse: text => [
			readTimestamp(text),
			readOffset(text)?.({year: 2026, month: 1, day: 1, hour: 1, minute: 1, second: 1, millisecond: 1}),
			readMilliseconds(text),
		],
		seeds: ['2026-11-22 16:01:02.123456+0900', '2026-02-29 23:59:60-0330', '+09:00', 'Z', '123456'],
	},
	{
		name: 'zoneOffset',
		parse: text => [
			zoneOffset(text)?.(place.now),
			createZone(text)({year: 2026, month: 3, day: 29, hour: 2, minute: 30, second: 0, millisecond: 0}),
		],
		seeds: ['Europe/Berlin', 'Asia/Seoul', 'UTC', 'America/St_Johns', '+09:00', 'Etc/GMT+5'],
	},
	{
		name: 'readLocatedJson',
		parse: readJson,
		seeds: [
			'{"language":"ko","columns":["pid","cpu"],"interval":2.5e0}',
			'{\n\t"a": {"b": [1, -0.5, null, true, "\\u00e9\\n"]}\n}\n',
			'[]',
		],
		isRaw: true,
	},
	{name: 'parseRecording', parse: play, seeds: recordings, isRaw: true},
	{name: 'parseQuery', parse: parseQuery, seeds: queries, isRaw: true},
	{
		name: 'rankIn',
		parse: text => [
			rankIn(normalize('/usr/sbin/데몬 cron -f'), normalize(text)),
			rankIn(normalize(text), normalize('데모')),
			rankIn(normalize(text), 'ㄷㅁ'),
		],
		seeds: [...queries, 'ㄳ데몬', '각ㄱ'],
	},
	{
		name: 'findProgram',
		parse: text => {
			const [name = '', unit = null, ...args] = text.split('\n');
			return [findProgram({name, unit, args, uid: 0}), findProgram({name: unit ?? '', unit: name, args: null, uid: 1000})];
		},
		seeds: ['sshd\nssh.service\n-D', 'kworker/0:1', 'agetty\ngetty@tty1.service\n--noclear', 'node\nx@1.service', 'PM2 v5: God Daemon'],
	},
	{name: 'coverSecrets', parse: cover, seeds: commands},
	{name: 'coverArguments', parse: text => coverArguments(parseCmdline(text)), seeds: commands},
	{
		name: 'bundlePlace',
		parse: text => [bundlePlace(printable(text)), isGenericProgram(text), canonicalPath(printable(text)), baseName(printable(text))],
		seeds: paths,
	},
];
