import {Buffer} from 'node:buffer';
import {describe, expect, test} from 'vitest';
import {parseLaunchctlDomain} from '../../source/parse/launchctl-print.js';
import {parseLaunchctlService} from '../../source/parse/launchctl-service.js';
import {parsePropertyList} from '../../source/parse/plist.js';
import {psArgsColumns} from '../../source/parse/ps-darwin.js';
import type {Runner} from '../../source/run/runner.js';
import {createMachine, domains} from './demo-machine.js';

const plistFolders = [
	'/System/Library/LaunchDaemons',
	'/System/Library/LaunchAgents',
	'/Library/LaunchDaemons',
	'/Library/LaunchAgents',
	'/Users/alex/Library/LaunchAgents',
	'/System/Library/LaunchAngels',
	'/Library/Apple/System/Library/LaunchDaemons',
	'/Library/Apple/System/Library/LaunchAgents',
	'/System/Cryptexes/App/System/Library/LaunchAgents',
	'/Applications/Focus Timer.app/Contents/Library/LaunchAgents',
	'/Applications/Focus Timer.app/Contents/Library/LaunchDaemons',
];

describe('the files', () => {
	const readable = (runner: Runner, path: string) =>
		parsePropertyList(Buffer.from(runner.read(path, undefined, 'base64').text, 'base64')).value as Record<string, unknown> | null;

	test('every property list that is listed can be read, and almost every one is a job', () => {
		const {runner} = createMachine();
		const wrong: string[] = [];
		let count = 0;
		for (const folder of plistFolders) {
			const {names, failure} = runner.list(folder);
			expect(failure, folder).toBeNull();
			for (const name of names) {
				const path = `${folder}/${name}`;
				expect(runner.read(path, undefined, 'base64').failure, path).toBeNull();
				count++;
				if (typeof readable(runner, path)?.Label !== 'string') {
					wrong.push(path);
				}
			}
		}

		expect(count).toBeGreaterThan(60);
		// the mistake that people make most: an ampersand that is not written as an entity
		expect(wrong.filter(path => path !== '/Users/alex/Library/LaunchAgents/dev.alex.deploy-hook.plist')).toEqual([]);
	});

	test('the job of every property list has that label, and its file is where launchctl says', async () => {
		const {runner, ask} = createMachine();
		for (const domain of domains) {
			for (const {label} of parseLaunchctlDomain(await ask('/bin/launchctl', 'print', domain))?.rows ?? []) {
				const {path} = parseLaunchctlService(await ask('/bin/launchctl', 'print', `${domain}/${label}`)) ?? {path: null};
				if (path?.endsWith('.plist') && !path.includes('deploy-hook')) {
					const found = readable(runner, path)?.Label;
					expect(label === found || label.startsWith(`${found}.`), path).toBe(true);
				}
			}
		}
	});

	test('binary ones are binary, to the byte', () => {
		const {runner} = createMachine();
		const path = '/System/Library/LaunchAgents/com.apple.accountsd.plist';
		const bytes = Buffer.from(runner.read(path, undefined, 'base64').text, 'base64');
		expect(bytes.subarray(0, 8).toString('latin1')).toBe('bplist00');
		expect(parsePropertyList(bytes)).toMatchObject({
			format: 'binary',
			error: null,
			value: {Label: 'com.apple.accountsd', EnableTransactions: true, MachServices: {'com.apple.accountsd.accountmanager': true}},
		});
		expect(runner.read(path, 20, 'base64')).toEqual({text: bytes.subarray(0, 20).toString('base64'), isCut: true, failure: null});
	});

	test('all three forms are there, and a disabled job has a file and no row', async () => {
		const {runner, ask} = createMachine();
		const old = runner.read('/Library/LaunchAgents/com.oldprinter.statusmonitor.plist', undefined, 'base64').text;
		expect(parsePropertyList(Buffer.from(old, 'base64'))).toMatchObject({
			format: 'openstep',
			value: {Label: 'com.oldprinter.statusmonitor'},
		});
		expect(runner.read('/System/Library/LaunchDaemons/ssh.plist').text).toContain('<string>com.openssh.sshd</string>');
		expect(await ask('/bin/launchctl', 'print', 'system')).not.toMatch(/\tcom\.openssh\.sshd$/m);
	});

	test('Korean is intact, also where a text is cut', async () => {
		const {runner, ask} = createMachine();
		expect(await ask('/bin/ps', '-axww', '-o', psArgsColumns)).toContain('vim /Users/alex/Documents/회의록 2025-11.md\n');
		const path = '/Users/alex/Library/LaunchAgents/dev.alex.backup-photos.plist';
		const {text} = runner.read(path);
		expect(text).toContain('<string>/Volumes/사진 백업</string>');
		const bytes = Buffer.byteLength(text.slice(0, text.indexOf('백업')));
		for (const more of [0, 1, 2, 3]) {
			expect(runner.read(path, bytes + more).text.slice(-2)).toBe(more === 3 ? ' 백' : '진 ');
		}
	});

	test('applications and their login items are listed', () => {
		const {runner} = createMachine();
		expect(runner.list('/Applications').names).toContain('KakaoTalk.app');
		expect(runner.list('/Applications/1Password.app/Contents/Library/LoginItems/').names).toContain('1Password Launcher.app');
		expect(runner.list('/Applications/Safari.app/Contents/Library/LaunchAgents')).toEqual({names: [], failure: 'missing'});
	});
});
