import type {Bringer, Comeback, ComebackReason, Dependents, StartLimit, Storm, Trigger, WayToEnd} from '../../model/consequences.js';
import type {KeepAliveCondition} from '../../model/service.js';
import type {consequences as English} from '../en/consequences.js';
import {formatDuration, formatInstant, groupedNumber} from '../format.js';
import type {Widened} from '../widened.js';
import {stopNote, widerEnd} from './consequence-notes.js';
import {managerName} from './evidence.js';
import {withParticle} from './particle.js';
import {koreanSpan} from './span.js';

const list = (words: readonly string[]): string =>
	words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} 또는 ${words.at(-1)}`;

/** `100밀리초`, `1.5초`, `2분 5초`. */
const span = (milliseconds: number): string => {
	if (milliseconds < 1000) {
		return `${Math.round(milliseconds)}밀리초`;
	}

	return milliseconds < 60_000 ? `${Math.round(milliseconds / 100) / 10}초` : koreanSpan(formatDuration(milliseconds));
};

const wayWords: Readonly<Record<WayToEnd, string>> = {
	asked: 'SIGTERM',
	killed: 'SIGKILL',
	crashed: '비정상 종료',
	failed: '종료 코드 1',
	finished: '종료 코드 0',
};

/** Who starts it again, as the subject of a sentence. */
const subject = (by: Bringer | null, unknown = '시스템이'): string => {
	switch (by?.type) {
		case 'manager':
			return withParticle(managerName(by.manager), '이');
		case 'process':
			return `${by.process.name} 프로세스(${by.process.pid})가`;
		case 'unit':
			return `${by.name} 유닛이`;
		default:
			return unknown;
	}
};

/** Whose settings decide. */
const owner = (by: Bringer | null): string =>
	by === null ? '시스템' : by.type === 'manager' ? managerName(by.manager) : by.type === 'unit' ? by.name : by.process.name;

const conditionOf = (condition: KeepAliveCondition): string => {
	switch (condition.type) {
		case 'successful-exit':
			return `SuccessfulExit=${condition.value}`;
		case 'crashed':
			return `Crashed=${condition.value}`;
		case 'network':
			return `NetworkState=${condition.value}`;
		case 'after-demand':
			return `AfterInitialDemand=${condition.value}`;
		case 'path':
			return `${condition.name} ${condition.value ? '있음' : '없음'}`;
		case 'other-job':
			return `${condition.name} ${condition.value ? '로드됨' : '로드되지 않음'}`;
		case 'other':
			return condition.name;
	}
};

const whenOf = (afterMs: number | null): string => (afterMs === null ? '' : afterMs === 0 ? '바로 ' : `${span(afterMs)} 뒤에 `);

const answerWord: Readonly<Record<Comeback['answer'], string>> = {
	yes: '예',
	no: '아니요',
	'on-demand': '요청할 때',
	unknown: '알 수 없음',
	stays: '계속 실행',
};

const usualWord = ({usually}: Comeback, unknown: string): string => (usually === null ? unknown : `보통 ${answerWord[usually]}`);

const triggerOf = ({type, name, of, nextAt, everyMs}: Trigger, now: number): string => {
	const places = of.length === 0 ? '' : `(${of.slice(0, 2).join(', ')}${of.length > 2 ? ' …' : ''})`;
	switch (type) {
		case 'socket':
			return name === null ? '소켓에 무언가 도착하면' : `${name}${places}에 무언가 도착하면`;
		case 'timer':
			return nextAt === null
				? `${name}의 다음 시각에`
				: `${name}에 따라 ${nextAt <= now ? '지금' : `${span(nextAt - now)} 뒤에 (${formatInstant(nextAt)})`}`;
		case 'path':
			return name === null ? '파일이 바뀌면' : `${name}${places} 유닛이 변화를 감지하면`;
		case 'bus':
			return `D-Bus에서 ${name} 이름을 부르면`;
		case 'mach-service':
			return '다음 메시지가 오면';
		case 'interval':
			return everyMs === null ? '정해진 간격마다' : `${span(everyMs)}마다`;
		case 'calendar':
			return '일정의 다음 시각에';
		case 'event':
			return '기다리는 이벤트가 생기면';
		case 'mount':
			return '디스크가 마운트되면';
		case 'request':
			return '다시 필요해지면';
	}
};

type Phrase = (comeback: Comeback) => string;

const yes = '예, ';

const byManager = ({by, afterMs}: Comeback): string => `${yes}${subject(by)} ${whenOf(afterMs)}다시 시작합니다`;

const keepAliveCondition: Phrase = each => {
	const conditions = list(each.conditions.slice(0, 3).map(conditionOf));
	const found = conditions === '' ? '' : ` (KeepAlive: ${conditions})`;
	return each.answer === 'yes'
		? `${byManager(each)}${found}`
		: each.answer === 'no'
			? `아니요${found}`
			: `조건이 맞으면 launchd가 다시 시작합니다${conditions === '' ? '' : `: ${conditions}`} (KeepAlive)`;
};

/** How the reason decides, where nothing else starts the process. */
const phrases: Readonly<Record<ComebackReason, Phrase>> = {
	'restart-policy': each => `${each.answer === 'yes' ? byManager(each) : '아니요'} (Restart=${each.detail})`,
	'forced-status': each => `${byManager(each)} (RestartForceExitStatus)`,
	'prevented-status': () => '아니요 (RestartPreventExitStatus)',
	'remains-active': () => '아니요: 프로세스가 없어도 유닛이 active 상태로 남습니다 (RemainAfterExit)',
	'endless-delay': () => '아니요: systemd가 끝없이 기다립니다 (RestartSec=infinity)',
	upheld: each => `${yes}${subject(each.by)} 계속 실행되도록 유지합니다`,
	'group-goes-on': () => '아니요: 유닛은 다른 프로세스로 계속됩니다',
	scope: () => '아니요: systemd가 이런 프로세스는 묶어 둘 뿐 시작하지 않습니다',
	worker: each => `아마도: 서비스는 알아차리지 못하지만 ${subject(each.by, '주 프로세스가')} 새로 시작할 수 있습니다`,
	'own-exit-code': each => {
		const {zero, other} = each.byCode ?? {zero: 'unknown', other: 'unknown'};
		return `프로세스의 종료 코드로 정해집니다: 0이면 ${answerWord[zero]}, 나머지는 ${answerWord[other]}`;
	},
	'by-signal': () => '시그널에 따라 다릅니다',
	'ignores-signal': () => '무시하고 계속 실행됩니다',
	'keep-alive': each => `${byManager(each)} (KeepAlive)`,
	'keep-alive-condition': keepAliveCondition,
	'no-keep-alive': () => '아니요 (KeepAlive 없음)',
	'launch-only-once': () => '아니요: 한 번만 시작합니다 (LaunchOnlyOnce)',
	'unknown-keep-alive': () => '알 수 없음: 속성 목록을 찾지 못했습니다',
	app: () => '아니요: 누군가 앱을 다시 열어야 합니다',
	'xpc-service': () => '요청할 때만: 앱에 다시 필요해지면',
	extension: () => '요청할 때만: 무언가 확장을 다시 쓰면',
	driver: () => '요청할 때만: 장치에 필요해지면',
	supervised: byManager,
	'supervisor-settings': each => `${usualWord(each, '아마도')}: ${owner(each.by)} 설정이 정합니다 (autorestart)`,
	'container-policy': each => `${usualWord(each, '알 수 없음')}: ${owner(each.by)} 컨테이너의 재시작 정책이 정합니다`,
	'container-member': each => `아마도: ${subject(each.by, '컨테이너의 첫 프로세스가')} 새로 시작할 수 있습니다`,
	'init-script': () => '아니요: init 스크립트는 시작만 하고 지켜보지 않습니다',
	cron: () => '바로는 아니요: cron이 다음 시각에 시작합니다',
	at: () => '아니요: at은 한 번만 실행합니다',
	parent: each => `아마도: ${subject(each.by, '앱이')} 새로 시작할 수 있습니다`,
	'by-hand': () => '아니요: 누군가 직접 시작했습니다',
	nobody: () => '아니요: 아는 서비스 관리자가 없습니다',
	untold: () => '알 수 없음: 서비스 관리자가 알려 주지 않았습니다',
};

/** Reasons whose phrase says already what starts it. */
const demandPhrases: ReadonlySet<ComebackReason> = new Set(['cron', 'xpc-service', 'extension', 'driver']);

const counted = (what: string, count: number): string => `${what} ${groupedNumber(count)}개`;

const withNames = (words: string, names: string): string => (names === '' ? words : `${words}: ${names}`);

const some = (words: string, names: readonly string[]): string | null =>
	names.length === 0 ? null : `${words}: ${names.slice(0, 3).join(', ')}${names.length > 3 ? ' …' : ''}`;

/** What happens if a process stops. */
export const consequences: Widened<typeof English> = {
	heading: '중지하면',
	comesBack: '다시 시작',
	goesWith: '함께 종료',
	livesOn: '계속 실행',
	sockets: '소켓',
	neededBy: '필요한 곳',
	stopNow: '지금 중지',
	stopForGood: '완전히 중지',
	warning: '주의',
	comeback: (ways: readonly WayToEnd[] | null, comeback: Comeback, triggers: readonly Trigger[], now: number): string => {
		const waits = triggers.slice(0, 3).map(trigger => triggerOf(trigger, now));
		const isDemand = comeback.answer === 'on-demand' && !demandPhrases.has(comeback.reason);
		const phrase = isDemand ? `요청할 때만${waits.length === 0 ? '' : `: ${waits.join(', ')}`}` : phrases[comeback.reason](comeback);
		if (ways === null) {
			return comeback.answer === 'yes' && phrase.startsWith(yes) ? `${yes}어떻게 끝나든 ${phrase.slice(yes.length)}` : phrase;
		}

		// what decides stands beside the answer that is yes
		const isPlainNo = comeback.answer === 'no' && (comeback.reason === 'restart-policy' || comeback.reason === 'keep-alive-condition');
		return `${withParticle(list(ways.map(way => wayWords[way])), '으로')} 끝나면: ${isPlainNo ? '아니요' : phrase}`;
	},
	limit: ({starts, withinMs, action}: StartLimit) =>
		`${span(withinMs)} 안에 최대 ${groupedNumber(starts)}번 시작하며, 넘으면 ${action === null ? 'failed 상태로 남습니다' : `시스템이 ${action} 동작을 합니다`}`,
	growing: (lastMs: number, steps: number) => `대기 시간이 ${groupedNumber(steps)}단계에 걸쳐 ${span(lastMs)}까지 늘어납니다`,
	throttle: (betweenMs: number) => `${span(betweenMs)}에 한 번까지만 시작합니다`,
	never: (statuses: readonly string[]) =>
		`${withParticle(list(statuses), '으로')} 끝나면 다시 시작하지 않습니다 (RestartPreventExitStatus)`,
	always: (statuses: readonly string[]) => `${withParticle(list(statuses), '으로')} 끝나면 항상 다시 시작합니다 (RestartForceExitStatus)`,
	ended: (count: number, names: string) => withNames(counted('딸린 프로세스', count), names),
	hungUp: (count: number, names: string) => withNames(`${counted('터미널의 프로세스', count)} (SIGHUP)`, names),
	left: (count: number, names: string) => withNames(`${counted('서비스의 프로세스', count)} (KillMode)`, names),
	orphaned: (count: number, names: string) => withNames(counted('시작한 프로세스', count), names),
	some: (names: readonly string[], more: number) => `${names.join(', ')}${more > 0 ? ` 외 ${more}개` : ''}`,
	asSentence: (phrase: string) => phrase,
	closed: (sockets: string) => `${sockets}에서 더 이상 아무도 수신 대기하지 않습니다`,
	shared: (sockets: string) => `${sockets}에서는 다른 프로세스가 계속 수신 대기합니다`,
	held: (places: string) => `systemd가 ${places} 소켓을 열어 두므로 들어오는 연결은 기다립니다`,
	widerEnd,
	dependents: ({bound, required, wanting}: Dependents) =>
		[some('끝나면 함께 중지', bound), some('중지하면 함께 중지', required), some('없는 채로 계속', wanting)]
			.filter(part => part !== null)
			.join('; '),
	stopNote,
	storm: ({starts, everyMs, counted: what}: Storm) => {
		const times = `${groupedNumber(starts)}번`;
		return what === 'restarts'
			? `계속 실행되지 못합니다: ${times} 재시작했고 방금 또 재시작했습니다`
			: `계속 실행되지 못합니다: ${times} 시작했습니다${everyMs === null ? '' : `(평균 ${span(everyMs)}마다)`}`;
	},
};
