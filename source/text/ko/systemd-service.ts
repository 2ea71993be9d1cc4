import type {serviceDirectives as English} from '../en/systemd-service.js';
import {isExitCode, type ServiceCommand, serviceCommand} from '../service-command.js';
import type {Widened} from '../widened.js';
import {withParticle} from './particle.js';
import {unitsOf} from './systemd-known-units.js';
import {
	missing,
	onChoice,
	onFlag,
	onList,
	onNumber,
	onPath,
	onSpan,
	onText,
	type SayDirective,
	type Spans,
	shorten,
	someOf,
	takenBack,
} from './systemd-words.js';

const prefixMeanings: Readonly<Record<string, string>> = {
	'-': '실패해도 상관없습니다(-).',
	'@': '둘째 단어를 프로그램의 이름으로 삼습니다(@).',
	':': '명령에 든 변수를 값으로 바꾸지 않습니다(:).',
	'+': '여기서 정한 다른 제한과 상관없이 모든 권한으로 실행합니다(+).',
	'!': 'User=와 Group= 대신 서비스 관리자의 계정으로 실행합니다. 다른 제한은 그대로 적용합니다(!).',
	'!!': '!와 같지만, 커널이 케이퍼빌리티를 넘겨줄 수 없을 때만 그렇습니다(!!).',
	'|': '실행하는 계정의 셸로 실행합니다(|).',
};

const programOf = ({isIdle, isShellLine, name, program}: ServiceCommand): string =>
	isIdle ? `아무 일도 하지 않는 ${name} 명령` : isShellLine ? '셸 명령줄' : shorten(program, 60);

const extras = ({isSeveral, hasVariables}: ServiceCommand): readonly string[] => [
	...(isSeveral ? ['여러 명령을 차례로 실행합니다.'] : []),
	...(hasVariables ? ['$가 붙은 단어는 환경 변수의 값으로 바꿉니다.'] : []),
];

/**
A command line. `say` is given the program, as a noun. `kill`: what is said where it only sends a signal to the service; `failure`:
what comes of its failure.
*/
export const onCommand =
	(
		say: (program: string) => string,
		kill: (signal: string) => string = signal => say(`${signal} 시그널을 보내는 kill 명령`),
		failure: string | null = null,
	): SayDirective =>
	({items, text}) => {
		if (text === '' || items.length === 0) {
			return '앞에서 설정한 명령을 모두 취소합니다.';
		}

		const command = serviceCommand(items);
		const {prefixes, signal} = command;
		const sentence = signal === null ? say(programOf(command)) : kill(/^\d/.test(signal) ? `${signal}번` : signal);
		const failing = failure === null || prefixes.includes('-') ? [] : [failure];
		return [
			sentence,
			...failing,
			...(signal === null ? extras(command) : []),
			...prefixes.map(prefix => prefixMeanings[prefix] ?? ''),
		].join(' ');
	};

const run = (program: string): string => `${withParticle(program, '을')} 실행합니다.`;

const commands = {
	'Service.ExecStart': onCommand(program => `서비스 본체: ${run(program)}`),
	'Service.SecondExecStart': () =>
		'두 번째 명령입니다. Type=oneshot이 아니면 systemd가 이런 유닛을 거부합니다. 앞에 빈 ExecStart=를 두면 첫 번째 명령을 취소합니다.',
	'Service.ExecStartPre': onCommand(program => `시작하기 전에 ${run(program)}`, undefined, '이 명령이 실패하면 시작도 실패합니다.'),
	'Service.ExecStartPost': onCommand(program => `시작한 뒤에 ${run(program)}`),
	'Service.ExecCondition': onCommand(program => `시작할지 정하려고 ${run(program)} 종료 코드가 1에서 254 사이이면 조용히 건너뜁니다.`),
	'Service.ExecReload': onCommand(
		program => `설정을 다시 읽을 때 ${run(program)}`,
		signal => `설정을 다시 읽을 때 주 프로세스에 ${signal} 시그널을 보냅니다.`,
	),
	'Service.ExecStop': onCommand(
		program => `중지할 때 ${run(program)} 그래도 남아 있는 프로세스는 KillMode=에 따라 종료합니다.`,
		signal => `중지할 때 주 프로세스에 ${signal} 시그널을 보냅니다.`,
	),
	'Service.ExecStopPost': onCommand(program => `중지된 뒤나 시작에 실패한 뒤에 ${run(program)}`),
};

