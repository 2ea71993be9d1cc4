import {type KeyMode, keymapOf, showKey} from '../keymap.js';
import {kindMark, kinds} from '../model/evidence.js';
import {displayWidth, fitLine, fitText, justify, lineWidth} from '../paint/cell.js';
import {emptyLine, type Line, line, type Span, span, withTarget} from '../paint/style.js';
import {menuItems} from '../store/menu.js';
import {selectFacetCounts} from '../store/select.js';
import type {FacetId, State} from '../store/state.js';
import type {Text} from '../text/text.js';
import type {ListOverlay} from './list-overlay.js';

const helpModes: readonly KeyMode[] = ['browse', 'search', 'menu', 'ports', 'commands', 'lessons', 'lesson', 'terms', 'quiz'];

const keyColumnWidth = 20;

const bindingLines = (state: State, mode: KeyMode, text: Text): readonly Line[] =>
	keymapOf(state)
		.filter(binding => binding.in === mode && binding.keys.length > 0)
		.map(binding =>
			line(span('  '), span(fitText(binding.keys.map(showKey).join(' '), keyColumnWidth), 'key'), span(text.keyHelp[binding.help])),
		);

const kindLines = (text: Text): readonly Line[] =>
	kinds.map(kind =>
		line(
			span('  '),
			span(fitText(`${kindMark[kind]} ${text.kind[kind].short}`, keyColumnWidth), `kind-${kind}`),
			span(text.kind[kind].verdict),
		),
	);

/** All keys, from the table that also drives them, and what the marks mean. */
export const helpOverlay = (state: State, text: Text, width: number, height: number): ListOverlay => {
	const content = [
		...helpModes.flatMap(mode => [line(span(text.mode[mode], 'title')), ...bindingLines(state, mode, text), emptyLine]),
		line(span(text.menu.confidenceNote, 'title')),
		...kindLines(text),
	];
	const room = Math.max(1, height - 1);
	const scrollMax = Math.max(0, content.length - room);
	const top = Math.min(state.menuLine, scrollMax);
	const visible = content.slice(top, top + room).map(({spans}) => fitLine(line(span(' '), ...spans), width));
	while (visible.length < room) {
		visible.push(fitLine(emptyLine, width));
	}

	const more = scrollMax - top;
	const head = justify(
		[span(` ${text.menu.help}`, 'title')],
		[span(more > 0 ? `${text.explorer.moreBelow} ${text.explorer.more(more)}   ` : '', 'dim'), span(`${text.menu.helpHint} `, 'dim')],
		width,
	);
	return {lines: [head, ...visible], last: scrollMax};
};

const itemText = (state: State, index: number, text: Text): {label: string; note: string} => {
	const item = menuItems(state)[index];
	if (item?.type === 'sort') {
		return {label: text.column[item.column].head, note: text.column[item.column].about};
	}

	const counts = selectFacetCounts(state);
	if (!item || item.filter in text.facet) {
		const id = (item?.filter ?? 'all') as FacetId;
		return {label: `${id === 'all' || id === 'other' ? ' ' : kindMark[id]} ${text.facet[id]}`, note: String(counts.byFacet[id])};
	}

	const kind = item.filter as keyof typeof text.kind;
	return {label: `${kindMark[kind]} ${text.kind[kind].plural}`, note: String(counts.byKind[kind])};
};

/** A menu as a column of lines as wide as it needs, at most `width`; the chosen line is kept in sight. */
export const menuOverlay = (state: State, text: Text, width: number, height: number): readonly Line[] => {
	const items = menuItems(state).map((_, index) => itemText(state, index, text));
	const labelWidth = Math.max(...items.map(item => displayWidth(item.label))) + 2;
	// counts stand right, explanations left
	const noteWidth = state.mode === 'facets' ? Math.max(...items.map(item => item.note.length)) : 0;
	const spansOf = ({label, note}: {label: string; note: string}): readonly Span[] => [
		span(' '),
		span(fitText(label, labelWidth)),
		span(note.padStart(noteWidth), 'dim'),
		span(' '),
	];
	const boxWidth = Math.min(width, Math.max(...items.map(item => lineWidth(line(...spansOf(item))))) + 3);
	const inner = boxWidth - 2;
	const room = Math.max(1, height - 2);
	const top = Math.max(0, Math.min(state.menuLine - Math.floor(room / 2), items.length - room));
	const title = state.mode === 'sort' ? text.menu.sort : text.menu.facets;
	const titleWidth = Math.min(displayWidth(title), Math.max(0, inner - 4));
	const border = (left: string, right: string, label = ''): Line => {
		const shown = label === '' ? '' : ` ${fitText(label, titleWidth)} `;
		return line(
			span(`${left}─`, 'separator'),
			span(shown, 'title'),
			span(`${'─'.repeat(Math.max(0, inner - 1 - displayWidth(shown)))}${right}`, 'separator'),
		);
	};

	const body = items.slice(top, top + room).map((item, index) => {
		const isChosen = top + index === state.menuLine;
		const content = fitLine(line(span(isChosen ? '›' : ' '), ...spansOf(item)), inner).spans.map(part =>
			isChosen ? {...part, isSelected: true} : part,
		);
		return line(span('│', 'separator'), ...withTarget(content, {type: 'entry', index: top + index}), span('│', 'separator'));
	});
	return [border('┌', '┐', title), ...body, border('└', '┘')];
};
