import {describe, expect, test} from 'vitest';
import {explainUnit} from '../../source/explain/unit.js';
import {unitOfPath, unitTypeOf} from '../../source/explain/unit-directives.js';
import {context, type Explained, explain, explainOne, linesOf, said, secretsIn, source, valueTexts} from './explained-unit.js';

const marks = ({files}: Explained): readonly string[] =>
	files.flatMap(({pieces}) =>
		pieces.flatMap(({lines, overriddenBy}) => (overriddenBy ? [`${lines[0]?.map(({text}) => text).join('')} < ${overriddenBy}`] : [])),
	);

const main = '/etc/systemd/system/a.service';
const dropIn = '/etc/systemd/system/a.service.d/b.conf';

describe('which lines count', () => {
	test.each<[string, string, string, readonly string[]]>([
		['a single value set again', '[Service]\nUser=a\n', '[Service]\nUser=b\n', [`User=a < ${dropIn}`]],
		['the same in one file', '[Service]\nUser=a\nUser=b\n', '', [`User=a < ${main}`]],
		[
			'a list that adds up',
			'[Unit]\nAfter=a.service\n[Service]\nEnvironment=A=1\n',
			'[Unit]\nAfter=b.service\n[Service]\nEnvironment=B=2\n',
			[],
		],
		['a list taken back', '[Service]\nExecStart=/a\n', '[Service]\nExecStart=\nExecStart=/b\n', [`ExecStart=/a < ${dropIn}`]],
		['dependencies, which cannot be taken back', '[Unit]\nAfter=a.service\n', '[Unit]\nAfter=\n', []],
		[
			'a variable set again',
			'[Service]\nEnvironment=A=1 B=2\nEnvironment=C=3\n',
			'[Service]\nEnvironment=C=4\nEnvironment=A=5\n',
			[`Environment=C=3 < ${dropIn}`],
		],
		[
			'all variables of a line set again',
			'[Service]\nEnvironment=A=1 B=2\n',
			'[Service]\nEnvironment=B=4\nEnvironment=A=5\n',
			[`Environment=A=1 B=2 < ${dropIn}`],
		],
		[
			'a value that systemd ignores',
			'[Service]\nRestart=always\nPrivateTmp=yes\nRestartSec=5\n',
			'[Service]\nRestart=perhaps\nPrivateTmp=\nRestartSec=soon\n',
			[],
		],
		[
			'all conditions, by an empty one',
			'[Unit]\nConditionPathExists=/a\nAssertPathExists=/b\n',
			'[Unit]\nConditionHost=\n',
			[`ConditionPathExists=/a < ${dropIn}`],
		],
		[
			'an older name of the same',
			'[Unit]\nStartLimitInterval=1\n',
			'[Unit]\nStartLimitIntervalSec=2\n',
			[`StartLimitInterval=1 < ${dropIn}`],
		],
		['one that sets two', '[Service]\nTimeoutStopSec=1\n', '[Service]\nTimeoutSec=2\n', [`TimeoutStopSec=1 < ${dropIn}`]],
		['a choice with a name that only one of them may have', '[Service]\nKillMode=mixed\n', '[Service]\nKillMode=process:x\n', []],
		[
			'that choice, with a name',
			'[Service]\nProtectHostname=no\nLogLevelMax=info\n',
			'[Service]\nProtectHostname=yes:x\nProtectHostname=no:x\nLogLevelMax=3\n',
			[`ProtectHostname=no < ${dropIn}`, `LogLevelMax=info < ${dropIn}`],
		],
		['the same name in another section', '[Unit]\nDescription=a\n[X-Foo]\nDescription=b\n', '', []],
	])('%s', (_, first, second, expected) => {
		expect(marks(explain('a.service', {[main]: first, [dropIn]: second}))).toEqual(expected);
	});

	test('of a timer, one empty time takes back all', () => {
		const explained = explain('a.timer', {
			'/x/a.timer': '[Timer]\nOnBootSec=1\nOnCalendar=daily\n',
			'/x/a.timer.d/b.conf': '[Timer]\nOnCalendar=\nOnCalendar=weekly\n',
		});
		expect(marks(explained)).toEqual(['OnBootSec=1 < /x/a.timer.d/b.conf', 'OnCalendar=daily < /x/a.timer.d/b.conf']);
		expect(explained.summary?.starts.map(({when}) => when)).toEqual(['calendar']);
	});

	test('a trigger does not touch its service', () => {
		expect(marks(explain('a.service', {[main]: '[Unit]\nDescription=a\n', 'trigger:/x/a.timer': '[Unit]\nDescription=b\n'}))).toEqual([]);
	});
});

