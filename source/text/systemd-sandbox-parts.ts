/** A path may begin with `-`, where it does not matter if it is missing, and with `+`, counted from the root of the service. */
export const pathOf = (item: string): string => item.replace(/^-?\+?/, '').split(':')[0] ?? '';

/** A path that is seen at another place too; `to` is `null` where that is its own. @source systemd.exec(5), BindPaths= */
export const boundPathsOf = (item: string): {from: string; to: string | null} => {
	const [from = '', to = ''] = item.replace(/^-/, '').split(':');
	return {from, to: to === '' || to === from ? null : to};
};

/** A hyphen in front of a label: it does not matter if it cannot be used. */
export const labelOf = (text: string): {label: string; isOptional: boolean} => ({
	label: text.replace(/^-/, ''),
	isOptional: text.startsWith('-'),
});

export const isOnlyNative = (items: readonly string[]): boolean => items.length === 1 && items[0] === 'native';

/** The name behind the colon of `ProtectHostname=`, which is the computer's for the service; `null` without a colon that may stand there. */
export const ownHostnameOf = (text: string): {mode: 'private' | 'yes' | 'other'; name: string} | null => {
	const [, word = '', name = ''] = /^(\w+):([\w.%-]{1,64})$/.exec(text) ?? [];
	if (name === '') {
		return null;
	}

	return {mode: word === 'private' ? 'private' : /^(?:1|y|t|yes|true|on)$/i.test(word) ? 'yes' : 'other', name};
};
