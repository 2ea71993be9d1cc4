import {Buffer} from 'node:buffer';
import {printable} from '../parse/printable.js';

const escaped = /^\\x([0-9a-f]{2})/i;

/** Undoes systemd's escapes: `-` is a slash, `\x2d` is that byte. @source systemd-escape(1) */
export const unescapeUnit = (name: string): string => {
	const bytes: number[] = [];
	for (let position = 0; position < name.length; position++) {
		const byte = escaped.exec(name.slice(position, position + 4))?.[1];
		if (byte === undefined) {
			const character = String.fromCodePoint(name.codePointAt(position) ?? 0);
			bytes.push(...Buffer.from(character === '-' ? '/' : character));
			position += character.length - 1;
		} else {
			bytes.push(Number.parseInt(byte, 16));
			position += 3;
		}
	}

	return printable(Buffer.from(bytes).toString('utf8'));
};

type NameParts = {whole: string; prefix: string; instance: string | null};

const namePartsOf = (name: string): NameParts => {
	const dot = name.lastIndexOf('.');
	const whole = dot > 0 ? name.slice(0, dot) : name;
	const at = whole.indexOf('@');
	return at === -1
		? {whole, prefix: whole, instance: ''}
		: {whole, prefix: whole.slice(0, at), instance: at === whole.length - 1 ? null : whole.slice(at + 1)};
};

/** What the name of a unit tells; those of an instance are missing for a template. */
const ofName = (name: string): Readonly<Record<string, string | null>> => {
	const {whole, prefix, instance} = namePartsOf(name);
	const last = prefix.slice(prefix.lastIndexOf('-') + 1);
	const file = instance || prefix;
	return {
		n: instance === null ? null : name,
		N: instance === null ? null : whole,
		p: prefix,
		P: unescapeUnit(prefix),
		i: instance,
		I: instance === null ? null : unescapeUnit(instance),
		j: last,
		J: unescapeUnit(last),
		f: instance === null ? null : `/${unescapeUnit(file).replace(/^\/+/, '')}`,
	};
};

/** What the manager of the whole system, which runs as root, has for each. */
const ofSystem: Readonly<Record<string, string>> = {
	t: '/run',
	S: '/var/lib',
	C: '/var/cache',
	L: '/var/log',
	E: '/etc',
	T: '/tmp',
	V: '/var/tmp',
	h: '/root',
	u: 'root',
	U: '0',
	g: 'root',
	G: '0',
};

const ofFile = (path: string | null): Readonly<Record<string, string>> =>
	path === null ? {} : {y: path, Y: path.slice(0, Math.max(path.lastIndexOf('/'), 1))};

/**
Fills in the specifiers that the name of a unit, its scope and the path of its file tell; others stay as they are written.

@source systemd.unit(5) "Specifiers"
*/
export const specifierResolver = (name: string, scope: 'system' | 'user', path: string | null): ((text: string) => string) => {
	const known: ReadonlyMap<string, string | null> = new Map(
		Object.entries({...ofName(name), ...(scope === 'system' ? ofSystem : {}), ...ofFile(path), '%': '%'}),
	);
	return text => (text.includes('%') ? text.replace(/%([%A-Za-z])/g, (written, letter: string) => known.get(letter) ?? written) : text);
};