describe('a second command', () => {
	const second =
		'A second command: systemd refuses such a unit, unless Type=oneshot. An empty ExecStart= in front of it takes back the first.';

	test('is refused', () => {
		expect(
			said(explain('a.service', {[main]: '[Service]\nExecStart=/a\n', [dropIn]: '[Service]\nExecStart=/b\n'}))['Service.ExecStart'],
		).toBe(second);
	});

	test.each([
		['for a task', '[Service]\nType=oneshot\nExecStart=/a\n', '[Service]\nExecStart=/b\n'],
		['where the first is taken back', '[Service]\nExecStart=/a\n', '[Service]\nExecStart=\nExecStart=/b\n'],
	])('is taken %s', (_, first, added) => {
		expect(said(explain('a.service', {[main]: first, [dropIn]: added}))['Service.ExecStart']).toBe('The service itself: runs /b.');
	});
});

describe('keys', () => {
	test.each<[string, string, string, string | null]>([
		['a.service', 'Service', 'User=x', 'Exec.User'],
		['a.service', 'Service', 'Type=simple', 'Service.Type'],
		['a.service', 'Service', 'KillMode=mixed', 'Kill.KillMode'],
		['a.service', 'Service', 'MemoryMax=1M', 'Resource.MemoryMax'],
		['a.socket', 'Socket', 'User=x', 'Exec.User'],
		['a.mount', 'Mount', 'Type=ext4', 'Mount.Type'],
		['a.slice', 'Slice', 'MemoryMax=1M', 'Resource.MemoryMax'],
		['a.slice', 'Slice', 'User=x', null],
		['a.scope', 'Scope', 'RuntimeMaxSec=1', 'Service.RuntimeMaxSec'],
		['a.target', 'Unit', 'AllowIsolate=yes', 'Unit.AllowIsolate'],
		['a.service', 'Socket', 'ListenStream=1', null],
		['a.service', 'Service', 'ListenStream=1', null],
		['a.service', 'Service', 'user=x', null],
		['a.service', 'Service', '__proto__=x', null],
		['a.service', 'constructor', 'name=x', null],
		['a.service', 'Service', 'X-Restart-Policy=x', 'Vendor'],
		['a.service', 'X-Fleet', 'Conflicts=x', 'Vendor'],
		['a.service', 'Service', 'StartLimitInterval=0', 'Unit.StartLimitIntervalSec'],
		['a.service', 'Service', 'ReadWriteDirectories=/x', 'Exec.ReadWritePaths'],
	])('in %s [%s] %s', (name, section, line, id) => {
		const note = explainOne(`[${section}]\n${line}\n`, name).files[0]?.pieces.at(-1)?.note;
		expect([note?.key, note?.id]).toEqual([`${section}.${line.split('=')[0]}`, id]);
	});

	test.each([
		['/etc/systemd/system/ssh.service', 'service', 'ssh.service'],
		['/etc/systemd/system/ssh.service.d/x.conf', 'service', 'ssh.service'],
		['/etc/systemd/system/timer.d/x.conf', 'timer', 'timer'],
		['/usr/share/dbus-1/services/org.x.service', 'bus', 'org.x.service'],
		['/etc/xdg/autostart/x.desktop', 'desktop', 'x.desktop'],
		['/etc/init.d/cron', null, 'cron'],
	])('of %s are those of a %s', (path, type, unit) => {
		expect([unitTypeOf(path), unitOfPath(path)]).toEqual([type, unit]);
	});

	test('a drop-in for all services counts as one of a service', () => {
		const {files} = explain('a.service', {[main]: '', '/etc/systemd/system/service.d/x.conf': '[Service]\nUser=x\n'});
		expect(files[1]?.pieces.at(-1)?.note?.id).toBe('Exec.User');
	});
});

