import type {ContainerEngine, ControlGroup} from '../model/process.js';
import {printable} from './printable.js';

const id = '([0-9a-f]{12,64})';
const containerPatterns: readonly (readonly [RegExp, ContainerEngine])[] = [
	[new RegExp(`/(?:cri-containerd|crio|crio-conmon|docker|cri-dockerd)-${id}\\.scope`), 'kubernetes'],
	[new RegExp(`/kubepods[^/]*/(?:.*/)?${id}(?:/|$)`), 'kubernetes'],
	[new RegExp(`/docker-${id}\\.scope`), 'docker'],
	[new RegExp(`/docker/${id}(?:/|$)`), 'docker'],
	[new RegExp(`/libpod-(?:conmon-)?${id}`), 'podman'],
	[new RegExp(`/(?:cri-)?containerd-${id}\\.scope`), 'containerd'],
	[/\/(?:lxc\.(?:payload|monitor)[./]|lxc\/)([^/]+)/, 'lxc'],
];

const parseContainer = (path: string): ControlGroup['container'] => {
	const isKubernetes = path.includes('/kubepods');
	for (const [pattern, engine] of containerPatterns) {
		const found = pattern.exec(path);
		if (found?.[1] !== undefined && (engine !== 'kubernetes' || isKubernetes)) {
			return {engine, id: found[1], isMonitor: /\/(?:libpod-conmon-|crio-conmon-|lxc\.monitor)/.test(path)};
		}
	}

	return null;
};

/**
Reads a control group path as systemd and the container engines build them.

@source systemd.slice(5), systemd.special(7), "Desktop Environment Integration" of systemd; the engines' cgroup drivers
*/
export const parseCgroupPath = (path: string): ControlGroup => {
	// the group of a zombie may be gone already
	const parts = path
		.replace(/ \(deleted\)$/, '')
		.split('/')
		.filter(part => part !== '');
	const units = parts.filter(part => /\.(?:service|scope)$/.test(part));
	const managerIndex = parts.findLastIndex(part => /^user@\d+\.service$/.test(part));
	const manager = managerIndex === -1 ? undefined : parts[managerIndex];
	// the manager itself sits in init.scope below its own service
	const isBelowManager = manager !== undefined && parts.length > managerIndex + 1;
	const owner = /user-(\d+)\.slice/.exec(path);
	return {
		path,
		unit: units.at(-1) ?? null,
		scope: isBelowManager ? 'user' : 'system',
		scopeUid: manager ? Number(manager.slice(5, -8)) : owner ? Number(owner[1]) : null,
		slice: parts.findLast(part => part.endsWith('.slice')) ?? null,
		container: parseContainer(path),
	};
};

/**
Chooses the path that means something from `/proc/PID/cgroup`: the unified one (`0::`), unless it is `/` and the
controller that systemd or an engine keeps (`name=systemd`, then pids) has a longer one.

@source cgroups(7), "/proc/pid/cgroup"
*/
export const parseCgroup = (text: string): ControlGroup | null => {
	const paths = new Map<string, string>();
	for (const line of text.split('\n')) {
		const found = /^\d+:([^:]*):(.*)$/s.exec(line);
		if (found?.[2] !== undefined) {
			paths.set(found[1] ?? '', found[2]);
		}
	}

	const candidates = [paths.get(''), paths.get('name=systemd'), paths.get('pids')].filter(path => path !== undefined);
	const path = candidates.find(candidate => candidate !== '/') ?? candidates[0];
	return path === undefined ? null : parseCgroupPath(printable(path));
};
