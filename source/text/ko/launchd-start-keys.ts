import type {KeyValue} from '../../model/config.js';
import {commandForm, twoDigits} from '../launchd-values.js';
import {calendarSentence, formatMoment, never} from './calendar.js';
import {withParticle} from './particle.js';
import {
	everySpan,
	isDictionaryText,
	listed,
	onDictionary,
	onFlag,
	onList,
	onNamedFlag,
	onRange,
	onSpan,
	onText,
	type SayKey,
	spanOf,
	wrongForm,
} from './values.js';

const command = (items: readonly string[]): string => {
	const found = commandForm(items);
	if (found.form === 'shell-line') {
		return found.line === ''
			? `${found.shell} 셸로 명령줄을 실행한다고 되어 있지만 명령줄이 없습니다.`
			: `다음 명령줄을 ${found.shell} 셸로 실행합니다: ${listed([found.line])}.`;
	}

	if (found.form === 'script') {
		return `${withParticle(found.interpreter, '으로')} ${listed([found.script])} 스크립트를 실행합니다${found.count > 0 ? `(인수 ${found.count}개)` : ''}.`;
	}

	const program = withParticle(listed([found.program]), '을');
	return found.rest.length === 0
		? `${program} 인수 없이 실행합니다.`
		: `${program} 인수 ${found.rest.length}개와 함께 실행합니다: ${listed(found.rest)}.`;
};

const programArguments = (items: readonly string[]): string =>
	`${command(items)}${items[0]?.includes('$') ? ' launchd는 변수를 값으로 바꾸지 않으므로 이 경로를 글자 그대로 씁니다.' : ''}`;

const keepAliveConditions = onDictionary(
	conditions => `다음 조건 가운데 하나라도 맞으면 실행 상태를 유지합니다: ${listed(conditions)}.`,
	'조건에 따라 실행 상태를 유지한다고 되어 있지만 조건이 없습니다.',
);

const keepAlive: SayKey = value => {
	if (value.flag !== null) {
		return value.flag
			? '항상 실행 상태를 유지합니다. 로드하자마자 실행하고, 끝날 때마다 다시 실행합니다.'
			: '실행 상태를 유지하지 않습니다. 한번 끝나면 무언가가 다시 실행할 때까지 그대로 있습니다.';
	}

	return isDictionaryText(value) ? keepAliveConditions(value) : wrongForm('참, 거짓 또는 조건을 담은 딕셔너리');
};

const calendar = (value: KeyValue, now: number): string => {
	if (value.calendar.length === 0) {
		return wrongForm('Minute, Hour, Day, Weekday, Month를 숫자로 담은 딕셔너리 하나 이상');
	}

	const sentence = calendarSentence(value.calendar);
	if (sentence === never) {
		return '실행할 때가 오지 않습니다.';
	}

	const next = value.nextAt === null ? '' : ` 다음 실행: ${formatMoment(value.nextAt, now)}.`;
	return `${sentence} 실행합니다.${next} 잠자는 동안 놓친 시각은 깨어난 뒤 한 번만 실행합니다.`;
};

const startInterval: SayKey = ({durationMs}) =>
	durationMs === null || durationMs === 0
		? wrongForm('0보다 큰 초 단위 숫자')
		: `${everySpan(durationMs)} 실행합니다. 잠자는 동안이나 아직 실행 중일 때 놓친 시각은 건너뜁니다.`;

const weekdays = ['일', '월', '화', '수', '목', '금', '토', '일'];

