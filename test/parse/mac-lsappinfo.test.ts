import {describe, expect, test} from 'vitest';
import {parseLsappinfo} from '../../source/parse/lsappinfo.js';

const list = ` 9) "카카오톡" ASN:0x0-0x1001: 
    bundleID="com.kakao.KakaoTalkMac"
    bundle path="/Applications/카카오톡.app"
    executable path="/Applications/카카오톡.app/Contents/MacOS/카카오톡"
    pid = 497 !signalled type="Foreground" flavor=3 Version="3.1" fileType="APPL" creator="????" Arch=ARM64 sandboxed 
    parentASN="Finder" ASN:0x0-0x18018: 
    launch time =  2026/09/17 10:07:44 ( 1 hours, 25 minutes, 20.4732 seconds ago )
10) "a "quoted" ASN:0x0-0x1: name" ASN:0x0-0x1002:  (in front) 
    bundleID=[ NULL ]
    bundle path="/tmp/a "b"/c"
    pid = 600 type="UIElement" flavor=[ NULL ] 
116) "npm exec" ASN:0x0-0xdba4b97: 
    bundleID=[ NULL ] 
    pid = 52305 !cgsConnection !signalled type="BackgroundOnly" flavor=[ NULL ]
117) "no pid" ASN:0x0-0x1003: 
    bundleID="com.example.gone"
118) "no type" ASN:0x0-0x1004: 
    pid = 7
`;

describe('parseLsappinfo', () => {
	test('reads the list', () => {
		const app = '/Applications/카카오톡.app';
		expect(parseLsappinfo(list)).toEqual({
			skipped: 1,
			apps: [
				{
					pid: 497,
					name: '카카오톡',
					bundleId: 'com.kakao.KakaoTalkMac',
					bundlePath: app,
					executablePath: `${app}/Contents/MacOS/카카오톡`,
					type: 'Foreground',
				},
				{
					pid: 600,
					name: 'a "quoted" ASN:0x0-0x1: name',
					bundleId: null,
					bundlePath: '/tmp/a "b"/c',
					executablePath: null,
					type: 'UIElement',
				},
				{pid: 52305, name: 'npm exec', bundleId: null, bundlePath: null, executablePath: null, type: 'BackgroundOnly'},
				{pid: 7, name: 'no type', bundleId: null, bundlePath: null, executablePath: null, type: null},
			],
		});
	});

	test('reads the list of sysdiagnose', () => {
		const text = [
			'Applications:',
			' [0x0-0x3b03b: "System Preferences" pid=497 fg  refCount=8 app vis ]',
			' [0x0-0x4b04b: "a" pid=9 b" pid=498 ui  refCount=8 ]',
			' [0x0-0x5b05b: "Helper (Renderer)" pid=499 bg  refCount=1 ]',
			' [0x0-0x6b06b: "New" pid=500 zz ]',
			' [0x0-0x7b07b: "Gone" pid=0 fg ]',
		].join('\n');
		const {apps, skipped} = parseLsappinfo(text);
		expect(apps.map(({pid, name, type}) => [pid, name, type])).toEqual([
			[497, 'System Preferences', 'Foreground'],
			[498, 'a" pid=9 b', 'UIElement'],
			[499, 'Helper (Renderer)', 'BackgroundOnly'],
			[500, 'New', 'zz'],
		]);
		expect(skipped).toBe(1);
	});

	test('makes names safe to show', () => {
		expect(parseLsappinfo(' 1) "a\u202eb\u001b[2J" ASN:0x0-0x1: \n pid = 5 type="constructor"').apps).toMatchObject([
			{name: 'a\\u202eb\\x1b[2J', type: 'constructor'},
		]);
		expect(parseLsappinfo('[0x0-0x1: "a" pid=1 constructor ]').apps).toMatchObject([{type: 'constructor'}]);
	});

	test('finds nothing in nothing', () => {
		expect(parseLsappinfo('')).toEqual({apps: [], skipped: 0});
	});
});
