import type {KeyValue} from '../../model/config.js';
import type {execDirectives as English} from '../en/systemd-exec.js';
import {
	architectures,
	byDiskClass,
	byFacility,
	byLevel,
	credentialOf,
	folderUnder,
	namedStreamOf,
	processorsOf,
	type SyslogLevel,
	variableOf,
} from '../systemd-exec-parts.js';
import type {Widened} from '../widened.js';
import {withParticle} from './particle.js';
import {
	missing,
	onChoice,
	onFlag,
	onList,
	onMode,
	onNumber,
	onPath,
	onRange,
	onSpan,
	onText,
	type SayDirective,
	shorten,
	someOf,
	takenBack,
	wrong,
} from './systemd-words.js';
import {maskOf} from './values.js';

const identity = {
	'Exec.User': onText(
		user => (user === 'root' || user === '0' ? 'root로 실행됩니다.' : `root가 아니라 ${user} 계정으로 실행됩니다.`),
		'서비스 관리자와 같은 계정으로 실행됩니다. 시스템 서비스라면 root입니다.',
	),
	'Exec.Group': onText(group => `기본 그룹은 ${group}입니다.`, '기본 그룹은 실행 계정의 기본 그룹입니다.'),
	'Exec.SupplementaryGroups': onList(items => `${someOf(items)} 그룹에도 속합니다.`),
	'Exec.DynamicUser': onFlag('임시 계정을 만들어 실행하고, 멈추면 그 계정을 없앱니다.', '일반 계정으로 실행됩니다.'),
	'Exec.PAMName': onText(name => `먼저 PAM 규칙 ${name}에 따라 로그인 세션을 엽니다.`),
	'Exec.SetLoginEnvironment': onFlag(
		'HOME, LOGNAME, SHELL을 로그인할 때처럼 설정합니다.',
		'HOME, LOGNAME, SHELL을 설정하지 않습니다.',
		takenBack,
	),
};

const nameOf = (assignment: string): string => shorten(variableOf(assignment), 40);

const fileOf = (text: string): string =>
	text.startsWith('-')
		? `${text.slice(1)} 파일이 있으면 환경 변수를 읽어 옵니다.`
		: `${text} 파일에서 환경 변수를 읽어 옵니다. 이 파일이 없으면 시작하지 못합니다.`;

const credential =
	(say: (name: string, rest: string) => string): SayDirective =>
	(value, now) => {
		const found = credentialOf(value.text);
		return found === null ? wrong(value) : onText(() => say(shorten(found.name), shorten(found.rest)))(value, now);
	};

const theCredential = (name: string): string => `자격 증명 ${withParticle(name, '을')}`;

const takenFrom = (path: string): string => (path === '' ? '' : `${path}에서 가져와 `);

const environment = {
	'Exec.Environment': onList(
		items => `다음 환경 변수를 설정합니다: ${someOf(items.map(nameOf), 5)}.`,
		'앞에서 설정한 환경 변수를 모두 취소합니다.',
	),
	'Exec.EnvironmentFile': onText(fileOf, '앞에서 설정한 파일을 모두 취소합니다.'),
	'Exec.PassEnvironment': onList(items => `서비스 관리자의 환경 변수 가운데 다음을 물려받습니다: ${someOf(items, 5)}.`),
	'Exec.UnsetEnvironment': onList(items => `다음 환경 변수는 물려받지 않습니다: ${someOf(items.map(nameOf), 5)}.`),
	'Exec.ExecSearchPath': onList(
		items => `경로 없이 적은 프로그램은 다음 폴더에서 찾습니다: ${someOf(items.flatMap(item => item.split(':')))}.`,
	),
	'Exec.LoadCredential': credential((name, path) => `${theCredential(name)} ${takenFrom(path)}전용 파일로 건네받습니다.`),
	'Exec.LoadCredentialEncrypted': credential((name, path) => `${theCredential(name)} ${takenFrom(path)}복호화한 전용 파일로 건네받습니다.`),
	'Exec.SetCredential': credential(name => `${theCredential(name)} 건네받습니다. 내용이 여기에 그대로 적혀 있어 누구나 읽을 수 있습니다.`),
	'Exec.SetCredentialEncrypted': credential(name => `${theCredential(name)} 건네받습니다. 내용은 여기에 암호화되어 있습니다.`),
	'Exec.ImportCredential': onList(items => `서비스 관리자의 자격 증명 가운데 이름이 다음과 맞는 것을 건네받습니다: ${someOf(items)}.`),
};

