/** Keeps the newest part of a text that comes in pieces: at least `limit` characters of it, at most twice as many. */
export const createNewest = (limit: number) => {
	let pieces: string[] = [];
	let length = 0;
	let isCut = false;
	return {
		add(piece: string): void {
			pieces.push(piece);
			length += piece.length;
			if (length > limit * 2) {
				const kept = pieces.join('').slice(-limit);
				pieces = [kept];
				length = kept.length;
				isCut = true;
			}
		},
		/** The end of the text; where its beginning was dropped, from a whole line on. */
		text(): string {
			const all = pieces.join('');
			const end = all.length > limit ? all.slice(-limit) : all;
			return isCut || end.length < all.length ? end.slice(end.indexOf('\n') + 1) : end;
		},
		isCut: (): boolean => isCut || length > limit,
	};
};