describe('files that are no units', () => {
	test('an activation file of D-Bus', () => {
		const explained = explain('a.service', {
			[main]: '[Service]\nExecStart=/x\n',
			'trigger:/usr/share/dbus-1/system-services/org.x.service':
				'[D-BUS Service]\nName=org.x\nExec=/bin/false %i\nSystemdService=a.service\n',
		});
		expect(said(explained)).toMatchObject({
			'D-BUS Service.Name': 'Whoever calls org.x on D-Bus starts it.',
			'D-BUS Service.Exec': 'D-Bus runs nothing itself: the service manager starts it.',
			'D-BUS Service.SystemdService': 'D-Bus has the service manager start a.service.',
		});
		expect(valueTexts(explained)).toContain('/bin/false %i');
	});

	test('the entry of a desktop that a unit was generated from', () => {
		const explained = explain('app-x@autostart.service', {
			'/run/user/1/systemd/generator.late/app-x@autostart.service': '[Unit]\nSourcePath=/etc/xdg/autostart/x.desktop\n',
			'source:/etc/xdg/autostart/x.desktop': '[Desktop Entry]\nName=X\nExec=/usr/bin/x %u\nOnlyShowIn=GNOME;\nX-Foo=1\n',
		});
		expect(explained.files[1]?.format).toBe('unit');
		expect(said(explained)).toMatchObject({
			'Desktop Entry.Exec': 'The command that the desktop runs.',
			'Desktop Entry.OnlyShowIn': 'Only in these desktops: GNOME.',
			'Desktop Entry.X-Foo': 'Ignored by systemd: it is meant for other programs.',
		});
	});

	test('a table of disks that a unit was generated from', () => {
		const {files} = explain('srv.mount', {
			'/run/systemd/generator/srv.mount': '[Mount]\nWhat=/dev/sda1\n',
			'source:/etc/fstab': '# x\n/dev/sda1 /srv ext4\n',
		});
		expect(files[1]?.format).toBe('script');
		expect(linesOf(files[1])).toEqual(['# x', '/dev/sda1 /srv ext4']);
	});

	test('folders of a user stand elsewhere', () => {
		const text = '[Service]\nStateDirectory=x\n';
		expect(said(explain('a.service', {[main]: text}))['Service.StateDirectory']).toBe(
			'Has the folder /var/lib/x, made for it; kept when the service stops.',
		);
		expect(said(explain('a.service', {[main]: text}, 'user'))['Service.StateDirectory']).toBe(
			'Has the folder ~/.local/state/x, made for it; kept when the service stops.',
		);
	});
});

describe('the name of an instance', () => {
	test('is filled in', () => {
		const {files, summary} = explain('postgresql@15-main.service', {
			'/lib/systemd/system/postgresql@.service': '[Unit]\nAssertPathExists=/etc/postgresql/%I/x\n[Service]\nUser=u%i\nPIDFile=%t/%N.pid\n',
		});
		expect(files[0]?.pieces.flatMap(({note}) => note?.value.text ?? [])).toEqual([
			'/etc/postgresql/15/main/x',
			'u15-main',
			'/run/postgresql@15-main.pid',
		]);
		expect(linesOf(files[0])).toContain('User=u%i');
		expect(summary?.user).toBe('u15-main');
	});

	test('goes to its trigger as well', () => {
		const {files} = explain('a@x.service', {'/x/a@.service': '', 'trigger:/x/a@.socket': '[Socket]\nListenStream=/run/%i\n'});
		expect(files[1]?.pieces.at(-1)?.note?.value.text).toBe('/run/x');
	});

	test('is no pattern', () => {
		const {files} = explain('a@$1$&.service', {'/x/a@.service': '', 'trigger:/x/a@.socket': '[Socket]\nListenStream=/run/%i\n'});
		expect(files[1]?.pieces.at(-1)?.note?.value.text).toBe('/run/$1$&');
	});
});