const places = {
	'Exec.WorkingDirectory': onPath(path => {
		const folder = path.replace(/^-/, '');
		const where = folder === '~' ? '실행 계정의 홈 폴더' : folder;
		return path.startsWith('-') ? `${where}에서 시작하고, 없으면 /에서 시작합니다.` : `${where}에서 시작합니다.`;
	}, '/에서 시작합니다. 사용자 서비스라면 홈 폴더에서 시작합니다.'),
	'Exec.RootDirectory': onPath(path =>
		path === '/' ? '파일 시스템 전체가 보입니다.' : `${path} 폴더가 파일 시스템의 루트이며, 그 밖은 보이지 않습니다.`,
	),
	'Exec.UMask': (value: KeyValue) => (value.text === '' ? missing : value.mode === null ? wrong(value) : `${maskOf(value.mode)}.`),
};

const streams: Readonly<Record<string, string>> = {
	null: '버립니다',
	tty: '터미널로 보냅니다',
	journal: '로그로 보냅니다',
	syslog: '로그로 보냅니다',
	kmsg: '커널 로그로 보냅니다',
	'journal+console': '로그와 콘솔로 보냅니다',
	'syslog+console': '로그와 콘솔로 보냅니다',
	'kmsg+console': '커널 로그와 콘솔로 보냅니다',
	socket: '서비스를 시작하게 한 연결로 보냅니다',
	fd: '건네받은 열린 파일에 씁니다',
};

const namedStreams = {
	file: (path: string) => `${path} 파일의 처음부터 씁니다`,
	append: (path: string) => `${path} 파일의 끝에 덧붙입니다`,
	truncate: (path: string) => `${path} 파일에 씁니다. 그 전에 파일을 비웁니다`,
	fd: (name: string) => `${withParticle(name, '이라')}는 열린 파일에 씁니다`,
};

/** Where a stream of output goes. */
const onOutput =
	(what: string, inherit: string): SayDirective =>
	value => {
		const {text} = value;
		const named = namedStreamOf(text);
		if (named) {
			return `${what} ${namedStreams[named.kind](shorten(named.name))}.`;
		}

		return text === 'inherit' ? `${what} ${inherit}.` : Object.hasOwn(streams, text) ? `${what} ${streams[text]}.` : wrong(value);
	};

const inputs: Readonly<Record<string, string>> = {
	null: '입력이 없습니다.',
	tty: '터미널에서 입력을 읽으며, 다른 프로세스가 쓰고 있으면 기다립니다.',
	'tty-force': '터미널에서 입력을 읽으며, 다른 프로세스가 쓰고 있으면 빼앗습니다.',
	'tty-fail': '터미널에서 입력을 읽으며, 다른 프로세스가 쓰고 있으면 시작하지 않습니다.',
	data: 'StandardInputText=와 StandardInputData=에 적힌 내용을 입력으로 읽습니다.',
	socket: '서비스를 시작하게 한 연결에서 입력을 읽습니다.',
	fd: '건네받은 열린 파일에서 입력을 읽습니다.',
};

const onInput: SayDirective = value => {
	const {text} = value;
	const named = namedStreamOf(text);
	return named?.kind === 'file'
		? `${shorten(named.name)} 파일에서 입력을 읽습니다.`
		: named?.kind === 'fd'
			? `${withParticle(shorten(named.name), '이라')}는 열린 파일에서 입력을 읽습니다.`
			: Object.hasOwn(inputs, text)
				? (inputs[text] ?? '')
				: wrong(value);
};

