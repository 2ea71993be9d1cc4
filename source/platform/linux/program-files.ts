import {baseName, canonicalPath} from '../../model/program.js';
import type {ProgramFiles} from '../../model/service.js';
import {execProgram, initScriptPrograms, parseIniFile} from '../../parse/ini-file.js';
import type {Runner} from '../../run/runner.js';

type Group = 'system' | 'user' | 'autostart' | 'desktop' | 'initScripts';

/** Where files stand that start programs, and which key of theirs names the program. Sources: systemd.unit(5), dbus-daemon(1), XDG Autostart and Desktop Entry specifications. */
const places: readonly {directory: string; suffix: string; keys: readonly string[]; group: Group}[] = [
	{directory: '/usr/lib/systemd/system', suffix: '.service', keys: ['Service.ExecStart'], group: 'system'},
	{directory: '/lib/systemd/system', suffix: '.service', keys: ['Service.ExecStart'], group: 'system'},
	{directory: '/etc/systemd/system', suffix: '.service', keys: ['Service.ExecStart'], group: 'system'},
	{directory: '/usr/local/lib/systemd/system', suffix: '.service', keys: ['Service.ExecStart'], group: 'system'},
	{directory: '/usr/share/dbus-1/system-services', suffix: '.service', keys: ['D-BUS Service.Exec'], group: 'system'},
	{directory: '/usr/lib/systemd/user', suffix: '.service', keys: ['Service.ExecStart'], group: 'user'},
	{directory: '/etc/systemd/user', suffix: '.service', keys: ['Service.ExecStart'], group: 'user'},
	{directory: '/usr/share/dbus-1/services', suffix: '.service', keys: ['D-BUS Service.Exec'], group: 'user'},
	{directory: '/usr/share/dbus-1/accessibility-services', suffix: '.service', keys: ['D-BUS Service.Exec'], group: 'user'},
	{directory: '/etc/xdg/autostart', suffix: '.desktop', keys: ['Desktop Entry.Exec'], group: 'autostart'},
	{directory: '/usr/share/applications', suffix: '.desktop', keys: ['Desktop Entry.Exec'], group: 'desktop'},
	{directory: '/var/lib/flatpak/exports/share/applications', suffix: '.desktop', keys: ['Desktop Entry.Exec'], group: 'desktop'},
];

const maxFilesPerPlace = 3000;
const searchPath = ['/usr/bin', '/usr/sbin', '/usr/local/bin', '/usr/games'];
const maxLinks = 4;

/** A program's own path and what its symbolic links lead to. */
const pathsOf = (runner: Runner, program: string): readonly string[] => {
	const paths: string[] = [];
	for (const start of program.startsWith('/') ? [program] : searchPath.map(directory => `${directory}/${program}`)) {
		let path = canonicalPath(start);
		for (let hop = 0; hop < maxLinks; hop++) {
			paths.push(path);
			const target = runner.link(path).target;
			if (target === null) {
				break;
			}

			path = canonicalPath(target.startsWith('/') ? target : `${path.slice(0, path.lastIndexOf('/'))}/${target}`);
		}
	}

	return paths;
};

type Draft = {[Name in keyof ProgramFiles]: string[]};

const emptyDraft = (): Draft => ({system: [], user: [], autostart: [], desktop: [], initScripts: []});

/**
Reads which units, D-Bus services, init scripts, autostart and desktop entries name which program. Keys are canonical
paths and, for readers who may not see a process's path, `name:NAME`.
*/
export const readProgramFiles = (runner: Runner): ReadonlyMap<string, ProgramFiles> => {
	const index = new Map<string, Draft>();
	const add = (key: string, group: Group, file: string): void => {
		const draft = index.get(key) ?? emptyDraft();
		if (!draft[group].includes(file)) {
			draft[group].push(file);
		}

		index.set(key, draft);
	};

	const addProgram = (program: string, group: Group, file: string): void => {
		for (const path of pathsOf(runner, program)) {
			add(path, group, file);
		}

		add(`name:${baseName(program)}`, group, file);
	};

	const seen = new Set<string>();
	for (const {directory, suffix, keys, group} of places) {
		for (const name of runner.list(directory).names.slice(0, maxFilesPerPlace)) {
			// the same name in a later directory is the same unit
			if (!name.endsWith(suffix) || seen.has(`${group}/${name}`)) {
				continue;
			}

			seen.add(`${group}/${name}`);
			const file = parseIniFile(runner.read(`${directory}/${name}`).text);
			if (file.get('Desktop Entry.Terminal')?.[0] === 'true') {
				continue;
			}

			for (const line of keys.flatMap(key => file.get(key) ?? [])) {
				const program = execProgram(line);
				if (program !== null) {
					addProgram(program, group, `${directory}/${name}`);
				}
			}
		}
	}

	for (const name of runner.list('/etc/init.d').names.slice(0, maxFilesPerPlace)) {
		for (const program of initScriptPrograms(runner.read(`/etc/init.d/${name}`).text, name)) {
			addProgram(program, 'system', `/etc/init.d/${name}`);
			addProgram(program, 'initScripts', `/etc/init.d/${name}`);
		}
	}

	return index;
};
