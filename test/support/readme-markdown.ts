/** A table in Markdown. A bar inside a cell does not end it. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
	[head, head.map(() => '---'), ...rows].map(cells => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n');

export const code = (text: string): string => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``);

/** The text with what stands between the two marks of a block put anew. */
export const withBlock = (text: string, name: string, content: string): string =>
	text.replace(
		new RegExp(`(<!-- ${name}:begin -->\n)[\\s\\S]*?(<!-- ${name}:end -->)`),
		(_, begin: string, end: string) => `${begin}\n${content}\n\n${end}`,
	);
