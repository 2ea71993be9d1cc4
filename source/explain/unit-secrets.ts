import {coverArguments, coverSecrets, isSecretName, type SecretPart, secretCover} from '../model/secret.js';
import {unitWords} from '../parse/unit-words.js';
import type {Range} from './code-line.js';
import type {Directive} from './unit-directives.js';

export const secretRanges = (parts: readonly SecretPart[]): readonly Range[] => {
	let position = 0;
	return parts.flatMap(({text, isSecret}) => {
		const start = position;
		position += text.length;
		return isSecret ? [[start, position] as const] : [];
	});
};

const isQuote = (character: string | undefined): boolean => character === '"' || character === "'";

/** What stands behind the equals sign of `NAME=value`, without the quotes around it or around the whole, where it holds a secret. */
const assignedRange = (value: string, start: number, end: number): Range | null => {
	const first = isQuote(value[start]) ? start + 1 : start;
	const equals = value.indexOf('=', first);
	if (equals === -1 || equals >= end || !isSecretName(value.slice(first, equals))) {
		return null;
	}

	const from = isQuote(value[equals + 1]) ? equals + 2 : equals + 1;
	const to = isQuote(value[end - 1]) && end - 1 >= from ? end - 1 : end;
	const [parts = []] = coverArguments([`${value.slice(first, equals)}=${value.slice(from, to)}`]);
	return parts.some(({isSecret}) => isSecret) ? [from, to] : null;
};

const assignedRanges = (value: string): readonly Range[] =>
	unitWords(value)
		// others are found as they stand
		.filter(({start, end}) => /["'\\]/.test(value.slice(start, end)))
		.map(({start, end}) => assignedRange(value, start, end))
		.filter(range => range !== null);

const rangesOf = (directive: Directive | null, key: string, value: string): readonly Range[] => {
	if (isSecretName(key) && (directive === null || directive.id === 'Vendor')) {
		return [[0, value.length]];
	}

	switch (directive?.kind) {
		case 'environment':
			return [...assignedRanges(value), ...secretRanges(coverSecrets(value))];
		case 'command':
		case 'options':
		case undefined:
			return secretRanges(coverSecrets(value));
		case 'credential': {
			const colon = value.indexOf(':');
			return directive?.id === 'Exec.SetCredential' && colon !== -1 ? [[colon + 1, value.length]] : [];
		}
		default:
			return directive?.id === 'Exec.StandardInputText' || directive?.id === 'Vendor' || directive?.id === 'Exec.UnsetEnvironment'
				? secretRanges(coverSecrets(value))
				: [];
	}
};

/** Ranges in order that do not touch. */
const merged = (ranges: readonly Range[]): readonly Range[] => {
	const result: [number, number][] = [];
	for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
		const last = result.at(-1);
		if (last !== undefined && start <= last[1]) {
			last[1] = Math.max(last[1], end);
		} else if (end > start) {
			result.push([start, end]);
		}
	}

	return result;
};

/** The secrets in the value of a directive: variables with such names, passwords among arguments and in addresses. */
export const secretsOf = (directive: Directive | null, key: string, value: string): readonly Range[] =>
	merged(rangesOf(directive, key, value));

/** A value with its secrets covered. */
export const covered = (value: string, ranges: readonly Range[]): string => {
	let position = 0;
	const parts = ranges.map(([start, end]) => {
		const before = value.slice(position, start);
		position = end;
		return `${before}${secretCover}`;
	});
	return `${parts.join('')}${value.slice(position)}`;
};
