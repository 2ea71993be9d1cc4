import type {HeldSocket} from '../../source/model/socket.js';

const endText = (end: HeldSocket['local']): string => (end === null ? '-' : `${end.address}:${end.port ?? '*'}`);

/** A socket on one line, without its descriptor: what two tools that tell of the same socket must agree about. */
export const rowOf = ({protocol, kind, family, local, remote, path, unixType, state, id}: HeldSocket): string =>
	protocol === 'unix'
		? `unix ${unixType} ${path ?? '-'} ${state} ${id}`
		: `${kind ?? protocol} ${family} ${endText(local)} ${endText(remote)} ${state} ${id}`;
