import {hexOf} from './machine.js';
import {fill} from './template.js';
import type {Instant, LiveProcess} from './timeline.js';

const two = (value: number): string => String(value).padStart(2, '0');

/** `2026/09/05 15:14:18` */
const stamp = (seconds: number): string => {
	const date = new Date(seconds * 1000);
	const day = [date.getUTCFullYear(), two(date.getUTCMonth() + 1), two(date.getUTCDate())].join('/');
	return `${day} ${[date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':')}`;
};

/** Units that are zero at the front are left out. */
const ageText = (age: number): string => {
	const days = Math.floor(age / 86_400);
	const hours = Math.floor(age / 3600) % 24;
	const minutes = Math.floor(age / 60) % 60;
	const seconds = (age % 60).toFixed(4);
	return fill(days > 0 ? 'age' : hours > 0 ? 'ageOfHours' : 'ageOfMinutes', {days, hours, minutes, seconds});
};

/** The bundle that holds the program: what comes last before `Contents`. */
const bundlePath = (path: string): string => path.replace(/\/Contents\/MacOS\/[^/]+$/, '');

const serialNumber = (index: number): string => hexOf(index * 0x1001);

const appText = (process: LiveProcess, index: number, finder: number, {bootedAt, seconds}: Instant, uptime: number): string => {
	const {app, pid, path} = process;
	const age = uptime + seconds - process.start;
	const delay = 0.04 + (pid % 61) / 150;
	const bundle = bundlePath(path);
	const isOpenedByFinder = app?.type === 'Foreground' && path.startsWith('/Applications/');
	return fill('app', {
		index: String(index).padStart(2),
		name: app?.name,
		asn: serialNumber(index),
		bundle: app?.bundle,
		bundlePath: bundle === path ? null : bundle,
		path,
		pid,
		type: app?.type,
		flavor: app?.fileType === 'XPC!' ? 2 : 3,
		version: app?.version,
		fileType: app?.fileType ?? (bundle === path ? '????' : 'APPL'),
		creator: app?.creator ?? '????',
		sandboxed: app?.sandboxed ? 'sandboxed ' : '',
		parent: isOpenedByFinder ? serialNumber(finder) : null,
		launched: stamp(bootedAt + process.start),
		launchAge: ageText(age),
		checkinAge: ageText(Math.max(0, age - delay)),
		delay: delay.toPrecision(6),
	});
};

/**
What `lsappinfo list` prints: every application of the login session, in the order they registered.

@source lsappinfo(8)
*/
export const lsappinfoAnswer = (instant: Instant, uptime: number): string => {
	const apps = instant.processes
		.filter(process => process.app !== undefined)
		.sort((one, other) => one.start - other.start || one.pid - other.pid);
	const finder = apps.findIndex(({app}) => app?.bundle === 'com.apple.finder') + 1;
	return apps.map((process, index) => appText(process, index + 1, finder, instant, uptime)).join('');
};
