/** Names of units, each with what it stands for behind it in brackets where there are not many. `someOf`: a few of a list, in words. */
export const unitSayings = (meanings: Readonly<Record<string, string>>, someOf: (items: readonly string[], most: number) => string) => {
	const withMeaning = (name: string): string => (Object.hasOwn(meanings, name) ? `${name} (${meanings[name]})` : name);
	const unitsOf = (names: readonly string[]): string => {
		const distinct = [...new Set(names)];
		return distinct.length > 3 ? someOf(distinct, 5) : someOf(distinct.map(withMeaning), 3);
	};

	return {unitsOf, unitOf: (name: string): string => unitsOf([name])};
};