describe('secrets', () => {
	test.each<[string, readonly string[], readonly string[]]>([
		['[Service]\nEnvironment=DB_PASSWORD=hunter2 MODE=fast\n', ['hunter2'], ['DB_PASSWORD=•••••• MODE=fast']],
		[
			'[Service]\nEnvironment="DB_PASSWORD=hunter 2" \'API_TOKEN=x y\'\n',
			['hunter 2', 'x y'],
			['"DB_PASSWORD=••••••" \'API_TOKEN=••••••\''],
		],
		['[Service]\nEnvironment=DB_PASSWORD="hunter 2"\n', ['hunter 2'], ['DB_PASSWORD="••••••"']],
		['[Service]\nEnvironment=A=1 \\\n# note\n  DB_PASSWORD=hunter2 \\\n  B=2\n', ['hunter2'], ['A=1 DB_PASSWORD=•••••• B=2']],
		['[Service]\nExecStart=/bin/x --password hunter2 --user=y\n', ['hunter2'], ['/bin/x --password •••••• --user=y']],
		['[Service]\nExecStart=/bin/x --password \\\n  hunter2\n', ['hunter2'], ['/bin/x --password ••••••']],
		['[Service]\nExecStart=/bin/x postgres://me:hunter2@db/x\n', ['hunter2'], ['/bin/x postgres://me:••••••@db/x']],
		['[Service]\nSetCredential=db:hunter2 and more\n', ['hunter2 and more'], ['db:••••••']],
		['[Service]\nLoadCredential=password:/etc/pw\n', [], ['password:/etc/pw']],
		['[Service]\nX-Token=hunter2\n', ['hunter2'], ['••••••']],
		['#Environment=DB_PASSWORD=hunter2\n', ['hunter2'], []],
		['# the password: ask the administrator\n', [], []],
		['[Unit]\nDescription=Forward Password: Requests\n', [], ['Forward Password: Requests']],
		['[Service]\nEnvironment=DB_PASSWORD="a \\"b c\\" d" E=1\n', ['a \\"b c\\" d'], ['DB_PASSWORD="••••••" E=1']],
		['[Service]\nEnvironment=USE_PASSWORD=yes\n', [], ['USE_PASSWORD=yes']],
		['[Service]\nEnvironment=SSH_AUTH_SOCK=/run/x\n', [], ['SSH_AUTH_SOCK=/run/x']],
	])('%j', (text, secrets, values) => {
		const explained = explainOne(text);
		expect(secretsIn(explained)).toEqual(secrets);
		expect(valueTexts(explained)).toEqual(values);
		expect(linesOf(explained.files[0])).toEqual(text.split('\n').slice(0, -1));
	});

	test('in the options of a disk', () => {
		expect(secretsIn(explainOne('[Mount]\nOptions=username=me,password=hunter2,uid=1\n', 'a.mount'))).toEqual(['hunter2']);
	});

	test('are in no item of a value', () => {
		const {files} = explainOne('[Service]\nEnvironment="DB_PASSWORD=hunter 2"\nExecStart=/x --token=hunter2\n');
		expect(JSON.stringify(files[0]?.pieces.map(({note}) => note))).not.toContain('hunter');
	});
});

