import {describe, expect, test} from 'vitest';
import {type Language, textOf} from '../../source/text/text.js';

type Words = ReturnType<typeof textOf>['error'];
type Sentence = {place: string; say: unknown};

/** Only a part of a sentence: what comes before or behind it names the next step. */
const parts = new Set(['settings.problem', 'settings.goesOnWithout', 'settings.fine']);

const sentencesIn = (value: unknown, place = ''): readonly Sentence[] =>
	typeof value === 'object' && value !== null
		? Object.entries(value).flatMap(([name, each]) => sentencesIn(each, place === '' ? name : `${place}.${name}`))
		: parts.has(place)
			? []
			: [{place, say: value}];

const samples: Readonly<Record<string, unknown>> = {
	reason: 'EACCES',
	position: 1,
	port: 80,
	line: 3,
	count: 9,
	shown: 3,
	more: 0,
	least: 1,
	most: 9,
};

const textsOf = ({say}: Sentence): readonly string[] => {
	if (typeof say !== 'function') {
		return [String(say)];
	}

	const head = /^\(?([^)=]*)\)? *=>/.exec(String(say))?.[1] ?? '';
	const names = head.split(',').map(name => name.trim());
	const call = (reason: string) => String(say(...names.map(name => (name === 'reason' ? reason : (samples[name] ?? 'word')))));
	return names.includes('reason') ? [call('EACCES'), call('EEXIST')] : [call('')];
};

/** Something to do: a command or an option to type, what can be written instead, or who has more. */
const steps: Readonly<Record<Language, RegExp>> = {
	en: /daemon-top (?:COMMAND|why|list|learn|record|config|paths|completion|\w+ --help)|with sudo|There are:|: write |Name |Say (?:which|into)|: (?:leave|update|run|try|put|give|chmod|look|set)|nodejs\.org|is expected|are expected|expected is|expected:|expected only/,
	ko: /daemon-top (?:COMMAND|why|list|learn|record|config|paths|completion|\w+ --help)|sudo로|쓸 수 있는|쓰세요|쓸 수 있습니다|남기세요|두세요|지정하세요|업데이트하세요|받으세요|chmod|chown|ls -l|와야 합니다|써야 합니다|없어야 합니다|부터 .*까지|나가는 키/,
};

describe.each(['en', 'ko'] as const)('every error in %s', language => {
	const words: Words = textOf(language).error;
	test.each(sentencesIn(words).map(each => [each.place, each] as const))('names the next step: %s', (_, each) => {
		expect(textsOf(each).filter(text => !steps[language].test(text))).toEqual([]);
	});
});
