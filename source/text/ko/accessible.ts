import type {accessible as English} from '../en/accessible.js';
import type {Widened} from '../widened.js';
import {withParticle} from './particle.js';
import {kind as kindWords} from './process.js';
import {spanOf} from './values.js';

const command: Widened<typeof English.command> = {
	list: {names: ['목록'], help: '모든 프로세스. 뒤에 낱말을 쓰면 맞는 것만'},
	more: {names: ['더'], help: '지난 목록의 다음 줄. Enter만 눌러도 같음'},
	kinds: {names: ['종류'], help: '종류마다 몇 개인지. 하나를 고를 수 있음'},
	sort: {names: ['정렬'], help: '목록 순서: 정렬 cpu, 정렬 mem, 정렬 -name. 혼자 쓰면 열 이름'},
	ports: {names: ['포트'], help: '이 컴퓨터에서 수신 대기 중인 모든 것'},
	refresh: {names: ['새로고침', '새로'], help: '모든 프로세스를 다시 읽기'},
	overview: {names: ['개요'], help: '무엇이며 누가 시작했고 멈추면 어떻게 되는지'},
	why: {names: ['근거'], help: '판정을 뒷받침하거나 맞서는 근거'},
	sockets: {names: ['소켓'], help: '수신 대기와 연결'},
	config: {names: ['설정'], help: '설정 파일을 키마다 풀이'},
	secrets: {names: ['비밀', '비밀값'], help: '설정의 비밀 값을 읽기, 또는 다시 가리기'},
	logs: {names: ['로그'], help: '최근에 남긴 기록'},
	learn: {names: ['배우기'], help: '무엇을 위한 것이고 어떻게 다룰지'},
	commands: {names: ['명령'], help: '지난 패널과 같은 답을 주는 셸 명령'},
	lessons: {names: ['강의목록'], help: '모든 강의. 하나를 고를 수 있음'},
	lesson: {names: ['강의'], help: '강의 3처럼 번호로 강의 하나. 문제에는 숫자로 답하기'},
	myths: {names: ['오해'], help: '데몬에 대해 흔히 듣는 말을 하나씩 확인'},
	terms: {names: ['용어집'], help: '용어 풀이. 고른 프로세스와 관련된 것부터'},
	term: {names: ['용어'], help: '용어 소켓처럼 용어 하나'},
	quiz: {names: ['퀴즈'], help: '열 문제: 데몬일까 아닐까?'},
	language: {names: ['언어'], help: '다른 언어: English'},
	help: {names: ['도움말', '도움'], help: '이 도움말. 뒤에 낱말을 쓰면 그 낱말이 하는 일'},
	quit: {names: ['종료', '끝'], help: '끝내기. 입력이 끝나도 끝남'},
};

const group: Widened<typeof English.group> = {
	finding: '프로세스 찾기',
	process: '고른 프로세스, 또는 근거 bird처럼 뒤에 쓴 프로세스에 대해',
	learning: '배우기',
	session: '그 밖에',
};

