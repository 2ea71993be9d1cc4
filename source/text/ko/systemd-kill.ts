import type {killDirectives as English} from '../en/systemd-kill.js';
import {signalNameOf} from '../signal-names.js';
import type {Widened} from '../widened.js';
import {missing, onChoice, onFlag, onText, type SayDirective, takenBack, wrong} from './systemd-words.js';

const meanings: Readonly<Record<string, string>> = {
	SIGTERM: '종료 요청',
	SIGHUP: '터미널 끊김 또는 설정 다시 읽기',
	SIGINT: 'Ctrl-C와 같은 중단 요청',
	SIGQUIT: '코어 덤프를 남기거나 차례로 정리하고 종료',
	SIGABRT: '코어 덤프를 남기고 중단',
	SIGKILL: '거부할 수 없는 즉시 종료',
	SIGUSR1: '뜻은 프로그램이 정함',
	SIGUSR2: '뜻은 프로그램이 정함',
	SIGWINCH: '창 크기 변경, 일부 서버에서는 차례로 정리하고 종료',
	SIGCONT: '다시 실행',
	SIGSTOP: '일시 정지',
};

const signalOf = (signal: string): string =>
	/^\d/.test(signal) ? `${signal}번` : Object.hasOwn(meanings, signal) ? `${signal}(${meanings[signal]})` : signal;

/** `when`: when the signal is sent, in front of 보내는. */
const onSignal = (when: string): SayDirective =>
	onText((text, value) => {
		const signal = signalNameOf(text);
		return signal === null ? wrong(value) : `${when} 보내는 시그널은 ${signalOf(signal)}입니다.`;
	}, missing);

/** How processes of a unit are ended, in Korean. @source systemd.kill(5) */
export const killDirectives: Widened<typeof English> = {
	'Kill.KillMode': onChoice(
		{
			'control-group': '중지하면 모든 프로세스를 종료합니다.',
			mixed: '중지하면 주 프로세스에만 종료를 요청하고, 그래도 남은 프로세스는 강제 종료합니다.',
			process: '중지하면 주 프로세스만 종료하고, 나머지 프로세스는 계속 실행됩니다.',
			none: '중지해도 ExecStop= 외에는 아무것도 종료하지 않아, 프로세스가 계속 실행될 수 있습니다.',
		},
		takenBack,
	),
	'Kill.KillSignal': onSignal('중지할 때 먼저'),
	'Kill.RestartKillSignal': onSignal('재시작하려고 중지할 때'),
	'Kill.ReloadSignal': onSignal('설정을 다시 읽게 할 때'),
	'Kill.FinalKillSignal': onSignal('제때 끝나지 않은 프로세스에'),
	'Kill.WatchdogSignal': onSignal('살아 있다는 보고가 끊기면'),
	'Kill.SendSIGHUP': onFlag('중지할 때 SIGHUP도 보냅니다. 셸에 필요합니다.', '중지할 때 SIGHUP은 보내지 않습니다.'),
	'Kill.SendSIGKILL': onFlag(
		'제때 끝나지 않은 프로세스를 강제 종료합니다.',
		'제때 끝나지 않은 프로세스도 강제 종료하지 않고 그대로 둡니다.',
	),
};