const startDetection = {
	'Service.Type': onChoice({
		simple: '프로그램을 찾기도 전에 바로 시작된 것으로 봅니다.',
		exec: '프로그램이 실행되면 바로 시작된 것으로 봅니다.',
		forking: '전통적인 데몬입니다. 첫 프로세스가 자신을 백그라운드로 보내고 끝나면 시작된 것으로 봅니다.',
		oneshot: '한 번 하고 끝나는 작업입니다. 뒤따르는 유닛은 이 작업이 끝날 때까지 기다립니다.',
		dbus: 'D-Bus에서 자기 이름(BusName=)을 얻으면 시작된 것으로 봅니다.',
		notify: '준비가 끝났다고 스스로 알리면 시작된 것으로 봅니다.',
		'notify-reload': '준비가 끝났을 때와 설정을 다시 읽었을 때 스스로 알립니다. 다시 읽으라는 요청은 SIGHUP으로 받습니다.',
		idle: 'simple과 같지만, 콘솔 출력이 섞이지 않게 다른 시작이 끝날 때까지 몇 초 기다립니다.',
	}),
	'Service.ExitType': onChoice({
		main: '주 프로세스가 끝나면 서비스가 끝난 것으로 봅니다.',
		cgroup: '마지막 프로세스까지 끝나야 서비스가 끝난 것으로 봅니다.',
	}),
	'Service.NotifyAccess': onChoice({
		none: '어느 프로세스가 준비가 끝났다고 알려도 받아들이지 않습니다.',
		main: '준비가 끝났다는 알림을 주 프로세스에서만 받아들입니다.',
		exec: '준비가 끝났다는 알림을 주 프로세스와 여기에 적힌 명령에서만 받아들입니다.',
		all: '준비가 끝났다는 알림을 모든 프로세스에서 받아들입니다.',
	}),
	'Service.PIDFile': onText(path => `주 프로세스의 번호를 ${path}에 적어 둡니다.`),
	'Service.GuessMainPID': onFlag(
		'PID 파일이 없으면 어느 프로세스가 주 프로세스인지 systemd가 추측합니다.',
		'PID 파일이 없으면 주 프로세스가 없는 것으로 봅니다.',
	),
	'Service.BusName': onText(name => `D-Bus에서 ${withParticle(name, '이라')}는 이름을 씁니다.`, missing),
	'Service.RemainAfterExit': onFlag('프로세스가 모두 끝난 뒤에도 active 상태로 봅니다.', '프로세스가 끝나면 중지된 것으로 봅니다.'),
};

const statusOf = (item: string): string => (isExitCode(item) ? `종료 코드 ${item}` : item);

const statusesOf = (items: readonly string[]): string => someOf(items.map(statusOf));

const restarts = {
	'Service.Restart': onChoice({
		no: '어떻게 끝나든 다시 시작하지 않습니다.',
		always: '누군가 중지하지 않는 한, 어떻게 끝나든 다시 시작합니다.',
		'on-success': '종료 코드 0이나 SIGTERM 등으로 깨끗하게 끝났을 때만 다시 시작합니다.',
		'on-failure':
			'비정상 종료, 오류를 뜻하는 종료 코드, 시간 초과, 응답 없음이면 다시 시작합니다. 정상적인 중지나 SIGTERM이면 다시 시작하지 않습니다.',
		'on-abnormal': '비정상 종료, 시간 초과, 응답 없음이면 다시 시작합니다. 종료 코드를 내고 끝나면 다시 시작하지 않습니다.',
		'on-abort': '비정상 종료처럼 스스로 처리하지 못한 시그널로 끝났을 때만 다시 시작합니다.',
		'on-watchdog': '살아 있다는 신호를 제때 보내지 않았을 때만(WatchdogSec=) 다시 시작합니다.',
	}),
	'Service.RestartMode': onChoice({
		normal: '끝난 뒤 다시 시작하기까지 중지나 실패 상태로 보고, 이 유닛에 의존하는 유닛에 알립니다.',
		direct: '끝난 뒤 다시 시작하기까지 중지된 것으로 보지 않으므로, 이 유닛에 의존하는 유닛은 알아채지 못합니다.',
		debug: 'normal과 같고, 다음 실행 때 로그를 더 자세히 남기게 합니다.',
	}),
	'Service.RestartSec': onSpan(span => `${span} 기다린 뒤 다시 시작합니다.`, {
		zero: '기다리지 않고 바로 다시 시작합니다.',
		forever: '다시 시작하기 전에 끝없이 기다리므로 사실상 다시 시작하지 않습니다.',
	}),
	'Service.RestartSteps': onNumber(steps =>
		steps === 0 ? '재시작 간격이 늘어나지 않습니다.' : `재시작 간격이 ${steps}번에 걸쳐 RestartMaxDelaySec= 값까지 늘어납니다.`,
	),
	'Service.RestartMaxDelaySec': onSpan(span => `점점 늘어나는 재시작 간격의 최댓값은 ${span}입니다.`, {
		forever: '재시작 간격이 늘어나지 않습니다.',
	}),
	'Service.SuccessExitStatus': onList(items => `종료 코드 0뿐 아니라 ${statusesOf(items)}도 성공으로 봅니다.`),
	'Service.RestartPreventExitStatus': onList(items => `${withParticle(statusesOf(items), '으로')} 끝나면 다시 시작하지 않습니다.`),
	'Service.RestartForceExitStatus': onList(items => `${withParticle(statusesOf(items), '으로')} 끝나면 항상 다시 시작합니다.`),
};

