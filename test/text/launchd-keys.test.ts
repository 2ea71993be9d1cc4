import {describe, expect, test} from 'vitest';
import {launchdKeyIds} from '../../source/model/launchd-key.js';
import {launchdKeys} from '../../source/text/en/launchd-keys.js';
import {explainJob, noteOf, now} from '../explain/explained-list.js';

/** What is said of the key at the end of `path`, whose value is `xml`. */
const said = (path: readonly string[], xml: string): string => {
	const body = [...path].reverse().reduce((inner, key, index) => {
		const value = index === 0 ? inner : `<dict>\n${inner}\n</dict>`;
		return `<key>${key}</key>\n${value}`;
	}, xml);
	const {id, value} = noteOf(explainJob(body), path.join('.'));
	return id === null ? '?' : launchdKeys[id as keyof typeof launchdKeys](value, now);
};

const yes = '<true/>';
const no = '<false/>';
const text = (value: string): string => `<string>${value}</string>`;
const number = (value: number): string => `<integer>${value}</integer>`;
const list = (...items: readonly string[]): string => `<array>\n${items.join('\n')}\n</array>`;
const dict = (...members: readonly string[]): string => `<dict>\n${members.join('\n')}\n</dict>`;

const wrong = /^Not of the form launchd expects, which is /;

