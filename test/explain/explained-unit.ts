import {explainUnit, type UnitSource} from '../../source/explain/unit.js';
import type {ConfigFile, ConfigPiece, ConfigRole, ConfigSummary} from '../../source/model/config.js';
import {systemdDirectives} from '../../source/text/en/systemd-directives.js';

export const now = Date.parse('2026-11-22T10:00:00Z');

export const context = {now, timeZone: 'UTC', scope: 'system'} as const;

export type Explained = {files: readonly ConfigFile[]; summary: ConfigSummary | null};

export const source = (path: string, text: string, role: ConfigRole = 'main'): UnitSource => ({
	path,
	role,
	text,
	isCut: false,
	failure: null,
});

/** Explains files of one unit; the first is the main one, others are drop-ins unless their path names another role: `trigger:/x.timer`. */
export const explain = (name: string, files: Readonly<Record<string, string>>, scope: 'system' | 'user' = 'system'): Explained =>
	explainUnit(
		name,
		Object.entries(files).map(([key, text], index) => {
			const [, role, path] = /^(?:(\w+):)?(.*)$/.exec(key) ?? [];
			return source(path ?? '', text, (role ?? (index === 0 ? 'main' : 'drop-in')) as ConfigRole);
		}),
		{...context, scope},
	);

export const explainOne = (text: string, name = 'a.service'): Explained => explain(name, {[`/etc/systemd/system/${name}`]: text});

export const words = systemdDirectives as Readonly<
	Record<string, (value: NonNullable<ConfigPiece['note']>['value'], now: number) => string>
>;

export const noteText = ({note}: ConfigPiece): string | null =>
	note === null || note.id === null ? null : (words[note.id]?.(note.value, now) ?? null);

const lineText = (line: ConfigPiece['lines'][number]): string => line.map(({text}) => text).join('');

export const linesOf = (file: ConfigFile | undefined): readonly string[] => file?.pieces.flatMap(({lines}) => lines.map(lineText)) ?? [];

/** What is said of each key, by the key. */
export const said = ({files}: Explained): Readonly<Record<string, string | null>> =>
	Object.fromEntries(
		files.flatMap(({pieces}) => pieces.flatMap(piece => (piece.note ? [[piece.note.key, noteText(piece)] as const] : []))),
	);

/** What is said of one directive in its section. */
export const say = (section: string, line: string, name = 'a.service'): string => {
	const {files} = explainOne(`[${section}]\n${line}\n`, name);
	const piece = files[0]?.pieces.find(({note}) => note !== null);
	return (piece && noteText(piece)) ?? '';
};

/** The stretches that are covered. */
export const secretsIn = ({files}: Explained): readonly string[] =>
	files.flatMap(({pieces}) =>
		pieces.flatMap(({lines}) => lines.flatMap(line => line.filter(({isSecret}) => isSecret).map(({text}) => text))),
	);

/** All values of the notes, as text. */
export const valueTexts = ({files}: Explained): readonly string[] =>
	files.flatMap(({pieces}) => pieces.flatMap(({note}) => (note ? [note.value.text] : [])));
