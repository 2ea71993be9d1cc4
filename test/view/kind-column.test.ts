import {describe, expect, test} from 'vitest';
import {columnById} from '../../source/columns.js';
import {type Confidence, kinds} from '../../source/model/evidence.js';
import type {ExplainedProcess} from '../../source/model/snapshot.js';
import {displayWidth} from '../../source/paint/cell.js';
import {languages, textOf} from '../../source/text/text.js';
import {fitColumns} from '../../source/view/column-widths.js';
import {machineSnapshot} from './scene.js';

const [process] = machineSnapshot().processes as [ExplainedProcess];
const kindColumn = columnById('kind');

describe.each(languages)('every kind in %s', language => {
	test.each([80, 100, 120, 160])('is read whole in its column of a table %i cells wide, a guess as well', width => {
		const room = fitColumns(width).find(({column}) => column.id === 'kind')?.width ?? 0;
		const shown = kinds.flatMap(kind =>
			(['certain', 'guess'] satisfies Confidence[]).map(confidence =>
				kindColumn.format({...process, verdict: {...process.verdict, kind, confidence}}, textOf(language)),
			),
		);
		expect(shown.filter(each => displayWidth(each) > room)).toEqual([]);
	});
});

test('at 80 cells the service and what it does stand beside the kind', () => {
	expect(fitColumns(80).map(({column}) => column.id)).toEqual(['kind', 'name', 'service', 'cpu', 'mem', 'what']);
});
