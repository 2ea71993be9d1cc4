import {blanksFor} from '../blanks.js';
import type {
	command as englishCommand,
	error as englishError,
	option as englishOption,
	record as englishRecord,
	usage as englishUsage,
	why as englishWhy,
} from '../en/commands.js';
import type {Widened} from '../widened.js';
import {withParticle} from './particle.js';
import {settings} from './settings.js';
import {koreanSpan} from './span.js';

/** Words of the command line. */
export const command: Widened<typeof englishCommand> = {
	explore: '탐색기. 검색어를 주면 처음부터 걸러서 시작',
	list: '표준 출력에 표 하나',
	why: '프로세스, 유닛, 포트 하나의 판정과 근거',
	learn: '강의, 용어, 프로그램을 글로 설명',
	quiz: '데몬일까 아닐까? 이 컴퓨터에서 고른 문제',
	record: '시스템의 답을 파일에 기록',
	replay: '어느 시스템의 기록이든 탐색기로 열기',
	config: '기본 설정 파일, 키 목록, 설정 파일 검사',
	paths: '파일을 찾는 곳',
	completion: '셸에서 명령을 자동 완성하는 스크립트',
};

export const option: Widened<typeof englishOption> = {
	delay: '읽는 간격(초): 2, 0.5, 500ms (0.5 이상, 기본값 2)',
	lang: '언어: en, ko (기본값: 로캘에 따름)',
	color: '색: auto, always, never',
	'no-color': '--color never와 같음',
	theme: '배경에 맞는 색: auto, dark, light. none은 색 없음',
	json: 'JSON으로 출력(공개된 스키마)',
	commands: '설명 대신 그 답을 얻은 명령을 출력',
	csv: '쉼표로 나눈 값으로 출력',
	sort: '정렬 기준이 될 열. -COLUMN은 반대 순서, help는 열 목록',
	kind: '쉼표로 나눈 이 종류만. help는 종류 목록',
	columns: '출력할 열을 쉼표로 나누어. help는 열 목록',
	tree: '자식을 부모 아래에',
	copy: 'y로 터미널의 클립보드에 복사 허용(OSC 52)',
	'no-copy': '설정 파일과 상관없이 y로 복사하지 않기',
	mouse: '설정 파일과 상관없이 마우스 쓰기',
	'no-mouse': '마우스를 터미널에 맡기기',
	demo: '내장된 Mac 살펴보기',
	replay: '기록 살펴보기',
	root: '폴더 아래에 파일과 도구가 있는 시스템 살펴보기',
	for: '기록할 시간: 60s, 5m (기본값 10s)',
	panes: '모든 프로세스의 소켓, 설정, 로그도 기록(더 오래 걸림)',
	redact: '사용자, 홈, 호스트, 주소, 비밀 값을 바꿔 기록',
	seed: '같은 문제를 다시 내기',
	count: '문제 수 (기본값 10)',
	accessible: '상자 없이 한 줄씩: 화면 읽기 프로그램용',
	version: '버전 출력',
	help: '이 도움말 출력',
};

export const usage: Widened<typeof englishUsage> = {
	title: 'daemon-top: 이것은 데몬일까요? 모든 프로세스의 판정과 근거를 보여 줍니다.',
	commands: '명령',
	options: '옵션',
	exampleOne: '예',
	queryHelp: '검색어: 모든 단어가 맞아야 합니다. !단어는 제외합니다. kind:daemon user:root port:5432 pid:1 tag:worker cpu>5 mem>100M',
	queryShort: 'QUERY: 단어, 뺄 단어는 !단어, kind:daemon user:root port:5432 cpu>5 mem>100M',
	exitCodes: '종료 코드: 0 정상, 1 오류, 2 잘못된 사용법, 3 찾지 못함, 4 권한 없음, 130 중단됨.',
	exitShort: '종료 코드: 0 정상, 1 오류, 2 사용법, 3 찾지 못함, 4 권한 없음, 130 중단됨',
	example: {
		explore: '어디에서든 Mac 살펴보기',
		list: 'root의 데몬을 큰 것부터',
		why: '5432 포트에서 수신 대기하는 것은 누구이고 무엇일까?',
		learn: 'bird는 무엇이고 종료해도 될까?',
		quiz: 'Mac에 관한 문제 열 개',
		record: '1분 동안, 이름은 빼고',
		replay: '그 기록을 여기나 다른 곳에서 보기',
		config: '설정할 수 있는 것 모두를 파일로',
		paths: '설정 파일을 두는 곳',
		completion: 'bash에서 Tab으로 자동 완성하기',
	},
	of: name => `사용법: daemon-top ${name}`,
	commandHelp: '옵션과 예: daemon-top COMMAND --help. 탐색기는 daemon-top explore --help',
	more: '명령 목록: daemon-top --help',
	paths: {
		label: {
			config: '설정 파일',
			score: '퀴즈 점수',
			configSchema: '설정 파일의 스키마',
			outputSchema: '출력의 스키마',
			recordings: '이름만 쓴 기록',
		},
		absent: '없음',
		nowhere: '없음: HOME이 정해져 있지 않습니다.',
	},
};

