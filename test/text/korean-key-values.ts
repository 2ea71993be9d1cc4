import {unitChoices} from '../../source/explain/unit-choices.js';
import {directiveOf} from '../../source/explain/unit-directives.js';
import {unitValue} from '../../source/explain/unit-value.js';
import type {KeyValue} from '../../source/model/config.js';
import {context, now} from '../explain/explained-unit.js';
import {names} from './korean-samples.js';

const nothing: KeyValue = {
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

const text = (value: string): KeyValue => ({...nothing, text: value, items: [value]});

const count = (number: number): KeyValue => ({
	...text(String(number)),
	number,
	durationMs: Math.abs(number) * 1000,
	mode: '0640',
});

const words =
	`root / /a/b /dev/null localhost 0.0.0.0 :: stream dgram seqpacket IPv4 IPv6 IPv4v6 unix TCP UDP Background Standard Utility Adaptive
	Interactive App Aqua LoginWindow StandardIO System All ssh *`.split(/\s+/);

const unnamed: readonly KeyValue[] = [
	nothing,
	...['true', 'false'].map(word => ({...text(word), flag: word === 'true'})),
	...[...words, ...names].map(text),
	{...nothing, text: 'cron, launchd', items: ['cron', 'launchd']},
	{...nothing, text: 'a, 데비, cron, 443, launchctl, 크론', items: ['a', '데비', 'cron', '443', 'launchctl', '크론']},
	{...nothing, text: '{}'},
	{...nothing, text: '{cron}', items: ['cron']},
	...[0, 1, 2, 7, 20, -5, 443, 1452, 1e19].map(count),
	{...count(0), durationMs: Number.POSITIVE_INFINITY, mode: '0022'},
];

/** Values of every form that a key of a property list may have, below a name that a reader chose. */
export const jobValues: readonly (readonly [KeyValue, number])[] = [
	...names,
	'PATH',
	'com.apple.iokit.matching',
	'com.apple.reachability',
	'com.example.a',
].flatMap(name => unnamed.map(value => [{...value, name}, now] as const));

const lines =
	`0 1 -5 22 100 yes no infinity 5min 500us 64M 10% 150% 0755 1024:4096 root www-data /var/lib/app -/etc/default/app A=1 key:/etc/key
	file:/var/log/app append:/var/log/app truncate:/var/log/app fd:app inherit SIGTERM HUP 15 ~ CAP_KILL none native EPERM private:box
	127.0.0.1:8080 0.0.0.0:80 [::]:80 @app vsock:2:1024 any ipv4:tcp:80 localhost system.slice 0-3,5 numa /run/cron.sock daily *-02-30
	2020-01-01 man:cron(8) network.target shutdown.target dev-sda.device multi-user.target basic.target |!/etc/x !v2 docker @system >=4
	-/bin/true •••`.split(/\s+/);

const longer = [
	'',
	'/a:/b /c',
	'~@mount @reboot',
	'@system-service @clock',
	'~CAP_SYS_TIME cap_chown',
	'AF_INET AF_UNIX',
	'user net',
].concat(
	[
		'localhost link-local',
		'/dev/sda 5M',
		'/dev/null rw',
		'char-tty rw',
		'block-* r',
		'cpu memory',
		'/bin/kill -HUP 1',
		"/bin/sh -c 'a; b'",
	],
	['/usr/bin/cron -b $C ; d', '!!/bin/sh -c a', 'cron.service launchd.service', 'A=1 B=2 C=3 D=4 E=5 F=6 G=7', 'SIGKILL 255'],
	['cron launchd 데비', '크론 443', 'man:cron(8) https://example.org/', '99999999999999999999999'],
);

/** What has a form of its own, which nothing else may have. */
const ownLines: Readonly<Record<string, readonly string[]>> = {'Chkconfig.chkconfig': ['2345 20 80', '- 50 50', '35']};

/** What is typical for a directive of a unit file, read as that directive and as words. */
export const directiveValues = (id: string): readonly (readonly [KeyValue, number])[] =>
	(ownLines[id] ?? [...longer, ...lines, ...names, ...(unitChoices.get(id) ?? [])]).flatMap(line =>
		[directiveOf(id), {id, kind: 'words' as const}].flatMap(directive =>
			directive ? [[unitValue(line, directive, context), now] as const] : [],
		),
	);
