import type {overview as english} from '../en/overview.js';
import type {Widened} from '../widened.js';
import {withParticle} from './particle.js';
import {koreanSpan} from './span.js';

const starters: Readonly<Record<string, string>> = {
	'mach-service': '메시지 수신',
	socket: '연결',
	interval: '정해진 간격',
	calendar: '정해진 날과 시각',
	path: '파일 변경',
	event: '이벤트',
	mount: '디스크 마운트',
};

/** Words of the Overview pane. */
export const overview: Widened<typeof english> = {
	what: '하는 일',
	chain: '시작 경로',
	service: '서비스',
	restart: '재시작',
	triggers: '시작 계기',
	config: '설정 파일',
	lastResult: '지난 결과',
	account: '계정',
	started: '시작',
	state: '상태',
	terminal: '터미널',
	session: '세션',
	priority: '우선순위',
	threads: '스레드',
	memory: '메모리',
	cpu: 'CPU',
	listens: '수신 대기',
	program: '프로그램',
	arguments: '인수',
	directory: '작업 디렉터리',
	controlGroup: '컨트롤 그룹',
	tags: '특징',
	units: '유닛',
	problems: '모르는 것',
	deleted: '(시작한 뒤에 지워지거나 바뀜)',
	cut: '… (여기까지만 읽음)',
	none: '없음',
	noTerminal: '없음',
	notReadable: '지금 권한으로는 읽을 수 없음',
	nobodyStarted: '보이는 것 없음',
	uid: (user, uid) => (user === null ? `uid ${uid}` : `${user} (uid ${uid})`),
	startedAt: (instant, ago, afterBoot) =>
		`${instant}, ${koreanSpan(ago)} 전${afterBoot === null ? '' : `, 부팅 ${koreanSpan(afterBoot)} 뒤`}`,
	beforeLogin: '아무도 로그인하기 전',
	stateOf: (scope, active, sub, enabled) =>
		[scope, active === null ? null : `${active}${sub === null ? '' : ` (${sub})`}`, enabled].filter(Boolean).join(', '),
	scope: {system: '시스템 전체용', user: '사용자 한 명용'},
	roleWorker: mainPid => (mainPid === null ? '여러 프로세스 가운데 하나' : `여러 프로세스 가운데 하나(주 프로세스 ${mainPid})`),
	restartOf: (policy, restarts) => {
		const times = restarts ? `, 지금까지 ${restarts}번 재시작` : '';
		switch (policy) {
			case null:
				return `알 수 없음${times}`;
			case 'no':
				return `하지 않음: 끝나면 그대로 둠(Restart=no)${times}`;
			case 'always':
				return `항상(Restart=always)${times}`;
			case 'on-failure':
				return `실패했을 때만(Restart=on-failure)${times}`;
			default:
				return `조건에 따라(Restart=${policy})${times}`;
		}
	},
	domain: domain => (domain === 'system' ? '시스템 도메인' : `${domain} 도메인`),
	job: '작업',
	jobOf: (state, type, runs, reason) =>
		[state, type, runs === null ? null : `${runs}번 시작`, reason === null ? null : `이번 시작 이유: ${reason}`].filter(Boolean).join(', '),
	jobProperties: (spawnType, properties) =>
		[spawnType === null ? null : `자원 배분 유형: ${spawnType}`, ...properties].filter(Boolean).join(', '),
	managedBy: name => `${withParticle(name, '이')} 등록`,
	jobStarts: (runAtLoad, triggers) =>
		[...(runAtLoad ? ['로드(부팅하거나 로그인할 때)'] : []), ...triggers.map(trigger => starters[trigger] ?? trigger)].join(', ') ||
		'보이는 것 없음',
	lastExit: ({type, value}) => {
		if (type === 'word') {
			return value === '(pe)' || value === 'pe' ? '쉬는 동안 메모리를 아끼려고 끝냄(정상)' : String(value);
		}

		return `${withParticle(`${type === 'signal' ? '시그널' : '종료 코드'} ${value}`, '으로')} 끝남`;
	},
	disabled: '비활성화됨: launchd가 다시 로드하지 않음',
	app: '앱',
	appOf: (name, type, bundleId) => [name, type, bundleId].filter(Boolean).join(', '),
	sessionOf: (sid, leader, name) => {
		switch (leader) {
			case 'self':
				return `${sid}, 이 프로세스가 세션 리더`;
			case 'other':
				return `${sid}, 세션 리더는 ${name}`;
			case 'gone':
				return `${sid}, 세션 리더는 이미 없음`;
			default:
				return sid === null || sid === 0 ? '없음' : String(sid);
		}
	},
	nice: nice => (nice === 0 ? '보통(나이스 값 0)' : nice > 0 ? `다른 프로세스에 양보(나이스 값 ${nice})` : `먼저 실행(나이스 값 ${nice})`),
	unitCounts: (running, failed, waiting) => `실행 중인 서비스 ${running}개, 실패 ${failed}개, 대기 중인 타이머·소켓·경로 ${waiting}개`,
	unitFailed: names => `실패: ${names}`,
	unitRestarting: names => `재시작 되풀이: ${names}`,
	unitWaiting: names => `대기 중: ${names}`,
	ended: '이 프로세스는 끝났습니다.',
	memoryOf: (rss, vsz) => `상주 ${rss}, 예약 ${vsz}`,
	cpuOf: (percent, total) => `지금 ${percent}%, 지금까지 CPU 시간 ${koreanSpan(total)}`,
	cpuTotal: total => `지금까지 CPU 시간 ${koreanSpan(total)}`,
	cpuUnknown: total => `다음에 읽은 뒤 알 수 있음, 지금까지 CPU 시간 ${koreanSpan(total)}`,
};