describe('a key is explained for its value', () => {
	const cases: readonly (readonly [path: string, xml: string, sentence: string])[] = [
		['Program', text('/bin/a'), 'Runs /bin/a. Beside it, the first of ProgramArguments is only the name that the program is told.'],
		['ProgramArguments', list(text('/bin/a')), 'Runs /bin/a without arguments.'],
		['ProgramArguments', list(text('/bin/a'), text('-v')), 'Runs /bin/a with 1 argument: -v.'],
		['ProgramArguments', list(text('/bin/a'), ...['1', '2', '3', '4', '5'].map(text)), 'Runs /bin/a with 5 arguments: 1, 2, 3 and 2 more.'],
		['ProgramArguments', list(text('/bin/sh'), text('-c'), text('sleep 1')), 'Has the shell sh run a command line: sleep 1.'],
		['ProgramArguments', list(text('/bin/sh'), text('-c'), text('a --token=b')), 'Has the shell sh run a command line: a --token=••••••.'],
		['ProgramArguments', list(text('bash'), text('/a.sh'), text('b')), 'Has bash run the script /a.sh, with 1 argument.'],
		['ProgramArguments', list(text('/usr/bin/python3'), text('/a.py')), 'Has python3 run the script /a.py.'],
		[
			'ProgramArguments',
			list(text('$HOME/a')),
			'Runs $HOME/a without arguments. launchd fills in no variables, so this path is taken as it stands.',
		],
		['ProgramArguments', '<array/>', 'Empty: there is nothing to run.'],
		['RunAtLoad', yes, 'Starts as soon as it is loaded: a daemon at boot, an agent at login.'],
		['RunAtLoad', no, 'Does not start just because it is loaded (the default).'],
		['KeepAlive', yes, 'Always kept running: started as soon as it is loaded, and again whenever it ends.'],
		['KeepAlive', no, 'Not kept running: once it ends it stays ended until something starts it again.'],
		['KeepAlive', dict('<key>Crashed</key>', yes), 'Kept running under conditions, any one of which is enough: Crashed.'],
		['KeepAlive', '<dict/>', 'Kept running under conditions, but none is given.'],
		['KeepAlive SuccessfulExit', yes, 'Started again after it ended well (exit code 0). It also starts as soon as it is loaded.'],
		[
			'KeepAlive SuccessfulExit',
			no,
			'Started again after it failed (an exit code other than 0, or ended by a signal). It also starts as soon as it is loaded.',
		],
		['KeepAlive PathState /tmp/a', yes, 'Kept running as long as /tmp/a exists.'],
		['KeepAlive PathState /tmp/a', no, 'Kept running as long as /tmp/a does not exist.'],
		['KeepAlive NetworkState', yes, 'No effect any more: was to mean "as long as there is a network".'],
		['StartInterval', number(900), 'Every 15 minutes; times missed while asleep or still running are left out.'],
		['StartInterval', number(3600), 'Every hour; times missed while asleep or still running are left out.'],
		['StartInterval', number(5400), 'Every 90 minutes; times missed while asleep or still running are left out.'],
		['StartInterval', number(86_399), 'Every 23 hours 59 minutes 59 seconds; times missed while asleep or still running are left out.'],
		['StartInterval', number(700_003), 'Every 1 week 1 day or so; times missed while asleep or still running are left out.'],
		['ThrottleInterval', '<real>1.5</real>', 'At least 1.5 seconds from one start to the next; without this key it is 10 seconds.'],
		['ThrottleInterval', number(1), 'At least 1 second from one start to the next; without this key it is 10 seconds.'],
		['ThrottleInterval', number(10), 'At least 10 seconds from one start to the next (the default).'],
		['ThrottleInterval', number(0), 'Asks for no pause between two starts; without this key it is 10 seconds.'],
		['ExitTimeOut', number(0), 'May take for ever to end after SIGTERM: it is never killed, which can hold up a shutdown.'],
		['ExitTimeOut', number(20), 'To be stopped it gets SIGTERM, and SIGKILL 20 seconds later if it still runs.'],
		['Umask', number(18), '18, which is 022 in octal: the group and all others may not write new files.'],
		['Umask', text('022'), 'Mask 022: the group and all others may not write new files.'],
		['Umask', number(63), '63, which is 077 in octal: the group and all others may not read, write or execute new files.'],
		['Umask', number(0), '0, which is 000 in octal: no permission is taken from new files.'],
		['Sockets A SockPathMode', number(384), 'Permissions 0600: only the owner may read and write.'],
		['Sockets A SockPathMode', number(438), 'Permissions 0666: everybody may read and write.'],
		['Sockets A SockPathMode', number(416), 'Permissions 0640: the owner may read and write, the group read, all others nothing.'],
		['Sockets A SockPathMode', number(49_663), 'Permissions 0777: everybody may read, write and execute.'],
		['Sockets A SockNodeName', text('localhost'), 'Only programs on this computer can connect (localhost).'],
		['Sockets A SockNodeName', text('0.0.0.0'), 'On every IPv4 address of this computer (0.0.0.0).'],
		['Sockets A SockNodeName', text('192.0.2.1'), 'On the address 192.0.2.1 and no other.'],
		['Sockets A SockServiceName', number(80), 'Port 80.'],
		['Sockets A SockServiceName', text('80'), 'Port 80.'],
		['Sockets A SockServiceName', text('ssh'), 'The port that /etc/services gives for ssh.'],
		['Sockets A Bonjour', list(text('a'), text('b')), 'Announced on the local network (Bonjour) as a and b.'],
		['MachServices com.example.a', yes, 'Offers com.example.a: a message sent to this name starts the job.'],
		[
			'MachServices com.example.a',
			dict('<key>ResetAtClose</key>', yes),
			'Offers com.example.a, to which a message starts the job, with settings: ResetAtClose.',
		],
		['Nice', number(-5), 'Goes before others: nice -5, of −20 at most.'],
		['Nice', number(0), 'Gets as much of the processor as others (the default).'],
		['ProcessType', text('Interactive'), 'Somebody waits for it: as few limits as for an app.'],
		['ProcessType', text('constructor'), 'A type of process that the manual does not have: constructor.'],
		[
			'POSIXSpawnType',
			text('Background'),
			'Undocumented, the older name of ProcessType. Work that nobody waits for: its use of the processor and of disks is strongly limited.',
		],
		['LimitLoadToSessionType', text('Aqua'), 'For agents: loaded only in logins with a desktop.'],
		[
			'LimitLoadToSessionType',
			list(text('StandardIO'), text('X')),
			'For agents: loaded only in logins without a desktop, as through ssh and sessions of the type X.',
		],
		['StandardOutPath', text('/dev/null'), 'Its messages are thrown away (the default).'],
		['StandardErrorPath', text('/var/log/a'), 'Its error messages go to /var/log/a.'],
		['UserName', text('root'), 'Runs as root, as daemons do anyway.'],
		['EnvironmentVariables TOKEN', text('a'), 'Sets TOKEN to ••••••.'],
		['EnvironmentVariables PATH', text('/bin:/usr/bin'), 'Commands without a path are looked for in /bin:/usr/bin.'],
		['HardResourceLimits NumberOfFiles', number(512), 'Never more than 512 open files.'],
		['SoftResourceLimits Core', number(0), 'Writes no memory dump when it crashes.'],
		['HardResourceLimits FileSize', number(1_536_000), 'Never more than 1500KB in one file.'],
		['HardResourceLimits FileSize', number(1_500_000), 'Never more than about 1.4MB in one file.'],
		['SoftResourceLimits Stack', number(8_388_608), 'At most 8MB of stack, but it may raise this up to the hard limit.'],
		['SoftResourceLimits CPU', '<integer>9223372036854775807</integer>', 'No limit.'],
		[
			'BinaryOrderPreference',
			list(number(7), number(1)),
			'Undocumented: the processor for which the program is preferred: Intel, 32 bits and type 1.',
		],
		['LaunchEvents com.apple.iokit.matching a idVendor', number(1452), 'Only devices of the vendor 0x05ac (Apple).'],
		['LaunchEvents com.apple.xpc.activity a Interval', number(86_400), 'About every day.'],
		[
			'StartCalendarInterval',
			dict('<key>Hour</key>', number(3), '<key>Minute</key>', number(15)),
			'Every day at 03:15. Next: tomorrow 03:15. Times missed while asleep are made up for once after waking.',
		],
		['StartCalendarInterval Weekday', number(7), 'On Sundays.'],
		['StartCalendarInterval Hour', number(3), 'In the hour from 03:00.'],
		['HopefullyExitsFirst', yes, 'No effect any more: was to let it end among the first at shutdown.'],
		['Unheard', yes, '?'],
		['KeepAlive Unheard', yes, '?'],
	];

	test.each(cases.map(([path, xml, sentence]) => [path, sentence, xml]))('%s: %s', (path = '', sentence, xml = '') => {
		expect(said(path.split(' '), xml)).toBe(sentence);
	});
});

