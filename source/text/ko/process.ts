import type {Failure} from '../../model/snapshot.js';
import type {
	confidence as englishConfidence,
	hidden as englishHidden,
	kind as englishKind,
	problem as englishProblem,
	state as englishState,
	tag as englishTag,
	why as englishWhy,
} from '../en/process.js';
import type {Widened} from '../widened.js';

/** How each kind is called, and the sentence that a verdict begins with. */
export const kind: Widened<typeof englishKind> = {
	daemon: {
		name: '데몬',
		short: '데몬',
		plural: '데몬',
		verdict: '데몬입니다. 컴퓨터 전체를 위해 뒤에서 일하는 서비스입니다.',
	},
	agent: {
		name: '에이전트',
		short: '에이전트',
		plural: '에이전트',
		verdict: '에이전트입니다. 사용자 한 명을 위해 뒤에서 일하는 서비스입니다.',
	},
	'background-app': {
		name: '백그라운드 앱',
		short: 'BG 앱',
		plural: '백그라운드 앱',
		verdict: '백그라운드 앱입니다. 로그인 세션에서 도는 보통 앱이지만 앞에 나서지 않습니다.',
	},
	app: {name: '앱', short: '앱', plural: '앱', verdict: '앱입니다. 누군가 연, 창이 있는 프로그램입니다.'},
	'app-helper': {
		name: '앱 도우미',
		short: '도우미',
		plural: '앱 도우미',
		verdict: '앱 도우미입니다. 앱의 일부로, 앱과 함께 켜지고 꺼집니다.',
	},
	'xpc-service': {
		name: 'XPC 서비스',
		short: 'XPC',
		plural: 'XPC 서비스',
		verdict: 'XPC 서비스입니다. 앱이 처음 부를 때 시작되는 도우미입니다.',
	},
	'app-extension': {
		name: '앱 확장',
		short: '앱 확장',
		plural: '앱 확장',
		verdict: '앱 확장입니다. 한 앱이 다른 앱에 빌려주는 기능입니다.',
	},
	driver: {
		name: '드라이버·시스템 확장',
		short: '드라이버',
		plural: '드라이버·시스템 확장',
		verdict: '드라이버나 시스템 확장입니다. 커널 밖에서 실행됩니다.',
	},
	'managed-job': {
		name: '관리되는 작업',
		short: '관리 작업',
		plural: '관리되는 작업',
		verdict: '관리되는 작업입니다. init 시스템이 아닌 감독 프로세스가 관리합니다.',
	},
	'background-process': {
		name: '백그라운드 프로세스',
		short: 'BG 프로세스',
		plural: '백그라운드 프로세스',
		verdict: '백그라운드 프로세스입니다. 누군가 시작해 놓고 손을 뗐으며, 돌봐 주는 관리자가 없습니다.',
	},
	interactive: {
		name: '대화형 프로그램',
		short: '대화형',
		plural: '대화형 프로그램',
		verdict: '대화형 프로그램입니다. 터미널에서 사람과 주고받으며 일합니다.',
	},
	session: {
		name: '세션 구성 요소',
		short: '세션',
		plural: '세션 구성 요소',
		verdict: '세션 구성 요소입니다. 로그인 세션 자체를 이룹니다.',
	},
	init: {
		name: '서비스 관리자',
		short: 'init',
		plural: '서비스 관리자',
		verdict: '서비스 관리자(init)입니다. 다른 프로세스를 시작하고 관리합니다.',
	},
	kernel: {name: '커널', short: '커널', plural: '커널', verdict: '커널 스레드입니다. 실행하는 프로그램이 없습니다.'},
	unknown: {
		name: '알 수 없음',
		short: '미확인',
		plural: '알 수 없음',
		verdict: '알 수 없습니다. 읽을 수 있는 것이 너무 적습니다.',
	},
};

export const confidence: Widened<typeof englishConfidence> = {certain: '확실', likely: '유력', guess: '추측'};

