import type {CodeLine, CodePart, CodeRole} from '../model/config.js';
import {coverSecrets} from '../model/secret.js';
import {maxShownColumns} from '../parse/code-lines.js';

/** A stretch of a line, from its start to before its end; spans stand in order and do not touch each other. */
export type CodeSpan = {start: number; end: number; role: CodeRole; isSecret: boolean};

/** A stretch of a text that has a colour. */
export type Painted = {start: number; end: number; role: CodeRole};

/** A stretch of a text, from its start to before its end. */
export type Range = readonly [start: number, end: number];

/** Quoted texts with their quotes. An apostrophe opens nothing. */
export const quotedTexts = (value: string): readonly Painted[] => {
	const texts: Painted[] = [];
	let start = -1;
	for (let position = 0; position < value.length; position++) {
		const character = value[position];
		if (character === '\\') {
			position++;
		} else if (start === -1 && (character === '"' || character === "'") && /[\s=:,(]|^$/.test(value[position - 1] ?? '')) {
			start = position;
		} else if (start !== -1 && character === value[start]) {
			texts.push({start, end: position + 1, role: 'string'});
			start = -1;
		}
	}

	return texts;
};

/** Colours and secrets, each in order and without touching, as spans of the whole text: cut wherever one of them begins or ends. */
export const codeSpans = (painted: readonly Painted[], secrets: readonly Range[], length: number): readonly CodeSpan[] => {
	const bounds = [...new Set([...painted.flatMap(({start, end}) => [start, end]), ...secrets.flat(), 0, length])].sort((a, b) => a - b);
	let colour = 0;
	let secret = 0;
	return bounds.slice(0, -1).map((start, index) => {
		while ((painted[colour]?.end ?? Number.POSITIVE_INFINITY) <= start) {
			colour++;
		}

		while ((secrets[secret]?.[1] ?? Number.POSITIVE_INFINITY) <= start) {
			secret++;
		}

		const current = painted[colour];
		return {
			start,
			end: bounds[index + 1] ?? start,
			role: current !== undefined && current.start <= start ? current.role : 'plain',
			isSecret: (secrets[secret]?.[0] ?? Number.POSITIVE_INFINITY) <= start,
		};
	});
};

const part = (text: string, role: CodeRole, isSecret: boolean): CodePart => (isSecret ? {text, role, isSecret} : {text, role});

/** Never between the halves of a character. */
const endOfWhole = (text: string, end: number): number => (/[\ud800-\udbff]/.test(text[end - 1] ?? '') ? end - 1 : end);

/** A line in parts, plain where no span says otherwise, and cut where it is longer than what is shown. */
export const codeParts = (text: string, spans: readonly CodeSpan[]): CodeLine => {
	const limit = text.length > maxShownColumns ? endOfWhole(text, maxShownColumns) : text.length;
	const parts: CodePart[] = [];
	let position = 0;
	const add = (end: number, role: CodeRole, isSecret: boolean): void => {
		const stop = Math.min(end, limit);
		if (stop > position) {
			parts.push(part(text.slice(position, stop), role, isSecret));
			position = stop;
		}
	};

	for (const {start, end, role, isSecret} of spans) {
		add(start, 'plain', false);
		add(end, role, isSecret);
	}

	add(text.length, 'plain', false);
	return limit < text.length ? [...parts, part('…', 'punctuation', false)] : parts;
};

/** A setting that is commented out may hold a secret as well. */
const isCommentedOut = (text: string): boolean => /^\s{0,200}[#;]+\s{0,20}(?:export\s{1,20})?[\w.-]{1,100}\s{0,20}=/.test(text);

export const commentLine = (text: string): CodeLine => {
	const shown = text.length > maxShownColumns ? text.slice(0, endOfWhole(text, maxShownColumns)) : text;
	const parts = isCommentedOut(shown) ? coverSecrets(shown) : [{text: shown, isSecret: false}];
	const line = parts.filter(({text: words}) => words !== '').map(({text: words, isSecret}) => part(words, 'comment', isSecret));
	return shown === text ? line : [...line, part('…', 'punctuation', false)];
};
