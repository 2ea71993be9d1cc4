/** What is asked of a system: a program with its arguments, or a file. Reading only: no question changes anything. */
export type Question = {run: {file: string; args: readonly string[]}} | {read: string};

/** Whatever a shell could take for something else is quoted. */
const quote = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);

/** The question as a line that can be pasted into a shell and gives the same answer. */
export const shellLine = (question: Question): string => {
	const words = 'read' in question ? ['cat', question.read] : [question.run.file, ...question.run.args];
	return words.map(quote).join(' ');
};
