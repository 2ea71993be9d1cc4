import {describe, expect, test} from 'vitest';
import {parseCgroup, parseCgroupPath} from '../../source/parse/cgroup.js';

const place = (unit: string | null, slice: string | null, scope: 'system' | 'user' = 'system', scopeUid: number | null = null) => ({
	unit,
	slice,
	scope,
	scopeUid,
	container: null,
});

describe('parseCgroupPath', () => {
	test.each([
		['/', place(null, null)],
		['/init.scope', place('init.scope', null)],
		['/system.slice/nginx.service', place('nginx.service', 'system.slice')],
		['/system.slice/system-getty.slice/getty@tty1.service', place('getty@tty1.service', 'system-getty.slice')],
		['/system.slice/systemd-udevd.service/udev', place('systemd-udevd.service', 'system.slice')],
		['/user.slice/user-1000.slice/session-2.scope', place('session-2.scope', 'user-1000.slice', 'system', 1000)],
		['/user.slice/user-1000.slice/user@1000.service/init.scope', place('init.scope', 'user-1000.slice', 'user', 1000)],
		['/user.slice/user-1000.slice/user@1000.service', place('user@1000.service', 'user-1000.slice', 'system', 1000)],
		[
			'/user.slice/user-1000.slice/user@1000.service/app.slice/app-gnome-firefox-4321.scope',
			place('app-gnome-firefox-4321.scope', 'app.slice', 'user', 1000),
		],
		[
			'/user.slice/user-1000.slice/user@1000.service/session.slice/pipewire.service',
			place('pipewire.service', 'session.slice', 'user', 1000),
		],
		['/user.slice/user-0.slice/user@0.service/background.slice/x.service', place('x.service', 'background.slice', 'user', 0)],
		['/machine.slice/machine-web.scope', place('machine-web.scope', 'machine.slice')],
		['/not-a-unit/child', place(null, null)],
		['/openrc.sshd', place(null, null)],
	])('reads the place of %s', (path, expected) => {
		expect(parseCgroupPath(path)).toEqual({path, ...expected});
	});

	const id = '0123456789abcdef'.repeat(4);
	const container = (engine: string, name = id, isMonitor = false) => ({engine, id: name, isMonitor});

	test.each([
		[`/system.slice/docker-${id}.scope`, container('docker')],
		[`/docker/${id}`, container('docker')],
		[`/docker/${id}/system.slice/nginx.service`, container('docker')],
		[`/user.slice/user-1000.slice/user@1000.service/user.slice/docker-${id}.scope`, container('docker')],
		[`/machine.slice/libpod-${id}.scope`, container('podman')],
		[`/machine.slice/libpod-${id}.scope/container`, container('podman')],
		[`/user.slice/user-1000.slice/user@1000.service/user.slice/libpod-${id}.scope`, container('podman')],
		[`/machine.slice/libpod-conmon-${id}.scope`, container('podman', id, true)],
		[`/libpod_parent/libpod-${id}`, container('podman')],
		[`/kubepods.slice/kubepods-burstable.slice/kubepods-burstable-pod1234_5.slice/cri-containerd-${id}.scope`, container('kubernetes')],
		[`/kubepods.slice/kubepods-pod1234_5.slice/crio-${id}.scope`, container('kubernetes')],
		[`/kubepods.slice/kubepods-pod1234_5.slice/crio-${id}.scope/container`, container('kubernetes')],
		[`/kubepods.slice/kubepods-pod1234_5.slice/docker-${id}.scope`, container('kubernetes')],
		[`/kubepods/besteffort/pod1234-5/${id}`, container('kubernetes')],
		[`/kubepods/pod1234-5/${id}`, container('kubernetes')],
		[`/system.slice/containerd-${id}.scope`, container('containerd')],
		[`/system.slice/cri-containerd-${id}.scope`, container('containerd')],
		['/lxc/web', container('lxc', 'web')],
		['/lxc/web/system.slice/nginx.service', container('lxc', 'web')],
	])('finds the container of %s', (path, expected) => {
		expect(parseCgroupPath(path).container).toEqual(expected);
	});

	test.each([
		['/lxc.payload/web/init.scope', container('lxc', 'web')],
		['/lxc.monitor/web', container('lxc', 'web', true)],
		['/lxc.payload.web', container('lxc', 'web')],
		['/lxc.payload.web/system.slice/nginx.service', container('lxc', 'web')],
		['/lxc.monitor.web', container('lxc', 'web', true)],
		[`/kubepods.slice/kubepods-pod1234_5.slice/crio-conmon-${id}.scope`, container('kubernetes', id, true)],
		['/system.slice/lxc.service', null],
	])('tells what holds %s', (path, expected) => {
		expect(parseCgroupPath(path).container).toEqual(expected);
	});

	test.each([
		'/system.slice/docker.service',
		'/system.slice/containerd.service',
		'/system.slice/docker-short.scope',
		'/system.slice/crio.service',
		'/user.slice/user-1000.slice/user@1000.service/app.slice/app-docker-0123456789ab.scope',
		'/kubepods.slice',
		'/kubepods.slice/kubepods-pod1234_5.slice',
		'/system.slice/lxc-net.service',
		'/system.slice/conmon.service',
	])('sees no container in %s', path => {
		expect(parseCgroupPath(path).container).toBeNull();
	});

	test('still names the unit of a zombie whose group was removed', () => {
		expect(parseCgroup('0::/system.slice/nginx.service (deleted)\n')?.unit).toBe('nginx.service');
	});
});

describe('parseCgroup', () => {
	test.each([
		['the unified group', '0::/system.slice/nginx.service\n', '/system.slice/nginx.service'],
		['the root', '0::/\n', '/'],
		[
			'the group of systemd where the unified one is the root',
			'12:pids:/a\n1:name=systemd:/system.slice/x.service\n0::/\n',
			'/system.slice/x.service',
		],
		['the unified group of both', '1:name=systemd:/user.slice\n0::/system.slice/x.service\n', '/system.slice/x.service'],
		['the group of pids without systemd', '5:cpu,cpuacct:/\n4:pids:/docker/abc\n', '/docker/abc'],
		['a root that all agree on', '4:pids:/\n1:name=systemd:/\n0::/\n', '/'],
		['a path with a colon', '0::/system.slice/a:b.service', '/system.slice/a:b.service'],
		['a path with spaces', '0::/a b c\n', '/a b c'],
		['a path with an escape sequence', '0::/a\u001b[2J\n', '/a\\x1b[2J'],
	])('reads %s', (_, text, path) => {
		expect(parseCgroup(text)?.path).toBe(path);
	});

	test.each(['', '\n', 'nonsense', '5:cpu:/a\n', '0:/a\n'])('gives null for %j', text => {
		expect(parseCgroup(text)).toBeNull();
	});

	test.each(['\r', '\u2028'])('reads a path that holds the line separator %j', separator => {
		expect(parseCgroup(`0::/a${separator}b\n`)).not.toBeNull();
	});
});
