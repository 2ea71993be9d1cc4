import type {Myths} from '../../model/myth.js';
import type {mythUi as English, mythVerdicts as EnglishVerdicts} from '../en/myths.js';
import type {Widened} from '../widened.js';

/** What is often read about daemons, and what holds, in Korean. */
export const myths: Myths = {
	'background-process': {
		says: '데몬은 사용자가 직접 제어하지 않는 백그라운드 프로세스입니다.',
		fact: '핵심을 짚은 말입니다. 다만 창이 없다는 것만으로는 부족합니다. 앱 도우미, 에이전트, 잊고 놔둔 작업에도 창은 없습니다. 누구를 위해 일하고 누가 관리하는지가 기준입니다.',
	},
	'menu-bar-app': {
		says: '메뉴 막대의 클립보드 도구나 창 정리 도구는 데몬이 아니라 백그라운드 앱입니다.',
		fact: 'Dock에 나타나지 않게 설정한(LSUIElement) 보통 앱입니다. 로그인한 뒤에 시작하고 로그아웃하면 끝납니다. 꺼졌을 때 다시 켜 주는 것도 대개 없습니다.',
	},
	'boot-to-shutdown': {
		says: '데몬은 부팅부터 시스템 종료까지 계속 실행됩니다.',
		fact: '그런 데몬도 있습니다. 하지만 launchd 서비스 대부분과 systemd 서비스 상당수는 요청이 올 때 비로소 시작하고, 할 일이 없으면 끝나기도 합니다. 그동안 서비스 관리자가 자리를 지키고, 소켓도 대신 열어 둡니다.',
	},
	'three-nos': {
		says: '데몬에는 터미널도 창도 없고, 입력을 기다리지도 않습니다.',
		fact: '제어 터미널(TTY)이 없는지, 표준 입력이 /dev/null인지 확인해 보세요. 하지만 Dock에서 연 앱에도 터미널은 없고, 데몬인 WindowServer는 화면 전체를 그립니다. 셋 다 실마리일 뿐 증거는 아닙니다.',
	},
	'restarts-itself': {
		says: '데몬은 죽으면 스스로 다시 시작합니다.',
		fact: '죽은 프로세스는 아무것도 시작하지 못합니다. 다시 켜는 것은 서비스 관리자이고, 그것도 설정이 있을 때뿐입니다. launchd는 KeepAlive, systemd는 Restart= 설정을 봅니다. 둘 다 기본값은 재시작하지 않는 것입니다.',
	},
	'survives-logout': {
		says: '데몬은 로그아웃해도 살아남습니다.',
		fact: '맞습니다. 애초에 로그인 세션에 속하지 않기 때문입니다. 에이전트는 세션에 속하므로 함께 끝납니다(Linux에서는 linger를 켜면 남습니다). 데몬과 에이전트를 가장 깔끔하게 가르는 기준입니다.',
	},
	'low-priority': {
		says: '데몬은 우선순위가 낮고 자원을 적게 씁니다.',
		fact: '나이스 값은 보통 프로그램과 똑같이 0인 데몬이 대부분입니다. macOS는 나이스 값 대신 작업 유형(Background, Adaptive)으로 속도를 늦춥니다. 색인 중인 mds나 바쁜 WindowServer가 CPU 목록 맨 위에 오르기도 합니다.',
	},
	'letter-d': {
		says: '이름이 d로 끝나면 데몬입니다.',
		fact: 'd는 백그라운드 서비스라는 뜻일 뿐입니다. 이 프로그램의 사전에서 이름이 d로 끝나는 Mac 프로그램 열 개 중 네 개쯤은 한 사용자를 위한 에이전트이고, 데몬 열 개 중 세 개에는 d가 없습니다. kswapd 같은 Linux 커널 스레드도 d로 끝납니다.',
	},
	bird: {
		says: 'bird는 iCloud 데몬입니다.',
		fact: 'iCloud Drive를 동기화하는 것은 맞습니다. 하지만 launchd가 LaunchAgents의 설정으로, 로그인한 사용자의 계정으로, 그 사용자를 위해 실행하므로 에이전트입니다. 설명서조차 데몬이라고 부르듯, 이 말은 백그라운드 서비스 전체를 가리킬 때가 많습니다.',
	},
	mdnsresponder: {
		says: 'Mac에서는 mDNSResponder가 이름을 찾아 줍니다.',
		fact: '맞습니다. 로컬 네트워크의 Bonjour와 일반 DNS를 모두 맡습니다. 부팅할 때부터 전용 계정 _mdnsresponder로 실행됩니다. 이름에 d가 붙지 않은 교과서적인 데몬입니다.',
	},
	'launchctl-list': {
		says: 'launchctl list를 실행하면 실행 중인 데몬이 모두 나옵니다.',
		fact: '일반 사용자로 실행하면 자기 로그인 세션의 작업, 곧 에이전트와 앱이 실행 중이든 아니든 나옵니다. 데몬은 루트 권한이 필요 없는 launchctl print system이나 sudo launchctl list로 볼 수 있습니다.',
	},
	'grep-daemon': {
		says: 'ps aux | grep daemon으로 데몬을 찾을 수 있습니다.',
		fact: '명령줄에 그 여섯 글자가 들어 있는 프로세스를 찾을 뿐이고, 방금 실행한 grep까지 나옵니다. 데몬 대부분은 명령줄에 이 말이 없습니다. Gradle의 빌드 데몬은 이름만 데몬이고, PM2의 God Daemon은 D가 대문자라서 나오지도 않습니다.',
	},
	'user-daemon-folder': {
		says: '사용자 데몬의 설정은 ~/Library/LaunchAgents에 있습니다.',
		fact: '폴더는 맞지만 용어가 틀렸습니다. 거기에 있는 것은 에이전트의 설정입니다. 부팅할 때는 아직 아무도 로그인하지 않았으므로 ~/Library/LaunchDaemons라는 폴더는 없습니다. Linux에서는 ~/.config/systemd/user가 같은 역할을 합니다.',
	},
	'dies-on-error': {
		says: '오류가 나면 앱은 죽지만 데몬은 계속 실행됩니다.',
		fact: '둘 다 죽습니다. 앱은 아무도 다시 켜 주지 않지만, 데몬은 설정이 있으면 서비스 관리자가 다시 시작합니다. 새로 시작한 프로세스는 PID가 다릅니다.',
	},
	'console-or-log': {
		says: '앱은 콘솔에, 데몬은 시스템 로그에 기록합니다.',
		fact: '출력이 어디로 갈지는 프로그램을 시작하는 쪽이 정합니다. systemd는 저널로, launchd는 /dev/null이나 파일로 보냅니다. 그리고 Mac에서는 앱이든 데몬이든 통합 로그를 씁니다.',
	},
	signals: {
		says: '데몬은 시그널을 특별하게 처리합니다.',
		fact: 'SIGTERM은 하던 일을 마치고 끝내라는 요청이고, SIGHUP을 받으면 설정을 다시 읽는 데몬이 많습니다. 다만 관례일 뿐입니다. 처리기가 없는 프로그램은 SIGHUP을 받으면 그냥 종료됩니다.',
	},
	servers: {
		says: '평범한 서버도 systemd나 PM2를 쓰면 데몬이 됩니다.',
		fact: '잘 본 말입니다. 같은 node라도 터미널에서는 대화형 프로그램, PM2 아래에서는 관리되는 작업, 시스템 유닛으로 실행하면 데몬입니다. 프로그램이 아니라 누가 관리하는지가 종류를 정합니다.',
	},
	'cron-and-named': {
		says: 'crond와 named는 macOS의 데몬입니다.',
		fact: 'Linux에서 쓰는 이름입니다. Mac에서는 프로그램 이름이 d 없는 cron이고, 누군가 crontab을 만들었을 때만 실행됩니다. named는 이제 macOS에 들어 있지 않고, 이름 찾기는 mDNSResponder가 맡습니다.',
	},
};

/** How a saying stands the test, in Korean. */
export const mythVerdicts: Widened<typeof EnglishVerdicts> = {
	right: '맞음',
	half: '반만 맞음',
	myth: '오해',
	word: '용어가 틀림',
};

/** What stands around them, in Korean. */
export const mythUi: Widened<typeof English> = {
	title: '데몬에 관한 말, 어디까지 맞을까요',
	count: count => `${count}가지`,
	tryIt: '직접 해 보기',
};
