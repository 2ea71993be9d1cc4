import type {TermsOf} from '../../model/term.js';

/** How services are kept, and when they run, in Korean. */
export const serviceTerms: TermsOf<'services'> = {
	'service-manager': {
		name: '서비스 관리자',
		aliases: ['초기화 시스템'],
		line: '서비스를 시작하고 지켜보고 다시 시작하는 프로그램입니다.',
		more: 'macOS에서는 launchd, 대부분의 Linux에서는 systemd이며 둘 다 PID가 1입니다. launchd는 혼자 모든 사용자를 맡고, systemd는 사용자마다 하나씩 더 실행됩니다.',
	},
	supervisor: {
		name: '감독 프로세스',
		aliases: ['데몬 관리자', '프로세스 관리자'],
		line: '최초 프로세스는 아니지만 다른 프로그램이 계속 실행되도록 관리하는 프로그램입니다.',
		more: '두 시스템 모두에서 PM2, supervisord, runit, 컨테이너 엔진 등이 쓰입니다. 부팅한 뒤에도 돌아오려면 감독 프로세스 자신을 launchd나 systemd가 관리해야 합니다.',
	},
	job: {
		name: '작업',
		aliases: ['잡'],
		line: 'launchd가 관리하는 대상을 부르는 말로, 실행 중이 아니어도 작업이라고 합니다.',
		more: '속성 목록에 적혀 있고 레이블로 부릅니다. systemd에서는 진행 중인 시작이나 중지를, 셸에서는 한 줄에 입력한 명령을 작업이라고 합니다.',
	},
	unit: {
		name: '유닛',
		aliases: ['서비스 유닛'],
		line: '서비스, 소켓, 타이머, 마운트처럼 systemd가 관리하는 대상입니다.',
		more: 'ssh.service, apt-daily.timer처럼 이름 끝이 종류를 알려 줍니다. launchd에는 이런 종류가 없고, 작업 하나가 소켓과 시각을 함께 가질 수 있습니다.',
	},
	label: {
		name: '레이블',
		aliases: ['서비스 이름'],
		line: 'com.apple.mDNSResponder처럼 launchd 작업을 구별하는 고유한 이름입니다.',
		more: '같은 도메인 안에서만 고유하고, 프로그램 이름과 다를 수 있습니다. Linux에서는 유닛 이름이 이 역할을 합니다.',
	},
	domain: {
		name: '도메인',
		aliases: ['영역'],
		line: 'launchd가 작업을 관리하는 영역으로, system, user/UID, gui/UID가 있습니다.',
		more: 'system은 부팅할 때부터 있고, gui/UID는 그래픽 로그인부터 로그아웃까지 있습니다. Linux에서는 시스템의 systemd와 사용자마다 있는 systemd가 이렇게 나뉩니다.',
	},
	'control-group': {
		name: '컨트롤 그룹',
		aliases: ['제어 그룹'],
		line: 'Linux 커널이 프로세스를 묶어 사용량을 세고 제한하는 단위입니다.',
		more: 'systemd는 유닛마다 하나씩 만들기 때문에 프로세스가 자기 서비스에서 빠져나갈 수 없습니다. macOS에는 없고, launchd는 사용량을 세기 위한 묶음만 기억합니다.',
	},
	'life-cycle': {
		name: '수명 주기',
		aliases: ['생명 주기'],
		line: '프로세스가 시작해서 끝날 때까지의 과정입니다.',
		more: 'macOS에서든 Linux에서든 데몬은 컴퓨터와, 에이전트는 로그인과, 앱 도우미는 앱과 수명을 같이합니다.',
	},
	boot: {
		name: '부팅',
		aliases: ['시스템 시작'],
		line: '커널이 뜨고 서비스가 실행되기까지, 컴퓨터가 시작하는 과정입니다.',
		more: '이때 launchd는 LaunchDaemons 폴더를 읽고, systemd는 기본 타깃에 필요한 유닛을 시작합니다. 아직 아무도 로그인하지 않은 때입니다.',
	},
	login: {
		name: '로그인',
		aliases: ['접속'],
		line: '사용자가 자기 세션을 얻는 순간입니다.',
		more: '이때 launchd는 그 사용자의 에이전트를 읽고, Linux에서는 첫 로그인이 그 사용자의 systemd를 시작합니다. 그 전부터 실행되던 프로세스는 데몬일 가능성이 높습니다.',
	},
	logout: {
		name: '로그아웃',
		aliases: ['접속 종료'],
		line: '로그인 세션과 거기에 속한 모든 것이 끝나는 순간입니다.',
		more: '두 시스템 모두 앱과 에이전트는 끝나고 데몬은 남습니다. Linux의 사용자 유닛은 다른 로그인이 남아 있거나 linger를 켜 두면 계속 실행됩니다.',
	},
	'start-at-load': {
		name: '로드할 때 실행',
		aliases: ['로드 시 실행', '자동 실행'],
		line: '요청을 기다리지 않고, 서비스 관리자가 설정을 읽자마자 서비스를 시작하는 방식입니다.',
		more: '속성 목록에서는 RunAtLoad가 정합니다. systemd는 WantedBy=에 적힌 타깃이 시작될 때, 대개 부팅할 때 활성화된 유닛을 시작합니다.',
	},
	'on-demand': {
		name: '요청할 때 실행',
		aliases: ['요청 시 실행', '필요할 때 실행'],
		line: '누군가 필요로 할 때 비로소 서비스를 시작하는 방식입니다.',
		more: 'launchd는 Mach 메시지, 소켓, 경로, 시각을 기다리며 작업 대부분이 이 방식입니다. systemd는 소켓, D-Bus 이름, 장치, 경로, 타이머로 시작합니다.',
	},
	'socket-activation': {
		name: '소켓으로 시작',
		aliases: ['소켓 활성화'],
		line: '서비스 관리자가 서비스 대신 수신 대기하다가 첫 연결이 오면 서비스를 시작하는 방식입니다.',
		more: 'systemd는 .socket 유닛으로, launchd는 Sockets 키로 합니다. 그때까지는 PID 1이 포트를 가진 것처럼 보입니다.',
	},
	'keep-alive': {
		name: '계속 실행 유지',
		aliases: ['상시 실행'],
		line: '작업을 항상, 또는 조건이 맞는 동안 실행해 두라는 지시입니다.',
		more: '속성 목록의 KeepAlive에 true나 Crashed, SuccessfulExit 같은 조건을 적습니다. 유닛 파일에서는 Restart=always가 가장 가깝습니다. 이런 설정이 없으면 두 관리자 모두 끝난 것을 다시 시작하지 않습니다.',
	},
	'automatic-restart': {
		name: '자동 재시작',
		aliases: ['오류 시 재시작'],
		line: '서비스가 끝나면 서비스 관리자가 다시 시작하는 것입니다.',
		more: '유닛 파일의 Restart=가 no, on-failure, always 등으로 때를 정하고, launchd는 KeepAlive를 봅니다. 둘 다 다시 시작하기 전에 간격을 두고, systemd는 짧은 시간에 너무 자주 끝나면 포기합니다.',
	},
	'scheduled-job': {
		name: '예약 작업',
		aliases: ['정기 작업', '크론'],
		line: '정해진 시각에 시작하는 프로그램입니다.',
		more: 'launchd는 StartCalendarInterval과 StartInterval을, systemd는 타이머를 쓰고, cron은 두 시스템에서 아직 쓸 수 있습니다. 그 시각이 아니면 실행 중인 프로세스가 없습니다.',
	},
	timer: {
		name: '타이머',
		aliases: ['타이머 유닛'],
		line: '정해진 시각에 다른 유닛을 시작하는 systemd 유닛입니다.',
		more: 'systemctl list-timers로 다음 시각을 볼 수 있습니다. macOS에서는 시각이 작업의 속성 목록 안에 적혀 있습니다.',
	},
	reload: {
		name: '설정 다시 읽기',
		aliases: ['다시 읽기', '리로드'],
		line: '서비스가 끝나지 않고 설정만 새로 읽는 것입니다.',
		more: '관례상 SIGHUP으로 요청합니다. systemctl reload는 ExecReload=에 적힌 대로 합니다. launchd에는 그런 명령이 없고, 바뀐 속성 목록은 bootout과 bootstrap으로 새로 읽힙니다.',
	},
	stop: {
		name: '중지',
		aliases: ['종료', '강제 종료'],
		line: '프로세스를 끝내는 것으로, 먼저 요청하고(SIGTERM) 안 되면 강제로 끝냅니다(SIGKILL).',
		more: '프로세스를 직접 끝내면 되살아날 수 있으니 서비스 관리자에게 시키세요. launchctl bootout이나 systemctl stop을 쓰면 됩니다.',
	},
	restart: {
		name: '재시작',
		aliases: ['다시 시작'],
		line: '서비스를 중지했다가 한 번 더 시작하는 것입니다.',
		more: 'Linux에서는 systemctl restart, macOS에서는 launchctl kickstart -k를 씁니다. PID가 바뀌고 설정을 새로 읽습니다.',
	},
	'allow-in-background': {
		name: '백그라운드에서 허용',
		aliases: ['백그라운드 항목'],
		line: '앱의 에이전트와 데몬이 실행되도록 허용하는, 시스템 설정의 스위치입니다.',
		more: 'macOS의 일반 ▸ 로그인 항목 및 확장 프로그램에 있고, 앱이 항목을 추가하면 알림이 뜹니다. Linux에서는 systemctl enable과 disable이 가장 가깝습니다.',
	},
};

