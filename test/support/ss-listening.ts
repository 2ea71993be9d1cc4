import type {HeldSocket} from '../../source/model/socket.js';

const endpoint = ({local, family}: HeldSocket): string => {
	const any = family === 'ipv6' ? '::' : '0.0.0.0';
	const address = local?.address === '*' ? any : local?.address;
	return `${address?.includes(':') ? `[${address}]` : address}:${local?.port}`;
};

/** What listens among the sockets of a pane, as `ss` writes it. */
export const listening = (sockets: readonly HeldSocket[] | null | undefined): readonly string[] =>
	(sockets ?? [])
		.filter(({state, protocol, path, remote}) =>
			protocol === 'unix'
				? path !== null && (state === 'LISTEN' || state === 'UNCONNECTED')
				: state === 'LISTEN' || (protocol === 'udp' && remote === null),
		)
		.map(socket => (socket.protocol === 'unix' ? `unix ${socket.path}` : `${socket.protocol} ${endpoint(socket)}`))
		.sort();

/** The same from what `ss -tulnpxH` printed, by pid. */
export const listeningBySs = (text: string): ReadonlyMap<number, readonly string[]> => {
	const byPid = new Map<number, string[]>();
	for (const row of text.split('\n')) {
		const [kind = '', , , , local = ''] = row.split(/\s+/);
		// a unix socket without a name waits for nobody
		if (kind.startsWith('u_') && local === '*') {
			continue;
		}

		for (const pid of new Set([...row.matchAll(/pid=(\d+)/g)].map(found => Number(found[1])))) {
			const written = kind.startsWith('u_') ? `unix ${local}` : `${kind} ${local.replace(/%\w+(?=:\d+$)/, '')}`;
			byPid.set(pid, [...(byPid.get(pid) ?? []), written].sort());
		}
	}

	return byPid;
};
