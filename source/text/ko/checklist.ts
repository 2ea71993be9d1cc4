import type {checklist as english} from '../en/checklist.js';
import {formatDuration} from '../format.js';
import type {Widened} from '../widened.js';
import {managerName} from './evidence.js';
import {withParticle} from './particle.js';
import {koreanSpan} from './span.js';

const streams: Readonly<Record<string, string>> = {
	null: '/dev/null입니다',
	terminal: '터미널입니다',
	file: '파일입니다',
	pipe: '파이프입니다',
	socket: '소켓입니다',
	closed: '닫혀 있습니다',
	other: '장치입니다',
};

/** Whether a manager restarts. A policy in the words of its manager is left as it is. */
const restartWords: Readonly<Record<string, string>> = {
	always: '항상 재시작합니다',
	conditions: '조건에 따라 재시작합니다',
	no: '재시작하지 않습니다',
};

const unknown = () => '이 시스템은 알려 주지 않습니다.';
const denied = () => '지금 권한으로는 읽을 수 없습니다.';
const kernel = () => '커널 스레드에는 해당하지 않습니다.';

const restartOf = (value: unknown): string => restartWords[String(value)] ?? `${value} 설정대로 재시작합니다`;

/** The textbook's questions and, for each, what was read. */
export const checklist: Widened<typeof english> = {
	'no-terminal': {
		question: '터미널 없음',
		matters:
			'터미널을 닫으면 거기에 붙은 것도 함께 끝납니다. 서비스는 그 뒤에도 남아야 하므로 터미널이 없습니다. 다만 Dock에서 연 앱에도 없으니, 꼭 필요하지만 증명은 되지 않습니다.',
		readings: {none: () => '연결된 터미널이 없습니다.', tty: ({tty}) => `${withParticle(String(tty), '이')} 있습니다.`, unknown},
	},
	'no-gui': {
		question: '그래픽 화면 없음',
		matters:
			'로그인하기 전에는 창을 그릴 화면이 없으므로, 모두를 위한 서비스는 창을 다른 프로세스에 맡깁니다. 창이 없다고 다 데몬은 아니며, 화면 전체를 그리는 프로세스는 오히려 데몬입니다.',
		readings: {
			none: () => '화면을 그리는 라이브러리를 쓰지 않습니다.',
			display: () => '디스플레이 서버와 통신합니다.',
			registered: ({type}) => `LaunchServices에 앱으로 등록되어 있습니다(${type}).`,
			unregistered: () => 'LaunchServices에 이 프로세스의 앱이 없습니다.',
			'background-only': () => 'LaunchServices에 백그라운드 전용으로 등록되어 있습니다.',
			denied,
			unknown,
			kernel,
		},
	},
	'reads-no-input': {
		question: '입력을 기다리지 않음',
		matters:
			'데몬 앞에는 사람이 없으니, 키 입력을 기다리면 영영 멈춥니다. 백그라운드 작업이나 앱도 입력을 읽지 않을 때가 많아, 힌트일 뿐 증명은 아닙니다.',
		readings: {
			null: () => '표준 입력이 /dev/null입니다.',
			closed: () => '표준 입력이 닫혀 있습니다.',
			file: () => '표준 입력이 파일입니다.',
			pipe: () => '표준 입력이 파이프입니다.',
			socket: () => '표준 입력이 소켓입니다.',
			other: () => '표준 입력이 장치입니다.',
			terminal: () => '표준 입력이 터미널입니다.',
			unit: ({value}) => `유닛에 ${withParticle(`StandardInput=${value}`, '이라')}고 되어 있습니다.`,
			launchd: () => 'launchd는 작업에 /dev/null을 줍니다.',
			denied,
			unknown,
			kernel,
		},
	},
	'started-at-boot': {
		question: '부팅할 때 시작',
		matters:
			'부팅하고 몇 분 안에 실행된 것은 사람이 아니라 컴퓨터가 시작한 것입니다. 요청받아야 시작하는 서비스도 많으니, 늦게 시작했다고 데몬이 아니라고 하기는 어렵습니다.',
		readings: {
			'after-boot': ({seconds}) => `부팅하고 ${koreanSpan(formatDuration(Number(seconds) * 1000))} 뒤에 시작했습니다.`,
			unknown,
		},
	},
	'survives-logout': {
		question: '로그아웃해도 계속 실행',
		matters:
			'누구를 위해 일하는지, 컴퓨터인지 로그인한 사람인지 알려 줍니다. 데몬과 에이전트를 이만큼 또렷하게 가르는 특징은 없습니다. 다만 고아 프로세스도 로그아웃 뒤에 남을 수 있습니다.',
		readings: {
			system: () => '시스템 자체의 일부입니다.',
			'system-domain': () => 'launchd의 시스템 도메인은 누가 로그인하기 전부터 있습니다.',
			'user-domain': ({domain}) => `${domain} 도메인은 마지막 로그아웃 뒤에도 남을 수 있습니다.`,
			'gui-domain': ({domain}) => `${domain} 도메인은 로그인과 함께 끝납니다.`,
			'user-manager': ({uid}) => `uid ${uid} 사용자가 모두 로그아웃하면 끝납니다(linger를 켜 두면 남습니다).`,
			'system-unit': ({unit}) => `어느 로그인에도 속하지 않습니다${unit ? `(${unit})` : ''}.`,
			terminal: ({tty}) => `${tty}에 묶여 있습니다.`,
			detached: () => '속한 로그인도 터미널도 없습니다.',
			unknown: () => '알려 주는 것이 없습니다.',
		},
	},
	'kept-alive': {
		question: '누군가 계속 실행을 유지',
		matters:
			'다시 시작해 주는 쪽이 책임지는 쪽입니다. 왜 되살아나는지도 여기에서 알 수 있습니다. launchd도 systemd도 시키지 않으면 유지하지 않으므로, 데몬이라도 해당하지 않을 수 있습니다.',
		readings: {
			nobody: () => '아는 서비스 관리자가 없습니다.',
			restart: ({value, manager}) => `${withParticle(managerName(manager), value === 'no' ? '은' : '이')} ${restartOf(value)}.`,
			unknown,
			kernel,
		},
	},
	'restarted-on-error': {
		question: '오류 뒤 재시작',
		matters:
			'서비스는 사라진 것을 누가 알아채기 전에 돌아와야 합니다. 그 일은 프로그램이 아니라 관리자가 하며, 설정에서 시킨 경우에만 합니다.',
		readings: {
			nobody: () => '다시 시작해 줄 것이 없습니다.',
			restarts: ({value, restarts}) =>
				`${restartOf(value)}${restarts === null || restarts === undefined ? '' : `(지금까지 ${restarts}번)`}.`,
			unknown,
			kernel,
		},
	},
	'logs-to-system': {
		question: '시스템 로그에 기록',
		matters:
			'문제를 알릴 창이 없으니, 무엇이 잘못되었는지 말할 곳은 로그뿐입니다. 시스템 로그를 스스로 여는 서비스는 표준 출력에 흔적을 남기지 않아, 알 수 없을 때가 많습니다.',
		readings: {
			unit: ({value}) => `유닛에 ${withParticle(`StandardOutput=${value}`, '이라')}고 되어 있습니다.`,
			file: ({path}) => `출력이 ${withParticle(String(path), '으로')} 갑니다.`,
			stream: ({stream}) => `표준 출력이 ${streams[String(stream)] ?? `${stream}입니다`}.`,
			denied,
			unknown,
			kernel,
		},
	},
	'handles-signals': {
		question: '시그널 처리',
		matters:
			'사람이 직접 닫지 않는 프로그램은 끝내라는 말(SIGTERM)과 설정을 다시 읽으라는 말(SIGHUP)을 시그널로 들어야 합니다. 보통 프로그램도 시그널을 처리하며, macOS는 처리하는지 알려 주지 않습니다.',
		readings: {
			both: () => 'SIGHUP과 SIGTERM을 처리합니다.',
			term: () => 'SIGTERM을 처리합니다.',
			hup: () => 'SIGHUP을 처리합니다.',
			none: () => 'SIGTERM을 받으면 바로 끝납니다.',
			unknown,
			kernel,
		},
	},
	'own-account': {
		question: '전용 계정',
		matters:
			'전용 계정을 쓰면 실수나 공격이 미치는 범위가 줄어듭니다. 그래도 root로 실행되는 데몬이 많고, 에이전트는 원래 그 사용자로 실행됩니다.',
		readings: {
			root: () => '전용 계정이 아니라 root로 실행됩니다.',
			account: ({user}) => `${user} 계정으로 실행됩니다.`,
			person: ({user}) => `사람이 쓰는 ${user} 계정으로 실행됩니다.`,
			unknown,
			kernel,
		},
	},
	thrift: {
		question: '다른 프로세스에 양보',
		matters:
			'아무도 보지 않는 일이 누군가 하는 일을 느리게 해서는 안 됩니다. 실제로는 데몬 대부분이 보통 우선순위로 실행되며, macOS는 나이스 값보다 작업 유형으로 제한합니다.',
		readings: {
			nice: ({nice}) =>
				Number(nice) > 0 ? `나이스 값이 ${nice}입니다.` : `나이스 값이 ${nice}입니다. 데몬 대부분처럼 보통 우선순위입니다.`,
			unknown,
		},
	},
};