const levelNames: Readonly<Record<SyslogLevel, string>> = {
	emerg: '긴급',
	alert: '경보',
	crit: '치명적 오류',
	err: '오류',
	warning: '경고',
	notice: '알림',
	info: '정보',
	debug: '디버그',
};

const levels = (say: (level: string) => string): SayDirective => onChoice(byLevel(level => say(levelNames[level])));

const input = {
	'Exec.StandardInput': onInput,
	'Exec.StandardOutput': onOutput('표준 출력을', '표준 입력과 같은 곳으로 보냅니다. 입력이 없으면(기본값) 버립니다'),
	'Exec.StandardError': onOutput('표준 오류를', '표준 출력과 같은 곳으로 보냅니다'),
	'Exec.StandardInputText': onText(() => '입력으로 읽을 텍스트입니다.'),
	'Exec.StandardInputData': onText(() => '입력으로 읽을 데이터이며, Base64로 적혀 있습니다.'),
	'Exec.TTYPath': onPath(path => `사용하는 터미널은 ${path}입니다.`),
	'Exec.TTYReset': onFlag('실행 전후에 터미널을 초기화합니다.', '터미널을 초기화하지 않습니다.'),
	'Exec.TTYVHangup': onFlag(
		'같은 터미널을 쓰는 다른 프로세스를 실행 전후에 터미널에서 끊습니다.',
		'다른 프로세스도 같은 터미널을 쓸 수 있습니다.',
	),
	'Exec.TTYVTDisallocate': onFlag('실행 전후에 터미널 화면을 지웁니다.', '터미널 화면을 지우지 않습니다.'),
	'Exec.TTYRows': onText(rows => `터미널의 높이는 ${rows}줄입니다.`),
	'Exec.TTYColumns': onText(columns => `터미널의 너비는 ${columns}칸입니다.`),
	'Exec.SyslogIdentifier': onText(name => `${withParticle(name, '이라')}는 이름으로 로그를 남깁니다.`),
	'Exec.SyslogFacility': onChoice(byFacility(name => `로그에 남기는 줄의 분류는 ${name}입니다.`)),
	'Exec.SyslogLevel': levels(level => `로그에 남기는 줄의 중요도는 “${level}”입니다.`),
	'Exec.SyslogLevelPrefix': onFlag('줄 앞의 <숫자>를 중요도로 읽습니다.', '줄 앞의 <숫자>도 내용으로 봅니다.'),
	'Exec.LogLevelMax': levels(level => `중요도가 “${level}”보다 낮은 줄은 로그에 남기지 않습니다.`),
	'Exec.LogExtraFields': onList(items => `로그 항목에 다음 필드를 더합니다: ${someOf(items.map(nameOf))}.`),
	'Exec.LogRateLimitIntervalSec': onSpan(span => `${span} 동안 남기는 로그 줄을 세어 너무 많으면 버립니다.`, {
		zero: '로그 줄이 많아도 버리지 않습니다.',
	}),
	'Exec.LogRateLimitBurst': onNumber(count =>
		count === 0 ? '로그 줄이 많아도 버리지 않습니다.' : `정해진 시간 안에 ${count}줄을 넘는 로그는 버립니다.`,
	),
	'Exec.LogFilterPatterns': onText(text =>
		text === '~'
			? '패턴이 없어 어떤 줄도 빼지 않습니다.'
			: text.startsWith('~')
				? `다음 패턴에 맞는 줄은 로그에 남기지 않습니다: ${text.slice(1)}.`
				: `다음 패턴에 맞는 줄만 로그에 남깁니다: ${text}.`,
	),
	'Exec.LogNamespace': onText(name => `로그를 ${withParticle(name, '이라')}는 이름으로 따로 보관합니다.`),
	'Exec.UtmpIdentifier': onText(name => `로그인 기록에 ${withParticle(name, '이라')}는 이름으로 남습니다.`),
	'Exec.UtmpMode': onChoice({
		init: '로그인 기록에 init의 프로세스로 남습니다.',
		login: '로그인 기록에 로그인 프롬프트로 남습니다.',
		user: '로그인 기록에 로그인한 사용자로 남습니다.',
	}),
};

