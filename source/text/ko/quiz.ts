import type {Observed} from '../../model/evidence.js';
import type {quiz as English} from '../en/quiz.js';
import type {Widened} from '../widened.js';
import {withParticle} from './particle.js';
import {traps} from './quiz-traps.js';

const systems = {linux: 'Linux 컴퓨터', darwin: 'Mac', generic: 'Unix 시스템'} as const;

const ask: Widened<typeof English.ask> = {
	kind: name => `${withParticle(name, '은')} 무엇일까요?`,
	proof: (name, kindName) => `${name}의 판정은 ‘${kindName}’입니다. 아래 줄은 모두 사실입니다. 어느 줄이 그 증거일까요?`,
	logout: name => `컴퓨터 앞의 사용자가 로그아웃합니다. ${withParticle(name, '은')} 어떻게 될까요?`,
	kill: name => `누가 kill -9로 ${withParticle(name, '을')} 강제 종료합니다. 어떻게 될까요?`,
	plist: (name, _, platform) =>
		platform === 'darwin'
			? `${name} 속성 목록의 일부입니다. launchd는 이 작업을 언제 실행할까요?`
			: `systemd가 ${name}에 대해 알려 준 내용입니다. 언제 실행될까요?`,
};

const accounts: Readonly<Record<string, string>> = {
	root: '무엇이든 할 수 있는 계정',
	service: '사람이 로그인하지 않는 전용 계정',
	person: '사람이 쓰는 계정',
	unknown: '더 알려진 것 없음',
};

const docks: Readonly<Record<string, string>> = {
	Foreground: 'Dock에 아이콘이 있음 (Foreground)',
	UIElement: 'Dock에 아이콘이 없음 (UIElement)',
	BackgroundOnly: 'Dock에 아이콘이 없고 창도 없음 (BackgroundOnly)',
};

const managerClue = ({manager, place, name, role}: Observed, managerName: string): string => {
	if (manager === null) {
		return '아는 서비스 관리자가 없음';
	}

	const where =
		manager === 'launchd' ? ` ${place} 도메인` : manager === 'systemd' ? (place === 'user' ? ' 사용자 관리자' : ' 시스템 관리자') : '';
	return `${managerName}${where}: ${name}${role === 'worker' ? ' (주 프로세스가 아님)' : ''}`;
};

