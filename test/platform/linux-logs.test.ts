import {describe, expect, test, vi} from 'vitest';
import type {LogEntry} from '../../source/model/log.js';
import type {ExplainedProcess} from '../../source/model/snapshot.js';
import {followLinuxLogs, readLinuxLogs} from '../../source/platform/linux/logs.js';
import {explainedFixture, traitsFixture, unitFixture} from '../support/process-fixture.js';
import {answer, createScene, failed, type Scene, untilStopped} from './log-scene.js';

const now = Date.UTC(2026, 10, 22, 16, 30);
const startedAt = now - 3_600_000;
const {signal} = new AbortController();
const root = {pid: 1, uid: 0, home: '/root'};
const alex = {pid: 1, uid: 1000, home: '/home/alex'};

const nginx = explainedFixture({
	pid: 812,
	name: 'nginx',
	uid: 33,
	startedAt,
	service: unitFixture('nginx.service', {mainPid: 812}),
	role: 'main',
});
const loose = explainedFixture({pid: 900, name: 'worker', uid: 33, startedAt});

const journalLine = (message: string, fields: Readonly<Record<string, unknown>> = {}): string =>
	`${JSON.stringify({__CURSOR: 's=a;i=9', __REALTIME_TIMESTAMP: `${now}000`, _UID: '0', _PID: '812', SYSLOG_IDENTIFIER: 'nginx', MESSAGE: message, ...fields})}\n`;

const journalctl = 'journalctl --no-pager -q -o json -n 200';
const read = (scene: Scene, process: ExplainedProcess, {self = root, isSystemd = true}: {self?: typeof root; isSystemd?: boolean} = {}) => {
	const {runner, asked, limits} = createScene(scene);
	const reading = readLinuxLogs(runner, process, {isSystemd, now, timeZone: 'UTC'}, self, signal);
	return {reading, asked, limits};
};

const textsOf = (entries: readonly LogEntry[]) => entries.map(({lines}) => lines.join('|'));

describe('which messages of the journal', () => {
	const user = unitFixture('sync.service', {scope: 'user', scopeUid: 1000});
	const place = (path: string, unit: string | null, scope: 'system' | 'user') => ({
		path,
		unit,
		scope,
		scopeUid: scope === 'user' ? 1000 : null,
		slice: null,
		container: null,
	});

	test.each([
		['of a system unit', nginx, root, `${journalctl} -u nginx.service`],
		['of a worker, those of its unit', {...nginx, role: 'worker' as const}, root, `${journalctl} -u nginx.service`],
		['of a unit of one’s own', {...loose, service: user}, alex, `${journalctl} --user-unit sync.service`],
		[
			'of a unit of somebody else',
			{...loose, service: user},
			root,
			`${journalctl} _SYSTEMD_USER_UNIT=sync.service _UID=1000 + USER_UNIT=sync.service _UID=1000`,
		],
		['of a process without a unit', loose, root, `${journalctl} -b _PID=900`],
		[
			'of a unit that systemd has not told yet',
			{...loose, cgroup: place('/system.slice/ssh.service', 'ssh.service', 'system')},
			root,
			`${journalctl} -u ssh.service`,
		],
		[
			'of a session',
			{...loose, cgroup: place('/user.slice/session-3.scope', 'session-3.scope', 'system')},
			root,
			`${journalctl} -b _PID=900`,
		],
	])('%s', async (_, process, self, command) => {
		const {reading, asked, limits} = read({commands: {[command]: answer(journalLine('hello'))}}, process, {self});
		const {value, problems} = await reading;
		expect(asked).toEqual([command]);
		expect(limits[0]).toMatchObject({maxBytes: 4 * 1024 * 1024, timeoutMs: 5000});
		expect(textsOf(value.entries)).toEqual(['hello']);
		expect(value).toMatchObject({sources: [{type: 'journal'}], cursor: 's=a;i=9', advice: null});
		expect(problems).toEqual([]);
	});

	test('of a pid, what was written before the process began is somebody else’s', async () => {
		const old = journalLine('of another process', {__REALTIME_TIMESTAMP: `${startedAt - 60_000}000`});
		const {reading} = read({commands: {[`${journalctl} -b _PID=900`]: answer(old + journalLine('mine'))}}, loose);
		expect(textsOf((await reading).value.entries)).toEqual(['mine']);
		const unit = read({commands: {[`${journalctl} -u nginx.service`]: answer(old + journalLine('mine'))}}, nginx);
		expect((await unit.reading).value.entries).toHaveLength(2);
	});

	test('a thread of the kernel is not asked for', async () => {
		const {reading, asked} = read({}, {...loose, traits: traitsFixture({isKernelThread: true})});
		expect((await reading).value).toEqual({sources: [], entries: [], cursor: null, advice: null});
		expect(asked).toEqual([]);
	});
});

