import type {ExplainedProcess} from '../model/snapshot.js';
import {type FindExample, showable} from './example-rows.js';

/**
What shows something, and the process without a window that does the work. Sources: mds(8), airportd(8), bluetoothd(8),
NetworkManager(8), nm-applet(1), blueman-applet(1), pavucontrol(1), gvfs(7), gnome-shell(1).
*/
const pairs: readonly (readonly [shows: string, works: string])[] = [
	['Spotlight', 'mds'],
	['ControlCenter', 'airportd'],
	['ControlCenter', 'bluetoothd'],
	['Docker Desktop', 'com.docker.backend'],
	['NotificationCenter', 'usernoted'],
	['nm-applet', 'NetworkManager'],
	['gnome-shell', 'NetworkManager'],
	['plasmashell', 'NetworkManager'],
	['blueman-applet', 'bluetoothd'],
	['gnome-shell', 'bluetoothd'],
	['pavucontrol', 'pipewire'],
	['pavucontrol', 'pulseaudio'],
	['gnome-shell', 'pipewire'],
	['gnome-shell', 'upowerd'],
	['nautilus', 'gvfsd'],
	['thunar', 'gvfsd'],
	['update-notifier', 'packagekitd'],
];

const maxPairs = 3;

/** Windows and menus whose work another process does. */
export const windowExample: FindExample = snapshot => {
	const byName = new Map<string, ExplainedProcess>();
	for (const process of showable(snapshot)) {
		for (const name of [process.name, process.app?.name]) {
			if (name !== undefined && !byName.has(name)) {
				byName.set(name, process);
			}
		}
	}

	const found = pairs.flatMap(([shows, works]) => {
		const window = byName.get(shows);
		const worker = byName.get(works);
		return window && worker ? [[window, worker] as const] : [];
	});
	const [first] = found;
	return first
		? {
				rows: [...new Set(found.slice(0, maxPairs).flat())],
				columns: ['kind', 'name', 'user', 'what'],
				observed: {window: first[0].name, worker: first[1].name, users: first[0].uid === first[1].uid ? 1 : 2},
			}
		: null;
};
