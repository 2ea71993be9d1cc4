import {isServiceUser} from '../model/account.js';
import {bundlePlace} from '../model/bundle.js';
import type {Kind} from '../model/evidence.js';
import {type TrapId, trapIds} from '../model/quiz.js';
import type {ExplainedProcess, Host} from '../model/snapshot.js';
import {startRuleOf} from './quiz-start.js';

type Seen = {process: ExplainedProcess; kind: Kind; name: string; isMac: boolean; isLinux: boolean; hasTwin: boolean};

/** `naive`: what people take it for. */
type Trap = {naive: Kind | ((seen: Seen) => Kind); holds: (seen: Seen) => boolean};

/** Programs of which the computer has one instance and every user another. */
const twice =
	/^(?:UserEventAgent|distnoted|cfprefsd|trustd|tccd|lsd|nsurlsessiond|coreauthd|ctkd|containermanagerd|cloudd|secinitd|iconservicesagent|ReportCrash|dbus-daemon|dbus-broker|dbus-broker-launch)$/;

const windowAgents =
	/^(?:Dock|Finder|ControlCenter|Control Center|NotificationCenter|Notification Center|SystemUIServer|Spotlight|WallpaperAgent|WindowManager)$/;

const executableOf = ({process}: Seen): string => process.executable ?? '';

const isHomebrews = (seen: Seen): boolean => /^\/(?:opt\/homebrew|usr\/local\/(?:opt|Cellar))\//.test(executableOf(seen));

const isSeenApp = ({process}: Seen): boolean => process.app?.type === 'Foreground' || process.app?.type === 'UIElement';

const hasNetworkListener = ({process}: Seen): boolean => process.traits.listens?.some(({protocol}) => protocol !== 'unix') ?? false;

const isOrphan = ({process}: Seen): boolean => process.ppid === 1 && process.hasTty === false;