describe('who may read the journal', () => {
	const advice = {who: 'group', groups: ['systemd-journal', 'adm']};
	const own = journalLine('mine', {_UID: '1000'});

	test.each([
		['nothing of somebody else’s came', alex, nginx, answer(''), advice],
		['only one’s own messages came', alex, nginx, answer(own), advice],
		['somebody else’s messages came', alex, nginx, answer(own + journalLine('root says')), null],
		['it is one’s own process', alex, {...nginx, uid: 1000}, answer(''), null],
		['root asks', root, nginx, answer(''), null],
		['journalctl says so', alex, {...nginx, uid: 1000}, failed('No journal files were opened due to insufficient permissions.\n'), advice],
		['journalctl failed otherwise', alex, nginx, failed('Failed to iterate through journal: Bad message\n'), null],
	] as const)('when %s', async (_, self, process, journal, expected) => {
		const {reading} = read({commands: {[`${journalctl} -u nginx.service`]: journal}}, process, {self});
		expect((await reading).value.advice).toEqual(expected);
	});
});

describe('what goes wrong', () => {
	const line = journalLine('whole');
	test.each([
		['no journalctl', answer('', {exitCode: null, failure: 'missing'}), [], {failure: 'missing'}],
		['no answer in time', answer(line + line.slice(0, 40), {exitCode: null, failure: 'timeout'}), ['whole'], {failure: 'timeout'}],
		['too long an answer', answer(line + line.slice(0, 40), {exitCode: null, failure: 'too-big'}), ['whole'], {failure: 'too-big'}],
		['a broken line', answer(`${line}{"MESSAGE":\n`), ['whole'], {failure: 'parse', detail: '1'}],
		['a complaint', failed('Failed to \u001b[31mopen\nmore'), [], {failure: 'exit', detail: 'Failed to \\x1b[31mopen'}],
		['a refusal', failed('No journal files were opened due to insufficient permissions.'), [], {failure: 'denied'}],
	])('%s is told, and what came is shown', async (_, journal, texts, problem) => {
		const {value, problems} = await read({commands: {[`${journalctl} -u nginx.service`]: journal}}, nginx).reading;
		expect(textsOf(value.entries)).toEqual(texts);
		expect(problems).toMatchObject([{source: 'journalctl', ...problem}]);
	});

	test('what was called off is no problem', async () => {
		const called = answer('', {exitCode: null, failure: 'aborted'});
		expect((await read({commands: {[`${journalctl} -u nginx.service`]: called}}, nginx).reading).problems).toEqual([]);
	});
});

const writable = 'pos:\t100\nflags:\t0102001\n';

