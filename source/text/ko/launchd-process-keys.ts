import type {KeyValue} from '../../model/config.js';
import {maskDigits} from '../launchd-values.js';
import {withParticle} from './particle.js';
import {
	listed,
	maskOf,
	onDictionary,
	onFlag,
	onLimit,
	onList,
	onNumber,
	onRange,
	onText,
	onWord,
	type SayKey,
	wrongForm,
} from './values.js';

const nameOf = ({name}: KeyValue): string => listed([name ?? '']);

const sessions: Readonly<Record<string, string>> = {
	Aqua: '데스크톱이 있는 로그인 세션',
	Background: '데스크톱과 상관없는 사용자의 백그라운드 세션',
	LoginWindow: '아무도 로그인하지 않은 로그인 화면',
	StandardIO: 'ssh처럼 데스크톱이 없는 로그인 세션',
	System: '시스템 자체',
};

const sessionTypes = onList(
	types =>
		`에이전트용: ${listed(
			types.map(type => (Object.hasOwn(sessions, type) ? (sessions[type] ?? type) : `${type} 종류의 세션`)),
			5,
		)}에서만 로드합니다.`,
	'에이전트용: 어느 세션에서도 로드하지 않습니다.',
);

const onlyOn = '에서만 로드합니다';
const notOn = '에서는 로드하지 않습니다';

const hardware = (ending: string): SayKey =>
	onDictionary(
		keys => `특정 컴퓨터${ending}. 구별하는 기준: ${listed(keys.map(key => `hw.${key}`))}.`,
		`특정 컴퓨터${ending}. 하지만 지정한 컴퓨터가 없습니다.`,
	);

const models =
	(ending: string, none: string): SayKey =>
	value =>
		onList(items => `hw.${nameOf(value)} 값이 ${listed(items)}인 컴퓨터${ending}.`, none)(value);

const outdatedHosts = onList(
	hosts => `이제 효과가 없습니다. 원래는 대상 컴퓨터를 지정하는 키였습니다(${listed(hosts)}).`,
	'이제 효과가 없습니다. 원래는 대상 컴퓨터를 지정하는 키였습니다.',
);

const placeKeys = {
	LimitLoadToSessionType: sessionTypes,
	LimitLoadToHosts: outdatedHosts,
	LimitLoadFromHosts: outdatedHosts,
	LimitLoadToHardware: hardware(onlyOn),
	'LimitLoadToHardware.x': models(onlyOn, '목록이 비어 있어서 어느 컴퓨터에서도 로드하지 않습니다.'),
	LimitLoadFromHardware: hardware(notOn),
	'LimitLoadFromHardware.x': models(notOn, '목록이 비어 있어서 제외되는 컴퓨터가 없습니다.'),
	LimitLoadToVariant: (value: KeyValue) => `문서에 없는 키: 특정한 종류의 시스템에서만 로드합니다(${listed(value.items)}).`,
};

const umask: SayKey = ({mode, number}) => {
	if (mode === null) {
		return wrongForm('십진수 또는 팔진수 문자열');
	}

	const octal = maskDigits(mode);
	return number === null
		? `마스크 ${octal}: ${maskOf(mode)}.`
		: `${withParticle(String(number), '은')} 팔진수로 ${octal}입니다. ${maskOf(mode)}.`;
};

const variable = (value: KeyValue): string => {
	if (value.name === 'PATH') {
		return value.text === ''
			? '경로 없이 적은 명령을 찾을 폴더가 없습니다.'
			: `경로 없이 적은 명령을 다음 폴더에서 찾습니다: ${listed([value.text])}.`;
	}

	const name = withParticle(nameOf(value), '을');
	return value.text === '' ? `${name} 빈 값으로 설정합니다.` : `${name} 다음 값으로 설정합니다: ${listed([value.text])}.`;
};

const output = (what: string): SayKey =>
	onText(path => (path === '/dev/null' ? `${what} 버립니다(기본값).` : `${what} ${path}에 기록합니다.`));

