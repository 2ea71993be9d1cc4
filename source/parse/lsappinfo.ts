import {printable} from './printable.js';

/** An application that LaunchServices knows in this login session. */
type AppInfo = {
	pid: number;
	name: string;
	bundleId: string | null;
	bundlePath: string | null;
	executablePath: string | null;
	/** Foreground: has a place in the Dock. UIElement: none. BackgroundOnly: a registered helper. Or another word. */
	type: string | null;
};

/** The words of the second form. */
const shortTypes: Readonly<Record<string, string>> = {fg: 'Foreground', ui: 'UIElement', bg: 'BackgroundOnly'};

/** The text between the first `="` after a key and the last quote of the line. */
const quotedValue = (line: string, key: RegExp): string | null => {
	const found = key.exec(line);
	const end = line.lastIndexOf('"');
	const start = found ? found[0].length : end;
	return found && start <= end ? printable(line.slice(start, end)) : null;
};

const pidOf = (text: string | undefined): number | null => (text !== undefined && /^\d{1,10}$/.test(text) ? Number(text) || null : null);

type Draft = Omit<AppInfo, 'pid'> & {pid: number | null};

const addLine = (draft: Draft, line: string): void => {
	draft.bundleId ??= quotedValue(line, /^\s*bundleID="/);
	draft.bundlePath ??= quotedValue(line, /^\s*bundle path="/);
	draft.executablePath ??= quotedValue(line, /^\s*executable path="/);
	const pid = /^\s*pid = (\d+)/.exec(line);
	if (pid && draft.pid === null) {
		draft.pid = pidOf(pid[1]);
		const type = /\stype="([^"]*)"/.exec(line)?.[1];
		draft.type = type ? printable(type, 64) : null;
	}
};

/** ` 9) "Name" ASN:0x0-0x1001: `; the name may hold quotes itself. */
const blockStart = (line: string): Draft | null => {
	const found = /^\s*\d+\) "(.*)" ASN:0x[\da-f]+-0x[\da-f]+:/is.exec(line);
	return found && {pid: null, name: printable(found[1] ?? '', 1024), bundleId: null, bundlePath: null, executablePath: null, type: null};
};

/** `[0x0-0x3b03b: "System Preferences" pid=497 fg  refCount=8 …]`, as sysdiagnose keeps it; `undefined`: not such a line. */
const shortForm = (line: string): Draft | undefined => {
	const found = /^\s*\[0x[\da-f]+-0x[\da-f]+: "(.*)"\s+pid=(\d+)(?:\s+(\w+))?/is.exec(line);
	const word = found?.[3] ?? '';
	return found
		? {
				pid: pidOf(found[2]),
				name: printable(found[1] ?? '', 1024),
				bundleId: null,
				bundlePath: null,
				executablePath: null,
				type: Object.hasOwn(shortTypes, word) ? (shortTypes[word] ?? null) : printable(word, 64) || null,
			}
		: undefined;
};

/**
Reads `lsappinfo list`, and the list that sysdiagnose keeps. Entries without a pid are left out and counted.

@source lsappinfo(8)
*/
export const parseLsappinfo = (text: string): {apps: readonly AppInfo[]; skipped: number} => {
	const drafts: Draft[] = [];
	for (const line of text.split('\n')) {
		const started = blockStart(line) ?? shortForm(line);
		const current = drafts.at(-1);
		if (started) {
			drafts.push(started);
		} else if (current) {
			addLine(current, line);
		}
	}

	const apps = drafts.flatMap(({pid, ...app}) => (pid === null ? [] : [{pid, ...app}]));
	return {apps, skipped: drafts.length - apps.length};
};