const nice: SayDirective = onRange(-20, 19, number =>
	number === 0
		? '우선순위가 보통입니다.'
		: number > 0
			? `다른 프로세스에 양보합니다(나이스 값 ${number}, 최대 19).`
			: `다른 프로세스보다 우선합니다(나이스 값 ${number}, 최소 -20).`,
);

const memoryVictim: SayDirective = onRange(-1000, 1000, score => {
	if (score === 0) {
		return '메모리가 바닥났을 때 강제 종료될 가능성이 보통입니다.';
	}

	return score === -1000
		? '메모리가 바닥나도 강제 종료되지 않습니다.'
		: score > 0
			? `메모리가 바닥났을 때 강제 종료될 가능성이 보통보다 큽니다(${score}, 최대 1000).`
			: `메모리가 바닥났을 때 강제 종료될 가능성이 보통보다 작습니다(${score}, 최소 -1000).`;
});

const priority = {
	'Exec.Nice': nice,
	'Exec.OOMScoreAdjust': memoryVictim,
	'Exec.CPUSchedulingPolicy': onChoice(
		{
			other: 'CPU를 보통 방식으로 나누어 씁니다.',
			batch: '오래 걸리는 계산에 맞게 CPU를 드물게, 한 번에 길게 씁니다.',
			idle: '다른 프로세스가 CPU를 쓰지 않을 때만 실행됩니다.',
			fifo: '실시간: 스스로 기다릴 때까지 모든 일반 프로그램보다 먼저 실행됩니다.',
			rr: '실시간: 모든 일반 프로그램보다 먼저, 우선순위가 같은 프로세스끼리는 번갈아 실행됩니다.',
			ext: 'CPU를 쓸 차례를 커널에 적재한 프로그램이 정합니다.',
		},
		takenBack,
	),
	'Exec.CPUSchedulingPriority': onRange(
		0,
		99,
		number => (number === 0 ? '실시간 우선순위가 없습니다.' : `실시간 우선순위는 ${number}입니다. 가장 높은 값은 99입니다.`),
		missing,
	),
	'Exec.CPUSchedulingResetOnFork': onFlag(
		'여기서 시작한 프로세스는 보통 우선순위로 돌아갑니다.',
		'여기서 시작한 프로세스가 우선순위를 물려받습니다.',
	),
	'Exec.CPUAffinity': onList(items => {
		const processors = processorsOf(items);
		return processors === 'numa' ? '메모리와 가까운 CPU에서만 실행됩니다.' : `다음 CPU에서만 실행됩니다: ${someOf(processors, 8)}.`;
	}),
	'Exec.NUMAPolicy': onChoice(
		{
			default: '메모리를 커널의 기본 방식대로 받습니다.',
			preferred: '메모리를 되도록 NUMAMask=의 노드에서 받습니다.',
			bind: '메모리를 NUMAMask=의 노드에서만 받습니다.',
			interleave: '메모리를 NUMAMask=의 노드에서 번갈아 받습니다.',
			local: '메모리를 실행 중인 노드에서 받습니다.',
		},
		takenBack,
	),
	'Exec.NUMAMask': onText(nodes => (nodes === 'all' ? '대상은 모든 메모리 노드입니다.' : `대상은 메모리 노드 ${nodes}입니다.`)),
	'Exec.IOSchedulingClass': onChoice(
		byDiskClass({
			none: '디스크를 쓰는 순서는 CPU 우선순위를 따릅니다.',
			realtime: '다른 모든 프로세스보다 먼저 디스크를 씁니다.',
			'best-effort': '디스크를 쓰는 순서가 보통입니다.',
			idle: '다른 프로세스가 디스크를 쓰지 않을 때만 디스크를 씁니다.',
		}),
		takenBack,
	),
	'Exec.IOSchedulingPriority': onRange(
		0,
		7,
		number => `같은 디스크 등급 안의 우선순위는 ${number}입니다. 0이 가장 높고 7이 가장 낮습니다.`,
	),
	'Exec.TimerSlackNSec': onText(
		(slack, value) =>
			/^[\d.]/.test(slack)
				? `전력을 아끼도록 대기가 최대 ${/^\d+$/.test(slack) ? `${slack}나노초` : slack}까지 길어질 수 있습니다.`
				: wrong(value),
		missing,
	),
	'Exec.IgnoreSIGPIPE': onFlag('닫힌 파이프에 써도 종료되지 않습니다.', '닫힌 파이프에 쓰면 셸에서 실행한 프로그램처럼 종료됩니다.'),
	'Exec.Personality': onChoice(
		Object.fromEntries(architectures.map(name => [name, `프로그램에는 CPU가 ${withParticle(name, '으로')} 보입니다.`])),
		takenBack,
	),
	'Exec.CoredumpFilter': onList(items => `코어 덤프에 다음 종류의 메모리를 담습니다: ${someOf(items)}.`),
	'Exec.KeyringMode': onChoice({
		inherit: '서비스 관리자와 같은 커널 키링을 씁니다.',
		private: '전용 커널 키링을 씁니다.',
		shared: '실행 계정의 키링과 연결된 전용 커널 키링을 씁니다.',
	}),
	'Exec.MemoryKSM': onFlag('내용이 같은 메모리 페이지는 하나만 둡니다.', '내용이 같은 메모리 페이지도 따로 둡니다.', takenBack),
};

