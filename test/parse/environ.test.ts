import {describe, expect, test} from 'vitest';
import {parseEnviron} from '../../source/parse/environ.js';

const nothing = {
	terminal: false,
	multiplexer: false,
	ssh: false,
	shell: false,
	display: false,
	invocation: false,
	systemdExecPid: null,
	supervisedName: null,
};

const environ = (...variables: readonly string[]): string => ['PATH=/usr/bin', ...variables].map(variable => `${variable}\0`).join('');

describe('parseEnviron', () => {
	test.each([
		['TERM=xterm-256color', {terminal: true}],
		['TERM=screen', {terminal: true}],
		['TERM=linux', {}],
		['TERM=dumb', {}],
		['TERM=unknown', {}],
		['TERM=', {}],
		['TMUX=/tmp/tmux-1000/default,5,0', {multiplexer: true}],
		['STY=123.pts-0', {multiplexer: true}],
		['SSH_CONNECTION=10.0.0.1 5 10.0.0.2 22', {ssh: true}],
		['SSH_CLIENT=10.0.0.1 5 22', {ssh: true}],
		['SSH_TTY=/dev/pts/0', {ssh: true}],
		['SHLVL=1', {shell: true}],
		['DISPLAY=:0', {display: true}],
		['WAYLAND_DISPLAY=wayland-0', {display: true}],
		['INVOCATION_ID=0123456789abcdef0123456789abcdef', {invocation: true}],
		['SYSTEMD_EXEC_PID=812', {systemdExecPid: 812}],
		['SYSTEMD_EXEC_PID=x', {}],
		['SUPERVISOR_PROCESS_NAME=worker_00', {supervisedName: 'worker_00'}],
		['SUPERVISOR_PROCESS_NAME=a\u001b[2J', {supervisedName: 'a\\x1b[2J'}],
		['name=without pm2', {}],
		['XTERM=xterm', {}],
		['EMPTY=', {}],
		['VALUE=TERM=xterm', {}],
	])('reads the mark of %j', (variable, marks) => {
		expect(parseEnviron(environ(variable))).toEqual({...nothing, ...marks});
	});

	test('takes the name that pm2 gave from beside its number', () => {
		expect(parseEnviron(environ('name=api', 'pm_id=0'))?.supervisedName).toBe('api');
	});

	test('cuts a name that is endless', () => {
		expect(parseEnviron(environ(`SUPERVISOR_PROCESS_NAME=${'x'.repeat(100_000)}`))?.supervisedName).toBe(`${'x'.repeat(256)}…`);
	});

	test('keeps no value of any other variable', () => {
		const secret = 'hunter2';
		const names = ['TERM', 'TMUX', 'SSH_CONNECTION', 'SHLVL', 'DISPLAY', 'INVOCATION_ID', 'PASSWORD', 'name', 'SYSTEMD_EXEC_PID'];
		expect(JSON.stringify(parseEnviron(environ(...names.map(name => `${name}=${secret}`))))).not.toContain(secret);
	});

	test.each([
		['nothing', ''],
		['NUL only', '\0\0\0'],
		['a title', 'nginx: worker process\0\0\0\0'],
		['the end of a title', 'process /usr/sbin/nginx -g daemon off;'],
		['a value without a name', '=x\0'],
	])('tells nothing from an area that holds %s', (_, text) => {
		expect(parseEnviron(text)).toBeNull();
	});

	test.each([['worker --name=one\0\0\0'], [' --config=/etc/worker.conf']])('tells nothing from the title %j with an equals sign', text => {
		expect(parseEnviron(text)).toBeNull();
	});
});
