import type {KeepAliveCondition, LaunchdJob} from '../model/service.js';

/** What a process of either system has in common. */
type Row = {
	pid: number;
	/** The parent's pid; without one: 1. */
	parent?: number;
	/** Without one: root. */
	user?: string;
	tty?: string;
	/** In the foreground of its terminal. */
	isInFront?: boolean;
	/** The words of the title it shows in place of its arguments. */
	title?: readonly string[];
	/** What an interpreter runs. */
	script?: string;
	/** What follows the program's path. */
	args?: readonly string[];
	/** A TCP port on which it listens. */
	port?: number;
	/** Seconds after boot; without a number: as many as its pid. */
	startSeconds?: number;
};

export type JobRow = {
	domain: 'system' | 'gui/501' | 'user/501';
	label: string;
	/** Without a word: not known. */
	keep?: boolean | KeepAliveCondition;
	atLoad?: boolean;
	by?: LaunchdJob['startedBy'];
};

/** A process of the collection's Mac, as ps, launchctl and lsappinfo tell of it. */
export type MacRow = Row & {
	/** Path of its program. */
	path: string;
	/** The name it gives itself, in place of its program's. */
	name?: string;
	job?: JobRow;
	/** Its type for LaunchServices. */
	app?: 'Foreground' | 'UIElement' | 'BackgroundOnly';
};

export type UnitRow = {
	name: string;
	/** In the manager of the person, not of the system. */
	isUsers?: boolean;
	/** The process belongs to the unit without being its main one. */
	isWorker?: boolean;
	type?: string;
	restart?: string;
	/** Without a word: started by what needs it. */
	file?: 'enabled' | 'disabled' | 'static';
	by?: readonly string[];
};

/** A process of the collection's Linux machine, as /proc and systemctl tell of it. */
export type LinuxRow = Row & {
	/** Its name; the kernel keeps the first 15 bytes. */
	name: string;
	path?: string;
	unit?: UnitRow;
	/** Control group, where no unit gives it. */
	cgroup?: string;
	isKernel?: boolean;
	isForkedWithoutExec?: boolean;
	usesDisplay?: boolean;
	directory?: string;
};
