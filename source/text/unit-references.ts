/** Where documentation is, as one would type it: `man 8 cron` for `man:cron(8)`. */
export const manualOf = (reference: string): string => {
	const [scheme = '', rest = ''] = [reference.slice(0, reference.indexOf(':')), reference.slice(reference.indexOf(':') + 1)];
	return scheme === 'man'
		? `man ${rest.replace(/^(.*)\((\w+)\)$/, '$2 $1')}`
		: scheme === 'info'
			? `info ${rest}`
			: scheme === 'file'
				? rest
				: reference;
};

/** Units that stand for the shutdown. */
export const isShutdown = (name: string): boolean => name === 'shutdown.target' || name === 'umount.target';

const bootTargets = 'multi-user default graphical basic sysinit'.split(' ').map(name => `${name}.target`);

/** What an enabled unit is started with: the running system, the graphical login, whatever the system starts up to, an early step of it, other units. */
export const wantedWith = (items: readonly string[]): 'multi-user' | 'graphical' | 'default' | 'early' | 'units' => {
	const main = (['multi-user', 'graphical', 'default'] as const).find(name => items.includes(`${name}.target`));
	return main ?? (items.some(name => bootTargets.includes(name)) ? 'early' : 'units');
};

/** Other names of a unit: those it goes by, and those by which it is called on D-Bus. */
export const aliasNames = (items: readonly string[]): {names: readonly string[]; called: readonly string[]} => ({
	names: items.filter(item => !item.startsWith('dbus-')),
	called: items.flatMap(item => /^dbus-(.+)\.service$/.exec(item)?.[1] ?? []),
});

/** The names of a list in an entry of a desktop, `GNOME;XFCE;`. */
export const desktopNames = (list: string): string =>
	list
		.split(';')
		.map(name => name.trim())
		.filter(name => name !== '')
		.join(', ');
