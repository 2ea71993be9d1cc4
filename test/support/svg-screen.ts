import {displayWidth} from '../../source/paint/cell.js';

/** One screen as it is painted: a string with escape sequences for each row, and where a caret stands. */
export type PaintedScreen = {rows: readonly string[]; cursor: {x: number; y: number} | null};

export type Shade = 'dark' | 'light';

/** A stretch of text: its place, the attributes of SGR that are in force, and its colour. */
type Run = {text: string; column: number; cells: number; look: Look};

type Look = {attributes: readonly number[]; colour: string | null};

/** What the terminal itself would bring along: the theme paints everything else. */
type Paper = {paper: string; ink: string; bar: string; edge: string; title: string};

const papers: Readonly<Record<Shade, Paper>> = {
	dark: {paper: '#0d1117', ink: '#e6edf3', bar: '#161b22', edge: '#3d444d', title: '#9198a1'},
	light: {paper: '#ffffff', ink: '#1f2328', bar: '#f6f8fa', edge: '#d1d9e0', title: '#59636e'},
};

const cellWidth = 8;
const rowHeight = 18;
const padding = 16;
const barHeight = 30;
/** From the top of a row to the foot of its letters. */
const baseline = 13;

const INVERSE = 7;
const classOfAttribute: Readonly<Record<number, string>> = {1: 'b', 4: 'u', [INVERSE]: 'i'};

export const escapeXml = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const unpainted: Look = {attributes: [], colour: null};

