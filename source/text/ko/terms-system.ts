import type {TermsOf} from '../../model/term.js';

/** How processes end, and what they leave written, in Korean. */
export const endingTerms: TermsOf<'endings'> = {
	'exit-code': {
		name: '종료 코드',
		aliases: ['종료 상태', '반환 값'],
		line: '프로세스가 끝나면서 남기는 번호로, 0은 성공입니다.',
		more: 'launchctl list의 둘째 열과 systemctl status의 괄호 안에 마지막 값이 나옵니다. 126과 127은 셸이 남기는 값이고, 78은 설정이 잘못되었다는 뜻입니다.',
	},
	signal: {
		name: '시그널',
		aliases: ['신호'],
		line: '끝내라, 멈춰라처럼 시스템이나 다른 프로세스가 보내는 짧은 알림입니다.',
		more: 'SIGTERM은 요청이고 SIGKILL은 강제이며, SIGHUP은 설정을 다시 읽으라는 뜻일 때가 많습니다. 어떤 시그널을 처리하는지 Linux는 /proc/PID/status에서 알려 주지만 macOS는 알려 주지 않습니다.',
	},
	crash: {
		name: '비정상 종료',
		aliases: ['크래시', '충돌'],
		line: '아무도 요청하지 않았는데 프로그램의 오류로 끝나는 것입니다.',
		more: 'macOS는 콘솔 앱에서 볼 수 있는 보고서를 남기고, Linux는 coredumpctl로 볼 수 있는 코어 덤프를 남기기도 합니다. 다시 시작할지는 서비스 관리자가 정합니다.',
	},
	log: {
		name: '로그',
		aliases: ['기록', '로그 파일'],
		line: '프로그램이 하는 일을 시각과 함께 한 줄씩 적은 기록입니다.',
		more: '자기 파일에 쓰기도 하고, macOS의 통합 로그나 Linux의 저널처럼 시스템 전체의 로그에 쓰기도 합니다.',
	},
	'system-log': {
		name: '시스템 로그',
		aliases: ['시스템 기록'],
		line: '컴퓨터의 모든 프로그램이 함께 쓰는 로그입니다.',
		more: '예전에는 syslog가 /var/log에 썼습니다. 지금 macOS에는 통합 로그가, Linux에는 저널이 있으며 rsyslog를 함께 쓰기도 합니다.',
	},
	'unified-log': {
		name: '통합 로그',
		aliases: ['콘솔 로그'],
		line: '앱과 데몬이 모두 쓰는 macOS의 로그입니다.',
		more: '콘솔 앱이나 log show, log stream으로 읽습니다. 개인 정보는 가려집니다. systemd의 저널과 같은 역할을 합니다.',
	},
	journal: {
		name: '저널',
		aliases: ['일지'],
		line: 'systemd가 모든 유닛과 커널의 기록을 모으는 로그입니다.',
		more: 'journalctl -u ssh처럼 유닛 하나의 기록만 볼 수 있습니다. macOS에서는 통합 로그가 이 역할을 합니다.',
	},
};

/** What processes use up, in Korean. */
export const resourceTerms: TermsOf<'resources'> = {
	resource: {
		name: '자원',
		aliases: ['리소스', '한도'],
		line: 'CPU, 메모리, 디스크, 네트워크, 파일 디스크립터처럼 프로세스가 나누어 쓰는 것입니다.',
		more: 'systemd는 유닛마다 MemoryMax=, CPUQuota= 등으로 제한합니다. launchd에는 한도가 몇 가지 있고, Background 유형의 작업은 속도를 늦춥니다.',
	},
	'cpu-time': {
		name: 'CPU 시간',
		aliases: ['CPU 사용률', '처리 시간'],
		line: 'CPU 코어가 프로세스를 위해 일한 시간입니다.',
		more: '두 시스템 모두 100 %는 코어 하나를 내내 썼다는 뜻이라, 스레드가 많으면 100 %를 넘을 수 있습니다. 일을 기다리는 데몬은 거의 쓰지 않습니다.',
	},
	'resident-memory': {
		name: '상주 메모리',
		aliases: ['메모리', '메모리 사용량'],
		line: '프로세스의 메모리 가운데 지금 RAM에 있는 부분입니다.',
		more: '함께 쓰는 부분을 프로세스마다 세기 때문에 모두 더하면 실제보다 큽니다. macOS의 활성 상태 보기는 다른 방식으로 센 값을 보여 주고, Linux의 PSS는 함께 쓰는 부분을 나누어 셉니다.',
	},
	priority: {
		name: '우선순위',
		aliases: ['스케줄링 우선순위'],
		line: '여러 프로세스가 CPU를 원할 때 누가 먼저 쓰는지 정하는 값입니다.',
		more: 'Linux에서는 나이스 값과 유닛의 CPUWeight=로 정해집니다. macOS에서는 무엇보다 작업의 유형과 일의 등급(QoS)이 정합니다.',
	},
	'nice-value': {
		name: '나이스 값',
		aliases: ['양보 값'],
		line: '−20부터 19나 20까지의 수로, 클수록 다른 프로세스에 더 양보합니다.',
		more: '데몬을 포함해 거의 모두 0입니다. 낮추는 것은 루트만 할 수 있습니다. 속성 목록에서는 Nice, 유닛 파일에서는 Nice=로 정합니다.',
	},
};

