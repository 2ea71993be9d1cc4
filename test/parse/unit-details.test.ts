import {describe, expect, test} from 'vitest';
import {parseUnitDetails, parseUnitTriggers, triggerProperties, unitDetailProperties} from '../../source/parse/unit-details.js';
import {hasCorpus, noticeWithoutCorpus, outputNames, readOutput} from '../corpus/corpus-folder.js';
import {isLinearFor, leaks, throwing, units} from './hostile-laws.js';

noticeWithoutCorpus();

const parse = (...lines: readonly string[]) => parseUnitDetails(['Id=web.service', ...lines, ''].join('\n'), 'systemctl')?.details;

describe('a unit', () => {
	test('has its policy, its times and its lists', () => {
		expect(
			parse(
				'Type=notify',
				'ExitType=main',
				'Restart=on-failure',
				'RestartUSec=1min 30s',
				'RestartSteps=4',
				'RestartMaxDelayUSec=5min',
				'NRestarts=38771',
				'StartLimitBurst=5',
				'StartLimitIntervalUSec=10s',
				'StartLimitAction=reboot',
				'SuccessExitStatus=75 143 250 KILL RTMIN+1',
				'RestartPreventExitStatus=1 255 SIGABRT',
				'RestartForceExitStatus=',
				'RemainAfterExit=no',
				'RefuseManualStop=yes',
				'MainPID=812',
				'ExecMainStartTimestamp=Sun 2026-11-22 16:37:38 UTC',
				'BoundBy=a.service "dt-odd\\\\x20name.service"',
				'KillSignal=3',
			),
		).toMatchObject({
			id: 'web.service',
			type: 'notify',
			restart: 'on-failure',
			restartDelayMs: 90_000,
			restartSteps: 4,
			restartDelayMaxMs: 300_000,
			restarts: 38_771,
			startLimitBurst: 5,
			startLimitIntervalMs: 10_000,
			startLimitAction: 'reboot',
			successStatuses: {codes: [75, 143, 250], signals: ['KILL', 'RTMIN+1']},
			preventStatuses: {codes: [1, 255], signals: ['ABRT']},
			forceStatuses: {codes: [], signals: []},
			remainsAfterExit: false,
			refusesManualStop: true,
			mainPid: 812,
			mainStartedAt: Date.UTC(2026, 10, 22, 16, 37, 38),
			boundBy: ['a.service', 'dt-odd\\x20name.service'],
			killSignal: 3,
		});
	});

	test('has null for all that is not said', () => {
		const details = parse('MainPID=0', 'RestartUSec=', 'StartLimitBurst=[not set]', 'Restart=', 'ExecMainStartTimestamp=n/a');
		expect(details).toMatchObject({
			mainPid: null,
			restartDelayMs: null,
			startLimitBurst: null,
			restart: null,
			mainStartedAt: null,
			busName: null,
		});
	});

	test('has an endless delay as Infinity', () => {
		expect(parse('RestartUSec=infinity')?.restartDelayMs).toBe(Number.POSITIVE_INFINITY);
	});

	const command = (parts: string): string =>
		`ExecStart={ path=/bin/x ; ${parts} ; start_time=[n/a] ; stop_time=[n/a] ; pid=0 ; code=(null) ; status=0/0 }`;
	test.each<[string, readonly string[], boolean | null]>([
		['no', [command('argv[]=/bin/x ; ignore_errors=no')], false],
		['yes', [command('argv[]=/bin/x ; ignore_errors=yes')], true],
		['not what its arguments say', [command('argv[]=/bin/x ; ignore_errors=yes ; start_time=[n/a] ; ignore_errors=no')], false],
		['not known where commands differ', [command('argv[]=a ; ignore_errors=yes'), command('argv[]=b ; ignore_errors=no')], null],
		['not known without a command', [], null],
	])('ignores failures of its command: %s', (_, lines, expected) => {
		expect(parse(...lines)?.ignoresFailure).toBe(expected);
	});

	test('that does not exist is none', () => {
		expect(parseUnitDetails('Id=x.service\nLoadState=not-found\n', 's')).toBeNull();
		expect(parseUnitDetails('', 's')).toBeNull();
	});

	test('names what starts it', () => {
		expect(parseUnitDetails('Id=x.service\nTriggeredBy=x.timer x.socket\n', 's')?.triggeredBy).toEqual(['x.timer', 'x.socket']);
	});
});

