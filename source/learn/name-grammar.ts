import type {NameFamily, NamePattern, NameReading} from '../model/name-grammar.js';

type System = 'linux' | 'darwin' | 'generic';

type Pattern = {id: NamePattern; form: RegExp; strength: 1 | 2 | 3; on?: 'linux' | 'darwin'; not?: RegExp};

/** Names in -Agent that Apple gave to daemons. */
const daemonsCalledAgent = /^(?:UserEventAgent|KernelEventAgent|NetAuthSysAgent|FDERecoveryAgent|AppleQEMUGuestAgent)$/;

/**
What a name's form suggests; the first that fits counts. The shares behind the strengths: of some 780 programs of Apple's,
97 of 105 names in -Agent are agents; of 426 that end in d, 57 % are daemons and 39 % agents.
*/
const patterns: readonly Pattern[] = [
	{id: 'kernel-thread', form: /^\[.+\]$/, strength: 3, on: 'linux'},
	{id: 'login-shell', form: /^-\w*sh$/, strength: 3},
	{id: 'title', form: /^[\w.-]+: \S/, strength: 2},
	{id: 'worker', form: /(?:worker|_shared|-worker\d*)$/i, strength: 2},
	{id: 'interface', form: /(?:UI|UIAgent|UIServer)$/, strength: 2, on: 'darwin'},
	{id: 'agent', form: /Agent$|[a-z]agent$/, strength: 2, on: 'darwin', not: daemonsCalledAgent},
	{id: 'extension', form: /Extension$|Widget|Intents/, strength: 2, on: 'darwin'},
	{id: 'helper', form: /[Hh]elper(?: \(.+\))?$/, strength: 2},
	{id: 'xpc-service', form: /XPCService$|Service$/, strength: 1, on: 'darwin'},
	{id: 'reverse-dns', form: /^(?:com|org|net|io|app|de|jp|kr|uk|fr|us|me)\.[\w-]+\.[\w.-]+$/, strength: 1, on: 'darwin'},
	{id: 'network-service', form: /^(?:in|rpc)\.\w+$/, strength: 2, on: 'linux'},
	{id: 'unix-daemon', form: /-daemon$/, strength: 2, on: 'linux'},
	{id: 'unix-agent', form: /[-_]agentd?$/, strength: 1, on: 'linux'},
	{id: 'server', form: /Server$|-server$/, strength: 1},
	{id: 'ends-in-d', form: /[a-z0-9_]d$/, strength: 1},
];

type Family = {id: NameFamily; form: RegExp; on?: 'linux' | 'darwin'};

const families: readonly Family[] = [
	{id: 'spotlight', form: /^md(?:s|worker|bulk|import|sync|write|flag|_)/, on: 'darwin'},
	{id: 'media', form: /^(?:AMP|ams)[A-Za-z]/, on: 'darwin'},
	{id: 'core-foundation', form: /^cf[a-z]+d$/, on: 'darwin'},
	{id: 'url-loading', form: /^nsurl/, on: 'darwin'},
	{id: 'messages', form: /^(?:IM[A-Z]|im[a-z]*(?:agent|d)$|ids|identityservices)/, on: 'darwin'},
	{id: 'cloudkit', form: /^(?:CK[A-Z]|cloud)/, on: 'darwin'},
	{id: 'find-my', form: /^(?:[Ff]ind[Mm]y|searchparty)/, on: 'darwin'},
	{id: 'siri', form: /^(?:[Ss]iri|assistant)/, on: 'darwin'},
	{id: 'apple-intelligence', form: /^(?:intelligence|generative|modelmanager)/, on: 'darwin'},
	{id: 'biome', form: /^[Bb]iome/, on: 'darwin'},
	{id: 'setup-assistant', form: /^mb[a-z]+/, on: 'darwin'},
	{id: 'gnome-settings', form: /^gsd-/, on: 'linux'},
	{id: 'gnome-files', form: /^gvfs/, on: 'linux'},
	{id: 'systemd', form: /^systemd-/, on: 'linux'},
	{id: 'nfs', form: /^(?:rpc\.|nfs)/, on: 'linux'},
	{id: 'desktop-search', form: /^(?:tracker|localsearch|baloo)/, on: 'linux'},
	{id: 'kde', form: /^(?:kded|kwin|plasma|kio|kglobalaccel|ksmserver)/, on: 'linux'},
	{id: 'desktop-portal', form: /^xdg-/, on: 'linux'},
	{id: 'pipewire', form: /^(?:pipewire|wireplumber)/, on: 'linux'},
	{id: 'docker', form: /(?:^|\.)docker[.-]|^containerd/},
	{id: 'google', form: /^(?:Google |com\.google\.)/},
	{id: 'adobe', form: /^(?:Adobe|com\.adobe\.|AdobeI|Creative Cloud)/},
	{id: 'microsoft', form: /^(?:Microsoft |com\.microsoft\.)/},
	{id: 'jetbrains', form: /^(?:idea|pycharm|webstorm|goland|clion|com\.jetbrains\.)/},
];

const holds = ({on}: {on?: 'linux' | 'darwin'}, system: System): boolean => on === undefined || on === system;

/** What a name alone tells about a program of a system: guesses, each with its worth. */
export const readName = (name: string, system: System): NameReading => {
	const pattern = patterns.find(each => holds(each, system) && each.form.test(name) && !each.not?.test(name));
	return {
		pattern: pattern ? {id: pattern.id, strength: pattern.strength} : null,
		family: families.find(each => holds(each, system) && each.form.test(name))?.id ?? null,
		vendor: /^(?:com|org|net|io|app|de|jp|kr|uk|fr|us|me)\.([\w-]+)\.[\w.-]+$/.exec(name)?.[1] ?? null,
	};
};
