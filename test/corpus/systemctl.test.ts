import {describe, expect, it} from 'vitest';
import type {SystemdUnit} from '../../source/model/service.js';
import {parseSystemctlShow} from '../../source/parse/systemctl.js';
import {hasCorpus, noticeWithoutCorpus, readOutput} from './corpus-folder.js';

noticeWithoutCorpus();

const folder = 'systemd';

const parse = (name: string): readonly SystemdUnit[] => parseSystemctlShow(readOutput(folder, `${name}.out`) ?? '', 'system', null);

const unit = (output: string, name: string): SystemdUnit => {
	const found = parse(output).filter(candidate => candidate.name === name);
	expect(found.length, `${name} in ${output}`).toBe(1);
	return found[0] as SystemdUnit;
};

type Listed = {unit: string; load: string; active: string; sub: string; description: string};

const listed = (name: string): readonly Listed[] => JSON.parse(readOutput(folder, `${name}.out`) ?? '[]') as readonly Listed[];

describe.skipIf(!hasCorpus)('systemctl show of services, with many properties', () => {
	const output = 'show-services-props';

	it.each([
		['dt-failed.service', {activeState: 'failed', subState: 'failed', result: 'exit-code', lastExitStatus: 3, restarts: 0, mainPid: null}],
		['apache2.service', {activeState: 'failed', subState: 'failed', result: 'exit-code', type: 'forking', mainPid: null}],
		['dt-restart.service', {activeState: 'active', subState: 'running', restarts: 6, restart: 'always', result: 'success', mainPid: 869}],
		[
			'dt-oneshot.service',
			{activeState: 'active', subState: 'exited', type: 'oneshot', result: 'success', mainPid: null, controlGroup: null},
		],
		['dt-tmpl@one.service', {activeState: 'active', subState: 'running', mainPid: 71, configPath: '/etc/systemd/system/dt-tmpl@.service'}],
		['dt-tmpl@two.service', {activeState: 'active', subState: 'running', mainPid: 72, startsAtBoot: true}],
		['dt-odd\\x20name.service', {mainPid: 63, configPath: '/etc/systemd/system/dt-odd\\x20name.service', restarts: 0}],
		['transient-job.service', {unitFileState: 'transient', startsAtBoot: null, mainPid: 582}],
		[
			'exim4.service',
			{mainPid: null, sourcePath: '/etc/init.d/exim4', unitFileState: 'generated', controlGroup: '/system.slice/exim4.service'},
		],
		['cups.service', {triggeredBy: ['cups.path', 'cups.socket'], startsAtBoot: true}],
		['ssh.service', {mainPid: 90, type: 'notify', restart: 'on-failure'}],
	])('%s', (name, expected) => {
		expect(unit(output, name)).toMatchObject(expected);
	});

	it('has a whole unit for every block', () => {
		const units = parse(output);
		expect(units.length).toBe(40);
		expect(units.filter(({loadState, activeState, description}) => !loadState || !activeState || !description)).toEqual([]);
		expect(units.some(({description}) => /do-not-show/.test(description ?? ''))).toBe(false);
	});
});

