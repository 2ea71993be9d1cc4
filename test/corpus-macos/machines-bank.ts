import type {Kind} from '../../source/model/evidence.js';
import {parseJobDefinition} from '../../source/parse/job-definition.js';
import {parsePropertyList} from '../../source/parse/plist.js';
import type {MachineRow} from './machines-scene.js';
import {macFiles, readMacBytes, readMacText} from './macos-corpus-folder.js';

type Entry = readonly [pattern: RegExp, kinds: readonly Kind[], holds?: (row: MachineRow) => boolean];

const isPersons = ({uid}: MachineRow): boolean => uid >= 501;
const isSystems = ({uid}: MachineRow): boolean => uid < 501;
const hasTerminal = ({tty}: MachineRow): boolean => tty !== null;

/** An app of Apple's that launchd keeps for a session, though its path looks like any other app's. */
const keptApps =
	/\/(?:Dock|Finder|SystemUIServer|Spotlight|ControlStrip|ControlCenter|NotificationCenter|WindowManager|WiFiAgent|AirPlayUIAgent|TextInputMenuAgent|CoreLocationAgent|CoreServicesUIAgent|OSDUIHelper|UniversalControl|WallpaperAgent|PowerChime|UserNotificationCenter|FolderActionsDispatcher|SocialPushAgent|Keychain Circle Notification|EscrowSecurityAlert|NowPlayingTouchUI|AirPort Base Station Agent|Siri|cloudphotosd)\.app\/Contents\/MacOS\//;