/** How processes talk to each other, in Korean. */
export const networkTerms: TermsOf<'network'> = {
	socket: {
		name: '소켓',
		aliases: ['네트워크 소켓', '유닉스 소켓'],
		line: '프로세스끼리 한 컴퓨터 안에서, 또는 네트워크를 거쳐 대화하는 끝점입니다.',
		more: '포트가 있는 소켓에는 네트워크로 연결하고, 유닉스 소켓은 이 컴퓨터에 있는 파일입니다. macOS에서는 lsof, Linux에서는 ss로 볼 수 있습니다.',
	},
	port: {
		name: '포트',
		aliases: ['포트 번호'],
		line: '컴퓨터의 어느 프로그램에 연결할지 가리키는 번호로, 22는 ssh이고 443은 웹입니다.',
		more: 'Linux에서는 루트나 그 케이퍼빌리티가 있는 프로그램만 1024보다 작은 포트를 쓸 수 있습니다. macOS는 10.14부터 모든 주소에서 수신 대기할 때는 허용합니다. macOS의 Mach 포트는 다른 것입니다.',
	},
	listen: {
		name: '수신 대기',
		aliases: ['대기', '열린 포트'],
		line: '다른 프로세스가 연결해 오기를 포트나 소켓에서 기다리는 것입니다.',
		more: '데몬이든 아니든 서버는 모두 이렇게 합니다. 127.0.0.1이면 이 컴퓨터에서만, *이면 어디서나 연결할 수 있습니다. launchd나 systemd가 서비스 대신 기다리기도 합니다.',
	},
	'connection-state': {
		name: '연결 상태',
		aliases: ['소켓 상태'],
		line: 'TCP 연결이 시작에서 끝까지 어디쯤 와 있는지 나타냅니다.',
		more: 'LISTEN은 기다리는 중, ESTABLISHED는 대화 중, TIME_WAIT는 끝난 상태입니다. CLOSE_WAIT가 많으면 프로그램이 연결을 닫지 않고 있다는 뜻입니다. 두 시스템이 같은 말을 쓰고, ss는 일부를 줄여 씁니다.',
	},
};