const noLimit = (what: string): Spans => {
	const sentence = `${what} 얼마나 오래 걸려도 됩니다.`;
	return {zero: sentence, forever: sentence};
};

const endings: SayDirective = onChoice({
	terminate: '시간이 초과되면 보통 중지할 때처럼 종료합니다.',
	abort: '시간이 초과되면 SIGABRT로 종료하며 코어 덤프가 남습니다.',
	kill: '시간이 초과되면 바로 SIGKILL로 강제 종료합니다.',
});

const times = {
	'Service.TimeoutStartSec': onSpan(span => `${span} 안에 시작하지 못하면 시작에 실패한 것으로 봅니다.`, noLimit('시작하는 데')),
	'Service.TimeoutStopSec': onSpan(span => `${span} 안에 중지되지 않으면 강제 종료합니다.`, noLimit('중지하는 데')),
	'Service.TimeoutAbortSec': onSpan(span => `응답이 없어 중단할 때 ${span} 안에 코어 덤프를 써야 합니다.`, {
		...noLimit('코어 덤프를 쓰는 데'),
		empty: takenBack,
	}),
	'Service.TimeoutSec': onSpan(span => `시작과 중지를 각각 ${span} 안에 마쳐야 합니다.`, noLimit('시작과 중지에')),
	'Service.TimeoutStartFailureMode': endings,
	'Service.TimeoutStopFailureMode': endings,
	'Service.RuntimeMaxSec': onSpan(span => `${span} 동안 실행하고 나면 실패로 보고 종료합니다.`, {
		forever: '얼마나 오래 실행해도 됩니다.',
	}),
	'Service.RuntimeRandomizedExtraSec': onSpan(span => `그 시간을 무작위로 최대 ${span}까지 늘립니다.`, {
		zero: '그 시간을 늘리지 않습니다.',
		forever: '그 시간을 무작위로 얼마든지 늘립니다.',
	}),
	'Service.WatchdogSec': onSpan(
		span => `적어도 ${span}에 한 번 살아 있다는 신호를 보내야 합니다. 보내지 않으면 응답이 없는 것으로 보고 중단합니다.`,
		{
			zero: '살아 있다는 신호를 보내지 않아도 됩니다.',
			forever: '살아 있다는 신호를 보내지 않아도 됩니다.',
		},
	),
};

/** The [Service] section alone, in Korean. @source systemd.service(5) */
export const serviceDirectives: Widened<typeof English> = {
	...commands,
	...startDetection,
	...restarts,
	...times,
	'Service.Sockets': onList(items => `시작할 때 ${unitsOf(items)} 유닛의 소켓을 넘겨받습니다.`),
	'Service.FileDescriptorStoreMax': onNumber(count =>
		count === 0 ? '재시작하는 동안 열린 파일을 맡아 두지 않습니다.' : `재시작하는 동안 열린 파일과 소켓을 최대 ${count}개까지 맡아 둡니다.`,
	),
	'Service.FileDescriptorStorePreserve': onChoice({
		no: '맡아 둔 파일을 중지할 때 닫습니다.',
		yes: '맡아 둔 파일을 유닛이 로드되어 있는 동안 열어 둡니다.',
		restart: '맡아 둔 파일을 재시작하는 동안에만 열어 둡니다.',
	}),
	'Service.OpenFile': onText(file => `${file.split(':')[0]} 파일을 열린 채로 넘겨받습니다.`),
	'Service.NonBlocking': onFlag('넘겨받은 소켓에서 기다리지 않습니다.', '넘겨받은 소켓에서 기다릴 수 있습니다.'),
	'Service.OOMPolicy': onChoice({
		continue: '메모리가 바닥나 프로세스 하나가 강제 종료되어도 나머지는 계속 실행합니다.',
		stop: '메모리가 바닥나 프로세스 하나가 강제 종료되면 서비스 전체를 중지합니다.',
		kill: '메모리가 바닥나 프로세스 하나가 강제 종료되면 나머지도 모두 강제 종료합니다.',
	}),
	'Service.RootDirectoryStartOnly': onFlag(
		'RootDirectory=를 ExecStart=에만 적용하고 그 앞뒤의 명령에는 적용하지 않습니다.',
		'RootDirectory=를 모든 명령에 적용합니다.',
	),
	'Service.PermissionsStartOnly': onFlag(
		'User= 등을 ExecStart=에만 적용합니다. 접두어 +의 옛 형식입니다.',
		'User= 등을 모든 명령에 적용합니다.',
	),
	'Service.USBFunctionDescriptors': onPath(path => `USB 장치로서 자신을 소개하는 내용을 ${path}에서 가져옵니다.`),
	'Service.USBFunctionStrings': onPath(path => `USB 장치로서 쓰는 문구를 ${path}에서 가져옵니다.`),
};
