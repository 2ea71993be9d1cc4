/**
The type of a text in any language, from the English one: a word may be any word, a list any list, a function keeps its
parameters. A text that is missing in another language does not compile.
*/
export type Widened<T> = T extends string
	? string
	: T extends number
		? number
		: T extends (...parameters: infer P) => infer R
			? (...parameters: P) => Widened<R>
			: T extends readonly (infer Item)[]
				? readonly Widened<Item>[]
				: T extends object
					? {readonly [Key in keyof T]: Widened<T[Key]>}
					: T;
