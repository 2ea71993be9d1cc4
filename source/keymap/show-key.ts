const shown: Readonly<Record<string, string>> = {
	down: '↓',
	up: '↑',
	left: '←',
	right: '→',
	pagedown: 'PgDn',
	pageup: 'PgUp',
	home: 'Home',
	end: 'End',
	enter: 'Enter',
	escape: 'Esc',
	tab: 'Tab',
	'shift+tab': 'Shift-Tab',
	space: 'Space',
	backspace: 'Backspace',
	delete: 'Del',
	f1: 'F1',
};

/** The keys that have a name instead of a character. */
export const namedKeys: readonly string[] = Object.keys(shown);

/** A key as it is written for people: `Ctrl-D`, `PgDn`, `j`. */
export const showKey = (key: string): string => shown[key] ?? (key.startsWith('ctrl+') ? `Ctrl-${key.slice(5).toUpperCase()}` : key);