const folders = (root: string, life: string): SayDirective =>
	onList(
		items =>
			`다음 폴더를 만들어 줍니다: ${someOf(
				items.map(item => folderUnder(root, item)),
				3,
			)}. ${life}`,
	);

const stays = '서비스가 멈춰도 남습니다.';
const isRemoved = '서비스가 멈추면 지우지만, RuntimeDirectoryPreserve=로 남길 수 있습니다.';

const modeOf = (what: string): SayDirective => onMode(permissions => `${what}의 권한: ${permissions}.`);

const directories = {
	'Exec.RuntimeDirectory': folders('/run', isRemoved),
	'Exec.StateDirectory': folders('/var/lib', stays),
	'Exec.CacheDirectory': folders('/var/cache', stays),
	'Exec.LogsDirectory': folders('/var/log', stays),
	'Exec.ConfigurationDirectory': folders('/etc', stays),
	'Exec.RuntimeDirectory.user': folders('$XDG_RUNTIME_DIR', isRemoved),
	'Exec.StateDirectory.user': folders('~/.local/state', stays),
	'Exec.CacheDirectory.user': folders('~/.cache', stays),
	'Exec.LogsDirectory.user': folders('~/.local/state/log', stays),
	'Exec.ConfigurationDirectory.user': folders('~/.config', stays),
	'Exec.RuntimeDirectoryMode': modeOf('/run에 만든 폴더'),
	'Exec.StateDirectoryMode': modeOf('상태 폴더'),
	'Exec.CacheDirectoryMode': modeOf('캐시 폴더'),
	'Exec.LogsDirectoryMode': modeOf('로그 폴더'),
	'Exec.ConfigurationDirectoryMode': modeOf('설정 폴더'),
	'Exec.RuntimeDirectoryPreserve': onChoice({
		no: '멈출 때마다 /run에 만든 폴더를 지웁니다.',
		yes: '멈춰도 /run에 만든 폴더를 남깁니다.',
		restart: '재시작할 때는 /run에 만든 폴더를 남깁니다.',
	}),
	'Exec.TimeoutCleanSec': onSpan(span => `폴더를 지우라는 요청을 ${span} 안에 마쳐야 합니다.`, {
		forever: '폴더를 지우는 데 걸리는 시간에 제한이 없습니다.',
	}),
};

/** How programs are run: account, environment, input and output, priority, folders; in Korean. @source systemd.exec(5) */
export const execDirectives: Widened<typeof English> = {...identity, ...environment, ...places, ...input, ...priority, ...directories};
