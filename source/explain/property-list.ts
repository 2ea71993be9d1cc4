import type {ConfigFile, ConfigFormat, ConfigPiece, ConfigSummary} from '../model/config.js';
import {isDictionary} from '../model/property-list.js';
import {parsePropertyList} from '../parse/plist.js';
import {printable} from '../parse/printable.js';
import type {ExplainContext} from './context.js';
import {readText} from './launchd-reading.js';
import {summarizeJob} from './launchd-summary.js';
import {launchdKeyValue} from './launchd-value.js';
import {type LaidOutPiece, layOutPropertyList} from './plist-layout.js';

const formats = {xml: 'plist-xml', binary: 'plist-binary', openstep: 'plist-openstep'} satisfies Readonly<Record<string, ConfigFormat>>;

const maxPath = 1024;

const toPiece = ({lines, key}: LaidOutPiece, path: string, isOldStyle: boolean, context: ExplainContext): ConfigPiece => ({
	lines,
	note: key && {key: printable(key.path.join('.'), maxPath), id: key.id, value: launchdKeyValue(key, key.value, isOldStyle, context)},
	overriddenBy: key?.isReplaced ? path : null,
});

export type ExplainedPropertyList = {file: ConfigFile; summary: ConfigSummary | null; label: string | null};

/**
A launchd property list, laid out with a note for each key, and in short. A file that cannot be read has its lines without
notes, and the code of the parser in `detail`; one of more than 4 MB, or a broken binary one, has no lines.

@source launchd.plist(5), plist(5)
*/
export const explainPropertyList = (path: string, bytes: Uint8Array, context: ExplainContext): ExplainedPropertyList => {
	const list = parsePropertyList(bytes);
	const {format, value, error} = list;
	const isOldStyle = format === 'openstep';
	const {pieces, isCut} = layOutPropertyList(list);
	return {
		file: {
			path,
			role: 'main',
			format: formats[format],
			isCut,
			failure: error === null ? null : 'parse',
			detail: error,
			pieces: pieces.map(piece => toPiece(piece, path, isOldStyle, context)),
		},
		summary: summarizeJob(value, isOldStyle, context),
		label: isDictionary(value) ? readText(value.Label) : null,
	};
};
