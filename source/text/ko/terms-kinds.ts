import type {TermsOf} from '../../model/term.js';

/** What kinds of programs are called, in Korean. */
export const kindTerms: TermsOf<'kinds'> = {
	daemon: {
		name: '데몬',
		aliases: ['시스템 서비스', '백그라운드 서비스'],
		line: '누가 로그인했든 상관없이 컴퓨터 전체를 위해 뒤에서 일하는 서비스입니다.',
		more: 'macOS에서는 launchd가 system 도메인에서, Linux에서는 systemd가 시스템 유닛으로 관리합니다. 터미널이 없고 대개 창도 없으며, 로그아웃해도 끝나지 않습니다.',
	},
	agent: {
		name: '에이전트',
		aliases: ['사용자 에이전트', '사용자 서비스'],
		line: '로그인한 사용자 한 명을 위해 뒤에서 일하는 서비스입니다.',
		more: 'launchd가 그 사용자의 도메인에서, Linux에서는 그 사용자의 systemd가 사용자 유닛으로 관리합니다. 사용자의 계정으로 실행되고 세션과 함께 끝납니다. 이름은 에이전트인데 실제로는 데몬인 제품도 있습니다.',
	},
	'background-app': {
		name: '백그라운드 앱',
		aliases: ['트레이 프로그램', '상주 앱'],
		line: '로그인 세션에 속하지만 앞에 나서지 않는 보통 앱입니다.',
		more: 'macOS에서는 Dock에 아이콘이 없고, Linux에서는 트레이에 있거나 로그인할 때 데스크톱이 실행합니다. 언제든 창을 열 수 있고, 꺼져도 다시 켜 주는 것은 대개 없습니다.',
	},
	'menu-bar-app': {
		name: '메뉴 막대 앱',
		aliases: ['상태 메뉴', '트레이 아이콘'],
		line: '메뉴 막대나 트레이의 아이콘으로 쓰는 백그라운드 앱입니다.',
		more: '아이콘은 세션에 속한 앱이 그린 작은 창입니다. 실제 일은 이름이 다른 데몬이 맡기도 합니다. macOS의 Time Machine 메뉴 뒤에는 backupd가, Linux의 네트워크 아이콘 뒤에는 NetworkManager가 있습니다.',
	},
	'login-item': {
		name: '로그인 항목',
		aliases: ['시작 프로그램', '자동 시작'],
		line: '로그인하면 바로 열리는 앱입니다.',
		more: 'macOS에서는 로그인 항목 및 확장 프로그램 설정에서 볼 수 있고, Linux 데스크톱은 autostart 폴더의 *.desktop 파일을 읽습니다. 한 번 열어 줄 뿐, 끝나도 다시 열지 않습니다.',
	},
	app: {
		name: '앱',
		aliases: ['응용 프로그램', '애플리케이션'],
		line: '사용자가 연, 창이 있는 프로그램입니다.',
		more: '데몬처럼 터미널이 없고 macOS에서는 부모가 launchd라는 점까지 같습니다. Linux 데스크톱에서는 app-firefox-1234.scope 같은 스코프에 속합니다. 하지만 로그인 세션에 속하므로 늦어도 로그아웃할 때 끝납니다.',
	},
	helper: {
		name: '앱 도우미',
		aliases: ['도우미 프로세스', '헬퍼'],
		line: '앱이 하는 일의 일부를 맡아 앱과 함께 켜지고 꺼지는 프로세스입니다.',
		more: '브라우저와 Electron 앱은 페이지마다, 또 화면과 네트워크를 위해 하나씩 둡니다. macOS에서는 프로그램 파일이 앱 번들 안에 있고, Linux에서는 앱과 같은 스코프에 속합니다.',
	},
	'xpc-service': {
		name: 'XPC 서비스',
		aliases: [],
		line: '메시지를 처음 받을 때 launchd가 시작하는 macOS의 작은 도우미입니다.',
		more: '이름이 .xpc로 끝나는 번들에 들어 있고, 할 일이 없으면 끝납니다. 보통 앱마다 따로 뜨지만 시스템 전체를 위한 것도 몇 개 있습니다. Linux에서는 D-Bus로 시작하는 도우미가 가장 가깝습니다.',
	},
	'app-extension': {
		name: '앱 확장',
		aliases: ['확장 프로그램', '플러그인'],
		line: '위젯, 공유 메뉴, 파일 제공자처럼 앱이 다른 앱에 빌려주는 부분입니다.',
		more: '자기 앱이 닫혀 있어도 필요한 쪽을 위해 macOS가 시작합니다. 번들 이름은 .appex로 끝납니다. Linux 데스크톱에도 플러그인이 있지만 따로 프로세스가 되는 일은 드뭅니다.',
	},
	'system-extension': {
		name: '시스템 확장',
		aliases: ['네트워크 확장', '보안 확장'],
		line: '필터, VPN, 백신처럼 커널 밖에서 macOS 자체를 확장하는 앱의 일부입니다.',
		more: '시스템 설정에서 한 번 허용하면 되고, 루트로 실행될 때가 많으며 앱을 종료해도 계속 실행됩니다. Linux에서는 커널 모듈과 데몬이 이런 일을 합니다.',
	},
	driver: {
		name: '드라이버',
		aliases: ['장치 드라이버'],
		line: '한 종류의 장치와 대화하는 방법을 아는 프로그램입니다.',
		more: 'macOS의 새 드라이버는 _driverkit 계정으로 장치마다 하나씩 실행되는 프로세스입니다. Linux에서는 드라이버가 대개 커널이나 커널 모듈 안에 있어 프로세스로 보이지 않습니다.',
	},
	'managed-job': {
		name: '관리되는 작업',
		aliases: ['감독되는 프로세스'],
		line: '서비스 관리자가 아닌 다른 감독 프로세스가 관리하는 프로세스입니다.',
		more: 'macOS에서든 Linux에서든 PM2, supervisord, cron, Docker 등이 시작하고 지켜봅니다. 감독 프로세스가 사라지면 돌봐 주는 것도 없어집니다.',
	},
	'background-process': {
		name: '백그라운드 프로세스',
		aliases: ['분리된 프로세스'],
		line: '넓은 뜻으로는 앞에 나오지 않는 모든 프로세스이고, 여기서는 누군가 시작해 놓고 아무도 돌보지 않는 프로세스입니다.',
		more: '두 시스템 모두에서 nohup으로 실행한 명령, 셸에서 떼어 낸 작업, tmux 서버가 그 예입니다. 옛날 데몬과 똑같아 보이지만 아는 서비스 관리자가 없고, 다시 부팅하면 사라집니다.',
	},
	'interactive-program': {
		name: '대화형 프로그램',
		aliases: ['터미널 프로그램', '명령줄 프로그램'],
		line: '터미널에서 사람과 함께 일하는 프로그램입니다.',
		more: '셸, 편집기, 그리고 이 탐색기가 그렇습니다. 터미널에 직접 입력해 띄운 서버도 여기에 속합니다. 두 시스템 모두 ps의 TTY 열에 터미널이 나옵니다.',
	},
	'session-part': {
		name: '세션 구성 요소',
		aliases: ['로그인 세션의 일부'],
		line: '로그인 세션을 만들고 유지하는 프로그램입니다.',
		more: 'macOS에서는 loginwindow와 login, Linux에서는 gdm, 데스크톱 셸, 연결 하나를 맡은 sshd 프로세스 등입니다. 이것이 끝나면 로그인도 끝납니다.',
	},
	init: {
		name: '최초 프로세스',
		aliases: ['1번 프로세스'],
		line: 'PID가 1인 첫 프로세스로, 다른 모든 프로세스를 시작하고 고아 프로세스를 맡습니다.',
		more: 'macOS에서는 launchd, 대부분의 Linux에서는 systemd이고, 컨테이너에서는 프로그램 자신일 때가 많습니다. launchd와 systemd는 서비스 관리자이기도 합니다.',
	},
	kernel: {
		name: '커널',
		aliases: ['운영 체제 핵심'],
		line: 'CPU와 메모리와 장치를 나누어 주는 운영 체제의 핵심입니다.',
		more: '여느 프로그램과는 다릅니다. macOS는 커널이 하는 일을 PID가 0인 kernel_task로 보여 주고, Linux는 커널 스레드를 kthreadd 아래에 보여 줍니다.',
	},
	'kernel-thread': {
		name: '커널 스레드',
		aliases: ['커널 작업'],
		line: '목록에 프로세스처럼 나오는 커널의 작업입니다.',
		more: 'Linux는 [kworker]나 [kswapd0]처럼 이름을 대괄호에 넣어 보여 주며, 프로그램 파일은 없습니다. macOS는 모두 kernel_task 안에 감춥니다. 이름이 d로 끝나도 데몬이 아닙니다.',
	},
	worker: {
		name: '작업자 프로세스',
		aliases: ['작업자', '워커'],
		line: '서비스가 일을 나누어 맡기는 여러 프로세스 가운데 하나입니다.',
		more: '두 시스템 모두에서 nginx, PostgreSQL, gunicorn 등이 이렇게 일합니다. 서비스 관리자는 주 프로세스만 알고, 작업자가 죽으면 주 프로세스가 새로 띄웁니다.',
	},
};