/** What helps with a recording that cannot be used. */
const recordAnew = '새로 기록하기: daemon-top record FILE';

export const error: Widened<typeof englishError> = {
	unknownOption: name => `${name} 옵션은 없습니다. 명령의 옵션 목록: daemon-top COMMAND --help`,
	optionNotHere: (name, commandName) => `${commandName} 명령에는 ${name} 옵션이 없습니다. 옵션 목록: daemon-top ${commandName} --help`,
	valueMissing: name => `${name} 옵션에는 값이 필요합니다. 쓸 수 있는 값: daemon-top COMMAND --help`,
	noValueAllowed: name => `${name} 옵션에는 값을 줄 수 없습니다. 값 없이 ${name}만 쓰세요.`,
	badDelay: value => `${withParticle(`“${value}”`, '은')} 간격이 아닙니다. 초(2, 0.5)나 밀리초(500ms)로 쓰세요. 0.5초 이상이어야 합니다.`,
	badColor: value => `--color에는 auto, always, never만 쓸 수 있습니다. ${withParticle(`“${value}”`, '은')} 쓸 수 없습니다.`,
	badTheme: (value, names) => `“${value}” 테마는 없습니다. 쓸 수 있는 테마: ${names}.`,
	badLanguage: (value, languages) => `“${value}” 언어는 없습니다. 쓸 수 있는 언어: ${languages}.`,
	unknownColumn: (name, names) => `“${name}” 열은 없습니다. 쓸 수 있는 열: ${names}.`,
	unknownKind: (name, names) => `“${name}” 종류는 없습니다. 쓸 수 있는 종류: ${names}.`,
	badQuery: (query, position, reason) =>
		`검색어를 ${position}번째 글자에서 읽을 수 없습니다: ${reason}.\n  ${query}\n  ${blanksFor(query.slice(0, position - 1))}^\n검색어 쓰는 법: daemon-top list --help`,
	jsonAndCsv: '--json과 --csv는 함께 쓸 수 없습니다. 하나만 쓰세요.',
	whyNeedsTarget: '어떤 프로세스인지 쓰세요: why PID, why NAME, why UNIT, why :PORT.',
	tooManyTargets: '대상은 한 번에 하나만 쓰세요. 대상마다 daemon-top why를 실행하세요.',
	noTerminalIn: '표준 입력이 터미널이 아니어서 키를 누를 수 없습니다. daemon-top list를 써 보세요.',
	nodeTooOld: (found, needed) => `daemon-top은 Node ${needed} 이상이 필요합니다. 지금은 ${found}입니다. nodejs.org에서 새 버전을 받으세요.`,
	nothingFound: target => `“${target}”에 맞는 것이 없습니다. 실행 중인 것 모두 보기: daemon-top list`,
	maybeHidden: hidden => `숨겨진 프로세스일 수 있습니다(${hidden}). sudo로 다시 실행해 보세요.`,
	noListener: port => `${port} 포트에서 수신 대기하는 것이 없습니다. 열린 포트 보기: daemon-top list --columns ports`,
	noListenerSeen: port => `지금 권한으로 볼 수 있는 소켓 가운데 ${port} 포트에서 수신 대기하는 것이 없습니다. sudo로 다시 실행해 보세요.`,
	listenerNotVisible: (protocol, port, user) =>
		`사용자 ${user}의 무언가가 ${protocol} ${port} 포트에서 수신 대기합니다. 지금 권한으로는 프로세스가 보이지 않습니다. sudo로 다시 실행해 보세요.`,
	severalMatch: (target, shown, count) =>
		`“${target}”에 맞는 프로세스 ${count}개 가운데 ${shown}개를 보여 줍니다. 하나만 보려면 PID를 쓰세요.`,
	unexpected: reason => `daemon-top이 멈췄습니다. daemon-top list는 될 수도 있습니다. 까닭: ${reason}`,
	unitWithoutProcess: unit => `${unit}: 실행 중인 프로세스가 없습니다. 실행 중인 것 모두 보기: daemon-top list`,
	nothingToLearn: topic => `“${topic}” 강의나 용어, 프로그램이 없습니다. 강의 목록: daemon-top learn`,
	recordNeedsFile: '기록할 파일을 쓰세요: record FILE.',
	replayNeedsFile: '열 기록을 쓰세요: replay FILE.',
	badDuration: value => `${withParticle(`“${value}”`, '은')} 시간 길이가 아닙니다. 30s, 5m, 1h처럼 쓰세요.`,
	cannotRecord: (path, reason) =>
		reason === 'EEXIST'
			? `${path}: 이미 있는 파일입니다. 기록은 파일을 덮어쓰지 않습니다. 다른 이름을 쓰세요.`
			: `${path}: 쓸 수 없습니다(${reason}). 쓸 수 있는 폴더의 파일을 지정하세요.`,
	recording: {
		empty: path => `${path}: 비어 있습니다. ${recordAnew}`,
		foreign: path => `${path}: daemon-top의 기록이 아닙니다. ${recordAnew}`,
		newer: path => `${path}: 더 새로운 daemon-top이 만든 기록입니다. 이 프로그램을 업데이트하세요.`,
		damaged: (path, line) => `${path}: ${line}번째 줄이 손상되었습니다. ${recordAnew}`,
		cut: path => `${path}: 프로세스 목록이 나오기 전에 잘렸습니다. ${recordAnew}`,
		missing: path => `${path}: 찾을 수 없습니다. 파일을 찾는 곳: daemon-top paths`,
		denied: path => `${path}: 지금 권한으로는 읽을 수 없습니다. 소유자에게 부탁하거나 sudo로 다시 실행해 보세요.`,
		'too-big': path => `${path}: 기록이라기에는 너무 큽니다. ${recordAnew}`,
	},
	noFolder: path => `${path}: 읽을 수 있는 폴더가 아닙니다. 그 시스템의 맨 위 폴더를 쓰세요.`,
	portInvalid: value => `“${value}”: 포트 번호는 1부터 65535까지입니다.`,
	badShell: (name, names) => `“${name}”에서 쓸 자동 완성은 없습니다. daemon-top completion 뒤에 쓸 수 있는 것: ${names}.`,
	configUsage: '기본 설정 파일 출력: daemon-top config. 동작 목록: daemon-top config keys. 파일 검사: daemon-top config check FILE.',
	noWords: (commandName, word) =>
		`${commandName} 명령 뒤에는 아무것도 쓰지 않습니다. “${word}”도 빼세요. 사용법: daemon-top ${commandName} --help`,
	settings,
};

