import {describe, expect, test} from 'vitest';
import {domainName, launchdStatus, parseLaunchctlDomain} from '../../source/parse/launchctl-print.js';

const modern = `system = {
	type = system
	handle = 0
	active count = 973
	service count = 5
	active service count = 2
	security context = {
		uid unset
		asid = 0
	}

	services = {
		       0      - \tcom.apple.rpmuxd
		   47529   (pe) \tcom.apple.kernelmanager_helper
		     625     78 \tcom.example.a b
		       0     -9 \tUIKitApplication:com.x[2b0f][rb-legacy]
		       0   (jt) \tcom.apple.x

	}

	unmanaged processes = {
		       7      0 \tcom.example.not-a-service
	}

	endpoints = {
		       0    M   D   com.apple.xpc.roleaccountd
	}

	disabled services = {
		"com.apple.ftpd" => disabled
		"com.example.\\"x\\"" => enabled
	}

	properties = uncorked | system
}
`;

/** As macOS 10.14 prints it, with the brackets of the disabled services in the wrong column. */
const old = `com.apple.xpc.launchd.user.domain.501.100007.Aqua = {
	type = login
	service count = 2
	services = {
		     526      - \tcom.apple.TextEdit.1348
		    (dp)      0 \tcom.apple.pfctl
	}
	disabled services = {
{
	"com.apple.mdmclient.daemon" => true
	"com.openssh.sshd" => false
}
	}
	properties = {
		corked = 0
	}
}
`;

describe('parseLaunchctlDomain', () => {
	test('reads a domain of today', () => {
		const domain = parseLaunchctlDomain(modern);
		expect(domain).toEqual({
			name: 'system',
			serviceCount: 5,
			skipped: 0,
			rows: [
				{label: 'com.apple.rpmuxd', pid: null, lastExit: null},
				{label: 'com.apple.kernelmanager_helper', pid: 47529, lastExit: {type: 'word', value: 'pe'}},
				{label: 'com.example.a b', pid: 625, lastExit: {type: 'code', value: 78}},
				{label: 'UIKitApplication:com.x[2b0f][rb-legacy]', pid: null, lastExit: {type: 'signal', value: 9}},
				{label: 'com.apple.x', pid: null, lastExit: {type: 'word', value: 'jt'}},
			],
			disabled: new Map([
				['com.apple.ftpd', true],
				['com.example.\\"x\\"', false],
			]),
		});
	});

	test('reads a domain of macOS 10.14', () => {
		expect(parseLaunchctlDomain(old)).toEqual({
			name: 'gui/501',
			serviceCount: 2,
			skipped: 0,
			rows: [
				{label: 'com.apple.TextEdit.1348', pid: 526, lastExit: null},
				{label: 'com.apple.pfctl', pid: null, lastExit: {type: 'code', value: 0}},
			],
			disabled: new Map([
				['com.apple.mdmclient.daemon', true],
				['com.openssh.sshd', false],
			]),
		});
	});

	test('counts what is no row, and reads on', () => {
		const text = modern.replace('\t\t     625     78 \tcom.example.a b', '\t\tsomething else');
		expect(parseLaunchctlDomain(text)).toMatchObject({skipped: 1, rows: {length: 4}, serviceCount: 5});
	});

	test('reads what there is of an answer that was cut', () => {
		const domain = parseLaunchctlDomain(modern.slice(0, modern.indexOf('UIKit')));
		expect(domain).toMatchObject({name: 'system', rows: {length: 3}, skipped: 1, serviceCount: 5});
	});

	test('ends where the next domain begins', () => {
		expect(parseLaunchctlDomain(modern + old)).toEqual(parseLaunchctlDomain(modern));
	});

	test.each([
		['nothing', ''],
		['a service', 'system/com.apple.logd = {\n\tservice count = 5\n}\n'],
		['a service with a number for a label', 'gui/501/123 = {\n}\n'],
		['a refusal', 'Bad request.\nCould not find domain for\n'],
		['a block of its own', '\tservices = {\n\t\t       0      - \ta\n\t}\n'],
	])('takes %s for no domain', (_, text) => {
		expect(parseLaunchctlDomain(text)).toBeNull();
	});
});

describe('the names of domains', () => {
	test.each([
		['com.apple.xpc.launchd.domain.system', 'system'],
		['com.apple.xpc.launchd.user.domain.501.100007.Aqua', 'gui/501'],
		['com.apple.xpc.launchd.domain.user.501', 'user/501'],
		['com.apple.xpc.launchd.domain.pid.Activity Monitor.643', 'pid/643'],
		['gui/501 [100020]', 'gui/501'],
		['pid/1143 [IMTranscoderAge]', 'pid/1143'],
		['system', 'system'],
		['something new', 'something new'],
	])('%s is %s', (text, name) => {
		expect(domainName(text)).toBe(name);
	});
});

describe('a status', () => {
	test.each([
		['-', null],
		['0', {type: 'code', value: 0}],
		['127', {type: 'code', value: 127}],
		['-15', {type: 'signal', value: 15}],
		['(pe)', {type: 'word', value: 'pe'}],
		['', null],
	])('%s', (text, status) => {
		expect(launchdStatus(text)).toEqual(status);
	});
});