const identityKeys = {
	Label: onText(() => 'launchd가 이 작업을 구별하는 이름입니다. 같은 도메인에서는 다른 작업이 이 이름을 쓸 수 없습니다.'),
	Disabled: onFlag(
		'자동으로 로드하지 않습니다. `launchctl enable`이나 `disable`로 정한 상태가 이 값보다 우선합니다.',
		'`launchctl disable`로 꺼 두지 않았다면 자동으로 로드합니다.',
	),
	UserName: onText(user =>
		user === 'root' ? 'root 계정으로 실행합니다. 데몬은 이 키가 없어도 그렇습니다.' : `${user} 계정으로 실행합니다. 데몬에만 적용됩니다.`,
	),
	GroupName: onText(group => `${group} 그룹으로 실행합니다. 데몬에만 적용됩니다.`),
	InitGroups: onFlag(
		'UserName에 적힌 사용자가 속한 다른 그룹도 함께 적용합니다(기본값).',
		'UserName에 적힌 사용자가 속한 다른 그룹은 빼고 그룹 하나만 적용합니다.',
	),
	Program: onText(
		path => `${withParticle(path, '을')} 실행합니다. 이때 ProgramArguments의 첫 항목은 프로그램에 알려 주는 이름일 뿐입니다.`,
	),
	BundleProgram: onText(path => `${withParticle(path, '을')} 실행합니다. 이 작업을 등록한 앱 안에서의 경로입니다.`),
	ProgramArguments: onList(programArguments, '비어 있어서 실행할 것이 없습니다.'),
	EnableGlobbing: onFlag('인수에 들어 있는 * 같은 기호를 먼저 파일 이름으로 바꿉니다.', '인수를 적힌 그대로 씁니다(기본값).'),
	RunAtLoad: onFlag(
		'로드하자마자 실행합니다. 데몬은 부팅할 때, 에이전트는 로그인할 때입니다.',
		'로드했다는 이유만으로 실행하지는 않습니다(기본값).',
	),
};

const keepAliveKeys = {
	KeepAlive: keepAlive,
	'KeepAlive.SuccessfulExit': onFlag(
		'정상적으로 끝나면(종료 코드 0) 다시 실행합니다. 로드할 때도 바로 실행합니다.',
		'실패로 끝나면(0이 아닌 종료 코드 또는 시그널) 다시 실행합니다. 로드할 때도 바로 실행합니다.',
	),
	'KeepAlive.Crashed': onFlag(
		'SIGSEGV 같은 시그널로 비정상 종료하면 다시 실행합니다.',
		'비정상 종료가 아니라면 어떻게 끝나든 다시 실행합니다.',
	),
	'KeepAlive.PathState': onDictionary(
		paths => `다음 파일이 있는지에 따라 실행 상태를 유지합니다: ${listed(paths)}. launchd가 변화를 늦게 알아챌 수 있습니다.`,
		'파일을 조건으로 삼지만 지정한 파일이 없습니다.',
	),
	'KeepAlive.PathState.x': onNamedFlag(
		path => `${withParticle(path, '이')} 있는 동안 실행 상태를 유지합니다.`,
		path => `${withParticle(path, '이')} 없는 동안 실행 상태를 유지합니다.`,
	),
	'KeepAlive.OtherJobEnabled': onDictionary(
		jobs => `다음 작업이 로드되어 있는지에 따라 실행 상태를 유지합니다: ${listed(jobs)}.`,
		'다른 작업을 조건으로 삼지만 지정한 작업이 없습니다.',
	),
	'KeepAlive.OtherJobEnabled.x': onNamedFlag(
		job => `${job} 작업이 로드되어 있는 동안 실행 상태를 유지합니다. 그 작업이 실행 중인지는 상관없습니다.`,
		job => `${job} 작업이 로드되어 있지 않은 동안 실행 상태를 유지합니다.`,
	),
	'KeepAlive.NetworkState': onFlag(
		'이제 효과가 없습니다. 원래는 “네트워크가 있는 동안”이라는 뜻이었습니다.',
		'이제 효과가 없습니다. 원래는 “네트워크가 없는 동안”이라는 뜻이었습니다.',
	),
	'KeepAlive.AfterInitialDemand': onFlag(
		'문서에 없는 키: 누군가 처음으로 작업을 요청한 뒤부터 조건을 적용합니다.',
		'문서에 없는 키: 처음부터 조건을 적용합니다.',
	),
	OnDemand: onFlag(
		'KeepAlive로 바뀐 옛 키: 한번 끝나면 무언가가 다시 실행할 때까지 그대로 있습니다. 이 키가 없을 때와 같습니다.',
		'KeepAlive로 바뀐 옛 키: 항상 실행 상태를 유지합니다.',
	),
	ServiceIPC: () => '이제 효과가 없는 옛 키입니다. 지우는 것이 좋습니다.',
	LaunchOnlyOnce: onFlag('컴퓨터를 다시 시작할 때까지 한 번만 실행합니다.', '여러 번 다시 실행할 수 있습니다(기본값).'),
	ThrottleInterval: onSpan((span, durationMs) =>
		durationMs === 0
			? '다시 실행하기까지 간격을 두지 않게 합니다. 이 키가 없으면 10초입니다.'
			: `실행한 뒤 다시 실행하기까지 최소 ${span} 간격을 둡니다${durationMs === 10_000 ? '(기본값).' : '. 이 키가 없으면 10초입니다.'}`,
	),
	ExitTimeOut: ({durationMs}: KeyValue) => {
		if (durationMs === null) {
			return wrongForm('초를 나타내는 숫자');
		}

		return durationMs === Number.POSITIVE_INFINITY
			? 'SIGTERM을 받은 뒤 끝날 때까지 얼마든지 기다립니다. 강제 종료하지 않으므로 시스템 종료가 늦어질 수 있습니다.'
			: `중지할 때 SIGTERM을 보내고, ${spanOf(durationMs)} 뒤에도 실행 중이면 SIGKILL을 보냅니다.`;
	},
	TimeOut: onSpan(time => `이제 효과가 없습니다. 원래는 ${time} 동안 할 일이 없으면 끝내라는 뜻이었습니다.`),
	EnableTransactions: onFlag(
		'일하는 중인지 launchd에 알립니다. 쉬는 중이면 바로 강제 종료될 수 있고, 일하는 중이면 먼저 SIGTERM을 받습니다.',
		'일하는 중인지 launchd에 알리지 않습니다(기본값).',
	),
	EnablePressuredExit: onFlag(
		'쉬는 중이고 메모리가 부족하면 종료될 수 있습니다. 실제로는 일하는 중이었다면 다시 실행합니다.',
		'메모리를 확보하려고 종료하지는 않습니다(기본값).',
	),
};