/**
What known programs are, by their arguments: the first line that fits counts. Where several kinds are given, each can be
defended.

@source facts about counter-examples; launchd.plist files of macOS 10.14; the process names of Apple's security guide
*/
export const bank: readonly Entry[] = [
	// what stands before everything else
	[/^\/sbin\/launchd$/, ['init']],
	[/\.dext\//, ['driver']],
	[/\.systemextension\//, ['driver']],
	[/\.appex\//, ['app-extension']],
	[/\/authd\.xpc\//, ['daemon', 'xpc-service']],
	[/\/com\.apple\.ctkpcscd\.xpc\//, ['daemon', 'xpc-service']],
	[/\.xpc\//, ['xpc-service', 'agent', 'daemon']],
	// the terminal
	[/^login -/, ['session'], hasTerminal],
	[/^-(?:bash|zsh)$/, ['interactive'], hasTerminal],
	[/^\/bin\/zsh -il$/, ['interactive'], hasTerminal],
	[/^ps /, ['interactive'], hasTerminal],
	[/\/gitstatusd-darwin-arm64 /, ['interactive', 'background-process'], hasTerminal],
	// one program, several instances
	[/\/UserEventAgent \(System\)/, ['daemon']],
	[/\/UserEventAgent \((?:Aqua|LoginWindow)\)/, ['agent']],
	[/\/distnoted daemon/, ['daemon']],
	[/\/distnoted agent/, ['agent']],
	[/\/cfprefsd daemon/, ['daemon']],
	[/\/cfprefsd agent/, ['agent']],
	[/\/trustd --agent/, ['agent']],
	[/\/trustd$/, ['daemon']],
	[/\/tccd system/, ['daemon']],
	[/\/tccd$/, ['agent'], isPersons],
	[/\/lsd runAsRoot/, ['daemon']],
	[/\/lsd$/, ['agent'], isPersons],
	[/\/nsurlsessiond --privileged/, ['daemon']],
	[/\/nsurlsessiond$/, ['agent'], isPersons],
	[/\/cloudd --system/, ['daemon']],
	[/\/cloudd$/, ['agent'], isPersons],
	[/\/containermanagerd .*--runmode=agent/, ['agent']],
	[/\/containermanagerd_system /, ['daemon']],
	[/\/ReportCrash agent/, ['agent']],
	[/\/ReportCrash daemon/, ['daemon']],
	[/\/coreauthd$/, ['daemon'], isSystems],
	[/\/coreauthd$/, ['agent'], isPersons],
	[/\/ctkd -s/, ['daemon'], isSystems],
	[/\/ctkd -t/, ['agent'], isPersons],
	[/\/secinitd$/, ['agent'], isPersons],
	[/\/printtool agent/, ['agent']],
	[/\/iconservicesagent/, ['daemon'], isSystems],
	[/\/iconservicesagent/, ['agent'], isPersons],
	[/\/AudioComponentRegistrar -daemon/, ['daemon']],
	[/\/AudioComponentRegistrar$/, ['agent'], isPersons],
	// the session
	[/\/loginwindow console/, ['session']],
	[/\/WindowServer -daemon/, ['daemon']],
	[keptApps, ['agent']],
	[
		/\/(?:identityservicesd|imagent|soagent|CMFSyncAgent|storeuid|LaterAgent|nbagent|sociallayerd|quicklookd)\.app\/Contents\/MacOS\//,
		['agent'],
	],
	[/\/SpotlightNetHelper\.app\//, ['agent', 'xpc-service']],
	// daemons
	[/\/mDNSResponder(?:Helper)?$/, ['daemon']],
	[/\/mds(?:_stores)?$/, ['daemon']],
	[/\/mdworker(?:_shared)?(?: |$)/, ['agent', 'xpc-service', 'daemon'], isSystems],
	[/\/mdworker(?:_shared)?(?: |$)/, ['agent', 'xpc-service'], isPersons],
	[/\/mdwrite$/, ['agent'], isPersons],
	[
		/\/(?:configd|opendirectoryd|diskarbitrationd|securityd|notifyd|syslogd|logd|coreaudiod|locationd|hidd|powerd|airportd)(?: |$)/,
		['daemon'],
	],
	[/\/(?:fseventsd|kextd|kernelmanagerd|launchservicesd|coreservicesd|amfid|sandboxd|syspolicyd|watchdogd|timed|dasd)(?: |$)/, ['daemon']],
	[/\/(?:apsd|mediaremoted|analyticsd|usbmuxd|revisiond|logind|usbd|thermald|sysmond|smd|symptomsd|netbiosd)(?: |$)/, ['daemon']],
	[/\/(?:bluetoothd|blued|cupsd|runningboardd|thermalmonitord|xprotectd|remoted|corerepaird|PerfPowerServices|kdc)(?: |$)/, ['daemon']],
	[/\/systemstats --/, ['daemon']],
	[/\/(?:backupd|backupd-helper|mtmd)(?: |$)/, ['daemon']],
	[/\/Software Update\.app\/Contents\/Resources\/(?:softwareupdated|suhelperd|softwareupdate_download_service)$/, ['daemon']],
	[/\/(?:installd|system_installd|suhelperd)$/, ['daemon']],
	[/^(?:autofsd|automountd|aslmanager)$/, ['daemon']],
	[/\/XProtect\.app\/Contents\/MacOS\/XProtect$/, ['daemon'], isSystems],
	[/\/liquiddetectiond\.app\/liquiddetectiond$/, ['daemon']],
	[/\/check_afp\.app\//, ['daemon']],
	[/^\/usr\/bin\/sysdiagnose$/, ['daemon']],
	[/^\/Library\/PrivilegedHelperTools\//, ['daemon']],
	[/\/JamfDaemon\.app\//, ['daemon']],
	[/^\/usr\/local\/jamf\/bin\/jamf launchDaemon/, ['daemon']],
	[/^\/Library\/(?:Tanium\/|enSilo\/enSiloCollector$|Application Support\/(?:BeyondTrust|LANDesk)\/)/, ['daemon'], isSystems],
	[/^\/usr\/local\/jamf\/bin\/jamfAgent$/, ['agent']],
	// agents
	[/\/bird$/, ['agent']],
	[/\/pboard$/, ['agent']],
	[/\/AppleSpell$/, ['agent', 'xpc-service']],
	[/\/(?:sharingd|rapportd|secd|usernoted|accountsd|pkd|icdd|callservicesd|suggestd|fontd|homed|assistantd)$/, ['agent'], isPersons],
	[/\/(?:akd|deleted|swcd|dmd|cdpd|parsecd|followupd|recentsd|photolibraryd|photoanalysisd|corespotlightd)$/, ['agent'], isPersons],
	[/\/(?:talagentd?|diagnostics_agent|USBAgent|pbs|knowledge-agent|spindump_agent|useractivityd|fileproviderd)$/, ['agent'], isPersons],
	[/\/(?:routined LAUNCHED_BY_LAUNCHD|universalaccessd launchd -s|CommCenter -L)$/, ['agent'], isPersons],
	[/\/(?:ControlCenterHelper|BiomeAgent|ContextStoreAgent|UsageTrackingAgent|ScreenTimeAgent|appstoreagent|StatusKitAgent)$/, ['agent']],
	[/\/ssh-agent -l$/, ['agent']],
	[/^(?:SafeEjectGPUAgent|cloudphotod)$/, ['agent']],
	[/\/softwareupdate_notify_agent$|\/mbuseragent$/, ['agent']],
	[/^\/opt\/homebrew\/opt\/httpd\/bin\/httpd /, ['agent', 'background-process']],
	// helpers before the apps that hold them
	[/\/Contents\/(?:Frameworks|Helpers)\/.*(?:Helper|crashpad)/, ['app-helper']],
	[/\.app\/Contents\/Frameworks\//, ['app-helper']],
	[/\/Grammarly Desktop Helper\.app\//, ['agent', 'app-helper']],
	[/\/plugin_host \d/, ['app-helper']],
	[/^(?:\/Applications\/Docker\.app\/Contents\/MacOS\/)?com\.docker\.(?:supervisor|osxfs|vpnkit|driver|backend|hyperkit)/, ['app-helper']],
	[/\/Microsoft SharePoint\.app\//, ['app-helper', 'background-app']],
	[/\/iTunesHelper\.app\//, ['background-app', 'app-helper']],
	[/\/Python\.app\/Contents\/MacOS\/Python -B .*Sublime/, ['app-helper']],
	// apps
	[/\/(?:Terminal|Mail|Calendar|Reminders|Notes|Messages|Contacts)\.app\/Contents\/MacOS\//, ['app']],
	[
		/\/(?:Sourcetree|Sublime Text|Microsoft Outlook|Google Chrome|Visual Studio Code|iTerm|PDF Reader Pro)\.app\/Contents\/MacOS\//,
		['app'],
	],
	[/\/(?:Docker|Backup and Sync|StatusClock|Grammarly Desktop|Egnyte WebEdit)\.app\/Contents\/MacOS\//, ['background-app']],
	// nobody's
	[/\/iTermServer-/, ['background-process', 'app-helper']],
];

/** `null`: the bank does not know it, or the window's edge hides what it is. */
export const kindsInBank = (row: MachineRow): readonly Kind[] | null => {
	const found = bank.find(([pattern, , holds]) => pattern.test(row.args) && (holds?.(row) ?? true));
	const isHidden = row.isPathCut && !/\.(?:app|xpc|appex|dext|systemextension)\//.test(row.args);
	return found && !isHidden ? found[1] : null;
};

/** A framework's current version has two paths. */
const samePath = (path: string): string => path.replace(/\/Versions\/[A-Z](?=\/)/g, '');

export type Scope = 'daemon' | 'agent';

/** What Apple's property lists say of a program's path: whose folder its file is in; both: the path alone does not tell. */
export const scopesOfPrograms = (): ((path: string) => ReadonlySet<Scope>) => {
	const scopes = new Map<string, Set<Scope>>();
	const note = (file: string, program: string | null | undefined): void => {
		if (program?.startsWith('/')) {
			const key = samePath(program);
			scopes.set(key, (scopes.get(key) ?? new Set()).add(file.includes('LaunchDaemons') ? 'daemon' : 'agent'));
		}
	};

	for (const list of ['lists/10.10.5-14F27-launchd.csv', 'lists/10.12-16A323-launchd.csv']) {
		for (const [, file = '', program] of readMacText(list).matchAll(/^(\/[^,]+\.plist),[^,]*,"?\[?['"]*(\/[^'",\]]+)/gm)) {
			note(file, program);
		}
	}

	for (const file of macFiles('plists/apple-10.14', '.plist')) {
		const {value} = parsePropertyList(readMacBytes(file));
		note(file, value === null ? null : parseJobDefinition(value)?.program);
	}

	return path => scopes.get(samePath(path)) ?? new Set();
};
