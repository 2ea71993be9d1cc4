import {describe, expect, test} from 'vitest';
import {explainScript} from '../../source/explain/init-script.js';
import {isLinearFor, leaks, throwing, units} from '../parse/hostile-laws.js';
import {context, linesOf, noteText, source} from './explained-unit.js';

const script = `#!/bin/sh
### BEGIN INIT INFO
# Provides:          webd
# Required-Start:    $remote_fs $network
# Should-Start:      postgresql
# Default-Start:     2 3 4 5
# Default-Stop:      0 1 6
# Short-Description: serves things
# Description:       Serves things
#  and more of them.
# X-Unheard-Of:      x
### END INIT INFO
. /lib/lsb/init-functions
NAME=webd
DAEMON=/usr/sbin/$NAME
PIDFILE="/run/\${NAME}.pid" # where
DB_PASSWORD=hunter2
[ -r /etc/default/$NAME ] && . /etc/default/$NAME
case "$1" in
	start)
		start-stop-daemon --start --exec $DAEMON
		;;
	reload|force-reload)
		start-stop-daemon --stop --signal HUP --pidfile $PIDFILE
		;;
esac
`;

const saidOf = (text: string): readonly (readonly [string, string | null])[] =>
	explainScript(text, context).pieces.flatMap(piece => (piece.note ? [[piece.note.key, noteText(piece)] as const] : []));

const starts = (text: string): unknown => explainScript(text, context).starts;

describe('an init script', () => {
	test('is explained by its header, its variables, what it reads in and what it does', () => {
		expect(saidOf(script)).toEqual([
			['#!', 'A script, run by /bin/sh.'],
			['BEGIN INIT INFO', 'From here on the script tells the system about itself.'],
			['Provides', 'What it is called when others depend on it: webd.'],
			['Required-Start', 'Starts only after $remote_fs (network disks are mounted) and $network (the network is set up).'],
			['Should-Start', 'Starts after postgresql, where those are there.'],
			['Default-Start', 'Started at ordinary running (runlevels 2, 3, 4, 5), once enabled.'],
			['Default-Stop', 'Stopped at switching off, rescue and restart.'],
			['Short-Description', 'What it is, in one line.'],
			['Description', 'What it is, at more length.'],
			['END INIT INFO', 'End of what the script tells about itself.'],
			['.', 'Reads in the functions that init scripts share: messages, PID files, finding processes.'],
			['NAME', 'The name of its program: webd.'],
			['DAEMON', 'The program it starts: /usr/sbin/webd.'],
			['PIDFILE', 'The number of the running process is kept in /run/webd.pid: so the script finds it again.'],
			['.', 'Reads in settings that the administrator may change: /etc/default/webd.'],
			['case', 'What the script does depends on its first argument: start, stop and so on.'],
			['start', 'Asked for start, it starts it.'],
			['start-stop-daemon', 'Starts the program, unless it runs already.'],
			['reload|force-reload', 'Asked for reload and force-reload, it makes it read its settings again.'],
			['start-stop-daemon', 'Sends SIGHUP to the program, found by its PID file or its path.'],
		]);
	});

	test.each([
		['UMASK=022', 'Permissions taken away from new files: 022.'],
		[
			'start-stop-daemon --start --exec /x --test > /dev/null || return 1',
			'Only looks whether the program would have to be started; starts nothing.',
		],
		['start-stop-daemon -S -x /x -t', 'Only looks whether the program would have to be started; starts nothing.'],
		['start-stop-daemon --start --exec /x -- --test', 'Starts the program, unless it runs already.'],
		['start-stop-daemon --stop --test --pidfile /p', 'Only looks whether the program runs.'],
		['start-stop-daemon --stop --signal 0 --pidfile /p', 'Only looks whether the program runs.'],
		['start-stop-daemon --stop --signal 1 --pidfile /p', 'Sends SIGHUP to the program, found by its PID file or its path.'],
		['start-stop-daemon --stop --signal 15 --pidfile /p', 'Ends the program, found by its PID file or its path.'],
		['start-stop-daemon -K -s 34 -p /p', 'Sends signal 34 to the program, found by its PID file or its path.'],
		['start-stop-daemon --stop --retry=TERM/30/KILL/5 --exec /x', 'Ends the program, found by its PID file or its path.'],
	])('says of %s what it does', (line, expected) => {
		expect(saidOf(`#!/bin/sh\n${line}\n`).at(-1)?.[1]).toBe(expected);
	});

	test('keeps every line', () => {
		const {pieces, isCut} = explainScript(script, context);
		const file = {...source('/etc/init.d/webd', ''), format: 'script' as const, detail: null, pieces};
		expect(linesOf(file)).toEqual(
			script
				.split('\n')
				.slice(0, -1)
				.map(line => line.replaceAll('\t', '    ')),
		);
		expect(isCut).toBe(false);
	});

	test('keeps the lines of a description together', () => {
		const piece = explainScript(script, context).pieces.find(({note}) => note?.key === 'Description');
		expect(piece?.lines.length).toBe(2);
	});

	test('covers what looks like a secret', () => {
		const parts = explainScript(`${script}# ADMIN_TOKEN=abc123\n/usr/bin/x --password=hunter3\n`, context).pieces.flatMap(({lines}) =>
			lines.flat(),
		);
		expect(parts.filter(({isSecret}) => isSecret).map(({text}) => text)).toEqual(['hunter2', 'abc123', 'hunter3']);
	});

	test('is coloured', () => {
		const [line] = explainScript('export A="x y" # note', context).pieces[0]?.lines ?? [];
		expect(line?.map(({role, text}) => `${role}:${text}`)).toEqual([
			'plain:export ',
			'key:A',
			'plain:=',
			'string:"x y"',
			'plain: ',
			'comment:# note',
		]);
	});

	test.each<[string, unknown]>([
		[script, [{when: 'boot'}]],
		['#!/bin/sh\n### BEGIN INIT INFO\n# Default-Start:\n### END INIT INFO\n', []],
		['#!/bin/sh\n# chkconfig: 345 20 80\n', [{when: 'boot'}]],
		['#!/bin/sh\n# chkconfig: - 20 80\n', []],
		['#!/bin/sh\n', []],
	])('starts as it says: %#', (text, expected) => {
		expect(starts(text)).toEqual(expected);
	});

	test('never throws and lets nothing unsafe through', () => {
		const explain = (text: string): unknown => explainScript(text, context);
		expect(throwing(explain)).toEqual([]);
		expect(leaks(explain)).toEqual([]);
	});

	test.each([...units, '# x: y\n', '### BEGIN INIT INFO\n', 'A=$B\n', '"#" #', '. /x;', 'x)\n', '://'])(
		'takes time in proportion to the length of %j',
		unit => {
			expect(isLinearFor(text => explainScript(text, context), unit, 2000)).toBe(true);
		},
	);
});