describe.skipIf(!hasCorpus)('systemctl show of all units, with few properties', () => {
	const output = 'show-services-all-units-props';

	it.each([
		['dt-failed.service', 'failed', 'failed', null],
		['dt-restart.service', 'active', 'running', 869],
		['dt-oneshot.service', 'active', 'exited', null],
		['dt-tmpl@one.service', 'active', 'running', 71],
		['dt-odd\\x20name.service', 'active', 'running', 63],
		['dt-sock.service', 'inactive', 'dead', null],
		['dt-sock.socket', 'active', 'listening', null],
		['dt-tick.timer', 'active', 'waiting', null],
		['init.scope', 'active', 'running', null],
	])('%s', (name, activeState, subState, mainPid) => {
		expect(unit(output, name)).toMatchObject({activeState, subState, mainPid});
	});

	it('keeps the escapes of names and control groups', () => {
		expect(unit(output, 'dt-odd\\x20name.service').controlGroup).toBe('/system.slice/dt-odd\\x20name.service');
		expect(unit(output, 'dt-tmpl@two.service').controlGroup).toBe('/system.slice/system-dt\\x2dtmpl.slice/dt-tmpl@two.service');
	});

	it('agrees with list-units, but for the unit that changes all the time', () => {
		const units = new Map(parse(output).map(each => [each.name, each]));
		const both = listed('list-units-all-json').filter(entry => units.has(entry.unit) && entry.unit !== 'dt-restart.service');
		expect(both.length).toBeGreaterThan(100);
		expect(both.map(entry => [entry.unit, units.get(entry.unit)?.activeState, units.get(entry.unit)?.subState])).toEqual(
			both.map(entry => [entry.unit, entry.active, entry.sub]),
		);
	});
});

describe.skipIf(!hasCorpus)('systemctl show of one unit, with all properties', () => {
	it('waits between two tries of a unit that keeps failing', () => {
		expect(unit('show-dt-restart.service', 'dt-restart.service')).toMatchObject({
			activeState: 'activating',
			subState: 'auto-restart',
			result: 'exit-code',
			restarts: 6,
			restart: 'always',
			lastExitStatus: 1,
			mainPid: null,
		});
	});

	it('has masked units, without a description or a type', () => {
		expect(unit('show-dt-masked.service', 'dt-masked.service')).toMatchObject({
			loadState: 'masked',
			activeState: 'inactive',
			unitFileState: 'masked',
			startsAtBoot: false,
			description: null,
			type: null,
			mainPid: null,
		});
	});

	it('knows what sockets and timers start', () => {
		expect(unit('show-dt-sock.socket', 'dt-sock.socket')).toMatchObject({triggers: ['dt-sock.service'], subState: 'listening', type: null});
		expect(unit('show-dt-tick.timer', 'dt-tick.timer')).toMatchObject({
			triggers: ['dt-tick.service'],
			restarts: null,
			lastExitStatus: null,
		});
	});

	it('reads the other names and states of the samples', () => {
		expect(unit('show-dt-failed.service', 'dt-failed.service')).toMatchObject({
			result: 'exit-code',
			standardOutput: 'journal',
			startsAtBoot: true,
		});
		expect(unit('show-dt-odd_x20name.service', 'dt-odd\\x20name.service').mainPid).toBe(63);
		expect(unit('show-dt-tmpl@two.service', 'dt-tmpl@two.service').configPath).toBe('/etc/systemd/system/dt-tmpl@.service');
		expect(unit('show-postgresql@15-main.service', 'postgresql@15-main.service').mainPid).toBe(162);
	});

	it('leaves out units that do not exist, and blocks that are none', () => {
		expect(parse('show-missing')).toEqual([]);
		expect(parse('show-manager')).toEqual([]);
		expect(parse('show-order').map(({name, mainPid}) => [name, mainPid])).toEqual([
			['cron.service', 55],
			['nginx.service', 150],
			['ssh.service', 90],
			['no-such.service', null],
		]);
	});
});

describe.skipIf(!hasCorpus)('systemctl --user show', () => {
	it('keeps the scope and its user', () => {
		const units = parseSystemctlShow(readOutput(folder, 'user-show-props.out') ?? '', 'user', 1001);
		expect(units.map(({name, mainPid, scope, scopeUid}) => [name, mainPid, scope, scopeUid])).toEqual(
			expect.arrayContaining([
				['dt-agent.service', 194, 'user', 1001],
				['dbus.service', 197, 'user', 1001],
				['pulseaudio.service', 195, 'user', 1001],
				['myjob.service', 547, 'user', 1001],
			]),
		);
		expect(units.find(({name}) => name === 'pulseaudio.service')?.triggeredBy).toEqual(['pulseaudio.socket']);
	});
});
