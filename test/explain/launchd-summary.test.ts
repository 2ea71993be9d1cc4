import {describe, expect, test} from 'vitest';
import type {ConfigSummary, KeepPolicy} from '../../source/model/config.js';
import {explainJob, explainText, now} from './explained-list.js';

const summaryOf = (body: string): ConfigSummary | null => explainJob(`<key>Label</key>\n<string>a</string>\n${body}`).summary;

const keepAlive = (body: string): string => `<key>KeepAlive</key>\n<dict>\n${body}\n</dict>`;

describe('when a job starts', () => {
	const list = (key: string, ...items: readonly string[]): string =>
		`<key>${key}</key>\n<array>\n${items.map(item => `<string>${item}</string>`).join('\n')}\n</array>`;

	const cases: readonly (readonly [body: string, starts: ConfigSummary['starts']])[] = [
		['', [{when: 'demand'}]],
		['<key>RunAtLoad</key>\n<true/>', [{when: 'load'}]],
		['<key>RunAtLoad</key>\n<false/>', [{when: 'demand'}]],
		['<key>RunAtLoad</key>\n<string>true</string>', [{when: 'demand'}]],
		['<key>KeepAlive</key>\n<true/>', [{when: 'load'}]],
		['<key>OnDemand</key>\n<false/>', [{when: 'load'}]],
		['<key>OnDemand</key>\n<false/>\n<key>KeepAlive</key>\n<false/>', [{when: 'demand'}]],
		[keepAlive('<key>SuccessfulExit</key>\n<false/>'), [{when: 'load'}]],
		[keepAlive('<key>SuccessfulExit</key>\n<false/>\n<key>AfterInitialDemand</key>\n<true/>'), [{when: 'demand'}]],
		[keepAlive('<key>Crashed</key>\n<true/>'), [{when: 'demand'}]],
		[keepAlive('<key>PathState</key>\n<dict>\n<key>/a</key>\n<true/>\n<key>/b</key>\n<false/>\n</dict>'), [{when: 'path', names: ['/a']}]],
		[keepAlive('<key>OtherJobEnabled</key>\n<dict>\n<key>b</key>\n<true/>\n</dict>'), [{when: 'unit', names: ['b']}]],
		['<key>StartInterval</key>\n<integer>900</integer>', [{when: 'interval', everyMs: 900_000}]],
		['<key>StartInterval</key>\n<real>1.5</real>', [{when: 'interval', everyMs: 1500}]],
		['<key>StartInterval</key>\n<integer>0</integer>', [{when: 'demand'}]],
		[`${list('WatchPaths', '/a', '/b')}\n${list('QueueDirectories', '/b', '/c')}`, [{when: 'path', names: ['/a', '/b', '/c']}]],
		[list('WatchPaths'), [{when: 'demand'}]],
		['<key>MachServices</key>\n<dict>\n<key>b</key>\n<true/>\n<key>c</key>\n<dict/>\n</dict>', [{when: 'mach-service', names: ['b', 'c']}]],
		[
			`<key>Sockets</key>
<dict>
<key>A</key>
<array>
<dict>
<key>SockServiceName</key>
<string>ssh</string>
</dict>
<dict>
<key>SockServiceName</key>
<integer>80</integer>
</dict>
</array>
<key>B</key>
<dict>
<key>SockPathName</key>
<string>/run/b</string>
</dict>
<key>C</key>
<dict/>
</dict>`,
			[{when: 'socket', names: ['ssh', '80', '/run/b', 'C']}],
		],
		[
			'<key>LaunchEvents</key>\n<dict>\n<key>a</key>\n<dict>\n<key>e</key>\n<dict/>\n</dict>\n<key>b</key>\n<dict/>\n</dict>',
			[{when: 'event', names: ['a']}],
		],
		['<key>StartOnMount</key>\n<true/>', [{when: 'mount'}]],
	];

	test.each(cases.map(([body, starts]) => [body.replaceAll('\n', ''), body, starts] as const))('%s', (_, body, starts) => {
		expect(summaryOf(body)?.starts).toEqual(starts);
	});

	test('the calendar, with the next time', () => {
		const starts = summaryOf(
			'<key>StartCalendarInterval</key>\n<array>\n<dict>\n<key>Hour</key>\n<integer>23</integer>\n<key>Minute</key>\n<integer>5</integer>\n</dict>\n<dict>\n<key>Hour</key>\n<integer>24</integer>\n</dict>\n</array>',
		)?.starts;
		expect(starts).toMatchObject([{when: 'calendar', unit: null, nextAt: now + (11 * 60 + 5) * 60_000}]);
		expect(starts?.flatMap(start => (start.when === 'calendar' ? start.events : []))).toMatchObject([
			{hours: [23], minutes: [5], days: null},
		]);
	});
});

describe('whether a job is kept', () => {
	const cases: readonly (readonly [body: string, keeps: KeepPolicy | null])[] = [
		['', {policy: 'never', conditions: [], delayMs: null}],
		['<key>KeepAlive</key>\n<false/>', {policy: 'never', conditions: [], delayMs: null}],
		['<key>KeepAlive</key>\n<true/>', {policy: 'always', conditions: [], delayMs: 10_000}],
		['<key>OnDemand</key>\n<false/>', {policy: 'always', conditions: [], delayMs: 10_000}],
		['<key>KeepAlive</key>\n<string>yes</string>', null],
		['<key>KeepAlive</key>\n<true/>\n<key>ThrottleInterval</key>\n<integer>1</integer>', {policy: 'always', conditions: [], delayMs: 1000}],
		[
			keepAlive('<key>SuccessfulExit</key>\n<false/>\n<key>PathState</key>\n<dict>\n<key>/a</key>\n<true/>\n</dict>'),
			{policy: 'conditions', conditions: ['SuccessfulExit=false', 'PathState./a=true'], delayMs: 10_000},
		],
	];

	test.each(cases.map(([body, keeps]) => [body.replaceAll('\n', ''), body, keeps] as const))('%s', (_, body, keeps) => {
		expect(summaryOf(body)?.keeps).toEqual(keeps);
	});
});

test('as whom, and whether it is loaded', () => {
	expect(summaryOf('<key>UserName</key>\n<string>_www</string>\n<key>Disabled</key>\n<true/>')).toMatchObject({
		user: '_www',
		isDisabled: true,
	});
	expect(summaryOf('')).toMatchObject({user: null, isDisabled: false});
});

test('words of old style are read as what they stand for', () => {
	expect(
		explainText('{ Label = a; RunAtLoad = 1; KeepAlive = { Crashed = 1; }; Disabled = 0; StartInterval = 60; ThrottleInterval = "5"; }')
			.summary,
	).toEqual({
		starts: [{when: 'load'}, {when: 'interval', everyMs: 60_000}],
		keeps: {policy: 'conditions', conditions: ['Crashed=true'], delayMs: 5000},
		user: null,
		isDisabled: false,
	});
});

test.each([
	['without a label', '<plist><dict><key>Program</key><string>/a</string></dict></plist>'],
	['that is a list', '<plist><array><string>a</string></array></plist>'],
])('a property list %s is none of a job', (_, text) => {
	expect(explainText(text)).toMatchObject({summary: null, label: null});
});