/** What the explorer says line by line, in Korean. */
export const accessible: Widened<typeof English> = {
	command,
	group,
	machine: (name, release, upMs) => `${name}, ${release}${upMs === null ? '' : `, 부팅한 지 ${spanOf(upMs)}`}입니다.`,
	counts: (total, kinds) => `프로세스 ${total}개: ${kinds.map(([kind, count]) => `${kindWords[kind].plural} ${count}개`).join(', ')}.`,
	notKnown: reasons => `모르는 것: ${reasons.join('; ')}.`,
	unread: count => `프로세스 ${count}개는 지금 권한으로 읽을 수 없음`,
	howToAsk: '‘목록’을 쓰면 모든 프로세스를 읽고, 다른 낱말을 쓰면 찾습니다. ‘도움말’은 쓸 수 있는 말을 모두 알려 주고, ‘종료’는 끝냅니다.',
	listHead: (count, total, what, order) =>
		`${what === '' ? `프로세스 ${count}개` : `프로세스 ${total}개 가운데 ${what}에 맞는 것 ${count}개`}${count > 1 && order !== null ? `, ${order} 순서` : ''}`,
	onlyAlike: (count, what) => `${what}: 꼭 맞는 프로세스는 없고 비슷한 것이 ${count}개 있습니다`,
	nearest: '잘 맞는',
	processLine: ({name, pid, kind, isGuess, user, cpu, memory, ports, isSelf}) =>
		[
			name,
			`PID ${pid}`,
			isGuess ? `${kind}(추측)` : kind,
			user === null ? null : `사용자 ${user}`,
			cpu === null ? null : `CPU ${cpu}%`,
			memory === null ? null : `메모리 ${memory}`,
			ports.length === 0 ? null : `포트 ${ports.join(' ')}`,
			isSelf ? 'daemon-top 자신' : null,
		]
			.filter(part => part !== null)
			.join(', '),
	runs: line => `실행 명령: ${line}`,
	told: (told, count) => `${count}개 가운데 ${told}개를 읽었습니다. Enter나 더: 계속. 숫자: 그 줄 고르기.`,
	pickHint: '숫자를 쓰면 그 줄을 고릅니다.',
	onlyOne: '하나뿐이어서 골랐습니다.',
	nothingMatches: what => `${what}에 맞는 프로세스가 없습니다. 쓸 수 있는 말: 도움말`,
	noProcess: '시스템이 프로세스를 하나도 보여 주지 않습니다.',
	badQuery: (position, rest, reason) => `검색어를 ${position}번째 글자부터 읽을 수 없습니다(${rest === '' ? '맨 끝' : rest}): ${reason}.`,
	lastMessages: (told, count) => `기록 ${count}개 가운데 마지막 ${told}개입니다.`,
	earlier: 'Enter나 더: 그 앞의 기록.',
	earliest: '여기까지가 읽은 기록의 처음입니다.',
	noMore: '더 읽을 것이 없습니다.',
	noList: '아직 읽은 목록이 없습니다. 목록이나 찾을 낱말을 쓰세요.',
	byPid: number => `${number}번 줄이 없어 PID가 ${number}인 프로세스를 골랐습니다.`,
	noLine: (number, last) =>
		last === 0 ? `${number}번 줄이 없습니다.` : `${number}번 줄이 없습니다. 지난 목록은 1번부터 ${last}번까지입니다.`,
	nothingChosen: '고른 프로세스가 없습니다. 찾아서 번호를 쓰거나, 근거 bird처럼 뒤에 이름을 쓰세요.',
	notFound: target => `${target}: 그런 프로세스가 없습니다.`,
	chosen: '이제 물어볼 수 있는 것: 개요, 근거, 소켓, 설정, 로그, 배우기, 명령.',
	startedBy: (name, pid) => `시작한 프로세스: ${name}, PID ${pid}.`,
	hasEnded: (name, pid) => `${name}, PID ${pid}: 이미 끝났습니다. 끝나기 전에 알던 내용입니다.`,
	paneHead: (pane, name, pid) => `${name}, PID ${pid}, ${pane}`,
	commandsHead: (pane, name, pid) => `${name}, PID ${pid}, ${pane} 패널의 명령`,
	commandsAbout: '읽기만 하는 셸 명령입니다.',
	kindLine: (plural, count, verdict) => `${plural} ${count}개. ${verdict}`,
	kindsHead: count => `여기서 실행 중인 종류 ${count}가지`,
	kindsMissing: plurals => `하나도 없는 종류: ${plurals.join(', ')}.`,
	columnsHead: (count, now) => `지금은 ${now} 순서입니다. 정렬할 수 있는 열 ${count}개`,
	columnLine: (name, about) => `${name}: ${about}`,
	noColumn: name => `${name} 열이 없습니다. 모든 열: 정렬`,
	sorted: (name, isDescending) => `${name} 순서로, ${isDescending ? '큰 값부터' : '작은 값부터'} 정렬했습니다.`,
	portsHead: count => `수신 대기 중인 주소 ${count}개`,
	portLine: ({protocol, port, name, pid, kind, user, reach, sharers, heldFor}) =>
		[
			`${protocol} 포트 ${port}`,
			name === null ? '보이지 않는 프로세스가 수신 대기' : `${name}, PID ${pid}, ${kind}`,
			sharers === 0 ? null : `프로세스 ${sharers}개와 함께 씀`,
			user === null ? null : `사용자 ${user}`,
			heldFor === null ? null : `${heldFor} 대신 대기`,
			`받는 범위: ${reach}`,
		]
			.filter(part => part !== null)
			.join(', '),
	refreshed: (started, ended) =>
		started === 0 && ended === 0
			? '다시 읽었습니다. 새로 시작하거나 끝난 것이 없습니다.'
			: `다시 읽었습니다. 그사이 ${started}개가 시작하고 ${ended}개가 끝났습니다.`,
	chosenEnded: (name, pid) => `고른 프로세스가 끝났습니다: ${name}, PID ${pid}.`,
	lessonsHead: count => `강의 ${count}개와 흔히 듣는 말`,
	lessonLine: (title, idea) => `${title}${title.endsWith('?') ? '' : '.'} ${idea}`,
	lessonOf: (number, count) => `강의 ${count}개 가운데 ${number}번`,
	noLesson: (name, count) => `${name}번 강의가 없습니다. 번호는 1부터 ${count}까지입니다.`,
	lessonNumber: number => `강의 ${number}:`,
	lessonsHint: '강의와 번호를 쓰면 열립니다',
	answerHint: count => `1부터 ${count}까지의 숫자로 답하세요.`,
	afterAnswer: next => (next === null ? '마지막 강의였습니다.' : `다음 강의: 강의 ${next}`),
	mythsHead: count => `흔히 듣는 말 ${count}가지`,
	mythLine: (says, verdict) => `${says} 판정: ${verdict}.`,
	tryIt: '직접 확인하기:',
	termsHead: count => `용어 ${count}개`,
	termLine: (name, line) => `${name}: ${line}`,
	otherTerms: names => `함께 찾은 용어: ${names.join(', ')}.`,
	noTerm: word => `${word}: 그런 용어가 없습니다. 모든 용어: 용어집`,
	secretsCovered: '비밀 값으로 보이는 것을 가렸습니다. 비밀이라고 쓰면 읽습니다.',
	secretsShown: '비밀 값으로 보이는 것도 읽습니다. 비밀이라고 쓰면 가립니다.',
	covered: '가림',
	mark: {right: '맞음:', wrong: '틀림:', error: '오류:', warning: '경고:', command: '입력:', saying: '말:', checked: '확인:'},
	arrow: {in: '들어온 곳:', out: '나간 곳:'},
	times: count => (count > 1 ? `, ${count}개` : ''),
	link: ', 이어서 ',
	unknown: '알 수 없음',
	readFrom: source => `(${source})`,
	quizEnded: '퀴즈에서 돌아왔습니다.',
	quizHint: '열 문제입니다. 숫자로 답하고, h는 1점을 쓰고 힌트를 하나 더 듣고, q는 그만둡니다.',
	languageNow: '이제 한국어입니다. 영어 낱말도 그대로 쓸 수 있습니다.',
	helpLine: (names, help) => `${names.join(', ')}: ${help}`,
	helpSearch: '그 밖의 말은 검색합니다. 앞에 빗금(/)을 쓰면 위의 말도 검색합니다.',
	helpQuery:
		'여러 낱말은 모두 맞아야 하고, 느낌표(!)는 제외합니다. kind:데몬, user:root, port:5432, pid:1, tag:worker, cpu>5, mem>100M도 쓸 수 있습니다.',
	helpNumber: '숫자는 지난 목록의 그 줄을 고릅니다.',
	noSuchWord: word => `${withParticle(word, '은')} 쓸 수 있는 말이 아닙니다.`,
	goodbye: '끝냈습니다.',
};
