import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type {Key} from 'ink';
import {createInputParser as createKeyParser} from '../../node_modules/ink/build/input-parser.js';
import parseKeypress from '../../node_modules/ink/build/parse-keypress.js';
import {findWord, readTalk} from '../../source/commands/accessible-words.js';
import {chooseLanguage, parseArguments, parseDelay, parseDuration} from '../../source/commands/arguments.js';
import {parseCount} from '../../source/commands/quiz-questions.js';
import {parseSort} from '../../source/commands/settings.js';
import {checkSettings} from '../../source/commands/settings-check.js';
import {problemSentence} from '../../source/commands/settings-words.js';
import {actionFor, findBinding, hangulKey} from '../../source/keymap.js';
import {createDictionary, loadDictionary} from '../../source/knowledge/programs.js';
import {configFilePath, currentReader} from '../../source/run/config-file.js';
import {readScore, scorePath} from '../../source/run/score-file.js';
import {isTrusted, trustedPath} from '../../source/run/trusted-path.js';
import {initialState} from '../../source/store/store.js';
import {textOf} from '../../source/text/text.js';
import {backgroundOf} from '../../source/view/background.js';
import {keyName, latinKeys} from '../../source/view/key-name.js';
import {createInputParser, type InputPart} from '../../source/view/mouse-input.js';
import type {Fuzzed} from './fuzz-table.js';

const english = textOf('en');
const macDictionary = await loadDictionary('darwin');
const emptyDictionary = createDictionary([], 'linux');
const state = initialState({columns: 80, rows: 24}, 'en', 2000);

const commandLines = [
	'list --json --columns pid,name kind:daemon',
	'why :22 --commands',
	'record --for 60s --delay 500ms m.jsonl --redact',
	'--lang ko --theme dark --no-mouse -d2 sshd',
	'quiz --count 5',
	'-- --not-an-option',
	'completion zsh',
];

const settings = [
	'{"language":"ko","columns":["pid","cpu"],"interval":2.5,"sort":"-cpu","theme":"dark","mouse":false,"copy":true}',
	'{\n\t"$schema": "x",\n\t"keys": {"quit": "x", "search": ["/", "ctrl+f"]},\n\t"listColumns": ["pid", "kind", "name"]\n}\n',
	'{"interval":"soon","language":"xx","keys":{"none":"q"},"interval":1,"shoe":[]}',
];

const scores = [
	'{"version":1,"played":2,"asked":20,"right":15,"points":120,"bestPoints":70,"bestStreak":6,"byKind":{"daemon":{"asked":5,"right":4}},"lastPlayedAt":1795370327652}\n',
	'{"version":1,"played":0,"asked":0,"right":0,"points":0,"bestPoints":0,"bestStreak":0,"byKind":{},"lastPlayedAt":null}\n',
];

const typed = [
	'jk/sshd\r\u001b[A\u001b[5~\u001b[1;5C\u001bOP\u001bx\t\u001b[Z\u007f',
	'\u001b[<0;10;5M\u001b[<0;10;5m\u001b[<64;1;1Mq\u001b[M !!',
	'\u001b]11;rgb:1e1e/2e2e/3e3e\u001b\\\u001b]11;#ffffff\u0007',
	'\u001b[200~pasted\ntext\u001b[201~',
	'\u001b[97;5u\u001b[57441;2:3u\u001b[1;1:2A\u001b[?1u\u001b[?62c\u001b[24;80R',
	'ㅓㅏ데몬\u001b[',
];

const folder = mkdtempSync(path.join(tmpdir(), 'daemon-top-fuzz-'));
const scoreFile = path.join(folder, 'quiz.json');
process.once('exit', () => rmSync(folder, {recursive: true, force: true}));

/** As it is read from the file that somebody may have written to. */
const readScoreFile = (text: string): unknown => {
	writeFileSync(scoreFile, text);
	const read = readScore(scoreFile, 0);
	if (!('score' in read)) {
		throw new Error(`the score cannot be read: ${read.failure}`);
	}

	return [read.score, read.damaged === null];
};

/** Text is the same in one piece or in more. */
const merged = (parts: readonly InputPart[]): string =>
	parts
		.map((part, index) =>
			part.type === 'text' && parts[index - 1]?.type === 'text'
				? part.text
				: `${part.type} ${part.type === 'text' ? part.text : JSON.stringify(part)}`,
		)
		.join('');

/** No terminal sends so much in one sequence; where it is cut, what is behind is typed. */
const endless = /\u001b(?:\[<[\d;]{19}|\][^\u0007\u001b]{200})/;

