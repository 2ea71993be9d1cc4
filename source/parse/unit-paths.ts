import {printable} from './printable.js';
import {systemctlBlocks} from './systemctl-blocks.js';

/** The properties that `parseUnitPaths` reads. */
export const unitPathProperties = ['Id', 'FragmentPath', 'DropInPaths', 'SourcePath'] as const;

/** Where the files of a unit stand; `fragment` of a masked one is `/dev/null`. */
export type UnitPaths = {name: string; fragment: string | null; dropIns: readonly string[]; source: string | null};

const orNull = (text: string | undefined): string | null => (text === undefined || text === '' ? null : printable(text, 4096));

/**
Reads `systemctl show -p Id,FragmentPath,DropInPaths,SourcePath` of several units. Never throws: a block without `Id` is
left out.

@source org.freedesktop.systemd1(5)
*/
export const parseUnitPaths = (text: string): readonly UnitPaths[] =>
	systemctlBlocks(text).flatMap(properties => {
		const name = orNull(properties.get('Id')?.[0]);
		return name === null
			? []
			: [
					{
						name,
						fragment: orNull(properties.get('FragmentPath')?.[0]),
						dropIns: (properties.get('DropInPaths')?.[0] ?? '').split(' ').flatMap(path => orNull(path) ?? []),
						source: orNull(properties.get('SourcePath')?.[0]),
					},
				];
	});
