import {describe, expect, test} from 'vitest';
import {execProgram, initScriptPrograms, parseIniFile} from '../../source/parse/ini-file.js';

describe('parseIniFile', () => {
	test.each<[string, string, Readonly<Record<string, readonly string[]>>]>([
		['sections and keys', '[Unit]\nDescription=Web\n[Service]\nType=simple\n', {'Unit.Description': ['Web'], 'Service.Type': ['simple']}],
		['a key without a section', 'A=1\n', {'.A': ['1']}],
		['every assignment of a list', '[S]\nExecStart=/a\nExecStart=/b\n', {'S.ExecStart': ['/a', '/b']}],
		['an empty assignment as a reset', '[S]\nExecStart=/a\nExecStart=\nExecStart=/b\n', {'S.ExecStart': ['/b']}],
		['an empty assignment as nothing', '[S]\nExecStart=\n', {'S.ExecStart': []}],
		['comments', '# a=1\n; b=2\n[S]\n  # c=3\nA=1 # kept\n', {'S.A': ['1 # kept']}],
		['a line that goes on', '[S]\nExecStart=/a \\\n  --b \\\n  --c\nB=1\n', {'S.ExecStart': ['/a    --b    --c'], 'S.B': ['1']}],
		['Windows line ends', '[S]\r\nA=1\r\nB=/x \\\r\n y\r\n', {'S.A': ['1'], 'S.B': ['/x   y']}],
		['spaces around the equals sign', '[S]\n A = 1 \n', {'S.A': ['1']}],
		['an equals sign in a value', '[S]\nA=b=c\n', {'S.A': ['b=c']}],
		['a section with a space', '[D-BUS Service]\nExec=/x\n', {'D-BUS Service.Exec': ['/x']}],
		['localized keys', '[Desktop Entry]\nName[ko]=데몬\n', {'Desktop Entry.Name[ko]': ['데몬']}],
		['lines that are none', 'nonsense\n=x\n[open\n', {}],
		['nothing', '', {}],
	])('reads %s', (_, text, expected) => {
		expect(Object.fromEntries(parseIniFile(text))).toEqual(expected);
	});

	test.each([
		['a comment that ends in a backslash', '[S]\n# note \\\nA=1\n', ['1']],
		['a comment inside a line that goes on', '[S]\nA=1 \\\n# note\n2\n', ['1  2']],
	])('does not join %s with what follows', (_, text, values) => {
		expect(parseIniFile(text).get('S.A')).toEqual(values);
	});
});

describe('execProgram', () => {
	test.each([
		['/usr/sbin/nginx -g "daemon off;"', '/usr/sbin/nginx'],
		['nginx', 'nginx'],
		['-/usr/bin/a', '/usr/bin/a'],
		['@/usr/bin/a b', '/usr/bin/a'],
		['+!!/usr/bin/a', '/usr/bin/a'],
		['|/usr/bin/a', '/usr/bin/a'],
		['-:/usr/bin/a', '/usr/bin/a'],
		['"/opt/my app/run" --x', '/opt/my app/run'],
		["'/opt/my app/run' --x", '/opt/my app/run'],
		['"-/opt/my app/run"', '/opt/my app/run'],
		['/usr/bin/python3 /usr/bin/fail2ban-server -x', '/usr/bin/fail2ban-server'],
		['/usr/bin/python3 -O -u /opt/x.py', '/opt/x.py'],
		['/usr/bin/env node /opt/app/server.js', '/opt/app/server.js'],
		['/bin/sh /etc/x.sh', '/etc/x.sh'],
		['/usr/bin/env /usr/bin/python3 /opt/x.py', '/opt/x.py'],
		['/usr/bin/java -jar /opt/x.jar', '/opt/x.jar'],
		['/bin/sh', null],
		['/bin/sh -c "exec something"', null],
		['/usr/bin/env', null],
		['/usr/bin/sleep 5', null],
		['/usr/bin/python3 -m http.server', null],
		['', null],
		['   ', null],
		['-', null],
		['%h/bin/run', '%h/bin/run'],
	])('starts with %s the program %s', (line, program) => {
		expect(execProgram(line)).toBe(program);
	});

	test('takes quotes that stand behind a prefix', () => {
		expect(execProgram('-"/opt/my app/run" --x')).toBe('/opt/my app/run');
	});

	test.each([
		["/bin/sh -c '/usr/sbin/foo --bar'", ['/usr/sbin/foo', null]],
		['/bin/sh -c "run-it" /dev/null', [null]],
	])('does not take arguments for the program in %s', (line, programs) => {
		expect(programs).toContain(execProgram(line));
	});
});

describe('initScriptPrograms', () => {
	test.each<[string, string, readonly string[]]>([
		['a variable', 'DAEMON=/usr/sbin/cron\n', ['/usr/sbin/cron']],
		['quotes', 'DAEMON="/usr/sbin/cron"\nSSHD_BIN=\'/usr/sbin/sshd\'\n', ['/usr/sbin/cron', '/usr/sbin/sshd']],
		['an exported variable with a comment', '\texport DAEMON=/usr/sbin/cron # the daemon\n', ['/usr/sbin/cron']],
		['the command of OpenRC', 'command="/usr/sbin/sshd"\ncommand_args="-D"\n', ['/usr/sbin/sshd']],
		['arguments of start-stop-daemon', 'start-stop-daemon --start --exec /usr/sbin/x --\n', ['/usr/sbin/x']],
		['an argument with an equals sign', 'start-stop-daemon --exec=/usr/sbin/x\n', ['/usr/sbin/x']],
		['each program once', 'DAEMON=/a/b\nstart-stop-daemon --exec /a/b\n', ['/a/b']],
		['no interpreters', 'DAEMON=/usr/bin/python3\nDAEMON=/bin/sh\n', []],
		['no values made of others', 'DAEMON=$PREFIX/sbin/x\nDAEMON=`which x`\n', []],
		['a variable within a path', 'NAME=cron\nDAEMON=/usr/sbin/$NAME\n', ['/usr/sbin/cron']],
		['a variable in braces', 'NAME="cron"\nstart-stop-daemon --exec /usr/sbin/${NAME}d\n', ['/usr/sbin/crond']],
		['the name of the script where none is assigned', 'DAEMON=/usr/sbin/$NAME\n', ['/usr/sbin/script']],
		['no folder where a variable is unknown', 'DAEMON=/usr/sbin/$OTHER\n', []],
		['no other variables', 'PATH=/usr/bin\nNAME=/x\n', []],
		['nothing', '', []],
	])('finds %s', (_, text, programs) => {
		expect(initScriptPrograms(text, 'script')).toEqual(programs);
	});
});