/** Whatever is typed in a piece, the same comes out where the piece is cut in two, as by a slow line. */
const hearInput = (text: string): unknown => {
	const whole = createInputParser();
	const cut = createInputParser();
	const middle = text.length >> 1;
	const one = [...whole.push(text), ...whole.giveUp()];
	const two = [...cut.push(text.slice(0, middle)), ...cut.push(text.slice(middle)), ...cut.giveUp()];
	if (text.length < 2000 && !endless.test(text) && merged(one) !== merged(two)) {
		throw new Error('the pieces give other input');
	}

	return one.length;
};

/** What Ink makes of the keys that are left, and what they ask for. */
const pressKeys = (text: string): unknown => {
	const parser = createKeyParser();
	const events = [...parser.push(text), parser.flushPendingEscape() ?? ''];
	return events.slice(0, 200).map(event => {
		const input = typeof event === 'string' ? event : event.paste;
		const {name, ctrl, meta, shift} = parseKeypress(input);
		const key = keyName(input, {ctrl, meta, shift, return: name === 'return', escape: name === 'escape'} as Key);
		return [findBinding('browse', key) === null, actionFor(state, key, input), hangulKey(state.mode, key), latinKeys(input)?.length];
	});
};

const words = (text: string): readonly string[] => text.split(/[ \n]/).slice(0, 500);

/** What a person types and sets, what a terminal says, and the files that are the program's own. */
export const fuzzedPerson: readonly Fuzzed[] = [
	{name: 'parseArguments', parse: text => parseArguments(words(text), english), seeds: commandLines, isRaw: true},
	{
		name: 'parseDelay',
		parse: text => [parseDelay(text), parseDuration(text), parseCount(text), chooseLanguage(text, {LANG: text}, null)],
		seeds: ['2', '0.5', '500ms', '60s', '5m', '1h', 'ko', 'ko_KR.UTF-8', 'C'],
	},
	{name: 'parseSort', parse: parseSort, seeds: ['cpu', '-cpu', '+mem'], isRaw: true},
	{
		name: 'checkSettings',
		parse: text => {
			const {settings: read, problems} = checkSettings(text);
			return [read, problems.map(problem => problemSentence('/home/x/config.json', problem, english))];
		},
		seeds: settings,
	},
	{name: 'readScore', parse: readScoreFile, seeds: scores},
	{name: 'createInputParser', parse: hearInput, seeds: typed, isRaw: true},
	{name: 'parseKeypress', parse: pressKeys, seeds: typed, isRaw: true},
	{name: 'backgroundOf', parse: backgroundOf, seeds: ['rgb:1e1e/2e2e/3e3e', 'rgba:f/ff/fff/0', '#ffffff']},
	{
		name: 'readTalk',
		parse: text => [readTalk(text), findWord(text)?.id],
		seeds: ['show 300', 'why', '/sshd', '12', 'ㅂ', '로그 5'],
		isRaw: true,
	},
	{
		name: 'createDictionary',
		parse: text => {
			const [name = '', unit = null, ...args] = text.split('\n');
			const query = {name, unit, args, uid: 501};
			return [macDictionary(query), macDictionary({...query, name: unit ?? '', unit: name, args: null}), emptyDictionary(query)];
		},
		seeds: [
			'mDNSResponder\ncom.apple.mDNSResponder',
			'Safari',
			'cupsd\norg.cups.cupsd\n-l',
			'kworker/0:1',
			'x\ncom.x.0A1B2C3D-1111-2222-3333-0123456789AB',
		],
	},
	{
		name: 'trustedPath',
		parse: text => {
			const found = trustedPath(text, {isForRoot: true, chain: folderName => [{uid: folderName.length % 2, gid: 0, mode: 0o755}]});
			const unsafe = found.split(path.delimiter).filter(each => !path.isAbsolute(each));
			if (found === '' || unsafe.length > 0) {
				throw new Error('a program is looked for in the current folder');
			}

			return isTrusted(null);
		},
		seeds: ['/usr/bin:/bin:/usr/local/bin', '.:/bin::', ':', 'bin:/sbin'],
	},
	{
		name: 'configFilePath',
		parse: text => {
			const places = [
				configFilePath({XDG_CONFIG_HOME: text, HOME: '/x'}),
				configFilePath({HOME: text}),
				scorePath({XDG_STATE_HOME: text, HOME: text}),
			];
			if (places.some(place => place !== null && !path.isAbsolute(place))) {
				throw new Error('a file of the current folder is read');
			}

			return currentReader({SUDO_UID: text}).owners;
		},
		seeds: ['/home/x/.config', '~/.config', '1000', 'relative/folder'],
	},
];