const triggerKeys = {
	StartInterval: startInterval,
	StartCalendarInterval: calendar,
	'StartCalendarInterval.Minute': onRange(0, 59, minute => `매시 ${minute}분입니다.`),
	'StartCalendarInterval.Hour': onRange(0, 23, hour => `${twoDigits(hour)}:00부터 ${twoDigits(hour)}:59까지입니다.`),
	'StartCalendarInterval.Day': onRange(1, 31, day => `매월 ${day}일입니다.`),
	'StartCalendarInterval.Weekday': onRange(0, 7, day => `매주 ${weekdays[day]}요일입니다.`),
	'StartCalendarInterval.Month': onRange(1, 12, month => `매년 ${month}월입니다.`),
	StartOnMount: onFlag('디스크나 볼륨이 마운트될 때마다 실행합니다.', '디스크가 마운트되어도 실행하지 않습니다(기본값).'),
	WatchPaths: onList(
		paths =>
			`${paths.length === 1 ? withParticle(listed(paths), '이') : `${listed(paths)} 가운데 하나라도`} 바뀌면 실행합니다. 변경을 놓칠 수 있습니다.`,
		'비어 있어서 아무것도 지켜보지 않습니다.',
	),
	QueueDirectories: onList(paths => `${listed(paths)} 폴더에 파일이 있는 동안 실행합니다.`, '비어 있어서 지켜보는 폴더가 없습니다.'),
};

/** What a job is, what keeps it running and what starts it. @source launchd.plist(5) */
export const startKeys = {...identityKeys, ...keepAliveKeys, ...triggerKeys};
