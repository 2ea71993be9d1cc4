import fs from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {unitChoices} from '../../source/explain/unit-choices.js';
import {directiveIds, directiveOf} from '../../source/explain/unit-directives.js';
import {isTaken} from '../../source/explain/unit-validity.js';
import {unitValue} from '../../source/explain/unit-value.js';
import {systemdDirectives} from '../../source/text/en/systemd-directives.js';
import {context, now, say, words} from './explained-unit.js';

const table = path.resolve(import.meta.dirname, '../../../shared/knowledge/systemd-directives.tsv');

const ofUser = ['Runtime', 'State', 'Cache', 'Logs', 'Configuration'].map(name => `Exec.${name}Directory.user`);

/** Kinds of which the words look closer than what decides which line counts. */
const finer = new Set(['number', 'amount', 'words', 'lines', 'text', 'condition', 'credential', 'command', 'environment', 'units']);

const sample = (id: string, text: string): string => words[id]?.(unitValue(text, {id, kind: 'words'}, context), now) ?? '';

describe('every directive', () => {
	test('has words, and other words are those of scripts', () => {
		expect(directiveIds.filter(id => !(id in systemdDirectives))).toEqual([]);
		const known = new Set([...directiveIds, 'Vendor', 'Service.SecondExecStart', ...ofUser]);
		expect(Object.keys(systemdDirectives).filter(id => !known.has(id) && !/^(?:Lsb|Chkconfig|Script)\./.test(id))).toEqual([]);
	});

	test.skipIf(!fs.existsSync(table))('of the table of directives is known where it says', () => {
		const rows = fs
			.readFileSync(table, 'utf8')
			.split('\n')
			.slice(1)
			.filter(row => row !== '')
			.map(row => row.split('\t'));
		expect(rows.length).toBeGreaterThan(200);
		expect(rows.map(([section, name]) => `${section}.${name}`).filter(id => !directiveIds.includes(id))).toEqual([]);
	});

	test('of kind choice has a list of its values, and a sentence for each', () => {
		const listed = directiveIds.filter(id => id.includes('.') && unitChoices.has(id));
		expect([...unitChoices.keys()].filter(id => !directiveIds.includes(id))).toEqual([]);
		for (const id of listed) {
			for (const word of unitChoices.get(id) ?? []) {
				expect(`${id}=${word}: ${sample(id, word)}`).not.toContain('not a value systemd knows');
			}

			expect(sample(id, 'no-such-word')).toBe('no-such-word is not a value systemd knows here.');
		}
	});

	test('says of a value that systemd ignores that it does', () => {
		const disagreeing = directiveIds.flatMap(id => {
			const directive = directiveOf(id);
			return ['', 'no-such/word', 'yes', '5', '5min', '0644', '/x', 'null', 'SIGTERM', 'daily'].flatMap(text => {
				const value = directive && unitValue(text, directive, context);
				const sentence = value ? (words[id]?.(value, now) ?? '') : '';
				const isIgnored = /^Ignored|not a value systemd knows/.test(sentence);
				const isAgreed = directive && value && isIgnored !== isTaken(directive, value);
				return isAgreed || (isIgnored && text !== '' && directive && finer.has(directive.kind)) ? [] : [`${id}=${text}: ${sentence}`];
			});
		});
		expect(disagreeing).toEqual([]);
	});

	test.each(Object.keys(systemdDirectives))('%s says a short sentence for any value', id => {
		for (const text of [
			'',
			'x',
			'1',
			'0',
			'-1',
			'yes',
			'no',
			'infinity',
			'5min',
			'0644',
			'~a b',
			'/a /b',
			'-',
			':',
			'=',
			'a:b',
			'%',
			'man:',
			'99999999999999999999999',
			'|!',
			'•••',
		]) {
			const sentence = sample(id, text);
			expect(sentence.endsWith('not a value systemd knows here.') || /^[A-Z0-9].*\.$/.test(sentence)).toBe(true);
			expect(sentence.length).toBeLessThan(330);
			expect(sentence).not.toMatch(/undefined|(?<!\/dev\/)null|NaN|\[object| {2}|\.\.$/);
		}
	});

	test.each(Object.keys(systemdDirectives))('%s stays short for a long value', id => {
		expect(sample(id, 'word/with:many=parts '.repeat(500)).length).toBeLessThan(1000);
	});
});

describe('the meaning of a value', () => {
	test.each<[string, string, string]>([
		[
			'Unit',
			'After=network.target',
			'Where both start, this one waits for network.target (networking is being managed). Starts nothing by itself.',
		],
		['Unit', 'Conflicts=shutdown.target', 'Stopped at shutdown.'],
		['Unit', 'BindsTo=dev-sda.device', 'Runs only as long as the device is there: dev-sda.device.'],
		['Unit', 'After=', 'Does nothing: what a unit depends on cannot be taken back, only added to.'],
		['Unit', 'Documentation=man:cron(8) https://x.org/', 'Its documentation: man 8 cron and https://x.org/.'],
		['Unit', 'ConditionPathExists=!/etc/x', 'Starts only if there is no /etc/x; else it is skipped quietly.'],
		[
			'Unit',
			'ConditionPathExists=|/etc/x',
			'Starts only if /etc/x exists, or if another check marked | holds; else it is skipped quietly.',
		],
		['Unit', 'AssertPathExists=/etc/x', 'Starts only if /etc/x exists; else its start fails with an error.'],
		['Unit', 'ConditionVirtualization=!container', 'Starts only outside a container; else it is skipped quietly.'],
		['Unit', 'ConditionACPower=false', 'Starts only on battery; else it is skipped quietly.'],
		['Unit', 'ConditionHost=', 'Takes back all Condition…= lines above, of every kind.'],
		['Service', 'Type=oneshot', 'A task: runs to its end, and what comes after it waits for that.'],
		['Service', 'Type=bogus', 'bogus is not a value systemd knows here.'],
		['Service', 'Type=', 'Ignored: the value is missing, and what was set before stays.'],
		[
			'Service',
			'Restart=on-failure',
			'Started again after a crash, an error code, a time-out or a hang; not after a clean stop or SIGTERM.',
		],
		['Service', 'RestartSec=2', 'Waits 2 seconds before it is started again.'],
		['Service', 'RestartSec=500us', 'Waits 500 µs before it is started again.'],
		[
			'Service',
			'ExecStart=/usr/sbin/cron -f $EXTRA_OPTS',
			'The service itself: runs /usr/sbin/cron. Words with $ are filled in from its environment.',
		],
		['Service', 'ExecStart=:/bin/x $A', 'The service itself: runs /bin/x. Variables in it are not filled in (:).'],
		['Service', 'ExecStart=@/bin/x y', 'The service itself: runs /bin/x. Its second word is the name that it goes by (@).'],
		['Service', "ExecStart=/bin/sh -c 'a; b'", 'The service itself: runs a line of shell.'],
		[
			'Service',
			'ExecStartPre=-+/bin/x',
			'Before the start: runs /bin/x. It does not matter if it fails (-). Runs with full rights, whatever else is set here (+).',
		],
		['Service', 'ExecStartPre=/bin/x', 'Before the start: runs /bin/x. If that fails, the start fails.'],
		['Service', 'ExecReload=/bin/kill -HUP $MAINPID', 'To re-read its settings, its main process is sent SIGHUP.'],
		['Service', 'ExecReload=/bin/kill -s USR1 ${MAINPID}', 'To re-read its settings, its main process is sent SIGUSR1.'],
		['Service', 'ExecStart=', 'Takes back the commands that were set before.'],
		['Service', 'RestartPreventExitStatus=255', 'After exit code 255 it is not started again.'],
		['Service', 'KillMode=mixed', 'On stop, only its main process is asked to end; what is left then is killed.'],
		['Service', 'User=web', 'Runs as the user web, not as root.'],
		['Service', 'Environment="A=1 2" B=3', 'Sets the variables A and B.'],
		['Service', 'EnvironmentFile=-/etc/default/x', 'Reads variables from /etc/default/x, if that file is there.'],
		['Service', 'UMask=0077', 'The group and all others may not read, write or execute new files.'],
		['Service', 'Nice=5', 'Steps back for others (nice 5 of 19).'],
		['Service', 'Nice=50', '50 is not a value systemd knows here.'],
		['Service', 'OOMScoreAdjust=-1000', 'Never killed when memory runs out.'],
		['Service', 'ProtectSystem=true', 'Cannot write to /usr and the boot folders.'],
		['Service', 'ProtectHome=tmpfs', 'Home folders look empty to it, and what it writes there is thrown away.'],
		['Service', 'StandardOutput=append:/var/log/x', 'Its output goes to the end of the file /var/log/x.'],
		['Service', 'StandardOutput=elsewhere', 'elsewhere is not a value systemd knows here.'],
		['Service', 'LimitNOFILE=1024:524288', 'Each process may have 1024 files and sockets open. It may change that itself, up to 524288.'],
		['Service', 'LimitCORE=infinity', 'After a crash it leaves a whole core dump.'],
		['Service', 'MemoryMax=64M', 'May use 64M of memory; when it needs more, its processes are killed.'],
		['Service', 'MemoryMax=10%', 'May use 10 % of all memory; when it needs more, its processes are killed.'],
		['Service', 'CPUQuota=150%', 'May use 150 % of one processor at most, that is 1.5 processors.'],
		['Service', 'TasksMax=33%', 'May have 33 % of the processes and threads that the system allows at most.'],
		[
			'Service',
			'SystemCallFilter=~@mount @reboot',
			'May not use these calls to the kernel: @mount (mounting) and @reboot (restarting the computer).',
		],
		[
			'Service',
			'SystemCallFilter=@system-service',
			'May use only these calls to the kernel: @system-service (what ordinary services need).',
		],
		['Service', 'CapabilityBoundingSet=', 'Can have no rights of root at all, unless further lines name some.'],
		['Service', 'CapabilityBoundingSet=~CAP_SYS_TIME', 'Can never have these rights of root: CAP_SYS_TIME (set the clock).'],
		['Service', 'RestrictNamespaces=~user', 'May not make isolated views, as containers have, of accounts.'],
		['Unit', 'ConditionVirtualization=!no', 'Starts only in a virtual machine or a container; else it is skipped quietly.'],
		['Unit', 'ConditionVirtualization=!yes', 'Starts only on real hardware; else it is skipped quietly.'],
		['Unit', 'AssertHost=', 'Takes back all Assert…= lines above, of every kind.'],
		['Unit', 'ConditionControlGroupController=v2', 'Starts only if control groups are of version 2; else it is skipped quietly.'],
		['Unit', 'ConditionControlGroupController=!v1', 'Starts only if control groups are not of version 1; else it is skipped quietly.'],
		['Unit', 'ConditionControlGroupController=cpu', 'Starts only if the controller cpu can be used; else it is skipped quietly.'],
		[
			'Unit',
			'ConditionControlGroupController=!cpu memory',
			'Starts only if not all of the controllers cpu and memory can be used; else it is skipped quietly.',
		],
		['Unit', 'ConditionCPUs=!>=4', 'Starts only if the number of processors is not >=4; else it is skipped quietly.'],
		['Unit', 'ConditionCPUs=!4', 'Starts only if the number of processors is less than 4; else it is skipped quietly.'],
		['Unit', 'ConditionOSRelease=!ID=debian', "Starts only if the system's os-release does not say ID=debian; else it is skipped quietly."],
		['Unit', 'ConditionMemory=4G', 'Starts only if the computer has at least 4G of memory; else it is skipped quietly.'],
		['Unit', 'ConditionMemory=!4G', 'Starts only if the computer has less than 4G of memory; else it is skipped quietly.'],
		['Unit', 'ConditionMemory=!>=4G', 'Starts only if the memory is not >=4G; else it is skipped quietly.'],
		['Service', 'RestartSec=1.5', 'Waits 1.5 seconds before it is started again.'],
		['Service', 'RestartSec=1d 2h 3min', 'Waits 1 day 2 hours 3 minutes before it is started again.'],
		['Service', 'RestartSec=1d 2h 3min 4s', 'Waits about 1 day 2 hours before it is started again.'],
		['Service', 'RestartSec=2y 1d', 'Waits about 2 years before it is started again.'],
		['Service', 'RestartSec=1y', 'Waits 1 year before it is started again.'],
		['Service', 'WatchdogSec=1500ms', 'Must report in at least every 1.5 seconds, else it counts as hung and is aborted.'],
		['Service', 'LimitRTTIME=1500', 'In real time it may run 1.5 ms without a pause, then it is ended.'],
		['Service', 'MemoryMax=1500K', 'May use 1500K of memory; when it needs more, its processes are killed.'],
		['Service', 'MemoryMax=10.5G', 'May use 10.5G of memory; when it needs more, its processes are killed.'],
		['Service', 'MemoryMax=1000', 'May use 1000 bytes of memory; when it needs more, its processes are killed.'],
		['Service', 'MemoryMax=1500000', 'May use about 1.4M of memory; when it needs more, its processes are killed.'],
		['Service', 'CapabilityBoundingSet=~', 'May have all rights of root; takes back what was set before.'],
		['Service', 'AmbientCapabilities=~', 'Has all rights of root, although it is not root.'],
		['Service', 'SystemCallFilter=~', 'Names nothing to forbid.'],
		['Service', 'SystemCallLog=~', 'All calls to the kernel are logged.'],
		['Service', 'RestrictAddressFamilies=~', 'Names nothing to forbid.'],
		['Service', 'RestrictNamespaces=~', 'Names nothing to forbid.'],
		['Service', 'RestrictFileSystems=~', 'Names nothing to forbid.'],
		[
			'Service',
			'CapabilityBoundingSet=CAP_SYS_RESOURCE CAP_MAC_OVERRIDE',
			'Of the rights of root it can have at most: CAP_SYS_RESOURCE (exceed limits) and CAP_MAC_OVERRIDE (bypass security rules).',
		],
		['Service', 'StandardOutput=inherit', 'Its output goes where its input comes from; without an input (the default) it is thrown away.'],
		[
			'Service',
			'ExecStart=!/bin/x',
			'The service itself: runs /bin/x. Runs as the account of the manager, not that of User= and Group=; all other restrictions hold (!).',
		],
		[
			'Service',
			'ExecStart=!!/bin/x',
			'The service itself: runs /bin/x. The same as !, but only where the kernel cannot hand over capabilities (!!).',
		],
		['Service', 'ExecStart=/bin/x $$A $${B}', 'The service itself: runs /bin/x.'],
		['Service', 'ExecStart=/bin/x $$$A', 'The service itself: runs /bin/x. Words with $ are filled in from its environment.'],
		['Service', 'ProtectHostname=private:foo', 'May change the name of the computer for itself only; it starts as foo.'],
		['Service', 'ProtectHostname=yes:foo', 'May not change the name of the computer, which is foo for it.'],
		['Service', 'ProtectHostname=no:foo', 'no:foo is not a value systemd knows here.'],
		['Service', 'MemoryPressureWatch=yes', 'Told when memory gets short.'],
		['Service', 'MemoryPressureWatch=false', 'Told not to watch for memory getting short.'],
		['Service', 'SyslogLevel=3', 'Its lines in the log count as: error.'],
		['Service', 'LogLevelMax=0', 'What is less important than this is not logged: emergency.'],
		['Service', 'LogLevelMax=8', '8 is not a value systemd knows here.'],
		['Service', 'TasksMax=33.5%', 'May have 33.5 % of the processes and threads that the system allows at most.'],
		['Service', 'StateDirectoryMode=0700', 'Its state folder: only the owner may read, write and execute.'],
		['Service', 'CacheDirectoryMode=0700', 'Its cache folder: only the owner may read, write and execute.'],
		['Service', 'LogsDirectoryMode=0700', 'Its log folder: only the owner may read, write and execute.'],
		['Service', 'ConfigurationDirectoryMode=0700', 'Its configuration folder: only the owner may read, write and execute.'],
		['Service', 'WorkingDirectory=', "Starts in /, or for a user's service in the home folder."],
		['Service', 'LimitNPROC=64', 'Its user may have 64 processes and threads in all. Not enforced for root.'],
		['Service', 'LimitNOFILE=1024:infinity', 'Each process may have 1024 files and sockets open. It may raise that itself without limit.'],
		['Service', 'LimitFSIZE=10M', 'Each file it writes may be 10M at most.'],
		['Service', 'LimitNICE=25', 'It may raise its own priority up to nice -5.'],
		['Service', 'LimitNICE=0', 'It may raise its own priority up to nice 19.'],
		['Service', 'LimitNICE=+5:-10', 'It may raise its own priority up to nice 5. It may change that itself, up to nice -10.'],
		['Service', 'LimitNICE=infinity', 'infinity is not a value systemd knows here.'],
		['Service', 'SyslogFacility=16', 'Its lines in the log belong to the group local0.'],
		['Service', 'LimitNICE=41', '41 is not a value systemd knows here.'],
		['Service', 'CPUWeight=80', 'Where the processor is scarce it gets 80 % of the share of others (80; 100 is usual).'],
		['Service', 'CPUWeight=150', 'Where the processor is scarce it gets 1.5 times the share of others (150; 100 is usual).'],
		['Service', 'IOReadBandwidthMax=/dev/sda 5M', 'May read from /dev/sda at 5M bytes a second at most.'],
		['Service', 'RestrictNetworkInterfaces=~ eth0 eth1', 'May not use the network interfaces eth0 and eth1.'],
		['Service', 'RestrictNetworkInterfaces=~eth0', 'May not use the network interface eth0.'],
		['Service', 'RestrictNetworkInterfaces=eth0', 'May use only the network interface eth0.'],
		['Service', 'LogRateLimitIntervalSec=infinity', 'Its lines in the log are counted over an unlimited time; too many are dropped.'],
		['Install', 'WantedBy=multi-user.target', 'Started at boot, in the ordinary multi-user system, once enabled.'],
		['Install', 'Alias=dbus-org.x.service', 'Once enabled it is started by whoever calls org.x on D-Bus.'],
	])('[%s] %s', (section, line, expected) => {
		expect(say(section, line)).toBe(expected);
	});

	test.each<[string, string]>([
		['ListenStream=22', 'Waits for connections on TCP port 22, on all addresses.'],
		['ListenStream=127.0.0.1:18080', 'Waits for connections on TCP port 18080, on 127.0.0.1, from this computer only.'],
		['ListenStream=0.0.0.0:80', 'Waits for connections on TCP port 80, on all IPv4 addresses.'],
		['ListenStream=[::]:80', 'Waits for connections on TCP port 80, on all addresses.'],
		['ListenStream=/run/x.sock', 'Waits for connections at the socket file /run/x.sock.'],
		['ListenStream=@x', 'Waits for connections at the local name @x, which is no file.'],
		['ListenDatagram=514', 'Waits for messages on UDP port 514, on all addresses.'],
		['SocketMode=0660', 'The socket file: only the owner and the group may read and write. To connect takes the right to write.'],
		['SocketMode=999', '999 is not a value systemd knows here.'],
		['BindIPv6Only=yes', 'An IPv6 address takes IPv6 only.'],
		['BindIPv6Only=no', 'An IPv6 address also takes IPv4.'],
		['KeepAliveIntervalSec=infinity', 'The check is not repeated.'],
		['KeepAliveTimeSec=infinity', 'The check begins after an unlimited time of silence.'],
		['Accept=yes', 'Each connection is served by a process of its own, an instance of the service.'],
		['MemoryMax=64M', 'May use 64M of memory; when it needs more, its processes are killed.'],
	])('[Socket] %s', (line, expected) => {
		expect(say('Socket', line, 'a.socket')).toBe(expected);
	});

	test('a time that the calendar cannot have is never due', () => {
		const value = unitValue('daily', directiveOf('Timer.OnCalendar'), context);
		const calendar = value.calendar.map(event => ({...event, hours: []}));
		expect(words['Timer.OnCalendar']?.({...value, calendar, nextAt: null}, now)).toBe('Never due.');
	});

	test.each<[string, string]>([
		['OnCalendar=*-*-* 6,18:00', 'Due every day at 06:00 and 18:00. Next: today 18:00.'],
		['OnCalendar=2001-01-01', 'It never comes again.'],
		['OnCalendar=2001-01~01', 'It never comes again.'],
		['OnCalendar=Mon 2001-01-02', 'It never comes.'],
		['OnCalendar=*-02-30', 'It never comes.'],
		['OnCalendar=2001-02-30', 'It never comes.'],
		['OnUnitActiveSec=1month', 'Due 1 month after the last start of what it starts.'],
		['OnBootSec=infinity', 'Never due.'],
		['AccuracySec=infinity', 'May be up to an unlimited time late, so that several timers can share one wake-up.'],
		['RandomizedDelaySec=infinity', 'Waits a random time of up to an unlimited time more, so that not all computers start at once.'],
		['OnCalendar=sometimes', 'sometimes is not a value systemd knows here.'],
		['OnBootSec=15min', 'Due 15 minutes after boot.'],
		['OnUnitActiveSec=1d', 'Due 1 day after the last start of what it starts.'],
		['Persistent=yes', 'A time that was missed while the computer was off is made up for.'],
		['Unit=a.service', 'Starts a.service.'],
	])('[Timer] %s', (line, expected) => {
		expect(say('Timer', line, 'a.timer')).toContain(expected);
	});
});
