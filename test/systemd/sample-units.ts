import type {WayToEnd} from '../../source/model/consequences.js';

/** A service whose program ends when it is told to; `triggers` are units that start it, by what their names end in. */
export type Sample = {name: string; unit: readonly string[]; service: readonly string[]; triggers?: Readonly<Record<string, string>>};

export const folder = '/run/dt-e2e';
/** Every suite takes away only what begins like its own. */
export const prefix = 'dt-e2e-end-';

/** Reads an exit code from a pipe and ends with it; a signal ends it as it ends any program. */
const waits = `ExecStart=/bin/sh -c 'read code <${folder}/%p.fifo; exit $$code'`;
const handles = (code: number): string => `ExecStart=/bin/sh -c 'trap "exit ${code}" TERM; while :; do sleep 0.1; done'`;
const ignores = `ExecStart=/bin/sh -c 'trap "" TERM; read code <${folder}/%p.fifo; exit $$code'`;
const workers = `ExecStart=/bin/sh -c 'sleep infinity & sleep infinity & read code <${folder}/%p.fifo; exit $$code'`;

const sample = (name: string, service: readonly string[], unit: readonly string[] = [], triggers: Sample['triggers'] = {}): Sample => ({
	name: `${prefix}${name}`,
	unit: ['StartLimitIntervalSec=0', ...unit],
	service,
	triggers,
});

/** Services whose program may be ended in every way. */
export const samples: readonly Sample[] = [
	sample('no', ['Restart=no', waits]),
	sample('always', ['Restart=always', 'RestartSec=100ms', waits]),
	sample('on-success', ['Restart=on-success', 'RestartSec=300ms', waits]),
	sample('on-failure', ['Restart=on-failure', 'RestartSec=100ms', waits]),
	sample('on-abnormal', ['Restart=on-abnormal', 'RestartSec=100ms', waits]),
	sample('on-abort', ['Restart=on-abort', 'RestartSec=100ms', waits]),
	sample('on-watchdog', ['Restart=on-watchdog', waits]),
	sample('success-status', ['Restart=on-failure', 'SuccessExitStatus=1 SIGKILL', waits]),
	sample('success-always', ['Restart=on-success', 'SuccessExitStatus=1 143 SIGKILL', waits]),
	sample('prevent', ['Restart=always', 'RestartPreventExitStatus=1 SIGKILL', waits]),
	sample('prevent-term', ['Restart=always', 'RestartPreventExitStatus=0 SIGTERM', waits]),
	sample('force', ['Restart=no', 'RestartForceExitStatus=1 SIGKILL', waits]),
	sample('force-and-prevent', ['Restart=on-failure', 'RestartForceExitStatus=1 0', 'RestartPreventExitStatus=1', waits]),
	sample('ignored-failure', ['Restart=on-failure', waits.replace('=/bin/sh', '=-/bin/sh')]),
	sample('remains', ['Restart=always', 'RemainAfterExit=yes', waits]),
	sample('remains-on-failure', ['Restart=on-failure', 'RemainAfterExit=yes', waits]),
	sample('endless-delay', ['Restart=always', 'RestartSec=infinity', waits]),
	sample('handler-0', ['Restart=on-failure', handles(0)]),
	sample('handler-3', ['Restart=on-failure', handles(3)]),
	sample('handler-always', ['Restart=always', handles(0)]),
	sample('ignores-term', ['Restart=no', ignores]),
	sample('workers', ['Restart=always', 'KillMode=control-group', workers]),
	sample('mixed', ['Restart=no', 'KillMode=mixed', workers]),
	sample('left', ['Restart=no', 'KillMode=process', workers]),
	sample('forking', [
		'Type=forking',
		'Restart=on-failure',
		`PIDFile=${folder}/forking.pid`,
		`ExecStart=/bin/sh -c '(read code <${folder}/%p.fifo; exit $$code) & echo $! >${folder}/forking.pid'`,
	]),
	sample('group', ['Restart=always', 'ExitType=cgroup', workers]),
	sample('socket', ['Restart=no', waits], [], {
		socket: `[Socket]\nListenFIFO=${folder}/socket.listen\n`,
	}),
	sample('timer', ['Restart=no', waits], [], {
		timer: '[Timer]\nOnUnitInactiveSec=1500ms\nAccuracySec=10ms\n',
	}),
	sample('path', ['Restart=no', waits], [], {
		path: `[Path]\nPathExists=${folder}/path.flag\n`,
	}),
];

/** What is done to a program: a signal, or a code to end with. */
export const deeds: Readonly<Record<WayToEnd, {signal: string} | {code: number}>> = {
	asked: {signal: 'TERM'},
	killed: {signal: 'KILL'},
	crashed: {signal: 'SEGV'},
	failed: {code: 1},
	finished: {code: 0},
};

/** Programs that read no code can only be given signals. */
export const canBeTold = ({service}: Sample): boolean => service.some(line => line.includes('read code'));

const unitText = ({unit, service}: Sample): string => `[Unit]\n${unit.join('\n')}\n[Service]\n${service.join('\n')}\n`;

const write = (file: string, text: string): string => `cat >${file} <<'EOF'\n${text}EOF\n`;

/** A script that makes files and pipes of units. */
export const makeUnits = (units: readonly Sample[]): string =>
	[
		`mkdir -p ${folder} /run/systemd/system`,
		...units.flatMap(each => [
			`[ -p ${folder}/${each.name}.fifo ] || mkfifo ${folder}/${each.name}.fifo`,
			write(`/run/systemd/system/${each.name}.service`, unitText(each)),
			...Object.entries(each.triggers ?? {}).map(([kind, text]) => write(`/run/systemd/system/${each.name}.${kind}`, text)),
		]),
		'systemctl daemon-reload',
	].join('\n');

/** Ends what KillMode=process leaves. */
export const killGroups = (start: string): string =>
	`for group in /sys/fs/cgroup/system.slice/${start}*/cgroup.kill; do [ ! -e "$group" ] || echo 1 >"$group"; done`;

export const triggersOf = ({name, triggers}: Sample): readonly string[] => Object.keys(triggers ?? {}).map(kind => `${name}.${kind}`);

/** Stops all units whose names begin so, and takes away every trace of them. */
export const removeUnits = (start: string): string =>
	[
		`systemctl stop '${start}*.timer' '${start}*.path' '${start}*.socket' 2>/dev/null`,
		`systemctl kill -s KILL '${start}*.service' 2>/dev/null`,
		`systemctl stop '${start}*' 2>/dev/null`,
		killGroups(start),
		`rm -rf ${folder} /run/systemd/system/${start}* /run/systemd/system/*.wants/${start}* /etc/systemd/system/${start}*`,
		'systemctl daemon-reload',
		`systemctl reset-failed '${start}*' 2>/dev/null`,
		'true',
	].join('\n');