/** What a sequence of the theme says; anything but attributes and colours of 24 bits would be drawn wrong. */
const lookOf = (sequence: string): Look => {
	const found = /^\u001b\[(?:0|((?:[147];?)*)(?:38;2;(\d+);(\d+);(\d+))?)m$/.exec(sequence);
	if (!found) {
		throw new Error(`no picture for ${JSON.stringify(sequence)}`);
	}

	const [, attributes = '', ...rgb] = found;
	const isColoured = rgb[0] !== undefined;
	return {
		attributes: attributes.split(';').filter(Boolean).map(Number),
		colour: isColoured ? rgb.map(part => Number(part).toString(16).padStart(2, '0')).join('') : null,
	};
};

/** What a painted row shows, stretch by stretch. */
const runsOf = (row: string): readonly Run[] => {
	const runs: Run[] = [];
	let look = unpainted;
	let column = 0;
	for (const part of row.split(/(\u001b\[[\d;]*m)/)) {
		if (part.startsWith('\u001b')) {
			look = lookOf(part);
		} else if (part !== '') {
			const cells = displayWidth(part);
			runs.push({text: part, column, cells, look});
			column += cells;
		}
	}

	return runs;
};

/** Letters of two cells: Hangul, Han, and what is as wide. */
const wide = '\\u1100-\\u11ff\\u2e80-\\u9fff\\uac00-\\ud7a3\\uff00-\\uff60';
const isWide = new RegExp(`^[${wide}]`, 'u');
const words = (letters: string): string => `${letters}+(?: ${letters}+)*`;

/** Lines of a frame; words of wide letters; words of others. */
const pieces = new RegExp(`─+|│|${words(`[${wide}]`)}|${words(`[^\\s─│${wide}]`)}`, 'gu');

/** A run without its blanks, cut where the width of a letter changes: each piece keeps its place in any font. */
const piecesOf = ({text, column, look}: Run): readonly Run[] =>
	[...text.matchAll(pieces)].map(match => ({
		text: match[0],
		column: column + displayWidth(text.slice(0, match.index)),
		cells: displayWidth(match[0]),
		look,
	}));

/** Letters of two cells are as tall as those of one in most fonts: a little more fills their place. */
const classesOf = ({attributes, colour}: Look, isWide: boolean): string => {
	const names = [
		...(isWide ? ['k'] : []),
		...attributes.map(attribute => classOfAttribute[attribute] ?? ''),
		...(colour === null ? [] : [`c${colour}`]),
	];
	return names.length === 0 ? '' : ` class="${names.join(' ')}"`;
};

const svgOfPiece = ({text, column, cells, look}: Run, y: number): string => {
	const x = padding + column * cellWidth;
	if (text.startsWith('─')) {
		return `<path class="l" d="M${x} ${y + rowHeight / 2}h${cells * cellWidth}"/>`;
	}

	if (text === '│') {
		return `<path class="l" d="M${x + cellWidth / 2} ${y}v${rowHeight}"/>`;
	}

	const length = cells > 1 ? ` textLength="${cells * cellWidth}"` : '';
	return `<text x="${x}" y="${y + baseline}"${length}${classesOf(look, isWide.test(text))}>${escapeXml(text)}</text>`;
};

/** The paper of what is inverse: the selected row, the caret. */
const backgroundOf = (runs: readonly Run[], y: number): string => {
	const inverse = runs.filter(({look}) => look.attributes.includes(INVERSE));
	const [first, last] = [inverse[0], inverse.at(-1)];
	return first && last
		? `<rect class="p" x="${padding + first.column * cellWidth}" y="${y}" width="${(last.column + last.cells - first.column) * cellWidth}" height="${rowHeight}"/>`
		: '';
};

/** What each row of a screen draws; blank ones draw nothing. */
const rowsOf = ({rows, cursor}: PaintedScreen): readonly string[] =>
	rows.map((row, index) => {
		const y = barHeight + padding / 2 + index * rowHeight;
		const runs = runsOf(row);
		const caret =
			cursor?.y === index
				? `<rect class="p" x="${padding + cursor.x * cellWidth}" y="${y + 1}" width="${cellWidth}" height="${rowHeight - 2}"/>`
				: '';
		return `${backgroundOf(runs, y)}${runs
			.flatMap(piecesOf)
			.map(piece => svgOfPiece(piece, y))
			.join('')}${caret}`;
	});

/** The rules that show a group in some frames and hide it in the others; the first frame stands where nothing moves. */
const ruleOf = (name: string, isShownIn: readonly boolean[], startsAt: readonly number[], totalSeconds: number): string => {
	const visibility = (isShown: boolean | undefined): string => (isShown ? 'visible' : 'hidden');
	const steps = isShownIn.flatMap((isShown, frame) =>
		frame > 0 && isShown === isShownIn[frame - 1]
			? []
			: [`${Number((((startsAt[frame] ?? 0) / totalSeconds) * 100).toFixed(3))}%{visibility:${visibility(isShown)}}`],
	);
	return `@keyframes ${name}{${steps.join('')}}.${name}{visibility:${visibility(isShownIn[0])};animation:${name} ${totalSeconds}s step-end infinite}`;
};

const fonts = 'ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono","D2Coding","Noto Sans Mono CJK KR",monospace';

const styleOf = ({paper, ink, bar, edge, title}: Paper, colours: readonly string[], motion: string): string =>
	[
		`text{font-family:${fonts};font-size:13.3px;fill:${ink}}`,
		`.w{fill:${paper};stroke:${edge}}.h{fill:${bar}}.p{fill:${ink}}.l{stroke:${edge};fill:none}.o{fill:${edge}}`,
		`.t{fill:${title};text-anchor:middle}.b{font-weight:700}.u{text-decoration:underline}.i{fill:${paper}}.k{font-size:15px}`,
		...colours.map(colour => `.c${colour}{fill:#${colour}}`),
		motion,
	].join('');

/** A group for the rows that are shown in the same frames: what stays on the screen is written once. */
const groupsOf = (screens: readonly PaintedScreen[]): ReadonlyMap<string, readonly string[]> => {
	const drawn = screens.map(rowsOf);
	const groups = new Map<string, string[]>();
	for (let row = 0; row < Math.max(...drawn.map(rows => rows.length)); row++) {
		for (const content of new Set(drawn.map(rows => rows[row] ?? ''))) {
			if (content !== '') {
				const shownIn = drawn.map(rows => (rows[row] === content ? '1' : '0')).join('');
				groups.set(shownIn, [...(groups.get(shownIn) ?? []), content]);
			}
		}
	}

	return groups;
};

/** How long each frame of an animation stays. */
export type Timed = {screen: PaintedScreen; seconds: number};

/**
A picture of a terminal, in a window with a title. Several frames follow each other for ever, unless the reader wants
less motion. Nothing outside the file is needed, and no script.
*/
export const svgOf = (frames: readonly Timed[], columns: number, shade: Shade, title: string, description: string): string => {
	const rows = Math.max(...frames.map(({screen}) => screen.rows.length));
	const [width, height] = [columns * cellWidth + 2 * padding, barHeight + rows * rowHeight + padding];
	const startsAt = frames.map((_, index) => frames.slice(0, index).reduce((sum, {seconds}) => sum + seconds, 0));
	const totalSeconds = frames.reduce((sum, {seconds}) => sum + seconds, 0);
	const groups = [...groupsOf(frames.map(({screen}) => screen))].map(([shownIn, content], index) => {
		const isShownIn = [...shownIn].map(digit => digit === '1');
		const isAlways = isShownIn.every(Boolean);
		return {content, name: isAlways ? null : `s${index}`, rule: isAlways ? '' : ruleOf(`s${index}`, isShownIn, startsAt, totalSeconds)};
	});
	const moving = groups.flatMap(({name}) => (name === null ? [] : [`.${name}`]));
	const still = moving.length > 0 ? `@media(prefers-reduced-motion:reduce){${moving.join()}{animation:none}}` : '';
	const body = groups.map(({name, content}) => `<g${name === null ? '' : ` class="${name}"`}>\n${content.join('\n')}\n</g>`);
	const colours = [
		...new Set(body.flatMap(group => [...group.matchAll(/(?:class="| )c([\da-f]{6})"/g)].map(match => match[1] ?? ''))),
	].sort();
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="t d">`,
		`<title id="t">${escapeXml(title)}</title><desc id="d">${escapeXml(description)}</desc>`,
		`<style>${styleOf(papers[shade], colours, `${groups.map(({rule}) => rule).join('')}${still}`)}</style>`,
		`<rect class="w" x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="8"/>`,
		`<path class="h" d="M1 ${barHeight}V9a8 8 0 0 1 8-8H${width - 9}a8 8 0 0 1 8 8V${barHeight}z"/>`,
		...[0, 1, 2].map(index => `<circle class="o" cx="${20 + index * 18}" cy="${barHeight / 2}" r="5.5"/>`),
		`<text class="t" x="${width / 2}" y="${barHeight / 2 + 5}">${escapeXml(title)}</text>`,
		...body,
		'</svg>\n',
	].join('\n');
};