describe('the summary', () => {
	const summaryOf = (text: string, name = 'a.service') => explainOne(text, name).summary;

	test.each<[string, string, unknown]>([
		['at boot', '[Install]\nWantedBy=multi-user.target\n', [{when: 'boot'}]],
		['with a target', '[Install]\nWantedBy=printer.target\n', [{when: 'target', names: ['printer.target']}]],
		['with a device', '[Install]\nWantedBy=dev-sda.device\n', [{when: 'device', names: ['dev-sda.device']}]],
		['with a unit', '[Install]\nRequiredBy=b.service\n', [{when: 'unit', names: ['b.service']}]],
		['by a name on the bus', '[Service]\nType=dbus\nBusName=org.x\n', [{when: 'bus', names: ['org.x']}]],
		['by an alias on the bus', '[Install]\nAlias=dbus-org.x.service\n', [{when: 'bus', names: ['org.x']}]],
		['when asked for', '[Service]\nExecStart=/x\n', [{when: 'demand'}]],
		['never, where it is masked', '', [{when: 'masked'}]],
		['when asked for, where nothing wants it any more', '[Install]\nWantedBy=multi-user.target\nWantedBy=\n', [{when: 'demand'}]],
	])('starts %s', (_, text, starts) => {
		expect(summaryOf(text)?.starts).toEqual(starts);
	});

	test('of a user starts at login', () => {
		expect(explain('a.service', {'/x/a.service': '[Install]\nWantedBy=default.target\n'}, 'user').summary?.starts).toEqual([
			{when: 'login'},
		]);
	});

	test('takes its triggers with it', () => {
		const {summary} = explain('a.service', {
			'/x/a.service': '[Service]\nExecStart=/x\n',
			'trigger:/x/a.socket': '[Socket]\nListenStream=/run/x\nListenDatagram=514\n',
			'trigger:/x/a.timer':
				'[Timer]\nOnCalendar=daily\nOnBootSec=15min\nOnUnitActiveSec=1h\nOnUnitInactiveSec=2h\nOnActiveSec=3h\nOnStartupSec=4h\n',
			'trigger:/x/a.timer.d/x.conf': '[Timer]\nOnBootSec=20min\n',
			'trigger:/x/a.path': '[Path]\nPathChanged=/etc/x\n',
			'trigger:/usr/share/dbus-1/system-services/org.x.service': '[D-BUS Service]\nName=org.x\nExec=/bin/false\nSystemdService=a.service\n',
		});
		expect(summary?.starts).toEqual([
			{when: 'socket', names: ['/run/x', '514']},
			expect.objectContaining({when: 'calendar', nextAt: Date.parse('2026-11-23T00:00:00Z'), unit: 'a.timer'}),
			{when: 'after-boot', delayMs: 900_000, unit: 'a.timer'},
			{when: 'after-boot', delayMs: 1_200_000, unit: 'a.timer'},
			{when: 'after-boot', delayMs: 14_400_000, unit: 'a.timer'},
			{when: 'after-activation', delayMs: 10_800_000, unit: 'a.timer'},
			{when: 'after-start', delayMs: 3_600_000, unit: 'a.timer'},
			{when: 'after-end', delayMs: 7_200_000, unit: 'a.timer'},
			{when: 'path', names: ['/etc/x']},
			{when: 'bus', names: ['org.x']},
		]);
	});

	test('names a name on the bus once', () => {
		const {summary} = explain('a.service', {
			'/x/a.service': '[Service]\nType=dbus\nBusName=org.x\n[Install]\nAlias=dbus-org.x.service\n',
			'trigger:/usr/share/dbus-1/system-services/org.x.service': '[D-BUS Service]\nName=org.x\nSystemdService=dbus-org.x.service\n',
		});
		expect(summary?.starts).toEqual([{when: 'bus', names: ['org.x']}]);
	});

	test('of a timer itself', () => {
		expect(summaryOf('[Timer]\nOnBootSec=1min\n', 'a.timer')).toEqual({
			starts: [{when: 'after-boot', delayMs: 60_000, unit: null}],
			keeps: null,
			user: null,
			isDisabled: false,
		});
	});

	test.each<[string, string, unknown]>([
		['not', '[Service]\nExecStart=/x\n', {policy: 'no', conditions: [], delayMs: null}],
		['always', '[Service]\nRestart=always\nRestartSec=2\n', {policy: 'always', conditions: [], delayMs: 2000}],
		['after the usual pause', '[Service]\nRestart=on-failure\n', {policy: 'on-failure', conditions: [], delayMs: 100}],
		[
			'under conditions',
			'[Unit]\nStartLimitBurst=5\n[Service]\nRestart=on-failure\nRestartPreventExitStatus=255 SIGTERM\n',
			{policy: 'on-failure', conditions: ['RestartPreventExitStatus=255 SIGTERM', 'StartLimitBurst=5/10s'], delayMs: 100},
		],
		[
			'within a limit',
			'[Unit]\nStartLimitBurst=3\nStartLimitIntervalSec=60\n[Service]\nRestart=always\n',
			{policy: 'always', conditions: ['StartLimitBurst=3/60s'], delayMs: 100},
		],
		[
			'without a limit',
			'[Unit]\nStartLimitIntervalSec=0\n[Service]\nRestart=always\n',
			{policy: 'always', conditions: ['StartLimitIntervalSec=0'], delayMs: 100},
		],
		['not, as a task', '[Service]\nType=oneshot\n', null],
		['as a valid line says', '[Service]\nRestart=always\nRestart=bogus\n', {policy: 'always', conditions: [], delayMs: 100}],
	])('is kept %s', (_, text, keeps) => {
		expect(summaryOf(text)?.keeps).toEqual(keeps);
	});

	test.each([
		['[Service]\nUser=web\n', 'web'],
		['[Service]\nDynamicUser=yes\n', 'dynamic'],
		['[Service]\nDynamicUser=yes\nUser=web\n', 'web'],
		['[Service]\nUser=web\nUser=\n', null],
		['[Service]\nExecStart=/x\n', null],
	])('tells the account of %j', (text, user) => {
		expect(summaryOf(text)?.user).toBe(user);
	});

	test('is missing where the file cannot be read', () => {
		const explained = explainUnit(
			'a.service',
			[{...source('/x/a.service', ''), failure: 'denied'}, source('/x/a.service.d/b.conf', '[Service]\nUser=x\n', 'drop-in')],
			context,
		);
		expect(explained.summary).toBeNull();
		expect(explained.files.map(({failure, pieces}) => [failure, pieces.length])).toEqual([
			['denied', 0],
			[null, 2],
		]);
	});

	test('of a generated unit asks its init script', () => {
		const {summary, files} = explain('exim4.service', {
			'/run/systemd/generator.late/exim4.service': '[Unit]\nSourcePath=/etc/init.d/exim4\n[Service]\nType=forking\nRestart=no\n',
			'source:/etc/init.d/exim4': '#!/bin/sh\n### BEGIN INIT INFO\n# Provides: exim4\n# Default-Start: 2 3 4 5\n### END INIT INFO\n',
		});
		expect(summary?.starts).toEqual([{when: 'boot'}]);
		expect(files.map(({format}) => format)).toEqual(['unit', 'script']);
	});
});