const surroundingKeys = {
	RootDirectory: onText(path => `${withParticle(path, '을')} 모든 파일의 루트로 삼습니다(chroot). macOS에서는 위험합니다.`),
	WorkingDirectory: onText(path => (path === '/' ? '/에서 시작합니다(기본값).' : `${path} 폴더에서 시작합니다.`)),
	EnvironmentVariables: onDictionary(
		names => `환경 변수 ${names.length}개를 설정하고 시작합니다: ${listed(names)}.`,
		'환경 변수를 설정하지 않습니다.',
	),
	'EnvironmentVariables.x': variable,
	Umask: umask,
	StandardInPath: onText(path => (path === '/dev/null' ? '입력을 받지 않습니다(기본값).' : `${path}에서 입력을 읽습니다.`)),
	StandardOutPath: output('출력하는 내용을'),
	StandardErrorPath: output('오류 메시지를'),
	Debug: onFlag('launchd가 이 작업에 대한 로그를 더 자세히 남깁니다.', 'launchd가 이 작업에 대한 로그를 평소만큼만 남깁니다(기본값).'),
	WaitForDebugger: onFlag('시작한 뒤 디버거가 붙을 때까지 멈춰 있습니다.', '디버거를 기다리지 않습니다(기본값).'),
};

const roomOf = {
	soft: '하드 한도까지 스스로 올릴 수 있습니다.',
	hard: '그 이상으로 올릴 수 없습니다.',
} as const;

type LimitKind = keyof typeof roomOf;

/** `what`: what is limited, as the topic of a sentence. */
const limit = (kind: LimitKind, unit: 'bytes' | 'seconds' | 'count', what: string): SayKey =>
	onLimit(unit, amount => `${what} 최대 ${amount}${unit === 'count' ? '개' : ''}입니다. ${roomOf[kind]}`, '제한이 없습니다.');

const coreLimit =
	(kind: LimitKind): SayKey =>
	value =>
		value.number === 0
			? '비정상 종료해도 메모리 덤프를 남기지 않습니다.'
			: limit(kind, 'bytes', '비정상 종료할 때 남기는 메모리 덤프는')(value);

const limited = {
	cpu: 'CPU 시간은',
	data: '데이터 영역은',
	file: '파일 하나의 크기는',
	locked: '스왑되지 않게 붙잡아 두는 메모리는',
	files: '동시에 여는 파일은',
	processes: '같은 사용자의 프로세스는',
	resident: '다른 프로세스에 메모리가 필요할 때 쓸 수 있는 메모리는',
	stack: '스택은',
} as const;

const limitKeys = {
	SoftResourceLimits: onDictionary(
		names => `프로그램이 하드 한도까지 스스로 올릴 수 있는 한도입니다: ${listed(names)}.`,
		'한도를 정하지 않습니다.',
	),
	'SoftResourceLimits.Core': coreLimit('soft'),
	'SoftResourceLimits.CPU': limit('soft', 'seconds', limited.cpu),
	'SoftResourceLimits.Data': limit('soft', 'bytes', limited.data),
	'SoftResourceLimits.FileSize': limit('soft', 'bytes', limited.file),
	'SoftResourceLimits.MemoryLock': limit('soft', 'bytes', limited.locked),
	'SoftResourceLimits.NumberOfFiles': limit('soft', 'count', limited.files),
	'SoftResourceLimits.NumberOfProcesses': limit('soft', 'count', limited.processes),
	'SoftResourceLimits.ResidentSetSize': limit('soft', 'bytes', limited.resident),
	'SoftResourceLimits.Stack': limit('soft', 'bytes', limited.stack),
	HardResourceLimits: onDictionary(names => `프로그램이 올릴 수 없는 한도입니다: ${listed(names)}.`, '한도를 정하지 않습니다.'),
	'HardResourceLimits.Core': coreLimit('hard'),
	'HardResourceLimits.CPU': limit('hard', 'seconds', limited.cpu),
	'HardResourceLimits.Data': limit('hard', 'bytes', limited.data),
	'HardResourceLimits.FileSize': limit('hard', 'bytes', limited.file),
	'HardResourceLimits.MemoryLock': limit('hard', 'bytes', limited.locked),
	'HardResourceLimits.NumberOfFiles': limit('hard', 'count', limited.files),
	'HardResourceLimits.NumberOfProcesses': limit('hard', 'count', limited.processes),
	'HardResourceLimits.ResidentSetSize': limit('hard', 'bytes', limited.resident),
	'HardResourceLimits.Stack': limit('hard', 'bytes', limited.stack),
};

