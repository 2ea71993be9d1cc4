import fs from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {parseLsappinfo} from '../../source/parse/lsappinfo.js';
import {parseLsofFields} from '../../source/parse/lsof.js';
import {stringsIn, unsafe} from '../parse/hostile-texts.js';
import {hasMacCorpus, linuxRoot, macFiles, noticeWithoutMacCorpus, readMacText} from './macos-corpus-folder.js';

noticeWithoutMacCorpus();

describe.skipIf(!hasMacCorpus)('lsappinfo', () => {
	test('macOS 26', () => {
		const {apps, skipped} = parseLsappinfo(readMacText('lsappinfo/26-lsappinfo-list.fragments.txt'));
		expect(skipped).toBe(0);
		expect(apps.map(({pid, name, bundleId, type}) => [pid, name, bundleId, type])).toEqual([
			[599, 'robo', null, 'BackgroundOnly'],
			[48197, 'AutoFill (Cursor)', 'com.apple.SafariPlatformSupport.Helper', 'BackgroundOnly'],
			[56683, 'Kindle', 'com.amazon.Lassen', 'Foreground'],
			[52305, 'npm exec vite --port 5198 --strictPort', null, 'BackgroundOnly'],
		]);
		expect(apps[2]).toMatchObject({
			bundlePath: '/Applications/Amazon Kindle.app',
			executablePath: '/Applications/Amazon Kindle.app/Contents/MacOS/Kindle',
		});
	});
});

describe.skipIf(!hasMacCorpus)('lsof -F on macOS', () => {
	test('two processes, without types', () => {
		const sockets = parseLsofFields(readMacText('lsof/F-fields-iTCP-two-processes.txt'));
		expect(sockets).toMatchObject([
			{pid: 4711, fd: 9, command: 'xctest', protocol: 'tcp', localAddress: '*', localPort: 5252, state: 'LISTEN'},
			{pid: 832, fd: 7, command: 'python3.11', localPort: 63194, remoteAddress: '10.91.5.180', remotePort: 5252, state: 'ESTABLISHED'},
		]);
	});

	test.each([...macFiles('lsof'), ...macFiles('machines').filter(file => /lsof|netstat/.test(file))])('%s, table or not, is read', file => {
		expect(stringsIn(parseLsofFields(readMacText(file))).filter(string => unsafe.test(string))).toEqual([]);
	});
});

const linuxFiles = fs.existsSync(linuxRoot)
	? fs
			.readdirSync(linuxRoot, {recursive: true, encoding: 'utf8'})
			.filter(file => /lsof-F-[\w-]+\.out$/.test(file))
			.sort()
	: [];

describe.skipIf(linuxFiles.length === 0)('lsof -F on Linux', () => {
	test.each(linuxFiles)('%s: every socket', file => {
		const text = fs.readFileSync(path.join(linuxRoot, file), 'utf8');
		const sockets = parseLsofFields(text);
		const types = text.match(/(?:^|\0|\n)t(?:IPv4|IPv6|unix)(?=\0|\n)/g) ?? [];
		expect(sockets.length).toBe(types.length);
		expect(sockets.length).toBeGreaterThan(0);
		const internet = sockets.filter(({family}) => family !== 'unix');
		expect(
			internet.filter(({protocol, localAddress, localPort}) => protocol === null || localAddress === null || localPort === null),
		).toEqual([]);
		expect(sockets.filter(({family, path: name}) => family !== 'unix' && name !== null)).toEqual([]);
		expect(sockets.filter(({command, fd, uid}) => command === null || fd === null || uid === null)).toEqual([]);
		expect(internet.filter(({protocol, state}) => (protocol === 'udp') !== (state === null))).toEqual([]);
		const names = sockets.filter(({path: name}) => name !== null);
		expect(names).toHaveLength(text.match(/(?:^|\0|\n)n[^\0\n]+ type=[A-Z]+/g)?.length ?? 0);
		expect(stringsIn(sockets).filter(string => unsafe.test(string))).toEqual([]);
	});

	test('NUL and line breaks say the same', () => {
		const read = (name: string) => parseLsofFields(fs.readFileSync(path.join(linuxRoot, 'no-systemd', name), 'utf8'));
		expect(read('lsof-F-inet.out').map(({pid, fd}) => [pid, fd])).toEqual(read('lsof-F-inet-nl.out').map(({pid, fd}) => [pid, fd]));
	});
});