export const tag: Widened<typeof englishTag> = {
	worker: '작업자',
	'on-demand': '요청할 때 실행',
	'keep-alive': '계속 실행 유지',
	timer: '타이머로 실행',
	'one-shot': '한 번만 실행',
	'socket-activated': '소켓으로 실행',
	'third-party': '서드파티',
	apple: 'Apple',
	listens: '수신 대기',
	ui: '화면 사용',
	'pre-login': '로그인 전 시작',
	zombie: '좀비',
	self: 'daemon-top 자신',
};

const failureWords: Readonly<Record<Failure, string>> = {
	missing: '찾을 수 없습니다',
	denied: '지금 권한으로는 물어볼 수 없습니다',
	timeout: '제때 답하지 않아 중단했습니다',
	'too-big': '너무 길어 끝까지 읽지 않았습니다',
	signal: '시그널을 받아 끝났습니다',
	exit: '오류를 알렸습니다',
	parse: '알 수 없는 형식으로 답했습니다',
	cut: '뒷부분이 잘려 없습니다',
	gone: '그사이에 끝났습니다',
	aborted: '중단되었습니다',
};

export const problem: typeof englishProblem = ({source, failure, detail}) =>
	`${source}: ${failureWords[failure]}${detail === null ? '' : ` (${detail})`}`;

export const hiddenShort = '일부 숨겨짐';

/** What is said about processes that exist and cannot be seen. */
export const hidden: typeof englishHidden = ({hidepid, unreadable, threads}) => {
	if (hidepid === null) {
		return `${unreadable}개 읽을 수 없음`;
	}

	const counts = [unreadable > 0 ? `프로세스 ${unreadable}개` : null, threads ? `스레드 ${threads}개` : null].filter(Boolean).join(', ');
	return counts === '' ? '다른 프로세스는 숨겨짐' : `${counts} 숨겨짐`;
};

export const state: Widened<typeof englishState> = {
	R: '실행 중',
	S: '잠자는 중',
	D: '디스크나 장치를 기다리는 중',
	Z: '끝났지만 부모가 아직 거두지 않음',
	T: '멈춤',
	t: '디버거가 멈춤',
	I: '유휴',
	X: '죽음',
};

/** Words of the Why pane. */
export const why: Widened<typeof englishWhy> = {
	sourceOf: source => (source === 'dictionary' ? 'daemon-top 사전' : source),
	speaksFor: '판정을 뒷받침하는 근거',
	speaksAgainst: '판정에 맞서는 근거',
	nothingAgainst: '살펴본 것 가운데에는 없습니다.',
	strength: {1: '힌트', 2: '정황', 3: '증거'},
	strengthMark: {1: '▪··', 2: '▪▪·', 3: '▪▪▪'},
	checklist: '교과서 점검표',
	score: (yes, asked) => `${asked}개 가운데 ${yes}개 해당`,
	answerMark: {yes: '✓', no: '✗', unknown: '?', 'not-applicable': '–'},
	answer: {yes: '예', no: '아니요', unknown: '알 수 없음', 'not-applicable': '해당 없음'},
	confidenceOf: word => `(확신도: ${word})`,
	dIsRight: name => `이름이 d로 끝나며(${name}), 이 d는 흔히 생각하는 대로 데몬의 d입니다.`,
	dMisleads: (name, kindName) => `이름은 d로 끝나지만(${name}) 데몬이 아닙니다. 판정: ${kindName}.`,
	dMissing: name => `이름이 d로 끝나지 않지만(${name}) 데몬입니다.`,
	scoreHighNoDaemon: kindName => `교과서의 데몬과 많이 닮았지만 데몬이 아닙니다. 누가 관리하느냐가 판정을 가릅니다. 판정: ${kindName}.`,
	scoreLowDaemon: '교과서의 조건을 많이 놓치지만 데몬입니다. 서비스 관리자가 컴퓨터 전체를 위해 관리한다는 점이 판정을 가릅니다.',
};
