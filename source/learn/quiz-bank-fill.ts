import {type ListeningSocket, type Process, processKey, unknownTraits} from '../model/process.js';
import type {LinuxRow, MacRow} from './quiz-bank-row.js';

/** When the machines of the collection were started. */
export const bankBootedAt = Date.UTC(2026, 0, 5, 8);

/** The person on both machines. */
export const person = {name: 'alex', darwin: 501, linux: 1000} as const;

/** Accounts of services: only that their number lies below those of persons matters. */
const uidOfService = (user: string): number => 70 + ([...user].reduce((sum, character) => sum + (character.codePointAt(0) ?? 0), 0) % 200);

const uidOf = (user: string, personUid: number): number => (user === 'root' ? 0 : user === person.name ? personUid : uidOfService(user));

const listening = (port: number): ListeningSocket => ({protocol: 'tcp', family: 'ipv4', address: '*', port, id: null});

/** A program that renamed itself shows its name in place of its arguments. */
const isOwnTitle = (name: string): boolean => /^(?:PM2 |SCREEN$)/.test(name);

/** The columns that both systems tell of a process, from its row. */
export const filledProcess = (row: MacRow | LinuxRow, path: string | null, name: string, system: 'darwin' | 'linux'): Process => {
	const {pid, parent = 1, user = 'root', tty, isInFront, title, script, args = [], port, startSeconds = pid} = row;
	const startedAt = bankBootedAt + startSeconds * 1000;
	return {
		key: processKey(pid, startedAt),
		pid,
		ppid: parent,
		pgid: pid,
		sid: null,
		tpgid: isInFront ? pid : -1,
		uid: uidOf(user, person[system]),
		user,
		tty: tty ?? null,
		hasTty: tty !== undefined,
		state: 'S',
		nice: 0,
		threads: null,
		startedAt,
		cpuTimeMs: null,
		rssBytes: null,
		vszBytes: null,
		comm: name.slice(0, 15),
		name,
		script: script ?? null,
		executable: path,
		args: title ? [title.join(' ')] : isOwnTitle(name) ? [name] : path === null ? null : [path, ...args],
		isArgsCut: false,
		cgroup: null,
		traits: {...unknownTraits, listens: port === undefined ? null : [listening(port)]},
	};
};
