import {describe, expect, test} from 'vitest';
import type {KeyValue} from '../../source/model/config.js';
import {bytesOf, onReadLimit, onSize, onSpan, someOf, systemdSpan} from '../../source/text/ko/systemd-words.js';
import {
	counted,
	everySpan,
	listed,
	maskOf,
	onFlag,
	onLimit,
	permissionsOf,
	sizeOf,
	spanOf,
	wrongForm,
} from '../../source/text/ko/values.js';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const month = 2_629_800_000;

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

describe('a span in Korean', () => {
	test.each([
		[0, '0초'],
		[0.5, '0.5밀리초'],
		[150, '150밀리초'],
		[1500, '1.5초'],
		[30 * second, '30초'],
		[90 * second, '90초'],
		[100 * second, '1분 40초'],
		[15 * minute, '15분'],
		[12 * hour, '12시간'],
		[day, '1일'],
		[7 * day, '1주'],
		[day + 2 * hour + 3 * minute, '1일 2시간 3분'],
		[17 * day + 5 * hour + 3 * minute + 7 * second, '약 2주 3일'],
		[month, '1개월'],
		[12 * month, '1년'],
		[30 * month + 1, '약 2.5년'],
		[1e300, '1000년 이상'],
	])('%d ms: %s', (durationMs, words) => {
		expect(spanOf(durationMs)).toBe(words);
	});

	test.each([
		[second, '1초마다'],
		[15 * minute, '15분마다'],
		[hour, '1시간마다'],
		[17 * day + 5 * hour + 3 * minute + 7 * second, '약 2주 3일마다'],
		[1e300, '1000년 이상의 간격으로'],
	])('every %d ms: %s', (durationMs, words) => {
		expect(everySpan(durationMs)).toBe(words);
	});

	test('systemd counts down to microseconds', () => {
		expect(systemdSpan(0.05)).toBe('50마이크로초');
		expect(systemdSpan(100)).toBe('100밀리초');
	});
});

describe('a size in Korean', () => {
	test.each([
		[0, '0바이트'],
		[1, '1바이트'],
		[1000, '1000바이트'],
		[1024, '1K'],
		[64 * 1024 ** 2, '64M'],
		[1500 * 1024, '1500K'],
		[10.5 * 1024 ** 3, '10.5G'],
		[1_500_001, '약 1.4M'],
		[123_456_789_012, '약 115G'],
	])('%d: %s', (bytes, words) => {
		expect(sizeOf(bytes)).toBe(words);
		expect(bytesOf(bytes)).toBe(words);
	});

	test('the suffix stands behind the unit', () => {
		expect(sizeOf(64 * 1024 ** 2, 'B')).toBe('64MB');
		expect(sizeOf(12, 'B')).toBe('12바이트');
	});

	test('a share is a share of something', () => {
		const say = onSize(size => `최대 ${size}.`, '제한이 없습니다.', '전체 메모리');
		expect(say({...nothing, text: '30%'}, 0)).toBe('최대 전체 메모리의 30%.');
		expect(say({...nothing, text: '64M', number: 64 * 1024 ** 2}, 0)).toBe('최대 64M.');
		expect(say({...nothing, text: 'infinity', number: Number.POSITIVE_INFINITY}, 0)).toBe('제한이 없습니다.');
	});
});

describe('a list in Korean', () => {
	test.each<[readonly string[], string]>([
		[[], ''],
		[['a'], 'a'],
		[['a', 'b'], 'a, b'],
		[['a', 'b', 'c', 'd'], 'a, b, c, d'],
		[['a', 'b', 'c', 'd', 'e'], 'a, b, c 외 2개'],
		[['x'.repeat(101)], `${'x'.repeat(100)}…`],
		[[`/${'x'.repeat(200)}`], `/${'x'.repeat(49)}…${'x'.repeat(50)}`],
	])('%j', (items, words) => {
		expect(listed(items)).toBe(words);
	});

	test('nothing is named twice', () => {
		expect(someOf(['a', 'b', 'a'])).toBe('a, b');
	});

	test('what is counted stands before its number', () => {
		expect(counted(3, '인수')).toBe('인수 3개');
		expect(counted(2, '사용자', '명')).toBe('사용자 2명');
	});
});

