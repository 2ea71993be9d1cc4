import type {MacRow} from './quiz-bank-row.js';

const frameworks = '/System/Library/Frameworks';
const privates = '/System/Library/PrivateFrameworks';
const core = '/System/Library/CoreServices';
const chrome = '/Applications/Google Chrome.app/Contents';
const docker = '/Applications/Docker.app/Contents/MacOS';
const metadata = `${frameworks}/CoreServices.framework/Frameworks/Metadata.framework/Versions/A/Support`;
/** What Apple's own property lists say of jobs that wait for messages and nothing else. */
const onMessage = {keep: false, atLoad: false, by: ['mach-service']} as const;
const afterFailure = {type: 'successful-exit', value: false} as const;

/** What runs on that Mac for the one person who is logged in, or was started by this person. */
export const macPersonRows: readonly MacRow[] = [
	// for the person who logged in
	{
		pid: 300,
		path: '/usr/libexec/UserEventAgent',
		args: ['(Aqua)'],
		user: 'alex',
		job: {domain: 'gui/501', label: 'com.apple.UserEventAgent-Aqua', keep: true, atLoad: false, by: ['mach-service']},
	},
	{pid: 301, path: '/usr/sbin/distnoted', args: ['agent'], user: 'alex', job: {domain: 'user/501', label: 'com.apple.distnoted.xpc.agent'}},
	{
		pid: 302,
		path: '/usr/sbin/cfprefsd',
		args: ['agent'],
		user: 'alex',
		job: {domain: 'user/501', label: 'com.apple.cfprefsd.xpc.agent', ...onMessage},
	},
	{
		pid: 303,
		path: `${privates}/CloudDocsDaemon.framework/Versions/A/Support/bird`,
		user: 'alex',
		job: {domain: 'gui/501', label: 'com.apple.bird'},
	},
	{
		pid: 304,
		path: `${privates}/CloudKitDaemon.framework/Support/cloudd`,
		user: 'alex',
		job: {domain: 'gui/501', label: 'com.apple.cloudd', keep: false, atLoad: false, by: ['mach-service', 'event']},
	},
	{
		pid: 305,
		path: '/usr/libexec/sharingd',
		user: 'alex',
		job: {domain: 'gui/501', label: 'com.apple.sharingd', keep: true, atLoad: true, by: ['mach-service']},
	},
	{
		pid: 306,
		path: `${core}/Dock.app/Contents/MacOS/Dock`,
		user: 'alex',
		job: {domain: 'gui/501', label: 'com.apple.Dock.agent'},
		app: 'UIElement',
	},
	{
		pid: 307,
		path: `${core}/Finder.app/Contents/MacOS/Finder`,
		user: 'alex',
		job: {domain: 'gui/501', label: 'com.apple.Finder'},
		app: 'Foreground',
	},
	{
		pid: 308,
		path: `${core}/ControlCenter.app/Contents/MacOS/ControlCenter`,
		user: 'alex',
		job: {domain: 'gui/501', label: 'com.apple.controlcenter'},
		app: 'UIElement',
	},
	{
		pid: 309,
		path: `${core}/Spotlight.app/Contents/MacOS/Spotlight`,
		user: 'alex',
		job: {domain: 'gui/501', label: 'com.apple.Spotlight'},
		app: 'UIElement',
	},
	{
		pid: 310,
		path: '/System/Library/Services/AppleSpell.service/Contents/MacOS/AppleSpell',
		user: 'alex',
		job: {domain: 'gui/501', label: 'com.apple.applespell', ...onMessage},
	},
	{pid: 311, path: '/usr/libexec/pboard', user: 'alex', job: {domain: 'gui/501', label: 'com.apple.pboard'}},
	{
		pid: 312,
		path: '/usr/bin/ssh-agent',
		args: ['-l'],
		user: 'alex',
		job: {domain: 'gui/501', label: 'com.openssh.ssh-agent', keep: false, atLoad: false, by: ['socket']},
	},
	{pid: 313, path: `${metadata}/mdworker_shared`, user: 'alex', job: {domain: 'user/501', label: 'com.apple.mdworker.shared'}},
	{
		pid: 314,
		path: '/opt/homebrew/opt/redis/bin/redis-server',
		args: ['127.0.0.1:6379'],
		user: 'alex',
		job: {domain: 'gui/501', label: 'homebrew.mxcl.redis', keep: true, atLoad: true},
		port: 6379,
	},
	{
		pid: 315,
		path: '/opt/homebrew/opt/nginx/bin/nginx',
		title: ['nginx:', 'master', 'process', '/opt/homebrew/opt/nginx/bin/nginx'],
		user: 'alex',
		job: {domain: 'gui/501', label: 'homebrew.mxcl.nginx'},
		port: 8080,
	},
	{
		pid: 320,
		path: `${frameworks}/WebKit.framework/Versions/A/XPCServices/com.apple.WebKit.WebContent.xpc/Contents/MacOS/com.apple.WebKit.WebContent`,
		user: 'alex',
	},
	{pid: 321, path: '/System/Applications/Weather.app/Contents/PlugIns/WeatherWidget.appex/Contents/MacOS/WeatherWidget', user: 'alex'},
	// what the person opened
	{
		pid: 400,
		path: '/Applications/Safari.app/Contents/MacOS/Safari',
		user: 'alex',
		job: {domain: 'gui/501', label: 'application.com.apple.Safari.1152921500311879701.1152921500311879706'},
		app: 'Foreground',
	},
	{
		pid: 401,
		path: `${chrome}/MacOS/Google Chrome`,
		user: 'alex',
		job: {domain: 'gui/501', label: 'application.com.google.Chrome.1152921500312123682.1152921500312123687'},
		app: 'Foreground',
	},
	{
		pid: 402,
		parent: 401,
		path: `${chrome}/Frameworks/Google Chrome Framework.framework/Versions/140.0/Helpers/Google Chrome Helper (Renderer).app/Contents/MacOS/Google Chrome Helper (Renderer)`,
		user: 'alex',
		args: ['--type=renderer'],
	},
	{
		pid: 403,
		path: `${chrome}/Frameworks/Google Chrome Framework.framework/Versions/140.0/Helpers/chrome_crashpad_handler`,
		user: 'alex',
		args: ['--monitor-self'],
	},
	{
		pid: 404,
		path: `${docker}/Docker`,
		user: 'alex',
		job: {domain: 'gui/501', label: 'application.com.docker.docker.440859.440864'},
		app: 'UIElement',
	},
	{pid: 405, parent: 404, path: `${docker}/com.docker.backend`, user: 'alex'},
	{
		pid: 406,
		path: '/Applications/Dropbox.app/Contents/MacOS/Dropbox',
		user: 'alex',
		job: {domain: 'gui/501', label: 'application.com.getdropbox.dropbox.27017501.27017757'},
		app: 'UIElement',
	},
	{
		pid: 407,
		path: '/Applications/Google Drive.app/Contents/MacOS/Google Drive',
		user: 'alex',
		job: {domain: 'gui/501', label: 'application.com.google.drivefs.27018301.27018309'},
		app: 'UIElement',
	},
	{
		pid: 408,
		path: '/Applications/Maccy.app/Contents/MacOS/Maccy',
		user: 'alex',
		job: {domain: 'gui/501', label: 'application.org.p0deje.Maccy.27019101.27019107'},
		app: 'UIElement',
	},
	// terminals, and what was let go of there
	{
		pid: 500,
		path: '/System/Applications/Utilities/Terminal.app/Contents/MacOS/Terminal',
		user: 'alex',
		job: {domain: 'gui/501', label: 'application.com.apple.Terminal.27020101.27020107'},
		app: 'Foreground',
	},
	{pid: 501, parent: 500, path: '/usr/bin/login', args: ['-pf', 'alex'], tty: 'ttys001'},
	{pid: 502, parent: 501, path: '/bin/zsh', title: ['-zsh'], user: 'alex', tty: 'ttys001'},
	{
		pid: 503,
		parent: 502,
		path: '/opt/homebrew/bin/node',
		args: ['server.js'],
		script: 'server.js',
		user: 'alex',
		tty: 'ttys001',
		isInFront: true,
		port: 3000,
	},
	{pid: 510, path: '/opt/homebrew/bin/tmux', args: ['new', '-s', 'work'], user: 'alex'},
	{pid: 511, path: '/opt/homebrew/bin/node', name: 'PM2 v6.0.5: God Daemon (/Users/alex/.pm2)', user: 'alex'},
	{
		pid: 512,
		parent: 511,
		path: '/opt/homebrew/bin/python3.13',
		args: ['/Users/alex/projects/stock-bot/bot.py'],
		script: 'bot.py',
		user: 'alex',
	},
	// in no dictionary
	{
		pid: 602,
		path: '/Users/alex/.local/bin/nightly-export',
		user: 'alex',
		job: {domain: 'gui/501', label: 'dev.alex.nightly-export', keep: false, atLoad: false, by: ['calendar']},
	},
	{
		pid: 603,
		path: '/Users/alex/.local/bin/price-watch',
		user: 'alex',
		job: {domain: 'gui/501', label: 'dev.alex.price-watch', keep: afterFailure, atLoad: true},
	},
	{
		pid: 604,
		path: '/Applications/Tide Clock.app/Contents/MacOS/Tide Clock',
		user: 'alex',
		job: {domain: 'gui/501', label: 'application.com.example.TideClock.27030101.27030107'},
		app: 'Foreground',
	},
];