const processType = onWord(
	{
		Background: '아무도 기다리지 않는 작업입니다. 프로세서와 디스크 사용을 크게 제한합니다.',
		Standard: '프로세서와 디스크 사용을 보통 수준으로 제한합니다(기본값).',
		Adaptive: '백그라운드 작업처럼 제한하지만, 앱을 위해 일하는 동안에는 제한하지 않습니다.',
		Interactive: '누군가 기다리는 작업입니다. 앱만큼이나 제한이 적습니다.',
		App: '문서에 없는 값: 앱처럼 다룹니다.',
	},
	type => `설명서에 없는 프로세스 종류입니다: ${type}.`,
);

const spawnType =
	(about: string): SayKey =>
	value =>
		`${about} ${processType(value)}`;

const behaviourKeys = {
	Nice: onRange(-20, 20, nice => {
		if (nice === 0) {
			return '프로세서를 다른 프로세스와 똑같이 나누어 씁니다(기본값).';
		}

		return nice > 0
			? `다른 프로세스에 양보합니다: 나이스 값 ${nice}(최대 20).`
			: `다른 프로세스보다 먼저 실행합니다: 나이스 값 ${nice}(최소 −20).`;
	}),
	ProcessType: processType,
	LowPriorityIO: onFlag('디스크를 쓸 때 다른 프로세스에 양보합니다.', '디스크를 쓸 때 양보하지 않습니다(기본값).'),
	LowPriorityBackgroundIO: onFlag(
		'백그라운드 작업으로 제한되는 동안 디스크를 다른 프로세스에 양보합니다.',
		'백그라운드 작업으로 제한되는 동안에도 디스크를 양보하지 않습니다(기본값).',
	),
	MaterializeDatalessFiles: onFlag(
		'클라우드에만 있는 파일을 읽으면 내려받습니다.',
		'클라우드에만 있는 파일은 읽지 못하고 내려받지도 않습니다.',
	),
	LegacyTimers: onFlag(
		'타이머가 정확하게 동작하며, 절전을 위해 다른 타이머와 묶이지 않습니다.',
		'절전을 위해 타이머를 다른 타이머와 묶을 수 있습니다(기본값).',
	),
	AbandonProcessGroup: onFlag(
		'작업이 끝나도 작업이 시작한 프로세스를 그대로 둡니다.',
		'작업이 끝나면 같은 프로세스 그룹에 남은 프로세스도 종료합니다(기본값).',
	),
	SessionCreate: onFlag('새로 만든 보안 세션에서 시작합니다.', '원래 속한 보안 세션에서 시작합니다(기본값).'),
	AssociatedBundleIdentifiers: onList(
		bundles => `시스템 설정의 로그인 항목에 ${listed(bundles)}의 일부로 표시됩니다.`,
		'시스템 설정의 로그인 항목에 앱 이름 없이 표시됩니다.',
	),
	HopefullyExitsFirst: () => '이제 효과가 없습니다. 원래는 시스템을 종료할 때 먼저 끝내려는 키였습니다.',
	HopefullyExitsLast: () => '이제 효과가 없습니다. 원래는 시스템을 종료할 때 나중에 끝내려는 키였습니다.',
};

