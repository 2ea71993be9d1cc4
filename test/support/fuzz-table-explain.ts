import {quotedTexts} from '../../source/explain/code-line.js';
import {explainScript} from '../../source/explain/init-script.js';
import {nextTime} from '../../source/explain/next-time.js';
import {explainPropertyList} from '../../source/explain/property-list.js';
import {specifierResolver, unescapeUnit} from '../../source/explain/specifiers.js';
import {explainUnit, type UnitSource} from '../../source/explain/unit.js';
import {unitOfPath, unitTypeOf} from '../../source/explain/unit-directives.js';
import {unitValue} from '../../source/explain/unit-value.js';
import {launchdCalendarEvent, parseCalendarEvent} from '../../source/parse/calendar-event.js';
import {ranges, readField, readSeconds} from '../../source/parse/calendar-field.js';
import {parseFields} from '../../source/parse/json-line.js';
import {printable} from '../../source/parse/printable.js';
import {parseTimeSpan} from '../../source/parse/time-span.js';
import {answered, macSeeds} from './fuzz-seeds.js';
import type {Fuzzed} from './fuzz-table.js';
import {bytesOf} from './fuzz-table-mac.js';

const context = {now: Date.UTC(2026, 10, 22, 8, 30), timeZone: 'Europe/Berlin'};
const units = answered(/^\/(?:usr\/lib|etc)\/systemd\/system\/.*\.(?:service|socket)$/, 12);
const scripts = answered(/^\/etc\/init\.d\//);
const events = [
	'Mon..Fri *-*-* 08:00:00 Europe/Berlin',
	'*-02~1/3 3:15:30.5',
	'@1790000000',
	'weekly',
	'Sat,Sun 2026..2030-1/2-1..7 0/15:00,30',
	'*:0/0.5',
];
const timer =
	'[Unit]\nDescription=Tick %i of %n\n[Timer]\nOnCalendar=Mon..Fri 08:00\nOnBootSec=5min 20s\nOnUnitActiveSec=1h\nUnit=%p@%i.service\nPersistent=yes\n';
const socket = '[Socket]\nListenStream=/run/x.sock\nListenStream=[::1]:80\nListenDatagram=53\nSocketMode=0660\nAccept=no\n';
const unitNames = [
	'ssh.service',
	'getty@tty1.service',
	'dt-odd\\x20name.service',
	'a-b@c-d\\x2de.timer',
	'/lib/systemd/system/x@.socket',
	'/etc/systemd/system/x.service.d/a.conf',
];

const source = (path: string, role: UnitSource['role'], text: string): UnitSource => ({path, role, text, isCut: false, failure: null});

/** The text as a unit of its own, with a drop-in of its end, and with what starts it. */
const explainFiles = (text: string): unknown => {
	const half = text.slice(text.length >> 1);
	const files = [
		source('/lib/systemd/system/x@.service', 'main', text),
		source('/etc/systemd/system/x@.service.d/a.conf', 'drop-in', `[Service]\n${half}`),
		source('/lib/systemd/system/x@.timer', 'trigger', half),
	];
	return explainUnit('x@one.service', files, {...context, scope: 'system'});
};

const calendarFields = (text: string): Record<string, number | null> =>
	Object.fromEntries(Object.entries(parseFields(text) ?? {}).map(([key, value]) => [key, typeof value === 'number' ? value : null]));

const fieldRanges = [ranges.year, ranges.month, ranges.day, ranges.hour, ranges.minute, ranges.dayFromEnd];

/** What explains files of configuration, and the small languages in them. */
export const fuzzedExplainers: readonly Fuzzed[] = [
	{name: 'parseCalendarEvent', parse: parseCalendarEvent, seeds: events},
	{
		name: 'nextTime',
		parse: text => {
			const event = parseCalendarEvent(text);
			return event && [nextTime(event, context.now, context.timeZone), nextTime(event, context.now, null)];
		},
		seeds: events,
	},
	{
		name: 'launchdCalendarEvent',
		parse: text => launchdCalendarEvent(calendarFields(text)),
		seeds: ['{"Hour":3,"Minute":15}', '{"weekday":7,"Day":31,"Month":2}', '{"Minute":null,"Hour":24}', '{"Month":1.5}'],
	},
	{
		name: 'readField',
		parse: text => [...fieldRanges.map(range => readField(text, range)), readSeconds(text)],
		seeds: ['*', '5', '1,3', '1..5', '0/15', '8..18/2', '26..30', '0.5/1.25', '1..28/3', '59.999999'],
	},
	{name: 'parseTimeSpan', parse: parseTimeSpan, seeds: ['5min 20s', '1h', 'infinity', '2.5 days', '100ms', '1y 2months 3w', '90', '1us']},
	{name: 'explainUnit', parse: explainFiles, seeds: [...units, timer, socket]},
	{
		name: 'explainUnit (names)',
		parse: text => explainUnit(text, [source(text, 'main', timer), source(text, 'trigger', socket)], {...context, scope: 'user'}),
		seeds: unitNames,
	},
	{
		name: 'unitValue',
		parse: text => [unitValue(text, null, context), unitValue(text, {id: 'Timer.OnCalendar', kind: 'calendar'}, context)],
		seeds: [
			...events,
			...units
				.flatMap(text => text.split('\n').flatMap(line => line.split('=').slice(1)))
				.filter(text => text !== '')
				.slice(0, 20),
		],
	},
	{
		name: 'specifierResolver',
		parse: text => [
			unescapeUnit(text),
			specifierResolver(text, 'system', text)('%n %p %i %I %j %y %Y %% %q'),
			unitTypeOf(text),
			unitOfPath(text),
		],
		seeds: unitNames,
		isRaw: true,
	},
	{name: 'quotedTexts', parse: quotedTexts, seeds: ["/bin/sh -c \"a 'b' \\\"c\" 'd'", 'A="b c" D=e']},
	{name: 'explainScript', parse: text => explainScript(text, context), seeds: scripts},
	{
		name: 'explainPropertyList',
		parse: text => explainPropertyList(printable('/Library/LaunchDaemons/x.plist'), bytesOf(text), context),
		seeds: [...macSeeds.xml, ...macSeeds.openStep, ...macSeeds.binary],
	},
];
