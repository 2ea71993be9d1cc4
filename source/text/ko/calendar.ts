import type {CalendarEvent} from '../../model/calendar.js';
import {type CalendarPhrase, calendarPhrases, fromMonday, momentOf, rowsOf, weekOfMonth, yearRuleOf} from '../calendar-parts.js';
import {type CalendarTimes, clocks, lastOf, rowOf, type Steps, someTimes} from '../calendar-times.js';

const weekdayNames = ['일', '월', '화', '수', '목', '금', '토'];

/** What is said of no events. */
export const never = '해당하는 때 없음';

const spaced = (...words: readonly string[]): string => words.filter(word => word !== '').join(' ');

/** `1~3·7`. */
const numbers = (values: readonly number[]): string =>
	rowsOf(values)
		.map(([first, last]) => (first === last ? first : `${first}~${last}`))
		.join('·');

/** `월요일`, `월·수·금요일`, `월~목요일`, `평일`, `주말`. */
const weekdayWords = (weekdays: readonly number[]): string => {
	const days = fromMonday(weekdays);
	const written = rowsOf(days).map(([first, last]) =>
		first === last ? weekdayNames[first % 7] : `${weekdayNames[first % 7]}~${weekdayNames[last % 7]}`,
	);
	const names: Readonly<Record<string, string>> = {'월~금': '평일', 토·일: '주말'};
	return names[written.join('·')] ?? `${written.join('·')}요일`;
};

const everyWeekday = (weekdays: readonly number[]): string => {
	const words = weekdayWords(weekdays);
	return words.endsWith('요일') ? `매주 ${words}` : words;
};

const yearWords = (years: readonly number[]): string => {
	const rule = yearRuleOf(years);
	if (rule === null) {
		return `${numbers(years)}년`;
	}

	const {first, last, step} = rule;
	return step === 1
		? `${last === null ? `${first}년부터` : `${first}~${last}년`}`
		: `${first}년부터 ${last === null ? '' : `${last}년까지 `}${step}년마다`;
};

/** `매년 12월`, `2026년 12월`, `2026년`, `2026년부터 매년 12월`; empty: always. */
const periodWords = ({months, years}: CalendarEvent): string => {
	if (months === null) {
		return years === null ? '' : yearWords(years);
	}

	const isEveryYear = years === null || yearRuleOf(years)?.step === 1;
	return spaced(years === null ? '' : yearWords(years), isEveryYear ? '매년' : '', `${numbers(months)}월`);
};

const dayWords = (days: readonly number[], isFromEnd: boolean): string => {
	const last = days.at(-1) ?? 0;
	if (isFromEnd && last > 1 && last === days.length) {
		return `마지막 ${last}일`;
	}

	const words = rowsOf(days).map(([from, to]) => {
		const number = from === to ? String(from) : `${from}~${to}`;
		return isFromEnd ? (number === '1' ? '마지막 날' : `끝에서 ${number}번째 날`) : `${number}일`;
	});
	return words.join(words.length === 2 ? '과 ' : ', ');
};

/** `매달 1일과 15일`, `매년 12월 25일`. */
const namedDays = (event: CalendarEvent, days: readonly number[]): string =>
	spaced(periodWords(event), event.months === null ? '매달' : '', dayWords(days, event.isFromEnd));

const onDays = (event: CalendarEvent, days: readonly number[]): string => {
	const words = namedDays(event, days);
	// the last days are counted, not numbered
	return event.isFromEnd && words.endsWith('일') ? `${words}간` : words;
};

const weekNames = {1: '첫째', 2: '둘째', 3: '셋째', 4: '넷째', [-1]: '마지막'} as const;

const eitherDay = (event: CalendarEvent, days: readonly number[], weekdays: readonly number[]): string => {
	const words = onDays(event, days);
	const months = event.months === null ? '' : `${numbers(event.months)}월`;
	return `${words}${days.length === 1 ? '과' : ','} ${spaced(months, everyWeekday(weekdays))}`;
};

const bothDays = (event: CalendarEvent, days: readonly number[], weekdays: readonly number[]): string => {
	const week = weekdays.length === 1 ? weekOfMonth(days, event.isFromEnd) : null;
	if (week !== null) {
		return spaced(periodWords(event), event.months === null ? '매달' : '', weekNames[week], weekdayWords(weekdays));
	}

	return days.length === 1
		? `${namedDays(event, days)}이 ${weekdayWords(weekdays)}이면`
		: `${namedDays(event, days)} 중 ${weekdayWords(weekdays)}인 날`;
};

/** On which days; empty for every day. */
const dayPhrase = (event: CalendarEvent): string => {
	const {weekdays, days, isEitherDay} = event;
	if (days === null) {
		const period = periodWords(event);
		return weekdays === null ? (period === '' ? '' : `${period} 매일`) : spaced(period, everyWeekday(weekdays));
	}

	if (weekdays === null) {
		return onDays(event, days);
	}

	return (isEitherDay ? eitherDay : bothDays)(event, days, weekdays);
};

const hourWord = (hour: number): string =>
	hour === 0 ? '0시' : hour === 12 ? '낮 12시' : hour < 12 ? `오전 ${hour}시` : `오후 ${hour - 12}시`;

