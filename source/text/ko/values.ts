import {type SpanUnit, sizeParts, spanParts} from '../amounts.js';
import {accessWords, keySayings, modeBits, someItems} from '../key-sayings.js';
import {particle} from './particle.js';

export {isDictionaryText, type SayKey} from '../key-sayings.js';

const unitWords: Readonly<Record<SpanUnit, string>> = {
	year: '년',
	month: '개월',
	week: '주',
	day: '일',
	hour: '시간',
	minute: '분',
	second: '초',
	millisecond: '밀리초',
};

/** How many of something: `인수 3개`, `사람 2명`. */
export const counted = (count: number, what: string, counter = '개'): string => `${what} ${count}${counter}`;

/** A span of time, exactly where three units are enough: `1.5초`, `15분`, `1일 2시간 3분`, `1개월`, else `약 2주 3일`. A noun. */
export const spanOf = (durationMs: number): string => {
	const {precision, parts} = spanParts(durationMs);
	const span = parts.map(([count, unit]) => `${count}${unitWords[unit]}`).join(' ');
	return precision === 'about' ? `약 ${span}` : precision === 'more-than' ? `${span} 이상` : span;
};

/** `1시간마다`, `15분마다`, `약 2주 3일마다`. An adverb. */
export const everySpan = (durationMs: number): string => {
	const span = spanOf(durationMs);
	return span.endsWith('이상') ? `${span}의 간격으로` : `${span}마다`;
};

/** A size that somebody set, exactly where that is short: `64M`, `1500K`, `10.5G`, `1000바이트`, else `약 1.4M`. `suffix` goes behind the unit. */
export const sizeOf = (bytes: number, suffix = ''): string => {
	const {count, unit, isAbout} = sizeParts(bytes);
	return unit === '' && !isAbout ? `${count}바이트` : `${isAbout ? '약 ' : ''}${count}${unit}${suffix}`;
};

/** A few of a list: `a, b, c 외 4개`. */
export const listed = (items: readonly string[], most = 3): string => {
	const {shown, rest} = someItems(items, most);
	return `${shown.join(', ')}${rest > 0 ? ` 외 ${rest}개` : ''}`;
};

/** `expected`: a noun. */
export const wrongForm = (expected: string): string =>
	`launchd가 요구하는 형식이 아닙니다. ${expected}${particle(expected, '이') === '이' ? '이어야' : '여야'} 합니다.`;

/** What is said of each form of a value. */
export const {onFlag, onNamedFlag, onText, onWord, onNumber, onRange, onSpan, onLimit, onList, onDictionary} = keySayings({
	wrongForm,
	flag: '참 또는 거짓',
	text: '문자열',
	number: '숫자',
	range: (lowest, highest) => `${lowest} 이상 ${highest} 이하의 숫자`,
	seconds: '초를 나타내는 숫자',
	textList: '문자열 목록',
	dictionary: '딕셔너리',
	positive: '0 이상의 숫자',
	spanOf,
	sizeOf,
});

/** `읽고 쓸 수 있`, to be continued. */
const may = (bits: number): string => {
	const last = accessWords(bits, ['읽을', '쓸', '실행할']).at(-1);
	const before = accessWords(bits, ['읽고', '쓰고', '실행하고']).slice(0, -1);
	if (last === undefined) {
		return '아무것도 할 수 없';
	}

	return before.length === 0 ? `${accessWords(bits, ['읽기', '쓰기', '실행'])[0]}만 할 수 있` : `${[...before, last].join(' ')} 수 있`;
};

/** Who may do what with a file of this mode: a sentence without its full stop. */
export const permissionsOf = (mode: string): string => {
	const [owner, group, others] = modeBits(mode);
	if (owner === group && group === others) {
		return owner === 0 ? 'root 외에는 아무도 사용할 수 없습니다' : `누구나 ${may(owner)}습니다`;
	}

	if (group === 0 && others === 0) {
		return `소유자만 ${may(owner)}습니다`;
	}

	if (group === others) {
		return `소유자는 ${may(owner)}고, 나머지는 ${may(group)}습니다`;
	}

	return owner === group && others === 0
		? `소유자와 그룹만 ${may(owner)}습니다`
		: `소유자는 ${may(owner)}고, 그룹은 ${may(group)}고, 나머지는 ${may(others)}습니다`;
};

const rightsOf = (who: string, bits: number): readonly string[] =>
	bits === 0 ? [] : [`${who}의 ${accessWords(bits, ['읽기', '쓰기', '실행']).join('·')} 권한`];

/** What a mask takes from the files that a program makes: a sentence without its full stop. */
export const maskOf = (mode: string): string => {
	const [owner, group, others] = modeBits(mode);
	const taken = [
		...rightsOf('소유자', owner),
		...(group === others ? rightsOf('그룹과 나머지', group) : [...rightsOf('그룹', group), ...rightsOf('나머지', others)]),
	];
	return taken.length === 0 ? '새 파일에서 빼는 권한이 없습니다' : `새 파일에서 ${taken.join(', ')}을 뺍니다`;
};