/** Words of the quiz, in Korean. */
export const quiz: Widened<typeof English> = {
	title: '데몬일까, 아닐까?',
	question: (number, count) => `문제 ${number}/${count}`,
	points: count => `${count}점`,
	worth: count => `${count}점짜리`,
	tally: (count, streak) => `${count}점${streak > 1 ? `, ${streak}문제 연속 정답` : ''}`,
	where: (origin, platform) => (origin === 'machine' ? '이 컴퓨터' : systems[platform]),
	ask,
	clueLabel: {
		name: '이름',
		kind: '종류',
		owner: '소유자',
		terminal: '터미널',
		program: '프로그램',
		parent: '부모',
		dock: 'Dock',
		manager: '관리 주체',
		restart: '재시작',
	},
	clue: {
		owner: ({user, account}) => `${user} – ${accounts[String(account)] ?? account}`,
		terminal: ({tty}) => (tty === null ? '없음' : String(tty)),
		program: ({path}) => (path === null ? '프로그램 파일 없음' : String(path)),
		parent: ({parent, ppid}) => `${parent} (${ppid})`,
		dock: ({type}) => docks[String(type)] ?? String(type),
		manager: managerClue,
		restart: ({key, value}) => `${key} = ${value}`,
	},
	weakLine: {
		'no-terminal': () => '터미널이 없습니다.',
		'name-ends-in-d': () => '이름이 d로 끝납니다.',
		'name-without-d': () => '이름이 d로 끝나지 않습니다.',
		'root-without-terminal': () => '루트로 실행됩니다.',
		'daemon-in-name': ({name}) => `이름부터 그렇습니다: ${name}.`,
		'program-in-sbin': ({path}) => `시스템 프로그램이 모인 폴더에 있습니다(${path}).`,
		'program-in-libexec': ({path}) => `사람이 직접 입력해서 쓰는 프로그램이 아닙니다(${path}).`,
		'service-account': ({user}) => `사람이 로그인하지 않는 계정 ${withParticle(String(user), '으로')} 실행됩니다.`,
		'works-in-root-directory': () => '작업 디렉터리가 /입니다.',
		'works-in-home': ({path}) => `작업 디렉터리가 사용자 폴더 안에 있습니다(${path}).`,
		'streams-to-null': () => '표준 입력과 출력이 /dev/null이거나 닫혀 있습니다.',
		'listens-on-network': ({socket}) => `네트워크에서 수신 대기합니다(${socket}).`,
		'listens-on-unix-socket': ({path}) => `로컬 소켓에서 수신 대기합니다(${path}).`,
		'ignores-pipe': () => 'SIGPIPE를 무시합니다.',
		'catches-hup-and-term': () => 'SIGHUP과 SIGTERM을 직접 처리합니다.',
	},
	logout: {
		stays: '계속 실행됩니다',
		'may-stay': '계정 설정(linger)에 따라 다릅니다',
		next: '다음에 로그인하는 사람을 위해 계속 실행됩니다',
		ends: '끝납니다',
	},
	logoutBecause: {
		stays: '어느 로그인에도 속하지 않습니다. 누가 드나들든 컴퓨터 전체를 위해 남아 있습니다.',
		'may-stay':
			'사용자 한 명의 서비스 관리자에 속합니다. 그 관리자는 사용자의 마지막 로그인과 함께 끝나지만, loginctl enable-linger로 설정해 두면 남습니다.',
		ends: '로그인 세션에 속하므로 세션과 함께 끝납니다.',
	},
	kill: {
		back: {
			choice: '곧바로 다시 시작됩니다',
			because: '서비스 관리자가 계속 실행하도록 설정되어 있고(KeepAlive, Restart=), SIGKILL로 끝난 것은 실패로 칩니다.',
		},
		'on-demand': {
			choice: '다음에 누가 요청하면 다시 시작됩니다',
			because: '계속 실행하라는 설정은 없지만 서비스 관리자가 소켓이나 메시지 이름을 쥐고 있습니다. 다음 요청이 오면 다시 시작합니다.',
		},
		gone: {
			choice: '누가 시작할 때까지 돌아오지 않습니다',
			because: '다시 시작하라는 설정이 어디에도 없습니다. 기껏해야 다음 로그인이나 부팅 때 돌아옵니다.',
		},
		logout: {
			choice: '로그인 세션 전체가 끝납니다',
			because: '로그인 세션이 이 프로세스에 매달려 있습니다. 끝나면 사용자는 로그아웃됩니다.',
		},
	},
	start: {
		kept: {
			choice: '부팅이나 로그인 때 시작하고, 끝날 때마다 다시 시작합니다',
			because: 'KeepAlive = true 또는 Restart=always입니다. 어떻게 끝나든 서비스 관리자가 다시 시작합니다.',
		},
		'after-failure': {
			choice: '부팅이나 로그인 때 시작하고, 실패했을 때만 다시 시작합니다',
			because: '제대로 끝나면 그대로 두고, 실패했을 때만(SuccessfulExit = false, Restart=on-failure) 다시 시작합니다.',
		},
		once: {
			choice: '부팅이나 로그인 때 시작하고, 끝나면 그대로 둡니다',
			because: '저절로 시작되지만(RunAtLoad, enabled) 다시 시작하라는 설정은 없습니다.',
		},
		'on-demand': {
			choice: '누가 요청할 때만 시작합니다',
			because: '저절로 시작하지 않습니다. 서비스 관리자가 소켓, 경로, 메시지 이름에서 기다리다가 첫 요청이 오면 시작합니다.',
		},
		timer: {
			choice: '정해진 시각에 시작합니다',
			because: '시계가 깨웁니다(StartInterval, StartCalendarInterval, .timer 유닛). 그 사이에는 실행되지 않습니다.',
		},
	},
	trap: traps,
	right: count => `정답입니다. ${count}점을 얻었습니다.`,
	wrong: '아쉽지만 틀렸습니다.',
	yourAnswer: '고른 답',
	theAnswer: '정답',
	proof: '이렇게 알 수 있습니다',
	proofBecause: '나머지 줄도 모두 사실이지만 다른 종류의 프로세스에도 그대로 들어맞습니다.',
	objections: '헷갈리게 하는 점',
	trapHeading: '함정',
	result: '결과',
	resultOf: (right, answered) => `${answered}문제 가운데 ${right}문제 정답`,
	resultPoints: (count, possible) => `${possible}점 만점에 ${count}점`,
	resultStreak: count => `최고 ${count}문제 연속 정답`,
	notAnswered: count => `답하지 않은 문제가 ${count}개 있습니다.`,
	nothingAnswered: '답한 문제가 없습니다.',
	allRight: '모두 맞혔습니다. 이제 잘 구별하십니다.',
	lookAgain: kindNames => `다시 살펴볼 종류: ${kindNames.join(', ')}`,
	soFar: ({played, asked, right, bestPoints}) =>
		`지금까지 퀴즈를 ${played}번 풀어 ${asked}문제 가운데 ${right}문제를 맞혔습니다. 최고 점수는 ${bestPoints}점입니다.`,
	soFarHeading: '지금까지의 기록',
	weakest: (kindName, right, asked) => `가장 어려워한 종류: ${kindName} (${asked}문제 가운데 ${right}문제 정답)`,
	plain: {
		prompt: (last, hasClue) => `답을 입력하세요(1~${last}${hasClue ? ', 힌트는 h' : ''}, 그만두려면 q): `,
		notAnAnswer: last => `1부터 ${last}까지의 숫자나 h, q를 입력하세요.`,
		noMoreClues: '힌트가 더 없습니다.',
		clueCosts: count => `이제 맞히면 ${count}점입니다.`,
		again: seed => `같은 퀴즈 다시 풀기: --seed ${seed}`,
	},
	badCount: (value, most) => `--count에는 1부터 ${most}까지의 숫자를 쓰세요: ${value}`,
	noWords: word => `퀴즈 명령에는 다른 말을 붙일 수 없습니다: ${word}`,
	noQuestions: '여기에는 문제로 낼 만한 프로세스가 없습니다.',
	scoreDamaged: path => `점수 파일을 읽을 수 없어 ${path}에 옮겨 두고 처음부터 다시 셉니다.`,
	scoreStuck: path => `점수 파일을 읽을 수 없습니다: ${path}. 파일은 그대로 두며 이번 퀴즈는 기록하지 않습니다.`,
	scoreNotKept: (path, reason) => `점수를 ${path}에 저장하지 못했습니다(${reason}).`,
	scoreNowhere: 'XDG_STATE_HOME과 HOME에 폴더가 없어 점수를 저장하지 않습니다.',
};