describe('colours', () => {
	const parts = (text: string): readonly string[] =>
		explainOne(text).files[0]?.pieces.flatMap(({lines}) => lines.flatMap(line => line.map(part => `${part.role}:${part.text}`))) ?? [];

	test.each<[string, readonly string[]]>([
		['[Service]', ['section:[Service]']],
		['# note', ['comment:# note']],
		['User=web', ['key:User', 'punctuation:=', 'plain:web']],
		['PrivateTmp=yes', ['key:PrivateTmp', 'punctuation:=', 'boolean:yes']],
		['Nice=-5', ['key:Nice', 'punctuation:=', 'number:-5']],
		['RestartSec=1min 30s', ['key:RestartSec', 'punctuation:=', 'number:1min 30s']],
		['A="x y" z', ['key:A', 'punctuation:=', 'string:"x y"', 'plain: z']],
		["Description=The user's things", ['key:Description', 'punctuation:=', "plain:The user's things"]],
		['A=1 \\\n  2', ['key:A', 'punctuation:=', 'number:1 ', 'punctuation:\\', 'number:  2']],
		['A = b', ['key:A ', 'punctuation:=', 'plain: ', 'plain:b']],
	])('%j', (text, expected) => {
		expect(parts(text)).toEqual(expected);
	});

	test('a long line is cut where it is shown', () => {
		const [line] = linesOf(explainOne(`[Service]\nExecStart=${'x'.repeat(5000)}\n`).files[0]).slice(1);
		expect([line?.length, line?.at(-1)]).toEqual([2001, '…']);
	});
});