const cpuTypes: Readonly<Record<number, string>> = {
	7: 'Intel 32비트',
	16777223: 'Intel 64비트',
	12: 'ARM 32비트',
	16777228: 'Apple 칩',
	18: 'PowerPC 32비트',
	16777234: 'PowerPC 64비트',
};

const undocumentedKeys = {
	POSIXSpawnType: spawnType('문서에 없는 키: ProcessType의 옛 이름입니다.'),
	PosixSpawnType: spawnType('문서에 없는 키: ProcessType의 옛 이름인 POSIXSpawnType을 다르게 적은 것입니다.'),
	JetsamProperties: onDictionary(
		keys => `문서에 없는 키: 메모리가 부족할 때 어떻게 다룰지 정합니다(${listed(keys)}).`,
		'문서에 없는 키: 메모리가 부족할 때 어떻게 다룰지 정하는 키지만 정해진 것이 없습니다.',
	),
	'JetsamProperties.JetsamPriority': onNumber(
		number => `문서에 없는 키: 메모리가 부족할 때의 순위가 ${number}입니다. 순위가 낮은 작업부터 종료합니다.`,
	),
	'JetsamProperties.JetsamMemoryLimit': onNumber(number => `문서에 없는 키: 쓸 수 있는 메모리의 한도입니다(${number}, 알려진 단위는 MB).`),
	PublishesEvents: (value: KeyValue) => `문서에 없는 키: 다른 작업을 시작하게 하는 이벤트를 보냅니다(${listed(value.items)}).`,
	MultipleInstances: onFlag('문서에 없는 키: 여러 개를 동시에 실행할 수 있습니다.', '문서에 없는 키: 한 번에 하나만 실행합니다.'),
	SandboxProfile: onText(profile => `문서에 없는 키: ${profile} 샌드박스로 할 수 있는 일을 제한합니다.`),
	DisableASLR: onFlag(
		'문서에 없는 키: 디버깅을 위해 메모리를 무작위로 배치하지 않습니다.',
		'문서에 없는 키: 평소처럼 메모리를 무작위로 배치합니다.',
	),
	RemoteServices: onDictionary(
		names => `문서에 없는 키: 이 Mac에 연결된 기기에 제공하는 서비스입니다: ${listed(names)}.`,
		'문서에 없는 키: 연결된 기기에 제공하는 서비스가 없습니다.',
	),
	'RemoteServices.x': (value: KeyValue) => `문서에 없는 키: 이 Mac에 연결된 기기에 ${nameOf(value)} 서비스를 제공합니다.`,
	BinaryOrderPreference: onList(
		types =>
			`문서에 없는 키: 프로그램을 실행할 때 먼저 고르는 프로세서는 ${listed(types.map(type => cpuTypes[Number(type)] ?? `${type}번 종류`))}입니다.`,
		'문서에 없는 키: 먼저 고르는 프로세서가 없습니다.',
	),
	CFBundleIdentifier: onText(bundle => `문서에 없는 키: 이 작업은 ${bundle}의 일부입니다.`),
	BeginTransactionAtShutdown: onFlag(
		'문서에 없는 키: Mac을 종료할 때 일하는 중인 것으로 보고, 바로 강제 종료하지 않습니다.',
		'문서에 없는 키: Mac을 종료할 때 일하는 중인 것으로 보지 않습니다.',
	),
	DisabledInSafeBoot: onFlag('문서에 없는 키: 안전 모드에서는 로드하지 않습니다.', '문서에 없는 키: 안전 모드에서도 로드합니다.'),
	EnabledPressuredExit: () => '효과가 있다고 알려진 키가 아닙니다. EnablePressuredExit를 적으려던 것으로 보입니다.',
};

/** Where a job is loaded, what surrounds its process, and how much it may use. @source launchd.plist(5) */
export const processKeys = {...placeKeys, ...surroundingKeys, ...limitKeys, ...behaviourKeys, ...undocumentedKeys};
