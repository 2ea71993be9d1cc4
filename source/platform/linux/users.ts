import {parsePasswd} from '../../parse/passwd.js';
import type {Runner} from '../../run/runner.js';

const maxPasswdBytes = 4 * 1024 * 1024;

export type Users = {
	name(uid: number): string | null;
	/** Asks the name service for users that `/etc/passwd` does not have: directory users, systemd's dynamic ones. */
	resolve(signal: AbortSignal): Promise<void>;
};

/** User names by uid. Source: passwd(5), getent(1). */
export const createUsers = (runner: Runner): Users => {
	let names: ReadonlyMap<number, string> | null = null;
	const asked = new Map<number, string | null>();
	const wanted = new Set<number>();
	return {
		name(uid) {
			names ??= parsePasswd(runner.read('/etc/passwd', maxPasswdBytes).text);
			const name = names.get(uid) ?? asked.get(uid);
			if (name === undefined) {
				wanted.add(uid);
			}

			return name ?? null;
		},
		async resolve(signal) {
			if (wanted.size === 0) {
				return;
			}

			const uids = [...wanted].slice(0, 100);
			wanted.clear();
			for (const uid of uids) {
				asked.set(uid, null);
			}

			const answer = await runner.run({file: 'getent', args: ['passwd', ...uids.map(String)], timeoutMs: 2000}, signal);
			for (const [uid, name] of parsePasswd(answer.stdout)) {
				asked.set(uid, name);
			}
		},
	};
};
