import type {commands as englishCommands, config as englishConfig, ports as englishPorts} from '../en/config.js';
import type {Widened} from '../widened.js';
import {withParticle} from './particle.js';
import {koreanSpan} from './span.js';

const formats: Widened<typeof englishConfig.format> = {
	'plist-xml': '속성 목록, XML',
	'plist-binary': '속성 목록, 이진 형식을 XML로 표시',
	'plist-openstep': '속성 목록, 옛 형식',
	unit: '유닛 파일',
	script: '스크립트',
};

/** How Restart= of systemd, and what launchd has instead, is said in a sentence. */
const policies: Readonly<Record<string, string>> = {
	always: '끝나면 언제나',
	'on-failure': '실패했을 때만',
	'on-success': '정상으로 끝났을 때만',
	'on-abnormal': '종료 코드 없이 비정상 종료, 시간 초과, 응답 없음으로 끝났을 때만',
	'on-abort': '비정상 종료했을 때만',
	'on-watchdog': '응답이 없을 때만',
	conditions: '조건이 맞으면',
};

/** Words of the Config pane. */
export const config: Widened<typeof englishConfig> = {
	loading: '설정을 읽고 있습니다…',
	none: '돌보는 서비스 관리자가 없으므로, 어떻게 시작할지 정하는 파일도 없습니다.',
	noneKernel: '커널 스레드에는 설정이 없습니다. 커널이 만듭니다.',
	noFileOf: name => `${name}의 설정 파일을 찾을 수 없습니다. 관리자가 그 자리에서 만들었거나, 물어볼 수 없는 관리자입니다.`,
	role: {
		main: format => format,
		'drop-in': format => `드롭인: 위 파일에 더하거나 일부를 바꿈(${format})`,
		source: format => `이 유닛을 만들어 낸 원본(${format})`,
		trigger: format => `이 서비스를 시작함(${format})`,
	},
	format: formats,
	fileFailure: problem => problem,
	unknownKey: key => `${key}: 알려지지 않은 키입니다.`,
	overridden: path => `쓰이지 않습니다. ${path}에서 다시 정합니다.`,
	isCut: '파일이 길어 나머지는 보여 주지 않습니다.',
	secretsCovered: '비밀 값으로 보이는 것을 가렸습니다. v: 보이기',
	secretsShown: '비밀 값으로 보이는 것도 보입니다. v: 가리기',
	initScript: '이 스크립트가 시작합니다. 활성화되어 있으면 부팅할 때 실행되고, 그 뒤로는 지켜보는 것이 없습니다.',
	disabled: '비활성화됨: 저절로 로드되지 않습니다.',
	startsWhen: starts => `시작 시점: ${starts}.`,
	neverStarts: {never: '저절로 시작하지 않습니다.', masked: '절대 시작하지 않습니다. 마스킹되어 있어 모든 시작이 막힙니다.'},
	starts: {
		boot: '부팅할 때',
		login: '로그인할 때',
		load: '로드되는 즉시(부팅하거나 로그인할 때)',
		demand: '요청받을 때',
		mount: '디스크가 마운트될 때',
		socket: names => `소켓에 무언가 도착할 때(${names})`,
		path: names => `파일에 따라(${names})`,
		event: names => `이벤트가 일어날 때(${names})`,
		'mach-service': names => `메시지를 받을 때(${names})`,
		bus: names => `D-Bus로 불릴 때(${names})`,
		device: names => `장치가 나타날 때(${names})`,
		unit: names => `${withParticle(names, '과')} 함께`,
		target: names => `${withParticle(names, '과')} 함께`,
		interval: every => `${koreanSpan(every)}마다`,
		'after-boot': delay => `부팅하고 ${koreanSpan(delay)} 뒤`,
		'after-start': delay => `지난번 시작하고 ${koreanSpan(delay)} 뒤`,
		'after-end': delay => `지난번 끝나고 ${koreanSpan(delay)} 뒤`,
		'after-activation': delay => `타이머가 켜지고 ${koreanSpan(delay)} 뒤`,
		calendar: (sentence, next) => `${sentence}${next === null ? '' : `(다음: ${next})`}`,
	},
	kept: (system, policy, conditions, delay) => {
		if (policy === 'no' || policy === 'never') {
			return system === 'launchd'
				? '계속 실행을 유지하지 않습니다. 끝나면 다시 필요할 때까지 기다립니다.'
				: '재시작하지 않습니다. 끝나면 그대로 끝입니다.';
		}

		const how = policies[policy] ?? `Restart=${policy} 설정대로`;
		const when = delay === null ? '' : `, 빨라야 ${koreanSpan(delay)} 뒤에`;
		const under = conditions.length === 0 ? '' : `(${conditions.join(', ')})`;
		return `계속 실행 유지: ${how}${under}${when} 다시 시작합니다.`;
	},
	runsAs: (user, system, place) => {
		if (user === 'dynamic') {
			return '실행되는 동안만 있는 계정으로 실행됩니다.';
		}

		if (user !== null) {
			return `${user} 계정으로 실행됩니다.`;
		}

		if (system !== 'launchd') {
			return '';
		}

		return place === null
			? '계정을 정하지 않았습니다. 데몬이면 root로, 에이전트이면 그 사용자로 실행됩니다.'
			: place === 'daemon'
				? 'root로 실행됩니다.'
				: '로그인한 사용자로 실행됩니다.';
	},
};

/** What each command behind a pane tells. */
export const commands: Widened<typeof englishCommands> = {
	title: '직접 물어보는 명령',
	about: '읽기만 하는 명령입니다. 이 패널의 내용을 그대로 알려 줍니다.',
	none: '이 패널을 위해 물어본 것이 없습니다.',
	topic: {
		process: '목록의 행, 부모, 시각, 인수',
		status: '커널이 알려 주는 상태',
		program: '실행하는 프로그램',
		directory: '작업 디렉터리',
		evidence: '판정의 근거',
		job: '서비스 관리자가 알려 주는 작업',
		sockets: '이 프로세스의 소켓',
		config: '설정 파일',
		whole: '비교할 수 있게 전체를',
		log: '남긴 기록',
	},
	hint: 'y 복사   Esc 닫기',
};

/** The list of everything that listens. */
export const ports: Widened<typeof englishPorts> = {
	title: '이 컴퓨터에서 수신 대기 중',
	hint: 'Enter 프로세스로   Esc 닫기',
	none: '지금 권한으로 볼 수 있는 수신 대기가 없습니다.',
	head: {port: '포트', address: '접속 범위', kind: '종류', name: '프로세스', user: '사용자', service: '서비스'},
	notVisible: '보이지 않는 프로세스',
	shared: others => `외 ${others}개 공유`,
	heldFor: unit => `${unit} 대신 열어 둠`,
};
