import type {LessonId} from '../model/lesson.js';

type SystemCommands = {linux: readonly string[]; darwin: readonly string[]};

/** What a reader may type after a lesson, the same in every language. All but those of the last lesson only look. */
export const lessonCommands = {
	word: {
		linux: ['ps -e | wc -l', 'systemctl list-units --type=service --state=running'],
		darwin: ['ps -ax | wc -l', 'launchctl print system | less'],
	},
	'menu-bar-app': {
		linux: ['ls /etc/xdg/autostart ~/.config/autostart', "systemctl --user list-units 'app-*'"],
		darwin: ['lsappinfo list | grep UIElement', 'launchctl print gui/$(id -u) | grep application'],
	},
	'three-nos': {
		linux: ['ps -eo pid,user,tty,stat,cmd', 'ls -l /proc/$$/fd'],
		darwin: ['/bin/ps -axo pid,user,tty,stat,command', 'lsof -a -p $$ -d 0-2'],
	},
	'life-cycle': {
		linux: ['uptime -s', 'loginctl', 'ps -eo lstart,user,cmd --sort=start_time'],
		darwin: ['sysctl kern.boottime', 'who', '/bin/ps -axo lstart,user,command'],
	},
	'who-keeps-it': {
		linux: ['systemd-cgls', 'systemctl show -p MainPID,Restart,RestartUSec,NRestarts systemd-logind'],
		darwin: ["launchctl print system/com.apple.audio.coreaudiod | grep -E 'pid|state|runs|properties'"],
	},
	'daemon-or-agent': {
		linux: ['ps -eo pid,user,unit,uunit,cmd', 'systemctl --user list-units --type=service'],
		darwin: ['launchctl print system | grep cfprefsd', 'launchctl print gui/$(id -u) | grep cfprefsd'],
	},
	'letter-d': {
		linux: ["ps -eo user,comm | grep 'd$' | sort | uniq -c"],
		darwin: ["/bin/ps -axco user,comm | grep 'd$' | sort | uniq -c"],
	},
	'window-elsewhere': {
		linux: ['busctl list', 'systemd-cgls --user'],
		darwin: ["/bin/ps -axo pid,user,command | grep -E 'Spotlight|mds'", 'man mds'],
	},
	accounts: {
		linux: ['ps -eo user= | sort | uniq -c', "awk -F: '$3 < 1000' /etc/passwd"],
		darwin: ['/bin/ps -axo user= | sort | uniq -c', "dscl . list /Users | grep '^_'"],
	},
	'config-file': {
		linux: ['systemctl cat systemd-logind', 'systemctl list-unit-files --type=service'],
		darwin: ['plutil -p /System/Library/LaunchDaemons/com.apple.mDNSResponder.plist', 'ls /System/Library/LaunchDaemons | wc -l'],
	},
	signals: {
		linux: ['grep Sig /proc/$$/status', 'sleep 300 & kill -TERM $!', 'kill -l'],
		darwin: ['sleep 300 & kill -TERM $!', 'kill -l', 'man signal'],
	},
	'errors-and-logs': {
		linux: ['systemctl --failed', 'journalctl -b -p err', 'journalctl -u systemd-logind -n 20'],
		darwin: ["launchctl list | awk '$2 < 0'", 'log show --last 10m --predicate \'process == "mDNSResponder"\''],
	},
	servers: {
		linux: ['ss -ltnp', 'cat /proc/self/cgroup', 'systemd-cgls'],
		darwin: ['lsof -nP -iTCP -sTCP:LISTEN', '/bin/ps -axo pid,ppid,tty,command | grep node'],
	},
	'make-your-own': {
		linux: [
			'systemd-analyze --user verify ~/.config/systemd/user/log-monitor.service',
			'systemctl --user daemon-reload',
			'systemctl --user enable --now log-monitor.service',
			'journalctl --user -u log-monitor -f',
		],
		darwin: [
			'plutil -lint ~/Library/LaunchAgents/my.log-monitor.plist',
			'launchctl bootstrap gui/$(id -u) ~/Library/LaunchAgents/my.log-monitor.plist',
			'launchctl print gui/$(id -u)/my.log-monitor',
		],
	},
} satisfies Readonly<Record<LessonId, SystemCommands>>;
