import {describe, expect, test} from 'vitest';
import {parseCmdline} from '../../source/parse/cmdline.js';

describe('parseCmdline', () => {
	test.each<[string, string, readonly string[]]>([
		['arguments', 'nginx\0-g\0daemon off;\0', ['nginx', '-g', 'daemon off;']],
		['one argument', '/sbin/init\0', ['/sbin/init']],
		['arguments without a last NUL', 'sleep\x0030', ['sleep', '30']],
		['an empty argument in the middle', 'grep\0\0file\0', ['grep', '', 'file']],
		['an empty first argument', '\0-x\0', ['', '-x']],
		['a rewritten title', 'nginx: master process /usr/sbin/nginx', ['nginx: master process /usr/sbin/nginx']],
		['a title padded with NUL', `postgres: checkpointer${'\0'.repeat(300)}`, ['postgres: checkpointer']],
		['a title padded with spaces', `sshd: ann [priv]${' '.repeat(60)}`, ['sshd: ann [priv]']],
		['a title padded with both', 'php-fpm: pool www  \0\0 \0', ['php-fpm: pool www']],
		['nothing (kernel thread, zombie)', '', []],
		['spaces only', '   ', []],
		['a lone NUL (an empty argv[0])', '\0', ['']],
		['control characters', 'a\u001b[2J\0b\nc\0', ['a\\x1b[2J', 'b\\nc']],
		['Hangul', '데몬\0--이름\0', ['데몬', '--이름']],
	])('reads %s', (_, text, args) => {
		expect(parseCmdline(text)).toEqual(args);
	});
});
