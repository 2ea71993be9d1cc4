import {test} from 'vitest';
import {parseCalendarEvent, launchdCalendarEvent} from '../../source/parse/calendar-event.js';
import {calendarSentence} from '../../source/text/en-calendar.js';
import {calendarSpecifications, randomSpecifications} from '../explain/calendar-specifications.js';
test('x', () => {
	const out: string[] = [];
	for (const s of [...calendarSpecifications, '2026-12-25 12:30', '2026-01,06-01 1:00','Mon *-*-1,15','Mon..Fri *-12-24 8..17:0/10', '*:5', '*:30:30','*:5/15','2:0/5','8..17:0/7','*:0/7','0/8:30','0/12:0','1/6:30', '8:*', '8..9:*', '8,12,20:*', '*:*:30','*:*:0/15','*:*:5,17','*:5,17:*', '8,12,19:5,17:*', '2026..2199-1-1', '2000/4-2-29 1:0','*-*-1..7', 'Mon *-6,7-8..14 3:00','Mon,Wed,Fri *-*~1 5:0','Mon *-*~1..7 5:0','*-2~3,5,7', '2026,2028-*~1', '2026,2028-5-*', 'Sat,Sun', 'Sun,Wed 2:00 UTC', 'Sun,Mon 3:0', 'Fri,Sat,Sun', '12:00:*','12:0:0/10', '2026-*-1', '2026-*-*',...randomSpecifications(40, 4)]) {
		const e = parseCalendarEvent(s);
		if (e) out.push(s.padEnd(40) + calendarSentence([e]));
	}
	const L = (x: Record<string, number>) => launchdCalendarEvent(x)!;
	out.push(calendarSentence([L({Hour: 3, Minute: 15})]), calendarSentence([L({Minute: 5})]), calendarSentence([L({Hour: 3})]), calendarSentence([L({})]), calendarSentence([L({Weekday: 1, Day: 1, Hour: 3, Minute: 0})]),calendarSentence([L({Weekday: 1, Day: 1, Month: 6, Hour: 3, Minute: 0})]),
	calendarSentence([1,2,3,4,5].map(w=>L({Weekday: w, Hour: 9, Minute: 0}))), calendarSentence([L({Hour:9,Minute:0}),L({Hour:17,Minute:30})]), calendarSentence(Array.from({length:24},(_,h)=>L({Hour:h,Minute:(h*7)%60}))), calendarSentence(Array.from({length:12},(_,h)=>L({Weekday: h%7, Hour:h,Minute:(h*7)%60}))), calendarSentence([0,1,2,3,4,5,6].map(w=>L({Weekday: w, Day:3, Hour: 9, Minute: 0}))), calendarSentence([parseCalendarEvent('daily UTC')!, parseCalendarEvent('10:00')!]), calendarSentence([]));
	console.log(out.join('\n'));
});
