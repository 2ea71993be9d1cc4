import type {MythId} from '../model/myth.js';

/** A line for a shell that only reads, on each system; `null`: nothing there to look at. */
type TryCommand = {linux: string | null; darwin: string | null};

/** How one sees for oneself what is true of a myth. */
export const mythCommands: Readonly<Record<MythId, TryCommand>> = {
	'background-process': {linux: 'ps -eo pid,ppid,tty,user,comm', darwin: '/bin/ps -axo pid,ppid,tty,user,comm'},
	'menu-bar-app': {linux: 'systemctl --user list-units "app-*"', darwin: 'lsappinfo list | grep -B 3 UIElement'},
	'boot-to-shutdown': {linux: 'systemctl list-sockets', darwin: 'launchctl print system | less'},
	'three-nos': {linux: 'ps -eo tty,pid,comm | grep "^?"', darwin: '/bin/ps -axo tty,pid,comm | grep "^??"'},
	'restarts-itself': {
		linux: 'systemctl show -p Id,Restart,NRestarts "*.service"',
		darwin: 'grep -l KeepAlive /System/Library/LaunchDaemons/*.plist',
	},
	'survives-logout': {linux: 'loginctl show-user "$USER" -p Linger', darwin: 'launchctl print gui/$(id -u) | less'},
	'low-priority': {linux: 'ps -eo ni,pcpu,comm --sort=-pcpu | head', darwin: '/bin/ps -axro nice,pcpu,comm | head'},
	'letter-d': {linux: 'ps -eo comm,unit,uunit | grep "d "', darwin: 'launchctl list | grep "d$"'},
	bird: {linux: null, darwin: 'launchctl print gui/$(id -u)/com.apple.bird | head'},
	mdnsresponder: {linux: null, darwin: 'launchctl print system/com.apple.mDNSResponder | head'},
	'launchctl-list': {linux: null, darwin: 'launchctl list | wc -l; launchctl print system | grep -c com.'},
	'grep-daemon': {linux: 'ps aux | grep daemon', darwin: 'ps aux | grep daemon'},
	'user-daemon-folder': {linux: 'ls /usr/lib/systemd/user', darwin: 'ls ~/Library/LaunchAgents /Library/LaunchDaemons'},
	'dies-on-error': {
		linux: 'systemctl show -p Id,Result,NRestarts "*.service"',
		darwin: "launchctl list | awk '$2 != 0'",
	},
	'console-or-log': {linux: 'journalctl -n 20', darwin: 'log show --last 1m --style compact | head -20'},
	signals: {linux: 'grep Sig /proc/self/status', darwin: 'man launchd.plist | grep -n SIGTERM'},
	servers: {linux: 'systemd-cgls --no-pager', darwin: 'launchctl list | grep homebrew'},
	'cron-and-named': {linux: 'systemctl status cron crond named', darwin: 'launchctl print system/com.vix.cron | head'},
};
