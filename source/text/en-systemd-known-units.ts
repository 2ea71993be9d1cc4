import {someOf} from './en-systemd-words.js';

/** Units that the names of others refer to, in a few words. @source systemd.special(7) */
const meanings: Readonly<Record<string, string>> = {
	'basic.target': 'the system is set up, services may start',
	'sysinit.target': 'the early set-up of the system',
	'multi-user.target': 'the ordinary running system',
	'graphical.target': 'the graphical login',
	'default.target': 'what the system or the login starts up to',
	'rescue.target': 'the rescue shell',
	'emergency.target': 'the emergency shell',
	'network.target': 'networking is being managed',
	'network-pre.target': 'before the network is set up',
	'network-online.target': 'the network is up',
	'nss-lookup.target': 'host names can be looked up',
	'nss-user-lookup.target': 'accounts can be looked up',
	'remote-fs.target': 'network disks are mounted',
	'remote-fs-pre.target': 'before network disks are mounted',
	'local-fs.target': 'local disks are mounted',
	'local-fs-pre.target': 'before local disks are mounted',
	'time-sync.target': 'the clock is set from the network',
	'time-set.target': 'the clock is roughly right',
	'timers.target': 'all timers',
	'sockets.target': 'all sockets',
	'paths.target': 'all watched paths',
	'slices.target': 'all slices',
	'swap.target': 'all swap space',
	'getty.target': 'text logins',
	'sleep.target': 'the computer goes to sleep',
	'suspend.target': 'the computer is suspended',
	'hibernate.target': 'the computer hibernates',
	'shutdown.target': 'the shutdown',
	'umount.target': 'disks are unmounted at shutdown',
	'final.target': 'the last step of the shutdown',
	'reboot.target': 'the restart of the computer',
	'poweroff.target': 'the computer is switched off',
	'halt.target': 'the computer is halted',
	'exit.target': 'the manager ends',
	'printer.target': 'a printer is plugged in',
	'bluetooth.target': 'a Bluetooth adapter is there',
	'sound.target': 'a sound card is there',
	'smartcard.target': 'a card reader is there',
	'graphical-session.target': 'a graphical login session',
	'graphical-session-pre.target': 'before a graphical login session',
	'cryptsetup.target': 'encrypted disks are opened',
	'initrd.target': 'the small system that starts the real one',
	'systemd-tmpfiles-setup.service': 'temporary folders are made',
	'systemd-sysusers.service': 'accounts of packages are made',
	'systemd-udevd.service': 'devices are set up',
	'systemd-journald.service': 'the log',
	'systemd-journald.socket': 'the log',
	'systemd-remount-fs.service': 'the root disk may be written',
	'systemd-modules-load.service': 'kernel modules are loaded',
	'systemd-sysctl.service': 'kernel settings are applied',
	'systemd-user-sessions.service': 'users may log in',
	'dbus.service': 'the message bus',
	'dbus.socket': 'the message bus',
	'system.slice': 'where system services live',
	'user.slice': 'where users live',
	'machine.slice': 'where containers and virtual machines live',
	'-.mount': 'the root disk',
	'-.slice': 'the root of all groups',
	'session.slice': 'what the login session itself needs',
	'app.slice': 'apps of a login',
	'background.slice': 'what may wait',
	'tmp.mount': '/tmp',
};

const withMeaning = (name: string): string => (Object.hasOwn(meanings, name) ? `${name} (${meanings[name]})` : name);

/** A few names of units; what they stand for is added where there are not many. */
export const unitsOf = (names: readonly string[]): string => {
	const distinct = [...new Set(names)];
	return distinct.length > 3 ? someOf(distinct, 5) : someOf(distinct.map(withMeaning), 3);
};

export const unitOf = (name: string): string => unitsOf([name]);
