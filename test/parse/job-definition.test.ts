import {describe, expect, test} from 'vitest';
import type {PlistValue} from '../../source/model/property-list.js';
import type {LaunchdJob} from '../../source/model/service.js';
import {parseJobDefinition} from '../../source/parse/job-definition.js';

const parse = (keys: {readonly [key: string]: PlistValue}) => parseJobDefinition({Label: 'org.example.web', ...keys});

describe('the property list of a job', () => {
	test.each<[string, PlistValue, LaunchdJob['keepAlive'], LaunchdJob['keepAliveConditions']]>([
		['yes', true, true, []],
		['no', false, false, []],
		['after a failure', {SuccessfulExit: false}, 'conditions', [{type: 'successful-exit', value: false}]],
		['after a crash', {Crashed: true}, 'conditions', [{type: 'crashed', value: true}]],
		[
			'while paths are there, or not',
			{PathState: {'/a': true, '/b': false}},
			'conditions',
			[
				{type: 'path', name: '/a', value: true},
				{type: 'path', name: '/b', value: false},
			],
		],
		['while another job is loaded', {OtherJobEnabled: {other: true}}, 'conditions', [{type: 'other-job', name: 'other', value: true}]],
		['once somebody asked for it', {AfterInitialDemand: true}, 'conditions', [{type: 'after-demand', value: true}]],
		['with the network', {NetworkState: true}, 'conditions', [{type: 'network', value: true}]],
		['in a way nobody knows', {Moon: 'full\u001b'}, 'conditions', [{type: 'other', name: 'Moon'}]],
		['of a wrong type', {SuccessfulExit: 'no'}, 'conditions', [{type: 'other', name: 'SuccessfulExit'}]],
		['under no condition', {}, 'conditions', []],
	])('says whether it is kept: %s', (_, value, keepAlive, keepAliveConditions) => {
		expect(parse({KeepAlive: value})).toMatchObject({keepAlive, keepAliveConditions});
	});

	test.each<[PlistValue, number | null]>([
		[30, 30],
		[0, 0],
		[0.5, 0.5],
		[2n ** 70n, 2 ** 70],
		['30', 30],
		['', null],
		['soon', null],
		[-1, null],
		[true, null],
		[null, null],
	])('says how far apart its starts are: %s', (value, expected) => {
		expect(parse({ThrottleInterval: value, ExitTimeOut: value})).toMatchObject({throttleSeconds: expected, exitTimeoutSeconds: expected});
	});

	test('says whether it starts once only', () => {
		expect([parse({LaunchOnlyOnce: true})?.launchOnlyOnce, parse({})?.launchOnlyOnce]).toEqual([true, null]);
	});

	test('has a limit of conditions, and shows none that could steer a terminal', () => {
		const paths = Object.fromEntries(Array.from({length: 500}, (_, index) => [`/\u001b[2J${index}`, true]));
		const conditions = parse({KeepAlive: {PathState: paths}})?.keepAliveConditions ?? [];
		expect(conditions.length).toBeLessThanOrEqual(100);
		expect(JSON.stringify(conditions)).not.toContain('\\u001b');
	});
});
