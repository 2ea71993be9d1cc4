import type {TermsOf} from '../../model/term.js';

/** What belongs to any process, in Korean. */
export const processTerms: TermsOf<'processes'> = {
	process: {
		name: '프로세스',
		aliases: ['실행 중인 프로그램'],
		line: '자기 메모리와 파일과 권한을 가지고 실행 중인 프로그램입니다.',
		more: '프로그램 하나가 여러 프로세스로 동시에 실행될 수 있습니다. macOS에서는 ps와 활성 상태 보기로, Linux에서는 ps와 /proc 아래 디렉터리로 볼 수 있습니다.',
	},
	thread: {
		name: '스레드',
		aliases: ['실행 흐름'],
		line: '프로세스 안에서 일이 진행되는 한 줄기로, 같은 프로세스의 스레드는 메모리를 함께 씁니다.',
		more: 'macOS에서는 ps -M, Linux에서는 ps -L로 볼 수 있습니다. Linux는 커널 스레드를 프로세스 목록에 함께 보여 줍니다.',
	},
	pid: {
		name: '프로세스 ID',
		aliases: ['프로세스 번호', '피아이디'],
		line: '시스템이 프로세스를 부르는 번호입니다.',
		more: '두 시스템 모두 프로세스가 끝나면 번호를 다시 씁니다. 그래서 이 프로그램은 시작 시각까지 함께 기억합니다.',
	},
	ppid: {
		name: '부모 프로세스 ID',
		aliases: ['부모 번호'],
		line: '부모 프로세스의 PID입니다.',
		more: 'PPID가 1이면 최초 프로세스가 시작했거나 맡아 기르는 것입니다. macOS에서는 모든 앱이 그렇고, Linux에서는 시스템 데몬과 고아 프로세스가 그렇습니다.',
	},
	parent: {
		name: '부모 프로세스',
		aliases: ['부모'],
		line: '다른 프로세스를 시작했고, 그 프로세스가 끝나면 통보받는 프로세스입니다.',
		more: 'macOS에서는 앱이든 서비스든 부모가 launchd입니다. Linux에서 유닛의 부모는 systemd, 명령의 부모는 셸입니다.',
	},
	child: {
		name: '자식 프로세스',
		aliases: ['자식'],
		line: '다른 프로세스가 시작한 프로세스입니다.',
		more: '계정, 작업 디렉터리, 환경 변수, 열린 파일을 물려받습니다. 두 시스템 모두 fork나 posix_spawn으로 만듭니다.',
	},
	orphan: {
		name: '고아 프로세스',
		aliases: ['고아'],
		line: '부모가 먼저 끝난 프로세스입니다.',
		more: 'macOS에서는 launchd가 맡습니다. Linux에서는 systemd나, 그렇게 하겠다고 미리 알린 가장 가까운 조상 프로세스가 맡습니다. 실행은 그대로 계속됩니다.',
	},
	zombie: {
		name: '좀비 프로세스',
		aliases: ['좀비'],
		line: '이미 끝났지만 부모가 아직 결과를 가져가지 않은 프로세스입니다.',
		more: '두 시스템 모두에서 상태가 Z인 목록 한 줄일 뿐, 메모리도 프로그램도 없습니다. 강제 종료할 수 없고, 부모가 결과를 가져가거나 끝나면 사라집니다.',
	},
	session: {
		name: '세션',
		aliases: ['프로세스 세션'],
		line: '터미널 하나를 함께 쓰거나 터미널 없이 묶인 프로세스들입니다.',
		more: '로그인 세션과는 다릅니다. 데몬은 터미널 없는 자기만의 세션을 가지며, 이는 launchd와 systemd가 마련해 줍니다.',
	},
	'login-session': {
		name: '로그인 세션',
		aliases: ['사용자 세션', '그래픽 세션'],
		line: '한 번의 로그인에 속하는, 로그인부터 로그아웃까지의 모든 것입니다.',
		more: 'macOS에서는 gui/UID 도메인이나 ssh 로그인이고, Linux에서는 systemd-logind가 관리하며 loginctl로 볼 수 있습니다. 에이전트와 앱은 여기에 속하고 데몬은 속하지 않습니다.',
	},
	'session-leader': {
		name: '세션 리더',
		aliases: ['세션 우두머리'],
		line: '세션을 연 프로세스로, 대개 셸이나 데몬입니다.',
		more: '두 시스템 모두 ps의 STAT 열에 소문자 s로 표시합니다. 터미널의 세션 리더가 끝나면 포그라운드 작업이 SIGHUP을 받습니다.',
	},
	'controlling-terminal': {
		name: '제어 터미널',
		aliases: ['터미널'],
		line: 'Ctrl-C 같은 키 입력이 프로세스에 전달되는 터미널입니다.',
		more: 'ps의 TTY 열에 macOS는 ttys001, Linux는 pts/1처럼 나오고, 없으면 ??나 ?로 나옵니다. 데몬에는 없지만, 없다는 사실만으로는 데몬이라고 할 수 없습니다.',
	},
	foreground: {
		name: '포그라운드',
		aliases: ['전면 작업'],
		line: '지금 터미널의 키 입력을 받는 작업입니다.',
		more: '두 시스템 모두 ps의 STAT 열에 +로 표시합니다. macOS에서는 Dock에 있는 앱도 터미널이 없지만 포그라운드 앱이라고 부릅니다.',
	},
	background: {
		name: '백그라운드',
		aliases: ['후면 작업'],
		line: '터미널의 키 입력도 사용자의 눈길도 받지 않고 실행되는 상태입니다.',
		more: '셸에서 &나 bg로 보낸 작업도 백그라운드이지만 여전히 터미널에 속합니다. launchd나 systemd가 시작한 데몬은 처음부터 터미널에 속하지 않습니다.',
	},
	'standard-input': {
		name: '표준 입력',
		aliases: ['입력 스트림'],
		line: '따로 정하지 않으면 프로그램이 읽어 들이는 곳으로, 파일 디스크립터 0번입니다.',
		more: '대개 터미널의 키보드나 파이프입니다. launchd와 systemd는 서비스에 아무것도 나오지 않는 /dev/null을 연결합니다.',
	},
	'standard-output': {
		name: '표준 출력',
		aliases: ['출력 스트림'],
		line: '프로그램이 결과를 쓰는 곳으로, 파일 디스크립터 1번입니다.',
		more: 'systemd는 저널로 보내고(StandardOutput=), launchd는 StandardOutPath에 파일을 적지 않으면 /dev/null로 보냅니다.',
	},
	'standard-error': {
		name: '표준 오류',
		aliases: ['오류 스트림'],
		line: '프로그램이 결과와 따로 오류를 쓰는 곳으로, 파일 디스크립터 2번입니다.',
		more: 'systemd는 표준 출력과 같은 곳으로 보내고, launchd는 StandardErrorPath에 파일을 적지 않으면 /dev/null로 보냅니다.',
	},
	'file-descriptor': {
		name: '파일 디스크립터',
		aliases: ['파일 서술자', '열린 파일'],
		line: '프로세스가 열린 파일, 파이프, 장치, 소켓을 부르는 번호입니다.',
		more: '두 시스템 모두 프로세스가 가질 수 있는 개수에 한도를 둡니다. lsof로 볼 수 있고, Linux에서는 /proc/PID/fd에도 나옵니다.',
	},
	'working-directory': {
		name: '작업 디렉터리',
		aliases: ['현재 디렉터리'],
		line: '빗금(/)으로 시작하지 않는 경로를 프로세스가 찾기 시작하는 디렉터리입니다.',
		more: '데몬은 관례에 따라 /를 씁니다. 디스크를 붙잡아 꺼내지 못하게 하는 일이 없도록 하기 위해서입니다. 속성 목록과 유닛 파일 모두 WorkingDirectory로 정합니다.',
	},
	'environment-variable': {
		name: '환경 변수',
		aliases: ['환경'],
		line: '프로세스가 자신을 시작한 쪽에서 받는 이름과 값입니다.',
		more: '서비스는 셸의 환경 변수를 받지 않습니다. 속성 목록의 EnvironmentVariables나 유닛 파일의 Environment=로 정합니다. 비밀 값이 들어 있을 수 있어 이 프로그램은 가려서 보여 줍니다.',
	},
};
