import type {DemoHost} from './machine.js';
import {calendarTime} from './ps-answer.js';
import {fill} from './template.js';
import type {Instant} from './timeline.js';

export type ToolAnswer = {stdout: string; stderr: string; exitCode: number};

export const said = (stdout: string): ToolAnswer => ({stdout, stderr: '', exitCode: 0});

/** What `sysctl NAME…` prints. Source: sysctl(8). */
export const sysctlAnswer = (args: readonly string[], host: DemoHost, {bootedAt, load}: Instant): ToolAnswer => {
	const values: Readonly<Record<string, string>> = {
		'kern.boottime': `{ sec = ${bootedAt}, usec = ${host.bootMicroseconds} } ${calendarTime(bootedAt)}`,
		'kern.hostname': host.name,
		'kern.ostype': 'Darwin',
		'kern.osproductversion': host.version,
		'kern.osversion': host.build,
		'vm.loadavg': `{ ${load.map(value => value.toFixed(2)).join(' ')} }`,
		'hw.memsize': String(host.memory),
		'hw.ncpu': String(host.cpus),
	};
	const isBare = args.includes('-n');
	let stdout = '';
	let stderr = '';
	for (const name of args.filter(argument => !argument.startsWith('-'))) {
		const value = values[name];
		if (value === undefined) {
			stderr += fill('unknownName', {name});
		} else {
			stdout += isBare ? `${value}\n` : `${name}: ${value}\n`;
		}
	}

	return {stdout, stderr, exitCode: stderr === '' ? 0 : 1};
};

/** What `sw_vers` prints, whole or one value of it. */
export const softwareVersionAnswer = (args: readonly string[], {version, build}: DemoHost): ToolAnswer => {
	const option = args[0]?.replace(/^-+/, '');
	const values: Readonly<Record<string, string>> = {productName: 'macOS', productVersion: version, buildVersion: build};
	return said(option === undefined ? fill('softwareVersion', {version, build}) : `${values[option] ?? ''}\n`);
};