describe('a value that launchd does not take is said to be of the wrong form', () => {
	const cases: readonly (readonly [path: string, xml: string])[] = [
		['KeepAlive', text('true')],
		['KeepAlive', number(1)],
		['KeepAlive', list(yes)],
		['KeepAlive SuccessfulExit', text('false')],
		['RunAtLoad', number(1)],
		['Label', yes],
		['Program', list(text('/a'), number(1)).replace(/<array>[\s\S]*/, number(1))],
		['Program', dict('<key>a</key>', yes)],
		['ProgramArguments', text('/a -b')],
		['ProgramArguments', yes],
		['WatchPaths', text('/a')],
		['StartInterval', text('900')],
		['StartInterval', number(0)],
		['StartInterval', number(-1)],
		['ThrottleInterval', yes],
		['StartCalendarInterval', text('daily')],
		['StartCalendarInterval', dict('<key>Hour</key>', number(24))],
		['StartCalendarInterval Hour', number(24)],
		['MachServices', list(text('a'))],
		['MachServices a', text('b')],
		['Sockets', yes],
		['Sockets a', yes],
		['Sockets a SockPathMode', text('0600')],
		['Umask', text('999')],
		['Nice', number(50)],
		['HardResourceLimits NumberOfFiles', text('512')],
		['EnvironmentVariables', text('A=b')],
	];

	test.each(cases.map(([path, xml]) => [path, xml.replaceAll('\n', ''), xml]))('%s: %s', (path = '', _ = '', xml = '') => {
		expect(said(path.split(' '), xml)).toMatch(wrong);
	});
});

const nothing = {
	text: '',
	flag: null,
	number: null,
	items: [],
	durationMs: null,
	mode: null,
	name: null,
	calendar: [],
	nextAt: null,
};

describe('every key', () => {
	test('has words of its own, and no words have no key', () => {
		expect(Object.keys(launchdKeys).sort()).toEqual([...launchdKeyIds].sort());
		expect(new Set(launchdKeyIds).size).toBe(launchdKeyIds.length);
	});

	const values = [
		nothing,
		{...nothing, text: 'true', flag: true, items: ['true']},
		{...nothing, text: 'false', flag: false, items: ['false']},
		{...nothing, text: '-1e+308', number: -1e308, items: ['-1e+308'], durationMs: 1e308, mode: '0000', name: ''},
		{...nothing, text: '5e-324', number: 5e-324, items: ['5e-324'], durationMs: 5e-321, mode: '0777', name: 'a'},
		{...nothing, text: '1e+308', number: 1e308, items: ['1e+308'], durationMs: Number.POSITIVE_INFINITY, mode: '7777', name: 'a'},
		{...nothing, text: '{}'},
		{...nothing, text: '{a, b}', items: ['a', 'b']},
		{...nothing, text: '__proto__', items: ['__proto__'], name: '__proto__'},
		{...nothing, text: 'x'.repeat(1000), items: Array.from({length: 1000}, () => 'x'.repeat(1000)), name: 'x'.repeat(1000)},
	];

	test.each(launchdKeyIds)('%s says something short about any value', id => {
		const sentences = values.map(value => launchdKeys[id](value, now));
		expect(sentences.filter(sentence => !/^[\p{L}\d−-].*\.$/u.test(sentence) || sentence.length > 600)).toEqual([]);
		expect(sentences.filter(sentence => /undefined|null|NaN|Infinity|object Object/.test(sentence))).toEqual([]);
	});
});
