import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {findProgram} from '../../source/knowledge/programs.js';
import type {ConfigDocument, ConfigFile} from '../../source/model/config.js';
import type {Inspected} from '../../source/model/inspected.js';
import type {ExplainedProcess} from '../../source/model/snapshot.js';
import {createLinuxPlatform} from '../../source/platform/linux/linux.js';
import {type CommandPane, commandsOf} from '../../source/report/commands.js';
import {systemClock} from '../../source/run/clock.js';
import {createEngine, type Engine} from '../../source/snapshot.js';
import {listening, listeningBySs} from '../support/ss-listening.js';
import {openSystemd, type Systemd} from './inside-systemd.js';

const opened = openSystemd();
if (typeof opened === 'string') {
	console.info(`no systemd to hold the panes against: ${opened}`);
}

const {signal} = new AbortController();

const createInsideEngine = ({runner, self}: Systemd): Engine =>
	createEngine(createLinuxPlatform(runner, systemClock, self), systemClock, self.pid, findProgram);

/** The main process of every service that runs, one for each. */
const servicesOf = async (engine: Engine): Promise<readonly ExplainedProcess[]> => {
	await engine.sample('full');
	await engine.refreshServices(signal);
	const {processes} = await engine.sample('full');
	// other tests start and stop units of their own meanwhile
	return processes.filter(
		({service, role}) => service?.manager === 'systemd' && /^(?!dt-e2e-).*\.service$/.test(service.name) && role === 'main',
	);
};

const textOf = ({pieces}: ConfigFile): string =>
	pieces.flatMap(({lines}) => lines.map(line => line.map(({text}) => text).join(''))).join('\n');

/** What `systemctl cat` prints, made of the files of a pane. */
const asCat = (document: ConfigDocument | null): string =>
	(document?.files ?? [])
		.filter(({role}) => role === 'main' || role === 'drop-in')
		.map(file => `# ${file.path}\n${textOf(file).trimEnd()}\n`)
		.join('\n');

const timers = {
	daily: 'daily',
	weekdays: 'Mon..Fri 08:00',
	monthly: '*-*-01 00:00',
	quarters: '*:0/15',
	sunday: 'Sun 03:10',
	yearly: 'yearly',
	leap: '*-02-29 12:00',
	last: '*-*~01 23:59',
	zoned: '*-*-* 09:30 Asia/Seoul',
	seconds: '*-*-* 04:05:06',
	weekends: 'Sat,Sun 10..12:30',
	once: '2031-05-04 03:02:01',
} as const;

const timerName = (name: string): string => `dt-e2e-next-${name}`;

describe.skipIf(typeof opened === 'string')('the panes of real services', () => {
	const systemd = opened as Systemd;
	let engine: Engine;
	let services: readonly ExplainedProcess[] = [];

	beforeAll(async () => {
		const make = Object.entries(timers).map(([name, calendar]) => {
			const unit = `/run/systemd/system/${timerName(name)}`;
			return `printf '[Timer]\\nOnCalendar=${calendar}\\nAccuracySec=1us\\n' >${unit}.timer; printf '[Service]\\nType=oneshot\\nExecStart=/bin/true\\n' >${unit}.service`;
		});
		const names = Object.keys(timers).map(name => `${timerName(name)}.timer`);
		systemd.shell([...make, 'systemctl daemon-reload', `systemctl start ${names.join(' ')}`].join('\n'));
		engine = createInsideEngine(systemd);
		services = await servicesOf(engine);
	}, 120_000);

	afterAll(() => {
		systemd.shell(`systemctl stop 'dt-e2e-next-*.timer'; rm -f /run/systemd/system/dt-e2e-next-*; systemctl daemon-reload`);
		systemd.close();
	});

	test('are those of enough of them', () => {
		console.info(`held against ss and systemctl: ${services.map(({service}) => service?.name).join(' ')}`);
		// a booted machine of one's own may run fewer than the one that is made for this
		expect(services.length).toBeGreaterThan(5);
	});

	test('show the sockets that ss shows', async () => {
		const bySs = listeningBySs(systemd.shell('ss -tulnpxH'));
		for (const process of services) {
			const {value} = await engine.inspect.sockets(process, signal);
			expect([process.service?.name, listening(value?.sockets)]).toEqual([process.service?.name, bySs.get(process.pid) ?? []]);
		}
	}, 120_000);

	test('show the configuration that systemctl cat shows', async () => {
		for (const process of services) {
			const {value} = await engine.inspect.config(process, signal);
			const name = process.service?.name ?? '';
			const isUsers = process.service?.manager === 'systemd' && process.service.scope === 'user';
			const user = `runuser -u ${process.user} -- env XDG_RUNTIME_DIR=/run/user/${process.uid} systemctl --user`;
			expect([name, asCat(value)]).toEqual([name, `${systemd.shell(`${isUsers ? user : 'systemctl'} cat -- '${name}'`).trimEnd()}\n`]);
		}
	}, 120_000);

	test('print commands that give the same when they are run', async () => {
		const snapshot = await engine.sample('full');
		for (const process of services.filter(({service}) => service?.manager === 'systemd' && service.scope === 'system')) {
			const unit = process.service?.name ?? '';
			const parts = Object.fromEntries(
				await Promise.all(
					(['config', 'logs'] as const).map(async part => [
						part,
						{value: (await engine.inspect[part](process, signal)).value, problem: null},
					]),
				),
			);
			const inspected = {key: process.key, parts} as Inspected;
			const run = (pane: CommandPane, start: string): string =>
				commandsOf(pane, process, snapshot, inspected)
					.filter(({line}) => line.startsWith(start))
					.map(({line}) => systemd.shell(line))
					.join('');
			expect([unit, run('overview', 'systemctl')]).toEqual([unit, expect.stringContaining(`MainPID=${process.service?.mainPid ?? 0}\n`)]);
			expect([unit, run('overview', 'cat /proc')]).toEqual([unit, expect.stringContaining(unit)]);
			expect([unit, run('config', 'cat ')]).toEqual([
				unit,
				expect.stringContaining(textOf(inspected.parts.config?.value?.files[0] as ConfigFile)),
			]);
			const shown = (inspected.parts.logs?.value?.entries ?? [])
				.flatMap(({lines}) => lines.slice(0, 1))
				.filter(line => /^[\w .:]+$/.test(line));
			const written = run('logs', '');
			expect([unit, shown.filter(line => !written.includes(line))]).toEqual([unit, []]);
		}
	}, 120_000);

	test.each(Object.keys(timers))('name the next start of the timer "%s" that systemd names', async name => {
		const unit = `${timerName(name)}.timer`;
		const {services: known} = await engine.sample('full');
		const service = known.find(each => each.name === unit) ?? null;
		const {value} = await engine.inspect.config({service, uid: null, user: null}, signal);
		const reason = value?.summary?.starts.find(start => start.when === 'calendar');
		const told = systemd.shell(`TZ=UTC systemctl show -p NextElapseUSecRealtime --value ${unit}`).trim();
		const next = Date.parse(told.replace(/^\w+ (\S+) (\S+) UTC$/, '$1T$2Z'));
		expect([name, reason?.when === 'calendar' ? reason.nextAt : null]).toEqual([name, next]);
	});
});
