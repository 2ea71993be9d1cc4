import {describe, expect, test} from 'vitest';
import {parsePasswd} from '../../source/parse/passwd.js';

describe('parsePasswd', () => {
	test.each<[string, string, readonly (readonly [number, string])[]]>([
		[
			'users',
			'root:x:0:0:root:/root:/bin/bash\nann:x:1000:1000:Ann,,,:/home/ann:/bin/sh\n',
			[
				[0, 'root'],
				[1000, 'ann'],
			],
		],
		['a uid with two names', 'root:x:0:0:::\ntoor:x:0:0:::\n', [[0, 'root']]],
		['a last line without a newline', 'ann:x:1000:1000:::', [[1000, 'ann']]],
		['NIS lines', '+::::::\n+@group::::::\n-bob::::::\n', []],
		['comments and blanks', '# ann:x\n\n:x:5:5:::\n', []],
		['a uid that is no number', 'ann:x:abc:1:::\nbob:x:-1:1:::\neve:x:1e3:1:::\n', []],
		['the largest uid', 'nobody:x:4294967294:65534:::', [[4294967294, 'nobody']]],
		['a name with an escape sequence', 'a\u001b[2J:x:5:5:::', [[5, 'a\\x1b[2J']]],
		['a Hangul name', '앤:x:1000:1000:::', [[1000, '앤']]],
		['nothing', '', []],
	])('reads %s', (_, text, names) => {
		expect([...parsePasswd(text)]).toEqual(names);
	});
});
