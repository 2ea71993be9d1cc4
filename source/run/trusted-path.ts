import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/** What decides who may change a folder. */
export type Ownership = {uid: number; gid: number; mode: number};

/** Of a folder that a path leads to, and of all above it, itself first; `null`: there is none. */
export type Chain = readonly Ownership[] | null;

const writableByGroup = 0o020;
const writableByAll = 0o002;
const sticky = 0o1000;

/** Where a system keeps its own programs; looked into where the PATH leaves nothing. */
const systemFolders = ['/usr/bin', '/bin', '/usr/sbin', '/sbin'];

const isWritableByOthers = ({uid, gid, mode}: Ownership): boolean =>
	uid !== 0 || (mode & writableByAll) !== 0 || ((mode & writableByGroup) !== 0 && gid !== 0);

/**
Only root can put a program into the folder: it is root's and nobody else may write to it, and nobody else can put another
folder in its place. Above it a folder that all may write to, as `/tmp`, does no harm where its entries stay their owner's.

@source path_resolution(7), chmod(1) "RESTRICTED DELETION FLAG OR STICKY BIT"
*/
export const isTrusted = (chain: Chain): boolean => {
	const [itself, ...above] = chain ?? [];
	return (
		itself !== undefined &&
		!isWritableByOthers(itself) &&
		above.every(folder => !isWritableByOthers(folder) || (folder.uid === 0 && (folder.mode & sticky) !== 0))
	);
};

const chainOf = (folder: string): Chain => {
	try {
		const chain: Ownership[] = [];
		for (let place = fs.realpathSync(folder); ; place = path.dirname(place)) {
			const {uid, gid, mode} = fs.statSync(place);
			chain.push({uid, gid, mode});
			if (place === path.dirname(place)) {
				return chain;
			}
		}
	} catch {
		return null;
	}
};

const isRoot = (): boolean => process.geteuid?.() === 0;

/**
The folders in which programs are looked for: those of the PATH that are absolute, so that never the current folder is
meant; for root only those into which nobody else can put a program. Where none is left, the system's own: an empty PATH
would mean the current folder.
*/
export const trustedPath = (
	variable: string | undefined,
	{isForRoot, chain}: {isForRoot: boolean; chain: (folder: string) => Chain} = {isForRoot: isRoot(), chain: chainOf},
): string => {
	const folders = (variable ?? '').split(path.delimiter).filter(folder => path.isAbsolute(folder));
	const trusted = isForRoot ? folders.filter(folder => isTrusted(chain(folder))) : folders;
	return (trusted.length > 0 ? trusted : systemFolders).join(path.delimiter);
};

/**
A program that is named by its path may be run; for root only where nobody else could have put it there or can write to it,
nor to what a link leads to. Never one of the current folder; a bare name is looked for elsewhere.
*/
export const mayRun = (file: string): boolean => {
	if (!path.isAbsolute(file)) {
		return !file.includes('/');
	}

	return !isRoot() || (isTrusted(chainOf(path.dirname(file))) && isTrusted(chainOf(file)));
};
