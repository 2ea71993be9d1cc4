import {describe, expect, test} from 'vitest';
import {parseQuery} from '../../source/store/query.js';

const text = (value: string, isNegated = false) => ({type: 'text', value, isNegated});

describe('a query', () => {
	test.each<[string, readonly object[]]>([
		['', []],
		['   ', []],
		['nginx', [text('nginx')]],
		['NGINX Worker', [text('nginx'), text('worker')]],
		['!bash', [text('bash', true)]],
		['a !b c', [text('a'), text('b', true), text('c')]],
		['!!a', [text('!a', true)]],
		['"two words"', [text('two words')]],
		['"kind:daemon"', [text('kind:daemon')]],
		['"cpu>5"', [text('cpu>5')]],
		['!"two words"', [text('two words', true)]],
		['"!a"', [text('!a')]],
		['""', []],
		['a "" b', [text('a'), text('b')]],
		['데몬', [text('데몬')]],
		['데몬'.normalize('NFD'), [text('데몬')]],
		['kind:daemon', [{type: 'kind', kinds: ['daemon'], isNegated: false}]],
		['!kind:kernel', [{type: 'kind', kinds: ['kernel'], isNegated: true}]],
		['kind:app', [{type: 'kind', kinds: ['app'], isNegated: false}]],
		['kind:app-', [{type: 'kind', kinds: ['app-helper', 'app-extension'], isNegated: false}]],
		['kind:DAEMON', [{type: 'kind', kinds: ['daemon'], isNegated: false}]],
		['tag:listens', [{type: 'tag', tags: ['listens'], isNegated: false}]],
		['tag:w', [{type: 'tag', tags: ['worker'], isNegated: false}]],
		['user:Root', [{type: 'user', value: 'root', isNegated: false}]],
		['user:', [{type: 'user', value: '', isNegated: false}]],
		['service:ssh', [{type: 'service', value: 'ssh', isNegated: false}]],
		['service:"a b"', [{type: 'service', value: 'a b', isNegated: false}]],
		['!service:"a b"', [{type: 'service', value: 'a b', isNegated: true}]],
		['port:5432', [{type: 'port', port: 5432, isNegated: false}]],
		[':5432', [{type: 'port', port: 5432, isNegated: false}]],
		['!:22', [{type: 'port', port: 22, isNegated: true}]],
		['pid:1', [{type: 'pid', pid: 1, isNegated: false}]],
		['cpu>5', [{type: 'cpu', comparison: '>', percent: 5, isNegated: false}]],
		['cpu<0.5', [{type: 'cpu', comparison: '<', percent: 0.5, isNegated: false}]],
		['cpu>=5%', [{type: 'cpu', comparison: '>=', percent: 5, isNegated: false}]],
		['!cpu=0', [{type: 'cpu', comparison: '=', percent: 0, isNegated: true}]],
		['mem>100M', [{type: 'mem', comparison: '>', bytes: 100 * 1024 ** 2, isNegated: false}]],
		['mem<=1.5g', [{type: 'mem', comparison: '<=', bytes: 1.5 * 1024 ** 3, isNegated: false}]],
		['mem>4096', [{type: 'mem', comparison: '>', bytes: 4096, isNegated: false}]],
		['mem>2KiB', [{type: 'mem', comparison: '>', bytes: 2048, isNegated: false}]],
		['mem>2kb', [{type: 'mem', comparison: '>', bytes: 2048, isNegated: false}]],
		['mem>.5T', [{type: 'mem', comparison: '>', bytes: 0.5 * 1024 ** 4, isNegated: false}]],
		['mem>5.', [{type: 'mem', comparison: '>', bytes: 5, isNegated: false}]],
		// what only looks like a field is text
		['http://x', [text('http://x')]],
		['colour:red', [text('colour:red')]],
		[':', [text(':')]],
		[':http', [text(':http')]],
		['KIND:daemon', [text('kind:daemon')]],
		['a"b', [text('a"b')]],
		['cpu', [text('cpu')]],
		['a>5', [text('a>5')]],
		['\\x1b[2J', [text('\\x1b[2j')]],
	])('reads %j', (query, terms) => {
		expect(parseQuery(query)).toEqual({query: terms});
	});

	test.each([
		['kind:xyz', 'unknown-kind', 5, 'xyz'],
		['a kind:xyz', 'unknown-kind', 7, 'xyz'],
		['!kind:xyz', 'unknown-kind', 6, 'xyz'],
		['tag:xyz', 'unknown-tag', 4, 'xyz'],
		['port:', 'number-missing', 5, ''],
		['port:http', 'not-a-number', 5, 'http'],
		['port:-1', 'not-a-number', 5, '-1'],
		[':80x', 'not-a-number', 1, '80x'],
		['pid:', 'number-missing', 4, ''],
		['pid:12345678901', 'not-a-number', 4, '12345678901'],
		['cpu>', 'number-missing', 4, ''],
		['a cpu>=', 'number-missing', 7, ''],
		['!cpu>x', 'not-a-number', 5, 'x'],
		['mem>5X', 'not-a-number', 4, '5X'],
		['mem>>5', 'not-a-number', 4, '>5'],
		['mem>-5', 'not-a-number', 4, '-5'],
		['"open', 'quote-open', 0, 'open'],
		['a "open b', 'quote-open', 2, 'open b'],
		['!"open', 'quote-open', 1, 'open'],
		['service:"open', 'quote-open', 8, 'open'],
		['"', 'quote-open', 0, ''],
		['!', 'nothing-to-exclude', 0, ''],
		['a ! b', 'nothing-to-exclude', 2, ''],
		['!""', 'nothing-to-exclude', 0, ''],
	])('says where %j cannot be read', (query, id, position, value) => {
		expect(parseQuery(query)).toEqual({error: {id, position, value}});
	});

	test.each([
		['mem>10%', 'not-a-number', 4, '10%'],
		['cpu>5M', 'not-a-number', 4, '5M'],
	])('does not take the unit of another field: %s', (query, id, position, value) => {
		expect(parseQuery(query)).toEqual({error: {id, position, value}});
	});

	test('is read or refused after every key that is typed, without an exception', () => {
		const whole = '!kind:app user:"a b" cpu>=5% mem<1.5G :5432 "quoted 데몬" !tag:ui ! x';
		for (let length = 0; length <= whole.length; length++) {
			const parsed = parseQuery(whole.slice(0, length));
			const position = 'error' in parsed ? parsed.error.position : 0;
			expect(position).toBeGreaterThanOrEqual(0);
			expect(position).toBeLessThanOrEqual(length);
		}
	});
});
