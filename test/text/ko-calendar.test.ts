import {afterEach, describe, expect, test} from 'vitest';
import type {CalendarEvent} from '../../source/model/calendar.js';
import {launchdCalendarEvent, parseCalendarEvent} from '../../source/parse/calendar-event.js';
import {calendarSentence, formatMoment, never} from '../../source/text/ko/calendar.js';
import {calendarSpecifications, randomSpecifications} from '../explain/calendar-specifications.js';

const parsed = (...texts: readonly string[]): readonly CalendarEvent[] =>
	texts.map(parseCalendarEvent).filter((event): event is CalendarEvent => event !== null);

const launchd = (...dictionaries: ReadonlyArray<Readonly<Record<string, number>>>): readonly CalendarEvent[] =>
	dictionaries.map(launchdCalendarEvent).filter((event): event is CalendarEvent => event !== null);

describe('a calendar event in Korean', () => {
	test.each([
		['03:15', '매일 03:15에'],
		['08:05:40', '매일 08:05:40에'],
		['daily', '매일 0시에'],
		['12:00', '매일 낮 12시에'],
		['23:00', '매일 오후 11시에'],
		['Mon..Fri 08:00', '평일 오전 8시에'],
		['Mon..Thu 08:00', '매주 월~목요일 오전 8시에'],
		['Mon,Wed,Fri 08:00', '매주 월·수·금요일 오전 8시에'],
		['*:0/15', '15분마다'],
		['*:5/15', '매시 5분부터 15분마다'],
		['*:0/15:30', '매시 0분 30초부터 15분마다'],
		['*:*:5/15', '매분 5초부터 15초마다'],
		['*:*:0/20', '20초마다'],
		['monthly', '매달 1일 0시에'],
		['minutely', '1분마다'],
		['hourly', '매시 정각에'],
		['*:*:*', '1초마다'],
		['*-*~1', '매달 마지막 날 0시에'],
		['*-*~1 23:59', '매달 마지막 날 23:59에'],
		['*:5', '매시 5분에'],
		['*:05:30', '매시 5분 30초에'],
		['*:*:30', '매분 30초에'],
		['*-12-25 12:30', '매년 12월 25일 12:30에'],
		['2026-12-25 12:30', '2026년 12월 25일 12:30에'],
		['Sun,Wed 02:00 UTC', 'UTC 기준으로 매주 수·일요일 오전 2시에'],
		['Sat,Sun 02:00', '주말 오전 2시에'],
		['Fri,Sat,Sun', '매주 금~일요일 0시에'],
		['Sun,Mon', '매주 월·일요일 0시에'],
		['2..3:15', '매일 02:15과 03:15에'],
		['0/12:00', '매일 0시와 낮 12시에'],
		['6,9,21:00', '매일 오전 6시, 오전 9시, 오후 9시에'],
		['0/6:00', '6시간마다'],
		['1/6:30', '매일 01:30부터 6시간마다'],
		['1/6:00', '매일 오전 1시부터 6시간마다'],
		['2/5:30', '매일 02:30부터 22:30까지 5시간마다'],
		['8..17:0/30', '매일 08:00부터 17:30까지 30분마다'],
		['8..17:00', '매일 오전 8시부터 오후 5시까지 1시간마다'],
		['Mon..Fri 8..17:00', '평일 오전 8시부터 오후 5시까지 1시간마다'],
		['8:*', '매일 08:00부터 08:59까지 1분마다'],
		['12:00:*', '매일 12:00:00부터 12:00:59까지 1초마다'],
		['*:0/7', '매시 0·7·14·21·28·35·42·49·56분에'],
		['*:*:5,17', '매분 5·17초에'],
		['*:5,17:5,17', '매시 5·17분 5·17초에'],
		['*:5,17:*', '매시 5·17분에 1초마다'],
		['12..14:10,20,30', '매일 12~14시 10·20·30분에'],
		['8,12,20:*', '매일 8·12·20시에 1분마다'],
		['8,12,20:*:*', '매일 8·12·20시에 1초마다'],
		['8,12,20:*:5,17', '매일 8·12·20시 매분 5·17초에'],
		['Mon *:0/10', '매주 월요일 10분마다'],
		['*-*-15', '매달 15일 0시에'],
		['*-*-1,15 06:00', '매달 1일과 15일 오전 6시에'],
		['*-*-1,2,3,11,21,22,23', '매달 1~3일, 11일, 21~23일 0시에'],
		['*-12-* 17:00', '매년 12월 매일 오후 5시에'],
		['Mon *-12-* 17:00', '매년 12월 매주 월요일 오후 5시에'],
		['quarterly', '매년 1·4·7·10월 1일 0시에'],
		['yearly', '매년 1월 1일 0시에'],
		['2003-02..04-05', '2003년 2~4월 5일 0시에'],
		['*-1-1,15', '매년 1월 1일과 15일 0시에'],
		['2026-*-1', '2026년 매달 1일 0시에'],
		['2026-*-*', '2026년 매일 0시에'],
		['2026..2028-1-1', '2026~2028년 매년 1월 1일 0시에'],
		['2026/1-1-1', '2026년부터 매년 1월 1일 0시에'],
		['2000/4-02-29', '2000년부터 4년마다 2월 29일 0시에'],
		['2020..2030/5-1-1', '2020년부터 2030년까지 5년마다 1월 1일 0시에'],
		['2010,2020,2027-7-4', '2010·2020·2027년 7월 4일 0시에'],
		['*-02~03', '매년 2월 끝에서 3번째 날 0시에'],
		['*~1..5', '매달 마지막 5일간 0시에'],
		['*~1,3', '매달 마지막 날과 끝에서 3번째 날 0시에'],
		['Mon *-*-1..7 06:00', '매달 첫째 월요일 오전 6시에'],
		['Sat *-6-8..14', '매년 6월 둘째 토요일 0시에'],
		['Mon *-05~07/1', '매년 5월 마지막 월요일 0시에'],
		['Fri *-*-13', '매달 13일이 금요일이면 0시에'],
		['Thu,Fri 2012-*-1,5 11:12', '2012년 매달 1일과 5일 중 목·금요일인 날 11:12에'],
		['Mon,Fri *~1..3', '매달 마지막 3일 중 월·금요일인 날 0시에'],
		['@1790000000', 'UTC 기준으로 2026년 9월 21일 14:13:20에'],
	])('%s: %s', (text, sentence) => {
		expect(calendarSentence(parsed(text))).toBe(sentence);
	});

	test.each<[ReadonlyArray<Readonly<Record<string, number>>>, string]>([
		[[{}], '1분마다'],
		[[{Hour: 3}], '매일 03:00부터 03:59까지 1분마다'],
		[[{Hour: 0, Minute: 0, Day: 1, Weekday: 1}], '매달 1일과 매주 월요일 0시에'],
		[[{Hour: 3, Minute: 0, Day: 1, Weekday: 1, Month: 6}], '매년 6월 1일과 6월 매주 월요일 오전 3시에'],
		[[1, 2, 3, 4, 5].map(Weekday => ({Weekday, Hour: 9, Minute: 0})), '평일 오전 9시에'],
		[[0, 1, 2, 3, 4, 5, 6].map(Weekday => ({Weekday, Day: 3, Hour: 9, Minute: 0})), '매일 오전 9시에'],
		[[0, 15, 30, 45].map(Minute => ({Minute})), '15분마다'],
		[
			[
				{Hour: 9, Minute: 0},
				{Hour: 17, Minute: 30},
			],
			'매일 09:00와 17:30에',
		],
		[[{Hour: 9}, {Hour: 9}], '매일 09:00부터 09:59까지 1분마다'],
		[
			Array.from({length: 15}, (_, Hour) => ({Hour, Minute: (Hour * 7) % 60})),
			'매일 00:00, 01:07, 02:14, 03:21, 04:28, 05:35에, 그 밖에 9번 더',
		],
		[
			Array.from({length: 12}, (_, index) => ({Day: index + 1, Hour: index, Minute: (index * 7) % 60})),
			'매달 1일 0시에, 매달 2일 01:07에, 매달 3일 02:14에, 그 밖에 9번 더',
		],
	])('dictionaries of launchd: %j: %s', (dictionaries, sentence) => {
		expect(calendarSentence(launchd(...dictionaries))).toBe(sentence);
	});

	test('several events are joined, and each keeps its zone where they differ', () => {
		expect(calendarSentence(parsed('03:15', 'Sun 02:00'))).toBe('매일 03:15에, 그리고 매주 일요일 오전 2시에');
		expect(calendarSentence(parsed('daily UTC', '10:00'))).toBe('UTC 기준으로 매일 0시에, 그리고 현지 시각으로 매일 오전 10시에');
		expect(calendarSentence(parsed('daily UTC', 'Sun 10:00 UTC'))).toBe('UTC 기준으로 매일 0시에, 그리고 매주 일요일 오전 10시에');
		expect(calendarSentence(parsed('hourly', '*:5,7', 'Mon 3:00', 'yearly'))).toBe(
			'매시 0·5·7분에, 매주 월요일 오전 3시에, 그리고 매년 1월 1일 0시에',
		);
	});

	test('no event is never', () => {
		expect(calendarSentence([])).toBe(never);
		expect(calendarSentence([{...(parsed('daily')[0] as CalendarEvent), hours: []}])).toBe(never);
	});

	test('whatever the event, the sentence is whole, and events that differ have sentences that differ', () => {
		const meanings = new Map<string, string>();
		for (const text of [...calendarSpecifications, ...randomSpecifications(3000, 7)]) {
			const [event] = parsed(text);
			if (event !== undefined) {
				const sentence = calendarSentence([event]);
				expect(sentence).toMatch(/^[A-Za-z0-9매평주].*[에다]$/);
				expect(sentence).not.toMatch(/undefined|null|NaN| {2}|,,| ,/);
				const meaning = JSON.stringify(event);
				expect([sentence, meanings.get(sentence) ?? meaning]).toEqual([sentence, meaning]);
				meanings.set(sentence, meaning);
			}
		}

		expect(meanings.size).toBeGreaterThan(1000);
	});
});

describe('a moment', () => {
	const before = process.env.TZ;
	afterEach(() => {
		process.env.TZ = before;
	});

	const now = '2026-11-22T13:05:09Z';

	test.each([
		['UTC', '2026-11-22T15:15:00Z', '오늘 15:15'],
		['UTC', '2026-11-23T03:15:00Z', '내일 03:15'],
		['UTC', '2026-11-21T23:59:59Z', '어제 23:59'],
		['UTC', '2026-11-27T03:15:00Z', '11월 27일 (금) 03:15'],
		['UTC', '2027-01-04T03:15:00Z', '2027년 1월 4일 (월) 03:15'],
		['Asia/Seoul', '2026-11-22T15:15:00Z', '내일 00:15'],
	])('in %s, %s is %s', (zone, at, words) => {
		process.env.TZ = zone;
		expect(formatMoment(Date.parse(at), Date.parse(now))).toBe(words);
	});

	test('what is no moment is a dash', () => {
		expect(formatMoment(Number.NaN, Date.parse(now))).toBe('–');
	});
});
