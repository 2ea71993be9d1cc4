import {listedJobText, serviceText} from './launchctl-service.js';
import {endpointRow, machServices} from './launchctl-triggers.js';
import {askingUser, type DemoMachine, splitTarget} from './machine.js';
import {said, type ToolAnswer} from './system-answer.js';
import {fill, type TemplateValues, words} from './template.js';
import type {Instant, LiveJob} from './timeline.js';

/** As far as launchctl goes for somebody who is not root: its exit codes for "no such". */
const noService = 113;
const noDomain = 112;

const domainOf = (job: LiveJob): string => splitTarget(job.target).domain;

const jobsOf = ({jobs}: Instant, ...domains: readonly string[]): readonly LiveJob[] =>
	[...jobs.values()].filter(job => domains.includes(domainOf(job)));

const domainsOf = (machine: DemoMachine): readonly string[] => {
	const uid = machine.users[askingUser];
	return ['system', `gui/${uid}`, `user/${uid}`];
};

const serviceRow = (job: LiveJob): string =>
	`${String(job.pid ?? 0).padStart(8)} ${String(job.exit).padStart(6)} \t${splitTarget(job.target).label}`;

const disabledRows = (machine: DemoMachine, domain: string): readonly string[] =>
	Object.entries(machine.disabled[domain] ?? {}).map(([label, isDisabled]) =>
		fill('disabledRow', {label, word: isDisabled ? 'disabled' : 'enabled'}),
	);

/** Applications have a domain of their own, for their XPC services. */
const processDomains = (instant: Instant): readonly string[] =>
	instant.processes
		.filter(({app}) => app !== undefined)
		.map(({pid}) => `pid/${pid}`)
		.reverse();

const headerOf = (machine: DemoMachine, instant: Instant, domain: string): TemplateValues => {
	const {asid, loginwindow} = machine.host;
	const uid = machine.users[askingUser] ?? 0;
	if (domain === 'system') {
		return {
			type: 'system',
			handle: 0,
			shutdownSeconds: 71,
			creator: 'launchd[1]',
			bootstrapper: 'com.apple.xpc.smd',
			account: words.uidUnset,
			asid: 0,
			bringup: 58,
			port: 'c03',
			subdomains: [...processDomains(instant), `gui/${uid}`, `user/${uid}`],
			bootstrap: 'com.apple.xpc.launchd.domain.system',
			properties: 'uncorked',
		};
	}

	const isGui = domain.startsWith('gui/');
	return {
		type: isGui ? 'login' : 'user',
		handle: isGui ? asid : uid,
		creator: isGui ? `loginwindow[${loginwindow}]` : 'launchd[1]',
		session: isGui ? 'Aqua' : 'Background',
		endpointDestination: isGui ? `com.apple.xpc.launchd.domain.user.${uid}` : null,
		bootstrapper: isGui ? 'com.apple.xpc.otherbsd' : null,
		account: `${words.uidIs}${uid}`,
		asid,
		bringup: isGui ? 66 : 41,
		port: isGui ? '14a07' : '0',
		environment: isGui ? ['SSH_AUTH_SOCK => /var/run/com.apple.launchd.k3VbQ1m0sZ/Listeners'] : null,
		bootstrap: isGui ? `com.apple.xpc.launchd.user.domain.${uid}.${asid}.Aqua` : `com.apple.xpc.launchd.domain.user.${uid}`,
		properties: isGui ? words.guiLogin : 'uncorked',
	};
};

const domainText = (machine: DemoMachine, instant: Instant, domain: string): string => {
	const jobs = jobsOf(instant, domain);
	const endpoints = jobs.flatMap(job => machServices(job.keys).map(name => endpointRow(name, job.pid !== null)));
	return fill('domain', {
		...headerOf(machine, instant, domain),
		name: domain,
		activeCount: jobs.length + endpoints.length,
		serviceCount: jobs.length,
		activeServices: jobs.filter(job => job.pid !== null).length,
		services: jobs.map(serviceRow),
		endpoints,
		disabled: disabledRows(machine, domain),
	});
};

/** How the messages name a domain. */
const spokenDomain = (domain: string): string => {
	const [kind, id] = domain.split('/');
	return kind === 'gui' ? `${words.guiUser}${id}` : kind === 'user' ? `${words.userUid}${id}` : domain;
};

const printAnswer = (machine: DemoMachine, instant: Instant, target: string): ToolAnswer => {
	const domains = domainsOf(machine);
	if (domains.includes(target)) {
		return said(domainText(machine, instant, target));
	}

	const job = instant.jobs.get(target);
	if (job) {
		return said(serviceText(job, machine.host));
	}

	const {domain, label} = splitTarget(target);
	return domains.includes(domain)
		? {stdout: '', stderr: fill('noService', {label, domain: spokenDomain(domain)}), exitCode: noService}
		: {stdout: '', stderr: fill('noDomain', {domain: spokenDomain(domain || target)}), exitCode: noDomain};
};

/** A job that never ended has 0 here, and one that ended while idle the signal it was ended with. */
const listStatus = ({exit}: LiveJob): number => (typeof exit === 'number' ? exit : exit === '-' ? 0 : -9);

const listAnswer = (machine: DemoMachine, instant: Instant, label: string | undefined): ToolAnswer => {
	const jobs = jobsOf(instant, ...domainsOf(machine).slice(1));
	if (label === undefined) {
		const rows = jobs.map(job => `${job.pid ?? '-'}\t${listStatus(job)}\t${splitTarget(job.target).label}\n`);
		return said(`PID\tStatus\tLabel\n${rows.join('')}`);
	}

	const job = jobs.find(({target}) => splitTarget(target).label === label);
	return job ? said(listedJobText(job)) : {stdout: '', stderr: fill('noListedService', {label}), exitCode: noService};
};

/**
What launchctl says to the account that asks, without root: `list` has the jobs of the login, `print` any domain.
`null`: not asked in a way that is known here.

@source launchctl(1)
*/
export const launchctlAnswer = (args: readonly string[], machine: DemoMachine, instant: Instant): ToolAnswer | null => {
	const [verb, target] = args;
	if (verb === 'list') {
		return listAnswer(machine, instant, target);
	}

	if (target === undefined || (verb !== 'print' && verb !== 'print-disabled')) {
		return null;
	}

	return verb === 'print' ? printAnswer(machine, instant, target) : said(fill('printDisabled', {disabled: disabledRows(machine, target)}));
};