/** What fools a hasty reader, as facts that can be checked. */
const traps: Readonly<Record<TrapId, Trap>> = {
	'first-process': {naive: 'daemon', holds: ({kind, process}) => kind === 'init' && process.pid === 1},
	'kernel-d': {naive: 'daemon', holds: ({kind, name}) => kind === 'kernel' && /d\d*$/.test(name)},
	'draws-the-screen': {naive: 'app', holds: ({kind, name}) => kind === 'daemon' && name === 'WindowServer'},
	'login-window': {naive: 'agent', holds: ({kind, name}) => kind === 'session' && name === 'loginwindow'},
	namesake: {naive: 'agent', holds: ({kind, name, isLinux}) => isLinux && kind === 'daemon' && name === 'bird'},
	'called-daemon': {naive: 'daemon', holds: ({kind, name, isMac}) => isMac && kind === 'agent' && name === 'bird'},
	'index-behind-window': {naive: 'app', holds: ({kind, name, isMac}) => isMac && kind === 'daemon' && /^mds(?:_stores)?$/.test(name)},
	homebrew: {
		naive: ({kind}) => (kind === 'agent' ? 'daemon' : 'agent'),
		holds: seen => seen.isMac && (seen.kind === 'agent' || seen.kind === 'daemon') && isHomebrews(seen),
	},
	'two-instances': {
		naive: ({kind}) => (kind === 'daemon' ? 'agent' : 'daemon'),
		holds: ({kind, name, hasTwin}) => (kind === 'daemon' || kind === 'agent') && (hasTwin || twice.test(name)),
	},
	'agent-with-window': {
		naive: 'app',
		holds: seen => seen.isMac && seen.kind === 'agent' && (windowAgents.test(seen.name) || isSeenApp(seen)),
	},
	'agent-without-d': {naive: 'app', holds: ({kind, name, isMac}) => isMac && kind === 'agent' && /^(?:AppleSpell|pboard|Siri)$/.test(name)},
	'agent-in-name': {naive: 'agent', holds: ({kind, name}) => kind === 'daemon' && /agent|-ga$/i.test(name)},
	'god-daemon': {naive: 'daemon', holds: ({kind, name}) => kind === 'background-process' && /^PM2 /.test(name)},
	'key-agent': {naive: 'background-process', holds: ({kind, name}) => kind === 'agent' && /^(?:ssh|gpg)-agent$/.test(name)},
	'daemon-in-name': {naive: 'daemon', holds: ({kind, name}) => kind !== 'daemon' && /daemon/i.test(name)},
	'service-bundle': {naive: 'xpc-service', holds: seen => seen.kind === 'daemon' && bundlePlace(executableOf(seen)).suffix === 'xpc'},
	'daemon-in-app-bundle': {
		naive: 'app',
		holds: seen => seen.isMac && seen.kind === 'daemon' && bundlePlace(executableOf(seen)).appPath !== null,
	},
	'capital-letters': {
		naive: 'app',
		holds: ({kind, name, isMac}) => isMac && kind === 'daemon' && /^[A-Za-z]*[A-Z][A-Za-z]*[a-ce-z]$/.test(name),
	},
	'own-account': {
		naive: 'agent',
		holds: ({kind, process, isMac}) => isMac && kind === 'daemon' && process.uid !== 0 && isServiceUser(process.uid, 'darwin'),
	},
	'd-no-daemon': {naive: 'daemon', holds: ({kind, name}) => kind === 'agent' && /[a-z]d\d?$/.test(name)},
	'orphan-helper': {naive: 'daemon', holds: seen => seen.kind === 'app-helper' && isOrphan(seen) && /crashpad/.test(seen.name)},
	'helper-no-window': {naive: 'daemon', holds: ({kind, process}) => kind === 'app-helper' && process.hasTty === false},
	'page-process': {naive: 'app', holds: ({kind, name}) => kind === 'xpc-service' && name.startsWith('com.apple.WebKit.')},
	'menu-bar-app': {naive: 'agent', holds: ({kind}) => kind === 'background-app'},
	worker: {naive: 'managed-job', holds: ({kind, process}) => kind === 'daemon' && process.verdict.tags.includes('worker')},
	supervised: {naive: 'daemon', holds: ({kind, process}) => kind === 'managed-job' && process.service?.manager !== 'cron'},
	'root-at-terminal': {
		naive: 'daemon',
		holds: ({kind, process}) => (kind === 'session' || kind === 'interactive') && process.hasTty === true && process.uid === 0,
	},
	'listening-developer': {naive: 'daemon', holds: seen => seen.kind === 'interactive' && hasNetworkListener(seen)},
	detached: {naive: 'daemon', holds: ({kind, process}) => kind === 'background-process' && process.hasTty === false},
	'on-demand-daemon': {naive: 'daemon', holds: ({kind, process}) => kind === 'daemon' && startRuleOf(process) === 'on-demand'},
};

const noTwins: ReadonlySet<string> = new Set();

const seenOf = (process: ExplainedProcess, platform: Host['platform'], twins: ReadonlySet<string> = noTwins): Seen => ({
	process,
	kind: process.verdict.kind,
	name: process.name,
	isMac: platform === 'darwin',
	isLinux: platform === 'linux',
	hasTwin: twins.has(process.name),
});

/** Why this process is easily taken for something else; `null`: it is what it seems. `twins`: names that run both as a daemon and as an agent. */
export const trapOf = (process: ExplainedProcess, platform: Host['platform'], twins: ReadonlySet<string>): TrapId | null => {
	const seen = seenOf(process, platform, twins);
	return trapIds.find(id => traps[id].holds(seen)) ?? null;
};

/** What those who fall into the trap take the process for. */
export const naiveKindOf = (trap: TrapId, process: ExplainedProcess, platform: Host['platform']): Kind => {
	const {naive} = traps[trap];
	return typeof naive === 'function' ? naive(seenOf(process, platform)) : naive;
};