describe('files that a process writes to', () => {
	const open = (links: Readonly<Record<string, string>>, infos: Readonly<Record<string, string>> = {}): Scene => ({
		lists: {'/proc/900/fd': Object.keys(links)},
		links: Object.fromEntries(Object.entries(links).map(([descriptor, target]) => [`/proc/900/fd/${descriptor}`, target])),
		files: Object.fromEntries(Object.keys(links).map(descriptor => [`/proc/900/fdinfo/${descriptor}`, infos[descriptor] ?? writable])),
		commands: {
			[`${journalctl} -b _PID=900`]: answer(''),
			tail: answer('2026-11-22 16:01:02 ERROR text\n'),
			'stat -L -c %A %G --': answer('-rw-r----- adm\n'),
		},
	});

	const tails = (asked: readonly string[]) => asked.filter(each => each.startsWith('tail')).map(each => each.split(' -- ')[1]);

	test.each([
		['standard output and error', {1: '/home/alex/out.txt', 2: '/home/alex/err.txt'}, {}, ['/home/alex/out.txt', '/home/alex/err.txt']],
		['one file twice', {1: '/srv/out', 2: '/srv/out'}, {}, ['/srv/out']],
		[
			'what is open in /var/log or ends in .log',
			{7: '/var/log/app/x', 8: '/srv/app.log', 9: '/srv/data'},
			{},
			['/var/log/app/x', '/srv/app.log'],
		],
		['nothing that it only reads', {7: '/var/log/syslog'}, {7: 'pos:\t9\nflags:\t0100000\n'}, []],
		[
			'no device, pipe, socket, memory, or file that is gone',
			{1: '/dev/null', 2: 'pipe:[1]', 3: 'socket:[2]', 4: '/memfd:x.log', 5: '/srv/a.log (deleted)', 6: '/proc/1/x.log'},
			{},
			[],
		],
		['nothing that is no text', {5: '/var/log/wtmp', 6: '/var/log/journal/x/system.journal', 7: '/var/log/x.gz'}, {}, []],
		['no name that could steer a terminal', {1: '/srv/a\u001b[31m'}, {}, []],
		[
			'four files and no more',
			{3: '/a.log', 4: '/b.log', 5: '/c.log', 6: '/d.log', 7: '/e.log'},
			{},
			['/a.log', '/b.log', '/c.log', '/d.log'],
		],
		['in the order in which it opened them', {10: '/ten.log', 9: '/nine.log'}, {}, ['/nine.log', '/ten.log']],
	])('%s', async (_, links, infos, paths) => {
		const {reading, asked} = read(open(links, infos), loose);
		const {value, problems} = await reading;
		expect(tails(asked)).toEqual(paths);
		expect(value.sources.slice(1)).toEqual(paths.map(path => ({type: 'file', path, sender: null})));
		expect(value.entries).toHaveLength(paths.length);
		expect(problems).toEqual([]);
	});

	test.each([
		['prw-r--r-- root', []],
		['crw-rw-rw- tty', []],
		['-rw-r--r-- root', ['/srv/out']],
		['drwxr-xr-x root', []],
	])('where nothing tells that it is a file, %s says it', async (mode, paths) => {
		const scene = open({1: '/srv/out'}, {1: 'pos:\t0\nflags:\t0100001\n'});
		const commands = {...scene.commands, 'stat -L -c %A %G --': answer(`${mode}\n`)};
		const {reading, asked} = read({...scene, commands}, loose);
		expect((await reading).value.sources).toHaveLength(1 + paths.length);
		expect(tails(asked)).toEqual(paths);
	});

	test('in a container they are found below its root, and a /tmp of its own as well', async () => {
		const scene = open({1: '/var/log/app.log', 2: '/tmp/err'});
		const elsewhere = {...scene.links, '/proc/900/ns/mnt': 'mnt:[2]', '/proc/self/ns/mnt': 'mnt:[1]'};
		const inside = {...loose, traits: traitsFixture({nestedPid: 7})};
		const contained = read({...scene, links: elsewhere}, inside);
		await contained.reading;
		expect(tails(contained.asked)).toEqual(['/proc/900/root/var/log/app.log', '/proc/900/root/tmp/err']);
		const service = read({...scene, links: elsewhere}, loose);
		await service.reading;
		expect(tails(service.asked)).toEqual(['/var/log/app.log', '/proc/900/root/tmp/err']);
	});

	test('what the unit file names is read where the descriptors may not be', async () => {
		const unit = unitFixture('app.service', {standardOutput: 'append', configPath: '/etc/systemd/system/app.service'});
		const scene: Scene = {
			denied: ['/proc/900/fd'],
			files: {'/etc/systemd/system/app.service': '[Service]\nStandardOutput=append:/var/log/app.log\nStandardError=file:/var/log/%n.err\n'},
			commands: {
				[`${journalctl} -u app.service`]: answer(''),
				'stat -L -c %A %G --': answer('-rw-r--r-- root\n'),
				tail: answer('2026-11-22 16:01:02 text\n'),
			},
		};
		const {reading, asked} = read(scene, {...loose, service: unit}, {self: alex});
		expect(textsOf((await reading).value.entries)).toEqual(['text']);
		expect(tails(asked)).toEqual(['/var/log/app.log']);
	});

	test.each([
		['of the group that may read it', {'/srv/a.log': '-rw-r----- adm'}, {who: 'group', groups: ['adm']}],
		['of root, where no group may', {'/srv/a.log': '-rw------- adm'}, {who: 'root'}],
		['of root, where its group is root’s', {'/srv/a.log': '-rw-r----- root'}, {who: 'root'}],
		['of the group that may enter its folder', {'/srv': 'drwxr-x--- web'}, {who: 'group', groups: ['web']}],
		['of root, where nothing can be learnt', {}, {who: 'root'}],
	])('a file that may not be read asks for somebody %s', async (_, modes, advice) => {
		const scene = open({7: '/srv/a.log'});
		const stats = Object.fromEntries(
			['/srv', '/srv/a.log'].map(path => [
				`stat -L -c %A %G -- ${path}`,
				path in modes ? answer(`${modes[path as keyof typeof modes]}\n`) : failed('stat: cannot statx: Permission denied'),
			]),
		);
		const commands = {
			[`${journalctl} -b _PID=900`]: answer(journalLine('x')),
			...stats,
			tail: failed("tail: cannot open '/srv/a.log' for reading: Permission denied"),
		};
		const {value, problems} = await read({...scene, commands}, loose, {self: alex}).reading;
		expect(value.advice).toEqual(advice);
		expect(problems).toEqual([{source: '/srv/a.log', failure: 'denied', detail: null}]);
	});

	test('descriptors that may not be seen are worth a word only where nothing else is found', async () => {
		const commands = {[`${journalctl} -b _PID=900`]: answer(journalLine('x'))};
		expect((await read({denied: ['/proc/900/fd'], commands}, loose).reading).value.advice).toBeNull();
		expect((await read({denied: ['/proc/900/fd']}, loose, {isSystemd: false}).reading).value.advice).toEqual({who: 'root'});
	});
});

