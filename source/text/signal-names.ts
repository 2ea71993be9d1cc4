/** `TERM`, `SIGTERM` and `15`: a signal as a unit names it, or `null`. A number stays one. @source systemd.kill(5) */
export const signalNameOf = (text: string): string | null => {
	if (!/^(?:(?:SIG)?[A-Z][A-Z0-9+-]{0,10}|\d{1,3})$/.test(text)) {
		return null;
	}

	return /^\d/.test(text) || text.startsWith('SIG') ? text : `SIG${text}`;
};
