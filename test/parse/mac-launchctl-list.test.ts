import {describe, expect, test} from 'vitest';
import {parseLaunchctlList} from '../../source/parse/launchctl-list.js';

describe('parseLaunchctlList', () => {
	test('reads the table, with tabs or with what copying made of them', () => {
		const text = [
			'PID\tStatus\tLabel',
			'-\t0\tcom.apple.quicklook',
			'1247\t-15\tcom.apple.Finder',
			'31\t-\t0x7ffea3407da0.anonymous.bash',
			'-\t78\tcom.apple.ucupdate.plist',
			'41055     -9     application.com.apple.Terminal.1152921500311913407.1152921500311913412  ',
			'-\t\t0\t\t[0x0-0x12012].com.example.app',
			'7\t0\tcom.example.two words',
			'',
		].join('\n');
		expect(parseLaunchctlList(text)).toEqual({
			skipped: 0,
			rows: [
				{label: 'com.apple.quicklook', pid: null, lastExit: {type: 'code', value: 0}},
				{label: 'com.apple.Finder', pid: 1247, lastExit: {type: 'signal', value: 15}},
				{label: '0x7ffea3407da0.anonymous.bash', pid: 31, lastExit: null},
				{label: 'com.apple.ucupdate.plist', pid: null, lastExit: {type: 'code', value: 78}},
				{
					label: 'application.com.apple.Terminal.1152921500311913407.1152921500311913412',
					pid: 41055,
					lastExit: {type: 'signal', value: 9},
				},
				{label: '[0x0-0x12012].com.example.app', pid: null, lastExit: {type: 'code', value: 0}},
				{label: 'com.example.two words', pid: 7, lastExit: {type: 'code', value: 0}},
			],
		});
	});

	test('counts what is no row', () => {
		expect(parseLaunchctlList('no table\n12 0\n1\t0\ta\u202eb\n')).toEqual({
			rows: [{label: 'a\\u202eb', pid: 1, lastExit: {type: 'code', value: 0}}],
			skipped: 2,
		});
	});
});