describe('without systemd', () => {
	const syslog = [
		'Nov 22 15:00:00 host worker[900]: of the pid before',
		'Nov 22 16:01:02 host worker[900]: mine',
		'Nov 22 16:01:03 host worker: mine, without a pid',
		'  and a line of mine',
		'Nov 22 16:01:04 host worker[901]: of another one',
		'  and its line',
		'Nov 22 16:01:04 host noisy[7]: of nobody near',
		'  and its line',
		'Nov 22 16:01:05 host cron[900]: of the same pid',
		'2026-11-22T16:01:05.5+00:00 host worker: mine, in the newer form',
		'Nov 22 16:01:06 host other: not mine',
		'no form at all',
	].join('\n');

	test('lines of the process are picked out of the files that the syslog daemon writes', async () => {
		const {reading, asked} = read(
			{
				lists: {'/var/log': ['syslog', 'dpkg.log', 'auth.log']},
				commands: {'tail -n 5000 -- /var/log/syslog': answer(syslog), 'tail -n 5000 -- /var/log/auth.log': answer('')},
			},
			loose,
			{isSystemd: false},
		);
		const {value} = await reading;
		expect(asked).toEqual(['tail -n 5000 -- /var/log/syslog', 'tail -n 5000 -- /var/log/auth.log']);
		expect(textsOf(value.entries)).toEqual([
			'mine',
			'mine, without a pid|  and a line of mine',
			'of the same pid',
			'mine, in the newer form',
		]);
		expect(value.sources[0]).toEqual({type: 'file', path: '/var/log/syslog', sender: {names: ['worker'], pid: 900}});
		expect(value.cursor).toBeNull();
	});

	test('what stands in two files is shown once, what stands twice in one is shown twice', async () => {
		const line = 'Nov 22 16:01:02 host worker[900]: again\n';
		const {reading} = read({lists: {'/var/log': ['syslog', 'daemon.log']}, commands: {tail: answer(line + line)}}, loose, {
			isSystemd: false,
		});
		expect(textsOf((await reading).value.entries)).toEqual(['again', 'again']);
	});

	test('files that nobody may read ask for their group', async () => {
		const {reading} = read(
			{
				lists: {'/var/log': ['syslog']},
				commands: {
					tail: failed("tail: can't open '/var/log/syslog': Permission denied"),
					'stat -L -c %A %G --': answer('-rw-r----- adm\n'),
				},
			},
			loose,
			{isSystemd: false, self: alex},
		);
		expect(await reading).toMatchObject({
			value: {advice: {groups: ['adm']}, entries: []},
			problems: [{source: '/var/log/syslog', failure: 'denied'}],
		});
	});

	test('where there is nothing, nothing is a problem', async () => {
		expect(await read({}, loose, {isSystemd: false}).reading).toEqual({
			value: {sources: [], entries: [], cursor: null, advice: null},
			problems: [],
		});
	});
});