/** Who may do what, in Korean. */
export const rightTerms: TermsOf<'rights'> = {
	permission: {
		name: '권한',
		aliases: ['접근 권한'],
		line: '프로세스가 읽거나 바꾸거나 할 수 있는 일의 범위입니다.',
		more: '계정과 파일의 모드에 따라 정해집니다. macOS는 카메라나 폴더 등을 프로그램마다 따로 묻고, Linux에는 케이퍼빌리티가 있으며 SELinux나 AppArmor를 쓰는 곳도 있습니다.',
	},
	root: {
		name: '루트',
		aliases: ['최고 관리자', '슈퍼유저'],
		line: '거의 모든 일을 할 수 있는 0번 계정입니다.',
		more: '데몬은 루트로 실행될 때가 많습니다. macOS에서는 루트도 시스템 무결성 보호의 대상은 건드릴 수 없고, Linux에서는 유닛이 루트의 권한을 하나씩 뺄 수 있습니다.',
	},
	administrator: {
		name: '관리자',
		aliases: ['관리자 계정'],
		line: '잠시 루트가 될 수 있는 사용자 계정입니다.',
		more: 'macOS에서는 admin 그룹, Linux에서는 대개 sudo나 wheel 그룹에 속한 사용자입니다. 루트 자체는 아닙니다.',
	},
	'dedicated-account': {
		name: '전용 계정',
		aliases: ['서비스 계정', '시스템 계정'],
		line: '서비스 하나를 위해 꼭 필요한 권한만 주어 만든 계정입니다.',
		more: 'macOS에서는 _mdnsresponder처럼 이름이 밑줄로 시작합니다. Linux에서는 UID가 작고, DynamicUser=로 그때그때 만들기도 합니다. 이 계정으로 로그인하는 사람은 없습니다.',
	},
	sandbox: {
		name: '샌드박스',
		aliases: ['격리'],
		line: '계정의 권한에 더해 프로세스를 둘러싸는 울타리입니다.',
		more: 'macOS에서는 어떤 파일과 서비스를 쓸 수 있는지 프로파일이 정합니다. Linux에서는 ProtectSystem=, SystemCallFilter= 같은 유닛의 지시어가, 앱이라면 Flatpak이 정합니다.',
	},
	'app-container': {
		name: '앱 컨테이너',
		aliases: ['컨테이너 폴더'],
		line: 'macOS가 샌드박스 앱의 파일을 모아 두는 폴더입니다.',
		more: '~/Library/Containers에 있으며 Docker와는 관계가 없습니다. Linux의 Flatpak은 ~/.var/app에 둡니다.',
	},
	container: {
		name: '컨테이너',
		aliases: ['도커', '컨테이너 이미지'],
		line: '호스트의 커널 위에서 자기만의 파일, 네트워크, PID를 가지고 실행되는 프로세스 묶음입니다.',
		more: 'Linux에서는 컨테이너의 프로세스도 목록에 그대로 나옵니다. macOS에서는 Docker와 Podman이 가상 Linux 안에서 실행하므로 목록에는 가상 머신만 보입니다.',
	},
	'system-integrity-protection': {
		name: '시스템 무결성 보호',
		aliases: ['무결성 보호'],
		line: 'Apple의 파일과 서비스를 루트도 바꾸지 못하게 하는 macOS의 규칙(SIP)입니다.',
		more: '그래서 launchctl은 Apple 작업 대부분을 내리기를 거부하고, 시스템 볼륨은 봉인되어 있습니다. Linux에는 똑같은 것이 없고, /usr을 읽기 전용으로 마운트하는 시스템이 있습니다.',
	},
};

/** How this program judges, in Korean. */
export const judgingTerms: TermsOf<'judging'> = {
	evidence: {
		name: '근거',
		aliases: ['증거', '단서'],
		line: '시스템에서 읽은 사실로, 어떤 종류에는 힘을 싣고 다른 종류에는 반대가 됩니다.',
		more: '가장 강한 근거는 프로세스를 관리하는 launchd나 systemd에서 나옵니다. 근거 패널에서 사실 하나하나를 어디서 읽었는지와 함께 볼 수 있습니다.',
	},
	verdict: {
		name: '판정',
		aliases: ['분류', '종류'],
		line: '근거가 가리키는 프로세스의 종류입니다.',
		more: '누구를 위해 일하는지, 누가 관리하는지 두 가지 물음으로 정합니다. 종류는 macOS와 Linux에서 같습니다.',
	},
	confidence: {
		name: '확신도',
		aliases: ['확실함', '신뢰도'],
		line: '판정이 얼마나 분명한지 나타내며 확실, 유력, 추측이 있습니다.',
		more: '교과서의 데몬과 얼마나 닮았는지가 아니라 근거가 얼마나 좋은지를 나타냅니다. 일반 사용자로 읽을 수 있는 것은 적고, macOS에서는 Linux보다도 적습니다.',
	},
	unknown: {
		name: '알 수 없음',
		aliases: ['읽을 수 없음'],
		line: '읽지 못한 것이며, 아니라는 뜻으로 세지 않습니다.',
		more: '다른 사용자의 파일과 소켓을 보려면 두 시스템 모두 루트 권한이 필요합니다. macOS에서 어떤 시그널을 처리하는지처럼 시스템이 아예 알려 주지 않는 것은 루트라도 알 수 없습니다.',
	},
};
