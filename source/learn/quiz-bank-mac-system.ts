import type {MacRow} from './quiz-bank-row.js';

const frameworks = '/System/Library/Frameworks';
const privates = '/System/Library/PrivateFrameworks';
const core = '/System/Library/CoreServices';
const metadata = `${frameworks}/CoreServices.framework/Frameworks/Metadata.framework/Versions/A/Support`;

/** What Apple's own property lists say of jobs that wait for messages and nothing else. */
const onMessage = {keep: false, atLoad: false, by: ['mach-service']} as const;

/**
The daemons of a Mac, among them those that are often taken for something else.

@source launchd.plist(5); the property lists in /System/Library of macOS 10.14; process lists of macOS 10.15 and later
*/
export const macSystemRows: readonly MacRow[] = [
	{pid: 1, parent: 0, path: '/sbin/launchd'},
	// for the whole computer
	{
		pid: 90,
		path: '/usr/libexec/configd',
		job: {domain: 'system', label: 'com.apple.configd', keep: true, atLoad: false, by: ['mach-service']},
	},
	{pid: 91, path: '/usr/libexec/UserEventAgent', args: ['(System)'], job: {domain: 'system', label: 'com.apple.UserEventAgent-System'}},
	{pid: 95, path: `${metadata}/mds`, job: {domain: 'system', label: 'com.apple.metadata.mds', keep: true, by: ['mach-service']}},
	{pid: 96, path: `${metadata}/mds_stores`, job: {domain: 'system', label: 'com.apple.metadata.mds.index'}},
	{
		pid: 98,
		path: '/usr/sbin/distnoted',
		args: ['daemon'],
		user: '_distnote',
		job: {domain: 'system', label: 'com.apple.distnoted.xpc.daemon', ...onMessage},
	},
	{pid: 99, path: '/usr/sbin/cfprefsd', args: ['daemon'], job: {domain: 'system', label: 'com.apple.cfprefsd.xpc.daemon', ...onMessage}},
	{pid: 101, path: '/usr/sbin/mDNSResponder', user: '_mdnsresponder', job: {domain: 'system', label: 'com.apple.mDNSResponder.reloaded'}},
	{
		pid: 103,
		path: `${privates}/SkyLight.framework/Resources/WindowServer`,
		args: ['-daemon'],
		user: '_windowserver',
		job: {domain: 'system', label: 'com.apple.WindowServer'},
	},
	{
		pid: 104,
		path: `${core}/loginwindow.app/Contents/MacOS/loginwindow`,
		args: ['console'],
		user: 'alex',
		job: {domain: 'system', label: 'com.apple.loginwindow'},
	},
	{pid: 107, path: '/usr/libexec/locationd', user: '_locationd', job: {domain: 'system', label: 'com.apple.locationd'}},
	{pid: 108, path: '/usr/libexec/nearbyd', user: '_nearbyd', job: {domain: 'system', label: 'com.apple.nearbyd'}},
	{
		pid: 111,
		path: `${frameworks}/Security.framework/Versions/A/XPCServices/authd.xpc/Contents/MacOS/authd`,
		job: {domain: 'system', label: 'com.apple.authd'},
	},
	{pid: 112, path: '/usr/sbin/coreaudiod', user: '_coreaudiod', job: {domain: 'system', label: 'com.apple.audio.coreaudiod'}},
	{
		pid: 113,
		path: '/usr/sbin/netbiosd',
		user: '_netbios',
		job: {domain: 'system', label: 'com.apple.netbiosd', keep: false, atLoad: false, by: ['socket', 'event']},
		startSeconds: 9000,
	},
	{
		pid: 114,
		path: '/usr/sbin/smbd',
		job: {domain: 'system', label: 'com.apple.smbd', keep: false, atLoad: false, by: ['mach-service', 'socket']},
		startSeconds: 9100,
	},
	{
		pid: 115,
		path: `${core}/backupd.bundle/Contents/Resources/backupd`,
		job: {domain: 'system', label: 'com.apple.backupd', ...onMessage},
		startSeconds: 9200,
	},
	{pid: 120, path: '/Library/PrivilegedHelperTools/com.docker.vmnetd', job: {domain: 'system', label: 'com.docker.vmnetd'}},
	{
		pid: 121,
		path: '/Library/Application Support/org.pqrs/Karabiner-DriverKit-VirtualHIDDevice/Applications/Karabiner-VirtualHIDDevice-Daemon.app/Contents/MacOS/Karabiner-VirtualHIDDevice-Daemon',
		job: {domain: 'system', label: 'org.pqrs.service.daemon.Karabiner-VirtualHIDDevice-Daemon', keep: true},
	},
	{
		pid: 122,
		path: '/opt/homebrew/opt/nginx/bin/nginx',
		title: ['nginx:', 'master', 'process', '/opt/homebrew/opt/nginx/bin/nginx'],
		job: {domain: 'system', label: 'homebrew.mxcl.nginx'},
		port: 80,
	},
	{pid: 130, path: '/System/Library/DriverExtensions/com.apple.AppleUserHIDDrivers.dext/com.apple.AppleUserHIDDrivers', user: '_driverkit'},
	{
		pid: 131,
		path: '/Library/SystemExtensions/0A1B2C3D-0000-4000-8000-1234567890AB/io.tailscale.ipn.macsys.network-extension.systemextension/Contents/MacOS/io.tailscale.ipn.macsys.network-extension',
	},
	// in no dictionary
	{
		pid: 600,
		path: '/usr/local/libexec/ledger-sync',
		user: 'root',
		job: {domain: 'system', label: 'com.example.ledger-sync', keep: true, atLoad: true},
	},
	{
		pid: 601,
		path: '/usr/local/libexec/photo-inbox',
		user: '_photoinbox',
		job: {domain: 'system', label: 'com.example.photo-inbox', keep: false, atLoad: false, by: ['path']},
	},
	{
		pid: 605,
		path: '/usr/local/libexec/badge-printer',
		user: 'root',
		job: {domain: 'system', label: 'com.example.badge-printer', keep: false, atLoad: true},
	},
];