test('two hundred entries are a page, the newest of all sources', async () => {
	const at = (minute: number) => new Date(startedAt + minute * 10_000).toISOString();
	const file = Array.from({length: 200}, (_, minute) => `${at(minute)} file ${minute}`).join('\n');
	const journal = Array.from({length: 200}, (_, minute) =>
		journalLine(`journal ${minute}`, {__REALTIME_TIMESTAMP: `${Date.parse(at(minute)) + 1}000`}),
	);
	const {value} = await read(
		{
			lists: {'/proc/812/fd': ['5']},
			links: {'/proc/812/fd/5': '/srv/a.log'},
			files: {'/proc/812/fdinfo/5': writable},
			commands: {[`${journalctl} -u nginx.service`]: answer(journal.join('')), tail: answer(file)},
		},
		nginx,
	).reading;
	expect(value.entries).toHaveLength(200);
	expect(textsOf(value.entries).slice(-3)).toEqual(['journal 198', 'file 199', 'journal 199']);
});

describe('following', () => {
	const page = {
		sources: [
			{type: 'journal', unit: 'nginx.service', pid: 812, match: ['-u', 'nginx.service']},
			{type: 'file', path: '/var/log/syslog', sender: {names: ['nginx'], pid: 812}},
		],
		cursor: 's=a;i=9',
	} as const;
	const place = {now: () => now, timeZone: 'UTC'};

	test('hands over lines of every source as they come, cut wherever', async () => {
		const stop = new AbortController();
		const found: LogEntry[] = [];
		const line = journalLine('데몬 again');
		const {runner, asked} = createScene({
			follows: {
				journalctl: async (onText, inner) => {
					onText(line.slice(0, 30));
					onText(`${line.slice(30)}${journalLine('two')}`);
					return untilStopped(inner);
				},
				tail: async (onText, inner) => {
					onText('Nov 22 16:01:02 host nginx[812]: mine\nNov 22 16:01:02 host x[1]: not');
					onText(' mine\n');
					return untilStopped(inner);
				},
			},
		});
		const end = followLinuxLogs(runner, page, place, entries => void found.push(...entries), stop.signal);
		await vi.waitFor(() => expect(found).toHaveLength(3));
		stop.abort();
		expect(await end).toBeNull();
		expect(textsOf(found).sort()).toEqual(['mine', 'two', '데몬 again']);
		expect(asked).toEqual([
			'journalctl --no-pager -q -o json -f -n 200 --after-cursor=s=a;i=9 -u nginx.service',
			'tail -n 0 -F -- /var/log/syslog',
		]);
	});

	test('begins now where the page was empty', async () => {
		const stop = new AbortController();
		const {runner, asked} = createScene({follows: {journalctl: (_, inner) => untilStopped(inner)}});
		const end = followLinuxLogs(runner, {sources: page.sources.slice(0, 1), cursor: null}, place, () => {}, stop.signal);
		stop.abort();
		await end;
		expect(asked).toEqual(['journalctl --no-pager -q -o json -f -n 0 -u nginx.service']);
	});

	test('ends with the first source that ends, and says why', async () => {
		let isStopped = false;
		const {runner} = createScene({
			follows: {
				journalctl: async () => failed('Failed to open files: Bad message\n'),
				tail: async (_, inner) => {
					const end = await untilStopped(inner);
					isStopped = true;
					return end;
				},
			},
		});
		const {signal: never} = new AbortController();
		expect(await followLinuxLogs(runner, page, place, () => {}, never)).toEqual({
			source: 'journalctl',
			failure: 'exit',
			detail: 'Failed to open files: Bad message',
		});
		expect(isStopped).toBe(true);
	});

	test('a source that ends without a complaint is gone', async () => {
		const {runner} = createScene({follows: {journalctl: async () => answer('')}});
		expect(await followLinuxLogs(runner, {...page, sources: page.sources.slice(0, 1)}, place, () => {}, signal)).toMatchObject({
			failure: 'gone',
		});
	});

	test('of a line without an end the beginning is shown, and of the journal only that there was one', async () => {
		const found: LogEntry[] = [];
		const long = 'x'.repeat(3 * 1024 * 1024);
		const file = {type: 'file', path: '/srv/a.log', sender: null} as const;
		const {runner} = createScene({
			follows: {
				journalctl: async onText => {
					onText(`${journalLine(long)}${journalLine('after')}`);
					return answer('');
				},
				tail: async onText => {
					onText(`2026-11-22 16:01:02 ${long}`);
					return answer('');
				},
			},
		});
		await followLinuxLogs(runner, {...page, sources: [page.sources[0]]}, place, entries => void found.push(...entries), signal);
		expect(found).toMatchObject([
			{lines: [], note: 'cut'},
			{lines: ['after'], note: null},
		]);
		found.length = 0;
		await followLinuxLogs(runner, {...page, sources: [file]}, place, entries => void found.push(...entries), signal);
		expect(found).toMatchObject([{note: 'cut', at: Date.UTC(2026, 10, 22, 16, 1, 2)}]);
	});

	test('lines that come together belong together, and after the end nothing comes', async () => {
		const stop = new AbortController();
		const found: LogEntry[][] = [];
		const file = {type: 'file', path: '/srv/a.log', sender: null} as const;
		const {runner} = createScene({
			follows: {
				tail: async (onText, inner) => {
					onText('2026-11-22 16:01:02 one\n\ttwo\n\tthree\n\n');
					onText('\n');
					stop.abort();
					onText('late\n');
					return untilStopped(inner);
				},
			},
		});
		await followLinuxLogs(runner, {sources: [file], cursor: null}, place, entries => void found.push([...entries]), stop.signal);
		expect(found.map(textsOf)).toEqual([['one|    two|    three']]);
	});

	test('nothing to follow ends at once', async () => {
		const {runner, asked} = createScene({});
		expect(await followLinuxLogs(runner, {sources: [], cursor: null}, place, () => {}, signal)).toBeNull();
		expect(asked).toEqual([]);
	});
});