/** `오전 8시`, or where any is not on the hour, `08:15`. */
const timeWords = (times: readonly number[]): readonly string[] =>
	times.every(time => time % 3600 === 0) ? times.map(time => hourWord(time / 3600)) : clocks(times);

/** `09:00` is read as 아홉 시, `17:30` as 십칠 시 삼십 분, and `12:00:30` as 삼십 초. */
const andAfter = (time: string): string => (/^\d\d:(?!00)\d\d$/.test(time) ? '과' : '와');

const atTimes = (at: readonly number[]): string => {
	const {shown, hidden} = someTimes(at);
	const words = timeWords(shown);
	const [first = '', second] = words;
	const joined = words.length === 2 ? `${first}${andAfter(first)} ${second}` : words.join(', ');
	return `${joined}에${hidden === 0 ? '' : `, 그 밖에 ${hidden}번 더`}`;
};

const everyStep = (step: number): string =>
	step % 3600 === 0 ? `${step / 3600}시간마다` : step % 60 === 0 ? `${step / 60}분마다` : `${step}초마다`;

const inHour = (seconds: number): string => `${Math.floor(seconds / 60)}분${seconds % 60 === 0 ? '' : ` ${seconds % 60}초`}`;

/** A row that fills the day but does not begin at midnight: told by hour or by minute, where it is the same in each. */
const laterRow = ({first, step}: Steps): string | null => {
	if (step === 3600 || step === 60) {
		return step === 60 ? `매분 ${first}초에` : `매시 ${inHour(first)}에`;
	}

	if (60 % step === 0) {
		return `매분 ${first}초부터 ${everyStep(step)}`;
	}

	return 3600 % step === 0 ? `매시 ${inHour(first)}부터 ${everyStep(step)}` : null;
};

const stepsPhrase = (steps: Steps, day: string): string => {
	const {first, step} = steps;
	const row = rowOf(steps);
	if (row === 'between') {
		return `${day || '매일'} ${timeWords([first, lastOf(steps)]).join('부터 ')}까지 ${everyStep(step)}`;
	}

	const phrase = row === 'day' ? (step === 3600 ? '매시 정각에' : everyStep(step)) : laterRow(steps);
	return phrase === null ? `${day || '매일'} ${timeWords([first])[0]}부터 ${everyStep(step)}` : spaced(day, phrase);
};

/** Field after field, for times that follow no rule. */
const fieldsPhrase = ({hours, minutes, seconds}: CalendarTimes & {type: 'fields'}, day: string): string => {
	const isWholeMinute = seconds?.length === 1 && seconds[0] === 0;
	const hour = hours === null ? (minutes === null ? '' : '매시') : `${numbers(hours)}시`;
	const minute = minutes === null ? (seconds === null || isWholeMinute ? '' : '매분') : `${numbers(minutes)}분`;
	const second = seconds === null || isWholeMinute ? '' : `${numbers(seconds)}초`;
	const every = seconds === null ? ' 1초마다' : minutes === null && isWholeMinute ? ' 1분마다' : '';
	return `${spaced(day === '' && hours !== null ? '매일' : day, hour, minute, second)}에${every}`;
};

const phraseText = ({event, times}: CalendarPhrase): string => {
	const day = dayPhrase(event);
	switch (times.type) {
		case 'at':
			return `${day || '매일'} ${atTimes(times.at)}`;
		case 'steps':
			return stepsPhrase(times.steps, day);
		case 'fields':
			return fieldsPhrase(times, day);
	}
};

const inZone = (timeZone: string | null): string => (timeZone === null ? '현지 시각으로 ' : `${timeZone} 기준으로 `);

/**
When events of the calendar happen, as an adverb: `평일 오전 8시에`, `15분마다`, `매달 마지막 날 23:59에`. Of many events, the first
few, and how many more there are. `never` where there are none.
*/
export const calendarSentence = (events: readonly CalendarEvent[]): string => {
	const {shown, hidden, isOneZone, timeZone} = calendarPhrases(events);
	if (shown.length === 0) {
		return never;
	}

	const texts = shown.map(phrase => `${isOneZone ? '' : inZone(phrase.event.timeZone)}${phraseText(phrase)}`);
	const whole =
		hidden > 0
			? `${texts.join(', ')}, 그 밖에 ${hidden}번 더`
			: texts.length === 1
				? texts.join('')
				: `${texts.slice(0, -1).join(', ')}, 그리고 ${texts.at(-1)}`;
	return `${isOneZone && timeZone !== null ? inZone(timeZone) : ''}${whole}`;
};

const nearDays = new Map([
	[-1, '어제'],
	[0, '오늘'],
	[1, '내일'],
]);

/** `오늘 03:15`, `11월 27일 (금) 03:15`, `2027년 1월 4일 (월) 03:15`, in the reader's time zone. A dash for what is no moment. */
export const formatMoment = (at: number, now: number): string => {
	const moment = momentOf(at, now);
	if (moment === null) {
		return '–';
	}

	const {daysAhead, weekday, day, month, year, isThisYear, time} = moment;
	const date = `${isThisYear ? '' : `${year}년 `}${month}월 ${day}일 (${weekdayNames[weekday]})`;
	return `${nearDays.get(daysAhead) ?? date} ${time}`;
};