describe('what starts a unit', () => {
	test('waits at several addresses', () => {
		const [socket] = parseUnitTriggers('Listen=127.0.0.1:18080 (Stream)\nListen=/run/x y (Datagram)\nId=x.socket\nActiveState=active\n');
		expect(socket).toMatchObject({unit: 'x.socket', activeState: 'active', listens: ['127.0.0.1:18080', '/run/x y']});
	});

	const anchor = 'StateChangeTimestamp=Sun 2026-11-22 16:00:00 UTC\nStateChangeTimestampMonotonic=3600000000\n';
	test.each([
		['by the calendar', 'NextElapseUSecRealtime=Sun 2026-11-22 16:33:00 UTC\nNextElapseUSecMonotonic=0\n', Date.UTC(2026, 10, 22, 16, 33)],
		['counted from the boot', `NextElapseUSecMonotonic=1h 30min\n${anchor}`, Date.UTC(2026, 10, 22, 16, 30)],
		[
			'whichever is sooner',
			`NextElapseUSecRealtime=Sun 2026-11-22 16:33:00 UTC\nNextElapseUSecMonotonic=1h 30min\n${anchor}`,
			Date.UTC(2026, 10, 22, 16, 30),
		],
		['never', `NextElapseUSecRealtime=\nNextElapseUSecMonotonic=infinity\n${anchor}`, null],
	])('goes off at its time: %s', (_, lines, expected) => {
		expect(parseUnitTriggers(`Id=x.timer\n${lines}`)[0]?.nextAt).toBe(expected);
	});
});

describe('hostile text', () => {
	test.each<[string, (text: string) => unknown]>([
		['a unit', text => parseUnitDetails(text, 'x')],
		['a unit in every property', text => parseUnitDetails(unitDetailProperties.map(name => `${name}=${text}`).join('\n'), 'x')],
		['triggers', parseUnitTriggers],
		['triggers in every property', text => parseUnitTriggers(triggerProperties.map(name => `${name}=${text}`).join('\n'))],
	])('in %s is neither thrown at nor let through', (_, parser) => {
		expect([throwing(parser), leaks(parser)]).toEqual([[], []]);
	});

	test.each(units)('of %j takes linear time', unit => {
		expect(
			isLinearFor(text => [parseUnitDetails(`Id=x${text}\nExecStart=${text}\nTriggeredBy=${text}`, 'x'), parseUnitTriggers(text)], unit),
		).toBe(true);
	});
});

describe.skipIf(!hasCorpus)('recorded units', () => {
	const services = hasCorpus ? outputNames('systemd').filter(name => /^show-.*\.service\.out$/.test(name)) : [];

	test.each(services)('%s is read whole', name => {
		const details = parseUnitDetails(readOutput('systemd', name) ?? '', name)?.details;
		expect(details?.id).toMatch(/\.service$/);
		expect(details).toMatchObject({
			startLimitIntervalMs: name.includes('dt-restart') ? 0 : 10_000,
			startLimitBurst: 5,
			restartDelayMs: expect.any(Number),
			restart: expect.any(String),
		});
	});

	test('sshd never comes back after code 255', () => {
		expect(parseUnitDetails(readOutput('systemd', 'show-ssh.service.out') ?? '', '')?.details).toMatchObject({
			restart: 'on-failure',
			restartDelayMs: 100,
			preventStatuses: {codes: [255], signals: []},
			killMode: 'process',
			ignoresFailure: false,
			mainPid: 90,
		});
	});

	test('the sample timer goes off at the full minute', () => {
		const [timer] = parseUnitTriggers(readOutput('systemd', 'show-dt-tick.timer.out') ?? '');
		expect(timer?.nextAt).toBe(Date.UTC(2026, 10, 22, 11, 50));
	});
});
