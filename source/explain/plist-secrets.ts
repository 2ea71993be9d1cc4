import type {LaunchdKeyId} from '../model/launchd-key.js';
import {coverArguments, coverSecrets, isSecretName, type SecretPart} from '../model/secret.js';
import {type PlistContent, readContent} from '../parse/plist-content.js';
import type {PlistEntry} from '../parse/plist-entries.js';
import type {Mark, MarkedText, TextRange} from '../parse/plist-marks.js';
import {markXml} from '../parse/plist-xml-marks.js';

const isWhole = (text: string): readonly SecretPart[] => [{text, isSecret: true}];

/**
The values of one key, as what may be shown and what may not: the arguments of a program, variables of its environment, and
what stands under a key that launchd does not have.
*/
export const coverValues = (
	path: readonly string[],
	id: LaunchdKeyId | null,
	texts: readonly string[],
): readonly (readonly SecretPart[])[] => {
	if (id === 'ProgramArguments') {
		return coverArguments(texts);
	}

	if (id === null || id === 'EnvironmentVariables.x') {
		const isSecret = isSecretName(path.at(-1) ?? '');
		return texts.map(text => (isSecret ? isWhole(text) : coverSecrets(text)));
	}

	return texts.map(text => (id === 'Program' ? coverSecrets(text) : [{text, isSecret: false}]));
};

const rangesOf = (contents: readonly PlistContent[], covered: readonly (readonly SecretPart[])[]): readonly TextRange[] =>
	contents.flatMap((content, index) => {
		const ranges: TextRange[] = [];
		let position = 0;
		for (const {text, isSecret} of covered[index] ?? []) {
			if (isSecret && text !== '') {
				ranges.push(content.rangeOf(position, position + text.length));
			}

			position += text.length;
		}

		return ranges;
	});

/** Where the secrets of a key stand in the text. */
export const secretRanges = (text: string, isXml: boolean, {path, contents}: PlistEntry, id: LaunchdKeyId | null): readonly TextRange[] => {
	const read = contents.map(range => readContent(text, range, isXml));
	return rangesOf(
		read,
		coverValues(
			path,
			id,
			read.map(content => content.text),
		),
	);
};

/** The same for a text that is not right: any key may be one of a variable, and any values in a row may be arguments. */
export const secretRangesOfBroken = (text: string, isXml: boolean, {marks}: MarkedText): readonly TextRange[] => {
	const ranges: TextRange[] = [];
	let key = '';
	let values: PlistContent[] = [];
	const finish = (): void => {
		const texts = values.map(content => content.text);
		ranges.push(...rangesOf(values, isSecretName(key) ? texts.map(isWhole) : coverArguments(texts)));
		values = [];
	};

	const read = (mark: Mark): void => {
		if (mark.kind === 'key') {
			finish();
			key = readContent(text, mark.content, isXml).text;
		} else if (mark.kind === 'scalar') {
			values.push(readContent(text, mark.content, isXml));
		}
	};

	marks.forEach(read);
	finish();
	return ranges;
};

const inXmlComment = (comment: string): readonly TextRange[] => {
	const inside = comment.slice('<!--'.length);
	return secretRangesOfBroken(inside, true, markXml(inside)).map(([start, end]) => [start + 4, end + 4]);
};

const inOldComment = (comment: string): readonly TextRange[] =>
	rangesOf([{text: comment, rangeOf: (from, to) => [from, to]}], [coverSecrets(comment)]);

/** What is commented out may hold secrets as well. */
export const secretRangesInComments = (text: string, isXml: boolean, {spans}: MarkedText): readonly TextRange[] =>
	spans
		.filter(({role}) => role === 'comment')
		.flatMap(({start, end}) => {
			const comment = text.slice(start, end);
			return (isXml ? inXmlComment : inOldComment)(comment).map(([from, to]) => [start + from, start + to] as const);
		});
