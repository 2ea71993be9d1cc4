import type {ConfigPiece, KeyNote, KeyValue} from '../model/config.js';
import {printable} from '../parse/printable.js';
import {parseUnitFile, type UnitAssignment, type UnitPiece} from '../parse/unit-file.js';
import type {ExplainContext} from './context.js';
import {specifierResolver} from './specifiers.js';
import {unitCode} from './unit-code.js';
import {type Directive, findDirective, type UnitType, unitTypeOf} from './unit-directives.js';
import type {Setting} from './unit-merge.js';
import {covered, secretsOf} from './unit-secrets.js';
import {unitValue} from './unit-value.js';

export type UnitContext = ExplainContext & {scope: 'system' | 'user'};

/** One piece of a file, before it is known what later files make of it. */
export type ReadPiece = {lines: ConfigPiece['lines']; note: KeyNote | null; setting: Setting | null};

/** `unit`: the name of the unit that the file configures. */
export type ReadUnit = {unit: string; pieces: readonly ReadPiece[]; isCut: boolean};

const maxKeyCharacters = 200;

type Reader = {type: UnitType; path: string; resolve: (text: string) => string; context: UnitContext};

/** A file is shown up to as many calendar events: to look for the next time takes a while where it never comes. */
const maxCalendars = 500;

/** Folders that stand elsewhere for a service of a user. */
const folderOfScope = /^Exec\.(?:Runtime|State|Cache|Logs|Configuration)Directory$/;

const idOf = ({id}: Directive, scope: 'system' | 'user'): string => (scope === 'user' && folderOfScope.test(id) ? `${id}.user` : id);

const noteOf = ({section, key}: UnitAssignment, directive: Directive | null, value: KeyValue, scope: 'system' | 'user'): KeyNote => ({
	key: printable(section === '' ? key : `${section}.${key}`, maxKeyCharacters),
	id: directive === null ? null : idOf(directive, scope),
	value,
});

const readPiece = (piece: UnitPiece, {type, path, resolve, context}: Reader): ReadPiece => {
	const {assignment} = piece;
	if (assignment === null) {
		return {lines: unitCode(piece, []), note: null, setting: null};
	}

	const directive = findDirective(type, assignment.section, assignment.key);
	const secrets = secretsOf(directive, assignment.key, assignment.value);
	const value = unitValue(resolve(covered(assignment.value, secrets)), directive, context);
	const setting = directive === null || directive.id === 'Vendor' ? null : {directive, value, path, overriddenBy: null};
	return {lines: unitCode(piece, secrets), note: noteOf(assignment, directive, value, context.scope), setting};
};

const isUnit = (type: UnitType): boolean => type !== 'bus' && type !== 'desktop';

/** How many pieces come before the calendar events are too many. */
const shownPieces = (pieces: readonly UnitPiece[]): number => {
	let calendars = 0;
	const found = pieces.findIndex(({assignment}) => assignment?.key === 'OnCalendar' && ++calendars > maxCalendars);
	return found === -1 ? pieces.length : found;
};

/** Reads one file of a unit. `unit` names the unit, also where the path names only its template. */
export const readUnit = (path: string, text: string, unit: string, fragment: string | null, context: UnitContext): ReadUnit => {
	const type = unitTypeOf(path) ?? unitTypeOf(unit) ?? 'service';
	const resolve = isUnit(type) ? specifierResolver(unit, context.scope, fragment) : (value: string): string => value;
	const file = parseUnitFile(text);
	const pieces = file.pieces.slice(0, shownPieces(file.pieces));
	const reader = {type, path, resolve, context};
	return {unit, pieces: pieces.map(piece => readPiece(piece, reader)), isCut: file.isCut || pieces.length < file.pieces.length};
};