/** The files that describe services, and what services leave in files, in Korean. */
export const fileTerms: TermsOf<'files'> = {
	'configuration-file': {
		name: '설정 파일',
		aliases: ['구성 파일'],
		line: '프로그램이 어떻게 동작할지 적어 둔 파일입니다.',
		more: '서비스를 어떻게 시작할지는 macOS에서는 속성 목록에, Linux에서는 유닛 파일에 적습니다. 시작한 뒤 무엇을 할지는 대개 /etc 아래의 자기 설정 파일에 있습니다.',
	},
	'property-list': {
		name: '속성 목록',
		aliases: ['프로퍼티 리스트'],
		line: '키와 값을 적는 Apple의 파일 형식(plist)으로, launchd는 작업마다 하나씩 읽습니다.',
		more: 'XML일 수도 이진 파일일 수도 있고, plutil -p로 둘 다 볼 수 있습니다. Linux에서는 유닛 파일이 이 역할을 합니다.',
	},
	'unit-file': {
		name: '유닛 파일',
		aliases: ['서비스 파일'],
		line: '섹션과 지시어로 systemd에 유닛을 설명하는 텍스트 파일입니다.',
		more: '패키지는 /usr/lib/systemd/system에, 관리자는 /etc/systemd/system에 둡니다. systemctl cat은 드롭인까지 함께 보여 줍니다. macOS에서는 속성 목록이 이 역할을 합니다.',
	},
	'drop-in': {
		name: '드롭인',
		aliases: ['덮어쓰기 파일'],
		line: '유닛 파일을 건드리지 않고 몇 줄만 바꾸는 작은 파일입니다.',
		more: 'ssh.service.d 같은 디렉터리에 두며, systemctl edit로 만들 수 있습니다. launchd에는 이런 것이 없습니다.',
	},
	'launch-daemons-folder': {
		name: 'LaunchDaemons 폴더',
		aliases: ['데몬 폴더'],
		line: 'macOS가 데몬의 속성 목록을 두는 폴더입니다.',
		more: 'Apple의 데몬은 /System/Library/LaunchDaemons에, 다른 회사의 데몬은 /Library/LaunchDaemons에 있습니다. 홈 폴더에는 없습니다. Linux에서는 /usr/lib/systemd/system에 해당합니다.',
	},
	'launch-agents-folder': {
		name: 'LaunchAgents 폴더',
		aliases: ['에이전트 폴더'],
		line: 'macOS가 에이전트의 속성 목록을 두는 폴더입니다.',
		more: '/System/Library와 /Library에는 모든 사용자를 위한 것, ~/Library에는 사용자 한 명을 위한 것이 있습니다. Linux에서는 /usr/lib/systemd/user와 ~/.config/systemd/user에 해당합니다.',
	},
	spool: {
		name: '스풀',
		aliases: ['대기 폴더', '인쇄 대기열'],
		line: '서비스가 가져갈 때까지 일감이 기다리는 폴더입니다.',
		more: '메일, 인쇄 작업, crontab이 여기서 기다립니다. 두 시스템 모두 대개 /var/spool입니다.',
	},
	index: {
		name: '색인',
		aliases: ['검색 색인', '인덱스'],
		line: '검색할 때 모든 내용을 읽지 않도록 미리 만들어 둔 목록입니다.',
		more: 'macOS에서는 mds가 Spotlight의 색인을, Linux 데스크톱에서는 tinysparql이나 baloo가 색인을 관리합니다. 새로 만드는 동안에는 CPU 시간을 꽤 씁니다.',
	},
	cache: {
		name: '캐시',
		aliases: ['임시 사본'],
		line: '다시 가져오려면 더 오래 걸리기 때문에 가까이에 둔 사본입니다.',
		more: '지워도 해가 없습니다. macOS에서는 ~/Library/Caches, Linux에서는 ~/.cache와 /var/cache에 있습니다.',
	},
};
