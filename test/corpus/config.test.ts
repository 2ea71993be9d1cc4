import fs from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {explainUnit, type UnitSource} from '../../source/explain/unit.js';
import type {ConfigFile} from '../../source/model/config.js';
import {codeLine} from '../../source/parse/code-lines.js';
import {context, linesOf, noteText, source} from '../explain/explained-unit.js';
import {unsafe} from '../parse/hostile-texts.js';
import {hasCorpus, noticeWithoutCorpus, outputNames, readOutput} from './corpus-folder.js';

noticeWithoutCorpus();

const folder = 'systemd';
const recorded = hasCorpus ? outputNames(folder).filter(name => /^cat-.*\.out$/.test(name)) : [];

/** The files of `systemctl cat`: before each stands its path in a comment, between them an empty line. */
const filesOf = (output: string): readonly UnitSource[] =>
	output
		.split(/^# (?=\/\S.*\.(?:service|socket|timer|conf)$)/m)
		.filter(part => part.startsWith('/'))
		.map((part, index) => {
			const end = part.indexOf('\n');
			return source(part.slice(0, end), part.slice(end + 1), index === 0 ? 'main' : 'drop-in');
		});

const explainRecorded = (name: string) => {
	const unit = name.slice('cat-'.length, -'.out'.length).replace('_x20', '\\x20');
	const files = filesOf(readOutput(folder, name) ?? '');
	return {files, explained: explainUnit(unit, files, context)};
};

const shown = (text: string): readonly string[] => {
	const lines = text.split('\n').map(codeLine);
	return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
};

const unknownKeys = (files: readonly ConfigFile[]): readonly string[] =>
	files.flatMap(({pieces}) => pieces.flatMap(({note}) => (note && note.id === null ? [note.key] : [])));

const badNotes = (files: readonly ConfigFile[]): readonly string[] =>
	files.flatMap(({path: file, pieces}) =>
		pieces.flatMap(piece => {
			const text = noteText(piece);
			return piece.note?.id && (text === null || text.length > 400 || unsafe.test(text)) ? [`${file}: ${piece.note.key}: ${text}`] : [];
		}),
	);

describe('recorded units', () => {
	test.each(recorded)('%s is explained, line by line', name => {
		const {files, explained} = explainRecorded(name);
		expect(explained.files.map(linesOf)).toEqual(files.map(({text}) => shown(text)));
		expect(unknownKeys(explained.files)).toEqual([]);
		expect(badNotes(explained.files)).toEqual([]);
	});

	const summaryOf = (name: string) => explainRecorded(`cat-${name}.out`).explained.summary;

	test.skipIf(!hasCorpus)('say when they start, how they are kept and as whom', () => {
		expect(summaryOf('ssh.service')).toEqual({
			starts: [{when: 'boot'}],
			keeps: {policy: 'on-failure', conditions: ['RestartPreventExitStatus=255'], delayMs: 100},
			user: null,
			isDisabled: false,
		});
		expect(summaryOf('dt-restart.service')?.keeps).toEqual({policy: 'always', conditions: ['StartLimitIntervalSec=0'], delayMs: 2000});
		expect(summaryOf('dt-tmpl@two.service')?.user).toBe('nobody');
		expect(summaryOf('user@1001.service')).toMatchObject({starts: [{when: 'demand'}], user: '1001'});
		expect(summaryOf('dt-tick.timer')?.starts).toMatchObject([
			{when: 'target', names: ['timers.target']},
			{when: 'calendar', nextAt: context.now + 60_000},
		]);
		expect(summaryOf('dt-sock.socket')?.starts).toMatchObject([{when: 'target'}, {when: 'socket', names: ['127.0.0.1:18080']}]);
	});

	test.skipIf(!hasCorpus)('cover the secret of a drop-in', () => {
		const {explained} = explainRecorded('cat-dt-dropin.service.out');
		const secrets = explained.files.flatMap(({pieces}) => pieces.flatMap(({lines}) => lines.flat())).filter(({isSecret}) => isSecret);
		expect(secrets.map(({text}) => text)).toEqual(['do-not-show']);
		expect(JSON.stringify(explained.files.map(({pieces}) => pieces.map(({note}) => note)))).not.toContain('do-not-show');
	});
});

const unitFile = /\.(?:service|socket|timer|path|mount|automount|slice|scope|swap|target)$|\.d\/[^/]+\.conf$/;

const installed = ['/usr/lib/systemd', '/etc/systemd', '/run/systemd']
	.filter(root => fs.existsSync(root))
	.flatMap(root => fs.readdirSync(root, {recursive: true, withFileTypes: true}))
	.filter(entry => entry.isFile())
	.map(entry => path.join(entry.parentPath, entry.name))
	// settings of the daemons of systemd itself are no units
	.filter(file => unitFile.test(file) && !/\/(?:network|[a-z]+\.conf\.d)\//.test(file));

const installedScripts = fs.existsSync('/etc/init.d') ? fs.readdirSync('/etc/init.d').map(name => path.join('/etc/init.d', name)) : [];

describe('what this machine has', () => {
	test.skipIf(installed.length === 0)('every unit is explained, and every directive known', () => {
		const notes = new Map<string, number>();
		const unknown = new Set<string>();
		for (const file of installed) {
			const text = fs.readFileSync(file, 'utf8');
			const {files} = explainUnit(path.basename(file), [source(file, text)], context);
			expect(files.map(linesOf)).toEqual([shown(text)]);
			expect(badNotes(files)).toEqual([]);
			for (const {note} of files[0]?.pieces ?? []) {
				notes.set(note?.id ?? '', (notes.get(note?.id ?? '') ?? 0) + 1);
			}

			for (const key of unknownKeys(files)) {
				unknown.add(`${file}: ${key}`);
			}
		}

		console.info(
			`${installed.length} unit files, ${notes.size - 1} different directives known, not known: ${[...unknown].join(', ') || 'none'}`,
		);
		expect([...unknown]).toEqual([]);
	});

	test.skipIf(installedScripts.length === 0)('every init script is explained', () => {
		for (const file of installedScripts) {
			const text = fs.readFileSync(file, 'utf8');
			const {files, summary} = explainUnit(path.basename(file), [source(file, text)], context);
			expect(files[0]?.format).toBe('script');
			expect(files.map(linesOf)).toEqual([shown(text)]);
			expect(badNotes(files)).toEqual([]);
			expect(files[0]?.pieces.filter(({note}) => note?.id?.startsWith('Lsb.')).length).toBeGreaterThan(5);
			expect(summary?.keeps?.policy).toBe('no');
		}
	});
});
