export const isTrue = (argument: string): boolean => /^(?:1|y|t|yes|true|on)$/i.test(argument);

/** Whether the argument is a yes or a no. */
export const isTruth = (argument: string): boolean => /^(?:1|0|y|n|t|f|yes|no|true|false|on|off)$/i.test(argument);

/** Whether a number begins with a sign that compares: `>=4`. */
export const isCompared = (number: string): boolean => /^[<>=!]/.test(number);

/** The version of control groups that is asked for, `1` or `2`; `null` where the argument names controllers. */
export const groupVersion = (argument: string): string | null => /^v([12])$/.exec(argument)?.[1] ?? null;

/** The parts of a check before a start: `|!/etc/x`. `isEither`: enough together with others so marked. @source systemd.unit(5) */
export const checkParts = (text: string): {argument: string; isEither: boolean; isNegated: boolean} => {
	const [, either = '', negation = '', argument = ''] = /^(\|?)\s*(!?)\s*(.*)$/.exec(text) ?? [];
	return {argument, isEither: either !== '', isNegated: negation !== ''};
};