describe('permissions in Korean', () => {
	test.each([
		['0600', '소유자만 읽고 쓸 수 있습니다'],
		['0700', '소유자만 읽고 쓰고 실행할 수 있습니다'],
		['0755', '소유자는 읽고 쓰고 실행할 수 있고, 나머지는 읽고 실행할 수 있습니다'],
		['0644', '소유자는 읽고 쓸 수 있고, 나머지는 읽기만 할 수 있습니다'],
		['0666', '누구나 읽고 쓸 수 있습니다'],
		['0660', '소유자와 그룹만 읽고 쓸 수 있습니다'],
		['0640', '소유자는 읽고 쓸 수 있고, 그룹은 읽기만 할 수 있고, 나머지는 아무것도 할 수 없습니다'],
		['0000', 'root 외에는 아무도 사용할 수 없습니다'],
	])('mode %s: %s', (mode, words) => {
		expect(permissionsOf(mode)).toBe(words);
	});

	test.each([
		['0022', '새 파일에서 그룹과 나머지의 쓰기 권한을 뺍니다'],
		['0077', '새 파일에서 그룹과 나머지의 읽기·쓰기·실행 권한을 뺍니다'],
		['0027', '새 파일에서 그룹의 쓰기 권한, 나머지의 읽기·쓰기·실행 권한을 뺍니다'],
		['0002', '새 파일에서 나머지의 쓰기 권한을 뺍니다'],
		['0777', '새 파일에서 소유자의 읽기·쓰기·실행 권한, 그룹과 나머지의 읽기·쓰기·실행 권한을 뺍니다'],
		['0000', '새 파일에서 빼는 권한이 없습니다'],
	])('mask %s: %s', (mode, words) => {
		expect(maskOf(mode)).toBe(words);
	});
});

describe('forms of a value in Korean', () => {
	test('another form than launchd expects is named with the right ending', () => {
		expect(wrongForm('숫자')).toBe('launchd가 요구하는 형식이 아닙니다. 숫자여야 합니다.');
		expect(onFlag('켜짐', '꺼짐')({...nothing, text: 'x'})).toBe('launchd가 요구하는 형식이 아닙니다. 참 또는 거짓이어야 합니다.');
	});

	test('a limit that nothing reaches is none', () => {
		const say = onLimit('bytes', amount => `최대 ${amount}`, '제한 없음');
		expect([say({...nothing, number: 2 ** 63}), say({...nothing, number: 1024})]).toEqual(['제한 없음', '최대 1KB']);
	});

	test('a soft limit tells how far it may be raised', () => {
		const say = onReadLimit(
			limit => `최대 ${limit}.`,
			'한도가 없습니다.',
			text => (text === 'infinity' ? '제한 없음' : text),
		);
		expect(say({...nothing, text: '10:20'}, 0)).toBe('최대 10. 프로세스가 스스로 20까지 바꿀 수 있습니다.');
		expect(say({...nothing, text: '10:infinity'}, 0)).toBe('최대 10. 프로세스가 스스로 제한 없이 올릴 수 있습니다.');
		expect(say({...nothing, text: 'infinity'}, 0)).toBe('한도가 없습니다.');
	});

	test('a span without end has words of its own, or the words for no end', () => {
		const value = {...nothing, text: 'infinity', durationMs: Number.POSITIVE_INFINITY};
		expect(onSpan(span => `${span} 동안 기다립니다.`)(value, 0)).toBe('무제한 시간 동안 기다립니다.');
		expect(onSpan(span => span, {forever: '끝없이 기다립니다.'})(value, 0)).toBe('끝없이 기다립니다.');
	});
});
