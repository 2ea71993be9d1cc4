import {describe, expect, test} from 'vitest';
import type {AppRegistration} from '../../source/model/app.js';
import type {Kind} from '../../source/model/evidence.js';
import type {Process} from '../../source/model/process.js';
import type {Service} from '../../source/model/service.js';
import {appFixture, jobFixture, launchd, macProcess} from './mac-scene.js';
import {explainAll} from './verdict-of.js';

type Scene = {jobs?: readonly Service[]; apps?: readonly AppRegistration[]; others?: readonly Process[]};
type Case = [sentence: string, kind: Kind, process: Process, scene?: Scene];

const system = (label: string) => ({jobs: [jobFixture('system', label)]});
const gui = (label: string) => ({jobs: [jobFixture('gui/501', label)]});
const root = {uid: 0, user: 'root'};

const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const chromeScene: Scene = {
	jobs: [jobFixture('gui/501', 'application.com.google.Chrome.1.2', 200)],
	apps: [appFixture('Foreground', 200, 'Google Chrome')],
	others: [macProcess(chrome, {pid: 200})],
};

/** The bank of counter-examples, and what stands around them. */
const cases: readonly Case[] = [
	['launchd ends in d and is the init system', 'init', launchd],
	[
		'bird, which an article calls a daemon, is an agent',
		'agent',
		macProcess('/System/Library/PrivateFrameworks/CloudDocsDaemon.framework/Versions/A/Support/bird'),
		gui('com.apple.bird'),
	],
	[
		'mds is a daemon',
		'daemon',
		macProcess('/System/Library/Frameworks/CoreServices.framework/Frameworks/Metadata.framework/Support/mds', root),
		system('com.apple.metadata.mds'),
	],
	[
		'mds_stores is a daemon without d',
		'daemon',
		macProcess(
			'/System/Library/Frameworks/CoreServices.framework/Versions/A/Frameworks/Metadata.framework/Versions/A/Support/mds_stores',
			root,
		),
		system('com.apple.metadata.mds.index'),
	],
	[
		'mdworker_shared is an agent of the moment',
		'agent',
		macProcess('/System/Library/Frameworks/CoreServices.framework/Frameworks/Metadata.framework/Versions/A/Support/mdworker_shared'),
		gui('com.apple.mdworker.shared.0E000000-0000-0000-0000-000000000000'),
	],
	[
		'Spotlight is an agent with a window',
		'agent',
		macProcess('/System/Library/CoreServices/Spotlight.app/Contents/MacOS/Spotlight'),
		{...gui('com.apple.Spotlight'), apps: [appFixture('UIElement')]},
	],
	[
		'mDNSResponder is a daemon in capital letters',
		'daemon',
		macProcess('/usr/sbin/mDNSResponder', {uid: 65, user: '_mdnsresponder'}),
		system('com.apple.mDNSResponder.reloaded'),
	],
	[
		'UserEventAgent (System) calls itself an agent and is a daemon',
		'daemon',
		macProcess('/usr/libexec/UserEventAgent', {...root, args: ['/usr/libexec/UserEventAgent', '(System)']}),
		system('com.apple.UserEventAgent-System'),
	],
	[
		'UserEventAgent (Aqua) is an agent',
		'agent',
		macProcess('/usr/libexec/UserEventAgent', {args: ['/usr/libexec/UserEventAgent', '(Aqua)']}),
		gui('com.apple.UserEventAgent-Aqua'),
	],
	[
		'distnoted daemon is a daemon',
		'daemon',
		macProcess('/usr/sbin/distnoted', {uid: 241, user: '_distnote', args: ['/usr/sbin/distnoted', 'daemon']}),
		system('com.apple.distnoted.xpc.daemon'),
	],
	[
		'distnoted agent is an agent',
		'agent',
		macProcess('/usr/sbin/distnoted', {args: ['/usr/sbin/distnoted', 'agent']}),
		gui('com.apple.distnoted.xpc.agent'),
	],
	[
		'distnoted agent of a system account, in a domain that may not be read, is an agent',
		'agent',
		macProcess('/usr/sbin/distnoted', {uid: 202, user: '_coreaudiod', args: ['/usr/sbin/distnoted', 'agent']}),
		{jobs: [jobFixture('system', 'com.example.other', 999)]},
	],
	[
		'cfprefsd is a daemon and an agent',
		'agent',
		macProcess('/usr/sbin/cfprefsd', {args: ['/usr/sbin/cfprefsd', 'agent']}),
		gui('com.apple.cfprefsd.xpc.agent'),
	],
	[
		'WindowServer draws the screen and is a daemon',
		'daemon',
		macProcess('/System/Library/PrivateFrameworks/SkyLight.framework/Resources/WindowServer', {uid: 88, user: '_windowserver'}),
		system('com.apple.WindowServer'),
	],
	[
		'loginwindow is part of the session',
		'session',
		macProcess('/System/Library/CoreServices/loginwindow.app/Contents/MacOS/loginwindow', {args: ['loginwindow', 'console']}),
		system('com.apple.loginwindow'),
	],
	[
		'Dock is an agent',
		'agent',
		macProcess('/System/Library/CoreServices/Dock.app/Contents/MacOS/Dock'),
		{...gui('com.apple.Dock.agent'), apps: [appFixture('UIElement')]},
	],
	[
		'Finder is an agent, although it has an icon in the Dock',
		'agent',
		macProcess('/System/Library/CoreServices/Finder.app/Contents/MacOS/Finder'),
		{...gui('com.apple.Finder'), apps: [appFixture('Foreground')]},
	],
	[
		'locationd has an account of its own and is a daemon',
		'daemon',
		macProcess('/usr/libexec/locationd', {uid: 205, user: '_locationd'}),
		system('com.apple.locationd'),
	],
	[
		'AppleSpell is an agent without d',
		'agent',
		macProcess('/System/Library/Services/AppleSpell.service/Contents/MacOS/AppleSpell'),
		gui('com.apple.applespell'),
	],
	[
		'netbiosd runs on demand and is a daemon',
		'daemon',
		macProcess('/usr/sbin/netbiosd', {uid: 222, user: '_netbios'}),
		system('com.apple.netbiosd'),
	],
	[
		'com.docker.backend is a part of Docker',
		'app-helper',
		macProcess('/Applications/Docker.app/Contents/MacOS/com.docker.backend', {ppid: 200}),
		{
			jobs: [jobFixture('gui/501', 'application.com.docker.docker.1.2', 200)],
			apps: [appFixture('UIElement', 200, 'Docker')],
			others: [macProcess('/Applications/Docker.app/Contents/MacOS/Docker', {pid: 200})],
		},
	],
	[
		'com.docker.vmnetd is a daemon without d at its start',
		'daemon',
		macProcess('/Library/PrivilegedHelperTools/com.docker.vmnetd', root),
		system('com.docker.vmnetd'),
	],
	[
		'Dropbox is a background app',
		'background-app',
		macProcess('/Applications/Dropbox.app/Contents/MacOS/Dropbox'),
		{jobs: [jobFixture('gui/501', 'application.com.getdropbox.dropbox.1.2')], apps: [appFixture('UIElement')]},
	],
	[
		'Maccy, of whom the article doubts, is a background app',
		'background-app',
		macProcess('/Applications/Maccy.app/Contents/MacOS/Maccy'),
		{jobs: [jobFixture('gui/501', 'application.org.p0deje.Maccy.1.2')], apps: [appFixture('UIElement')]},
	],
	[
		'Rectangle, opened as a login item, is a background app',
		'background-app',
		macProcess('/Applications/Rectangle.app/Contents/Library/LoginItems/RectangleLauncher.app/Contents/MacOS/RectangleLauncher'),
		gui('com.knollsoft.RectangleLauncher'),
	],
	[
		'Karabiner-VirtualHIDDevice-Daemon stands inside an app and is a daemon',
		'daemon',
		macProcess(
			'/Library/Application Support/org.pqrs/Karabiner-DriverKit-VirtualHIDDevice/Applications/Karabiner-VirtualHIDDevice-Daemon.app/Contents/MacOS/Karabiner-VirtualHIDDevice-Daemon',
			root,
		),
		system('org.pqrs.service.daemon.Karabiner-VirtualHIDDevice-Daemon'),
	],
	[
		'Google Chrome is an app',
		'app',
		macProcess(chrome),
		{jobs: [jobFixture('gui/501', 'application.com.google.Chrome.1.2')], apps: [appFixture('Foreground')]},
	],
	[
		'a Chrome helper belongs to Chrome',
		'app-helper',
		macProcess(
			'/Applications/Google Chrome.app/Contents/Frameworks/Google Chrome Framework.framework/Versions/142/Helpers/Google Chrome Helper (Renderer).app/Contents/MacOS/Google Chrome Helper (Renderer)',
			{ppid: 200},
		),
		chromeScene,
	],
	[
		'chrome_crashpad_handler has launchd as its parent and belongs to Chrome',
		'app-helper',
		macProcess(
			'/Applications/Google Chrome.app/Contents/Frameworks/Google Chrome Framework.framework/Versions/142/Helpers/chrome_crashpad_handler',
		),
		chromeScene,
	],
	[
		'a web page of Safari is an XPC service',
		'xpc-service',
		macProcess(
			'/System/Library/Frameworks/WebKit.framework/Versions/A/XPCServices/com.apple.WebKit.WebContent.xpc/Contents/MacOS/com.apple.WebKit.WebContent',
		),
		{jobs: [jobFixture('gui/501', 'com.example.other', 999)]},
	],
	[
		'authd stands in an XPC bundle and serves the whole system',
		'daemon',
		macProcess('/System/Library/Frameworks/Security.framework/Versions/A/XPCServices/authd.xpc/Contents/MacOS/authd', root),
		system('com.apple.authd'),
	],
	[
		'a widget is an app extension',
		'app-extension',
		macProcess('/System/Applications/Weather.app/Contents/PlugIns/WeatherWidget.appex/Contents/MacOS/WeatherWidget'),
		{jobs: [jobFixture('gui/501', 'com.example.other', 999)]},
	],
	[
		'a driver is a driver, whatever launchd says',
		'driver',
		macProcess('/System/Library/DriverExtensions/com.apple.AppleUserHIDDrivers.dext/com.apple.AppleUserHIDDrivers', {
			uid: 270,
			user: '_driverkit',
		}),
		system('com.apple.driverkit.AppleUserHIDDrivers-0x100000e6a'),
	],
	[
		'a network extension is a system extension',
		'driver',
		macProcess(
			'/Library/SystemExtensions/8F0A/io.tailscale.ipn.macsys.network-extension.systemextension/Contents/MacOS/io.tailscale.ipn.macsys.network-extension',
			root,
		),
		system('NetworkExtension.io.tailscale'),
	],
	[
		'ssh-agent is an agent on macOS',
		'agent',
		macProcess('/usr/bin/ssh-agent', {args: ['/usr/bin/ssh-agent', '-l']}),
		gui('com.openssh.ssh-agent'),
	],
	[
		'postgres by brew services is an agent',
		'agent',
		macProcess('/opt/homebrew/opt/postgresql@17/bin/postgres'),
		gui('homebrew.mxcl.postgresql@17'),
	],
	[
		'and its checkpointer works for it',
		'agent',
		macProcess('postgres', {
			ppid: 200,
			name: 'postgres',
			executable: '/opt/homebrew/opt/postgresql@17/bin/postgres',
			args: ['postgres: checkpointer'],
		}),
		{
			jobs: [jobFixture('gui/501', 'homebrew.mxcl.postgresql@17', 200)],
			others: [macProcess('/opt/homebrew/opt/postgresql@17/bin/postgres', {pid: 200})],
		},
	],
	[
		'nginx by sudo brew services is a daemon',
		'daemon',
		macProcess('/opt/homebrew/opt/nginx/bin/nginx', root),
		system('homebrew.mxcl.nginx'),
	],
	[
		'the God Daemon of PM2 is none',
		'background-process',
		macProcess('PM2 v5.4.2: God Daemon (/Users/alex/.pm2)', {name: 'PM2 v5.4.2: God Daemon', comm: 'PM2 v5.4.2: God', executable: null}),
		{jobs: [jobFixture('gui/501', 'com.example.other', 999)]},
	],
	[
		'a program of PM2 is a managed job',
		'managed-job',
		macProcess('/opt/homebrew/bin/node', {ppid: 200}),
		{others: [macProcess('PM2', {pid: 200, name: 'PM2 v5.4.2: God Daemon', comm: 'PM2 v5.4.2: God', executable: null})]},
	],
	[
		'login belongs to root, has a terminal, and is part of the session',
		'session',
		macProcess('/usr/bin/login', {...root, tty: 'ttys001', hasTty: true, args: ['login', '-fp', 'alex']}),
		{jobs: [jobFixture('gui/501', 'com.example.other', 999)]},
	],
	[
		'-zsh is interactive',
		'interactive',
		macProcess('-zsh', {name: 'zsh', executable: null, tty: 'ttys001', hasTty: true, pgid: 300, tpgid: 300}),
		{jobs: [jobFixture('gui/501', 'com.example.other', 999)]},
	],
	[
		'a node server in front of a terminal is interactive',
		'interactive',
		macProcess('/opt/homebrew/bin/node', {tty: 'ttys001', hasTty: true, pgid: 300, tpgid: 300}),
		{jobs: [jobFixture('gui/501', 'com.example.other', 999)]},
	],
	[
		'a nohup job is a background process',
		'background-process',
		macProcess('/Users/alex/bin/sync.sh'),
		{jobs: [jobFixture('gui/501', 'com.example.other', 999)]},
	],
	[
		'a tmux server is a background process',
		'background-process',
		macProcess('/opt/homebrew/bin/tmux', {args: ['tmux', 'new']}),
		{jobs: [jobFixture('gui/501', 'com.example.other', 999)]},
	],
	[
		'a zombie has the kind of what has not collected it',
		'agent',
		macProcess('(uname)', {ppid: 200, name: 'uname', executable: null, state: 'Z'}),
		{jobs: [jobFixture('gui/501', 'com.example.agent', 200)], others: [macProcess('/usr/local/bin/agent', {pid: 200})]},
	],
	[
		'KakaoTalk is an app',
		'app',
		macProcess('/Applications/KakaoTalk.app/Contents/MacOS/카카오톡'),
		{jobs: [jobFixture('gui/501', 'application.com.kakao.KakaoTalkMac.1.2')], apps: [appFixture('Foreground')]},
	],
	[
		'an app that LaunchServices calls by a word not met yet is still an app',
		'app',
		macProcess('/Applications/New.app/Contents/MacOS/New'),
		{jobs: [jobFixture('gui/501', 'application.com.example.New.1.2')], apps: [appFixture('Holographic')]},
	],
	['with launchd silent, a root program among system programs is a daemon', 'daemon', macProcess('/usr/libexec/thermald', root)],
];

describe('the kind of a process on a Mac', () => {
	test.each(cases)('%s', (_, kind, process, {jobs = [], apps = [], others = []} = {}) => {
		const explained = explainAll([launchd, ...others, process], {services: jobs, apps, platform: 'darwin'});
		const verdict = explained.get(process.pid)?.verdict;
		expect(verdict?.kind, JSON.stringify(verdict?.evidenceFor.map(({rule}) => rule))).toBe(kind);
	});

	test('no source names a file of /proc', () => {
		for (const [, , process, {jobs = [], apps = [], others = []} = {}] of cases) {
			const explained = explainAll([launchd, ...others, process], {services: jobs, apps, platform: 'darwin'}).get(process.pid);
			const sources = [...(explained?.verdict.evidenceFor ?? []), ...(explained?.verdict.evidenceAgainst ?? [])].map(({source}) => source);
			expect(sources.filter(source => source.includes('/proc'))).toEqual([]);
		}
	});
});