export const why: Widened<typeof englishWhy> = {
	kindOf: (name, pid, kindName, sure) => `${name} (${pid}): ${kindName} (${sure})`,
	unitState: state => `상태: ${state}`,
	result: (result, status) => `지난 결과: ${result}${status === null ? '' : ` (종료 코드 ${status})`}`,
	restarts: count => `지금까지 자동 재시작: ${count}번`,
	starts: names => `시작하는 유닛: ${names}`,
	startedBy: names => `시작해 주는 유닛: ${names}`,
	config: path => `설정 파일: ${path}`,
};

export const record: Widened<typeof englishRecord> = {
	progress: (samples, elapsed, length, size) =>
		`${samples}번 읽음, ${koreanSpan(length)} 가운데 ${koreanSpan(elapsed)}, ${size}. Ctrl-C: 끝내기`,
	panes: (done, all, size) => `프로세스 ${all}개 가운데 ${done}개의 패널, ${size}. Ctrl-C: 끝내기`,
	done: (path, samples, size, isRedacted) =>
		`${path}: ${samples}번 읽음, ${size}. ${isRedacted ? '이름을 바꿔 기록했습니다.' : '사용자 이름과 인수가 들어 있습니다. --redact를 쓰면 바꿔 기록합니다.'}`,
};
