import type {lessons as English, lessonUi as EnglishUi} from '../en/lessons.js';
import {formatDuration, formatInstant} from '../format.js';
import {lessonCommands} from '../lesson-commands.js';
import {lessonListings} from '../lesson-listings.js';
import type {Widened} from '../widened.js';
import {withParticle} from './particle.js';
import {koreanSpan} from './span.js';

/** A name among the values that were observed. */
const named = (value: unknown): string => String(value);

/** The fourteen lessons, in Korean. */
export const lessons: Widened<typeof English> = {
	word: {
		title: '데몬이라는 말',
		idea: '데몬은 아무도 지켜보지 않아도 뒤에서 컴퓨터 전체를 위해 일합니다.',
		paragraphs: [
			'데몬(daemon)은 demon의 옛 철자이지만 나쁜 뜻은 없습니다. 그리스 이야기에서 다이몬은 사람을 돕는 정령이었습니다. 1963년쯤 MIT의 프로그래머들은 물리학의 유명한 사고 실험에서 쉬지 않고 분자를 가려내는 ‘맥스웰의 도깨비’를 떠올렸고, 뒤에서 잔일을 처리하는 프로그램에 그 이름을 붙였습니다.',
			'서비스라는 말도 거의 같은 뜻으로 씁니다. Windows에는 서비스가 있고, macOS에는 launchd가, 대부분의 Linux에는 systemd가 있습니다. 이 둘이 모두를 위해 시작하고 돌보는 것을 지금도 데몬이라고 부릅니다.',
			'‘백그라운드 프로세스’는 눈에 보이지 않게 도는 모든 것을 가리키는 넓은 말입니다. ‘데몬’은 훨씬 좁은 말입니다. 얼마나 좁은지는 다음 강의부터 살펴봅니다.',
		],
		example: ({all, apps, interactive, unseen}) =>
			apps === 0 && interactive === 0
				? `지금 프로세스 ${all}개가 돌고 있습니다. 창이 있는 것도, 터미널에서 도는 것도 하나도 없습니다.`
				: `프로세스 ${all}개 가운데 창이 있는 앱은 ${apps}개, 터미널에서 도는 프로그램은 ${interactive}개입니다. 나머지 ${unseen}개는 눈에 보이지 않습니다.`,
		surprise: '지금 도는 프로세스는 대부분 사람이 직접 켠 것이 아닙니다.',
		question: {
			ask: '다음 중 데몬을 바르게 설명한 것은 무엇입니까?',
			choices: ['창이 없는 모든 프로그램', '컴퓨터 전체를 위해 뒤에서 일하는 서비스', '부모를 잃은 프로그램'],
			because:
				'창이 없는 프로그램은 아주 많고, 고아 프로세스는 무엇이든 될 수 있습니다. 중요한 것은 누구를 위해 일하는지, 누가 돌보는지입니다.',
		},
		commands: lessonCommands.word,
	},
	'menu-bar-app': {
		title: '클립보드 앱과 데몬',
		idea: '메뉴 막대 앱은 숨어 있을 뿐 앱입니다. 로그인과 함께 오고 로그아웃과 함께 갑니다.',
		paragraphs: [
			'Maccy, Rectangle, Dropbox는 창도 없고 Dock 아이콘도 없으며, 로그인하면 저절로 열리기도 합니다. 프로세스 목록에서는 데몬과 똑같아 보입니다. 터미널이 없고, 부모는 launchd이고, 늘 거기 있습니다.',
			'두 가지를 물으면 구별할 수 있습니다. 누구를 위해 일합니까? 내 세션 안에서 나만을 위해 일합니다. 누가 돌봅니까? 아무도 돌보지 않습니다. 한번 종료하면 다시 열거나 다시 로그인할 때까지 돌아오지 않습니다.',
			'macOS에서 이런 앱은 Info.plist에 LSUIElement가 있습니다. Apple은 이를 ‘에이전트 앱’이라고 부르지만 launchd의 에이전트와는 아무 상관이 없습니다. Linux에서는 로그인할 때 데스크톱이 띄우는 트레이 프로그램이 여기에 해당합니다.',
		],
		example: ({app, daemon}) =>
			`${withParticle(named(app), '과')} ${withParticle(named(daemon), '을')} 나란히 놓았습니다. 둘 다 터미널이 없습니다. 계정과 재시작 여부를 견주어 보세요.`,
		surprise: '겉모습으로는 알 수 없습니다. 계정과, 돌보는 쪽이 누구인지가 말해 줍니다.',
		question: {
			ask: '메뉴 막대에서 Maccy를 종료했습니다. 어떻게 됩니까?',
			choices: ['launchd가 곧바로 다시 시작합니다', '아이콘 없이 계속 일합니다', '다시 열거나 다시 로그인할 때까지 사라집니다'],
			because: '로그인 항목을 지켜보는 것은 없습니다. 로그인할 때 한 번 열릴 뿐이고, 그다음부터는 다른 앱과 같습니다.',
		},
		commands: lessonCommands['menu-bar-app'],
	},
	'three-nos': {
		title: '터미널도 창도 입력도 없는 프로세스',
		idea: '데몬은 사람과 직접 말하지 않습니다. 하지만 말이 없다고 모두 데몬은 아닙니다.',
		paragraphs: [
			'셸에서 시작한 프로그램에는 제어 터미널(controlling terminal)이 있습니다. 키보드 입력을 읽고 Ctrl-C도 받습니다. 데몬에는 없습니다. ps의 TTY 열에서 macOS는 ??, Linux는 ?로 표시합니다.',
			'데몬은 보통 창을 그리지 않고, 표준 입력은 /dev/null입니다. 여기서 읽으면 바로 끝에 닿습니다. 입력해 줄 사람이 없기 때문입니다.',
			'Dock이나 메뉴에서 연 앱에도 터미널은 없습니다. 반대로 WindowServer는 데몬이지만 Mac의 화면 전체를 그립니다. 이 세 가지는 모두 단서일 뿐, 어느 것도 정의는 아닙니다.',
		],
		example: ({shell, tty, daemon, app}) =>
			[
				...(shell === null ? [] : [`${withParticle(named(shell), '은')} 터미널 ${withParticle(named(tty), '을')} 가지고 있습니다.`]),
				app === null ? `${named(daemon)}에는 터미널이 없습니다.` : `${named(daemon)}에는 터미널이 없습니다. ${named(app)}에도 없습니다.`,
			].join(' '),
		surprise: '앱에도 터미널은 없습니다. 필요한 조건이지만 충분한 조건은 아닙니다.',
		question: {
			ask: '어떤 프로세스의 TTY 열이 ??입니다. 무엇을 알 수 있습니까?',
			choices: ['터미널이 없다는 것뿐입니다', '데몬이라는 것입니다', '비정상 종료했다는 것입니다'],
			because:
				'데몬, 에이전트, 앱, 잊힌 백그라운드 작업이 모두 이렇게 보입니다. 터미널에서 사람과 주고받는 프로그램이 아니라는 것만 확실합니다.',
		},
		commands: lessonCommands['three-nos'],
	},
	'life-cycle': {
		title: '부팅부터 시스템 종료까지',
		idea: '데몬은 로그인하기 전에도 있고, 로그아웃한 뒤에도 있습니다.',
		paragraphs: [
			'커널은 launchd나 systemd 하나만 시작하고, 나머지는 모두 그 프로세스가 시작합니다. 데몬이 먼저입니다. 대부분은 로그인 창이 나타나기 전부터 일하고 있으며, 로그인 창도 그중 일부가 있어야 뜹니다.',
			'로그인하면 에이전트와 앱이 시작됩니다. 모두 그 세션 안에 있습니다. 로그아웃하면 세션이 그 안의 모든 것과 함께 끝납니다. 데몬은 아무 영향도 받지 않습니다.',
			'그렇지만 ‘부팅부터 시스템 종료까지’는 절반만 맞는 말입니다. 장치나 타이머나 다른 프로그램이 찾을 때까지 시작하지 않는 데몬도 많습니다. 부팅하고 며칠 뒤에 시작하기도 하고, 할 일이 없으면 끝나기도 합니다.',
		],
		example: ({bootedAt, loginAt, early, late}) =>
			`${formatInstant(Number(bootedAt))}에 부팅했고, ${koreanSpan(formatDuration(Number(loginAt) - Number(bootedAt)))} 뒤에 처음 로그인했습니다. 지금 도는 데몬 가운데 ${early}개는 그 전부터 있었고 ${late}개는 그 뒤에 시작했습니다.`,
		surprise: '로그인보다 늦게 시작한 데몬도 있습니다. 누군가 늦게 찾았을 뿐입니다.',
		question: {
			ask: '로그인하고 2시간 뒤에 시작한 프로세스가 있습니다. 데몬일 수 있습니까?',
			choices: [
				'아닙니다. 데몬은 부팅할 때 시작합니다',
				'예. 요청할 때 실행되는 데몬이라면 그렇습니다',
				'그사이에 컴퓨터를 재부팅했을 때만 그렇습니다',
			],
			because: '시작한 때는 단서일 뿐입니다. 요청할 때 실행되는 데몬은 몇 시에 시작하든 서비스 관리자도, 도메인도, 계정도 그대로입니다.',
		},
		commands: lessonCommands['life-cycle'],
	},
	'who-keeps-it': {
		title: '데몬을 살려 두는 서비스 관리자',
		idea: '데몬은 스스로 되살아나지 않습니다. 서비스 관리자가 새로 시작합니다.',
		paragraphs: [
			'데몬도 비정상 종료하면 다른 프로그램처럼 그대로 끝입니다. 하지만 부모인 launchd나 systemd가 이를 알아차리고, 설정을 확인한 다음 새 프로세스를 시작합니다.',
			'launchd에서는 KeepAlive, systemd에서는 Restart= 키가 그 설정입니다. 아무도 적어 두지 않으면 재시작하지 않습니다. 두 관리자 모두 정도를 압니다. launchd는 10초에 한 번보다 자주 시작하지 않고, systemd는 10초 안에 5번 시작하면 포기합니다. 두 값 모두 바꿀 수 있습니다.',
			'부모가 먼저 끝난 프로세스도 대개 1번 프로세스가 거둡니다. 그래서 ‘부모가 1번’이라는 것은 아무 증거가 되지 않습니다. 관리자가 그 프로세스를 아는지 물어보세요.',
		],
		example: ({name, keeper, manager}) =>
			`${withParticle(named(keeper ?? manager), '이')} ${withParticle(named(name), '을')} 돌봅니다. 아래에서 위로 PPID를 따라 1번 프로세스까지 올라가 보고, 재시작 규칙도 확인하세요.`,
		surprise: '비정상 종료한 뒤에 보이는 데몬은 PID가 다른 새 프로세스입니다.',
		question: {
			ask: '비정상 종료한 데몬을 다시 시작하는 것은 누구입니까?',
			choices: ['끝나기 직전의 데몬 자신', '커널', '설정에 그렇게 적혀 있을 때의 서비스 관리자'],
			because:
				'끝난 프로세스는 아무것도 시작할 수 없고, 커널은 서비스가 무엇인지 모릅니다. KeepAlive와 Restart=는 서비스 관리자에게 내리는 지시입니다.',
		},
		commands: lessonCommands['who-keeps-it'],
	},
	'daemon-or-agent': {
		title: '데몬과 에이전트의 차이',
		idea: '같은 프로그램이 컴퓨터를 위한 데몬이기도 하고 사용자를 위한 에이전트이기도 합니다.',
		paragraphs: [
			'데몬은 하나만 있고 모두를 위해 일합니다. 아무도 로그인하지 않아도 있습니다. 에이전트는 로그인한 사용자마다 하나씩 있고, 그 사용자의 권한으로 일하다가 세션과 함께 끝납니다.',
			'launchd는 도메인으로 둘을 나눕니다. 데몬은 system에, 에이전트는 gui/501이나 user/501에 있습니다. 501은 사용자 번호입니다. systemd에는 시스템 관리자와 사용자별 관리자가 따로 있습니다. 하나는 system.slice, 다른 하나는 user@1000.service입니다.',
			'bird는 흔히 ‘iCloud 데몬’이라고 하고 Apple의 설명서도 그렇게 씁니다. 하지만 내 계정으로, 내 도메인에서 돌기 때문에 에이전트입니다. 만든 회사들은 둘을 모두 데몬이라고 부릅니다.',
		],
		example: ({name, daemons, agents}) =>
			`${withParticle(named(name), '은')} 데몬으로 ${daemons}개, 에이전트로 ${agents}개 돌고 있습니다. 프로그램은 하나인데 종류는 둘입니다.`,
		surprise: '디스크에 있는 파일이 아니라, 실행되는 도메인이 종류를 정합니다.',
		question: {
			ask: 'cfprefsd가 둘 있습니다. 하나는 root 계정으로 system 도메인에서, 하나는 alex 계정으로 gui/501에서 돕니다. alex가 로그아웃하면 무엇이 끝납니까?',
			choices: ['gui/501에 있는 것', '둘 다', '서비스이므로 둘 다 끝나지 않습니다'],
			because: 'gui/501 도메인은 그 사용자의 로그인이고, 로그아웃하면 함께 끝납니다. system 도메인은 그대로 남습니다.',
		},
		commands: lessonCommands['daemon-or-agent'],
	},
	'letter-d': {
		title: '끝 글자 d',
		idea: '이름 끝의 d는 ‘뒤에서 일하는 서비스’라는 뜻이지 ‘데몬’이라는 뜻이 아닙니다.',
		paragraphs: [
			'sshd, ntpd, httpd의 d는 데몬을 뜻합니다. Unix의 오랜 관습입니다. Apple은 이 관습을 이어받아 에이전트에도 씁니다. Linux 데스크톱도 마찬가지여서 gvfsd는 사용자 한 명만을 위해 일합니다.',
			'Apple 프로그램 이름 780개 정도를 살펴보았습니다. 그중 426개가 d로 끝나는데, 57%가 데몬이고 39%가 에이전트입니다. 거꾸로 보면 데몬의 26%는 d로 끝나지 않습니다. mds, cron, mDNSResponder, WindowServer가 그렇습니다.',
			'게다가 d는 흔한 글자입니다. sed와 Discord도 d로 끝나고, 커널 스레드인 kauditd도 d로 끝납니다.',
		],
		example: ({inD, daemonsInD, agentsInD, othersInD, daemons, plainDaemons}) =>
			`여기에는 d로 끝나는 이름이 ${inD}개 있습니다. 데몬이 ${daemonsInD}개, 에이전트가 ${agentsInD}개, 그 밖의 것이 ${othersInD}개입니다. 데몬 ${daemons}개 가운데 ${plainDaemons}개는 d로 끝나지 않습니다.`,
		surprise: 'd만 믿으면 양쪽으로 틀립니다.',
		question: {
			ask: 'secd, sharingd, usernoted는 내 계정으로 gui/501에서 돕니다. 무엇입니까?',
			choices: ['데몬입니다. 이름이 d로 끝납니다', '에이전트입니다', '커널 스레드입니다'],
			because: '한 사용자의 로그인 도메인에서 그 사용자를 위해 일합니다. 이름은 뒤에서 일한다는 것만 알려 줍니다.',
		},
		commands: lessonCommands['letter-d'],
	},
	'window-elsewhere': {
		title: '창은 다른 프로세스의 것',
		idea: '데몬에는 창이 없습니다. 데몬이 하는 일은 다른 프로세스가 보여 줍니다.',
		paragraphs: [
			'Spotlight에는 검색창이 있는데 어떻게 데몬입니까? 사실 Spotlight는 데몬이 아닙니다. 검색창은 창이 있는 에이전트인 Spotlight가 띄웁니다. 그 뒤의 색인은 눈에 보이지 않는 데몬 mds가 만듭니다.',
			'일부러 나누어 놓은 것입니다. 데몬은 권한이 크고 모든 사용자를 위해 일합니다. 창은 사용자의 권한으로 사용자의 세션에서 돕니다. 둘은 메시지를 주고받습니다. macOS에서는 XPC, Linux에서는 D-Bus나 소켓을 씁니다.',
			'알고 나면 어디서나 보입니다. Wi-Fi 메뉴와 airportd 또는 NetworkManager, Time Machine 메뉴와 backupd, docker 명령과 dockerd가 모두 그렇습니다.',
		],
		example: ({window, worker, users}) =>
			`보여 주는 것은 ${named(window)}, 일하는 것은 ${named(worker)}입니다. ${users === 1 ? '프로세스가 둘입니다.' : '프로세스가 둘이고, 자세히 보면 계정도 다릅니다.'}`,
		surprise: '창을 닫아도 일은 계속됩니다. 데몬을 멈추면 창에 보여 줄 것이 없어집니다.',
		question: {
			ask: 'Time Machine이 복사하는 동안 설정 창을 닫았습니다. 백업은 어떻게 됩니까?',
			choices: ['바로 멈춥니다', '창을 다시 열 때까지 기다립니다', '계속됩니다. backupd가 하는 일입니다'],
			because: '설정 창은 backupd가 알려 주는 것을 보여 줄 뿐입니다. 데몬에는 창이 필요 없고 로그인도 필요 없습니다.',
		},
		commands: lessonCommands['window-elsewhere'],
	},
	accounts: {
		title: '아무도 로그인하지 않는 계정',
		idea: '많은 데몬은 전용 계정으로 돕니다. 하나가 뚫려도 피해가 작게 끝나게 하려는 것입니다.',
		paragraphs: [
			'root는 무엇이든 할 수 있습니다. root로 도는 데몬이 뚫리면 침입자도 무엇이든 할 수 있습니다. 그래서 서비스 하나만을 위한 계정이 있습니다. macOS의 _mdnsresponder와 _coreaudiod, Linux의 avahi와 www-data가 그 예입니다.',
			'이런 계정에는 암호도 셸도 없어서 아무도 로그인하지 않습니다. macOS에서는 이름이 밑줄로 시작합니다. 계정 번호는 macOS에서 500보다 작고, 대부분의 Linux에서 1000보다 작습니다. systemd는 서비스가 도는 동안에만 있는 계정도 만들어 줍니다(DynamicUser=).',
			'포트를 열거나 키를 읽으려고 root로 시작했다가 권한을 내려놓는 서비스도 있습니다. nginx의 첫 프로세스는 흔히 root의 것이지만 작업자는 그래서는 안 됩니다.',
		],
		example: ({daemons, root, own, accounts}) =>
			`데몬 프로세스 ${daemons}개 가운데 ${root}개는 root로, ${own}개는 사람이 쓰지 않는 계정 ${accounts}개로 돌고 있습니다.`,
		surprise: '데몬이라고 모두 root는 아닙니다.',
		question: {
			ask: '어떤 프로세스가 _locationd 계정으로 돕니다. 무엇을 알 수 있습니까?',
			choices: ['그런 이름의 사람이 로그인해 있습니다', '권한이 적은 서비스입니다', '이름이 수상한 악성 코드입니다'],
			because: 'Apple이 서비스 하나를 위해 만든 계정입니다. 그 서비스의 파일 말고는 손댈 수 있는 것이 거의 없습니다.',
		},
		commands: lessonCommands.accounts,
	},
	'config-file': {
		title: '설정 파일 읽기',
		idea: '작은 파일 하나에 언제, 어떤 계정으로 시작하고 끝나면 다시 시작하는지가 적혀 있습니다.',
		paragraphs: [
			'macOS에서는 속성 목록(plist)입니다. Apple의 것은 /System/Library/LaunchDaemons와 LaunchAgents에, 설치한 프로그램의 것은 /Library에, 내 것은 ~/Library/LaunchAgents에 있습니다. ~/Library/LaunchDaemons는 없습니다. 부팅할 때는 아직 사용자가 없기 때문입니다.',
			'Linux에서는 유닛 파일입니다. 패키지는 /usr/lib/systemd/system에 넣고, 직접 쓰는 것은 /etc/systemd/system에 둡니다. ssh.service.d 같은 디렉터리의 드롭인으로는 몇 줄만 바꿀 수 있습니다.',
			'세 가지를 찾아보세요. 무엇을 시작하는지는 ProgramArguments, ExecStart=에 있습니다. 언제 시작하는지는 RunAtLoad, MachServices, Sockets와 WantedBy=, 타이머, 소켓이 정합니다. 다시 시작하는지는 KeepAlive, Restart=가 정합니다. 설정 패널에서 한 줄씩 풀이해 줍니다.',
		],
		example: ({name, services, running}) =>
			`여기에는 설정 파일이 있는 서비스가 ${services}개 있고, 그중 ${running}개가 지금 돌고 있습니다. ${named(name)}부터 읽어 보면 좋습니다.`,
		surprise: '설치되어 있다고 모두 도는 것은 아닙니다. 많은 서비스는 누군가 찾을 때까지 기다립니다.',
		question: {
			ask: '속성 목록에 MachServices는 있지만 RunAtLoad도 KeepAlive도 없습니다. 이 작업은 언제 시작합니까?',
			choices: ['어떤 프로그램이 처음 메시지를 보낼 때', '부팅할 때', '시작하지 않습니다'],
			because: 'launchd가 그 이름을 맡아 두었다가 첫 메시지가 오면 작업을 시작합니다. 요청할 때 실행된다는 것이 바로 이것입니다.',
		},
		commands: lessonCommands['config-file'],
	},
	signals: {
		title: '시그널: TERM, HUP, KILL',
		idea: '시그널은 문을 두드리는 것과 같습니다. 마쳐 달라, 다시 읽어 달라, 아니면 이제 끝이라는 뜻입니다.',
		paragraphs: [
			'SIGTERM(15)은 정리하고 끝내 달라는 부탁입니다. 잘 만든 데몬은 하던 일을 마치고 파일을 닫은 다음 끝납니다. launchd와 systemd는 서비스를 멈출 때 이 시그널부터 보내고 잠시 기다려 줍니다.',
			'SIGHUP(1)은 원래 전화 모뎀이 끊겼다는 뜻이었습니다. 데몬에는 끊길 회선이 없으므로 많은 데몬이 ‘설정을 다시 읽으라’는 뜻으로 씁니다. Mac에서는 “sudo killall -HUP mDNSResponder”로 이름 캐시를 비웁니다.',
			'SIGKILL(9)은 막을 수 없습니다. 커널이 프로세스를 바로 없애고 아무것도 저장되지 않으므로 마지막 수단입니다. 그래도 서비스는 멈추지 않습니다. KeepAlive나 Restart=always가 있으면 몇 초 안에 새 프로세스가 뜹니다. 멈추려면 서비스 관리자에게 말해야 합니다. launchctl bootout, systemctl stop이 그 명령입니다.',
		],
		example: ({services, term, both, kept}) =>
			services === null
				? `이 시스템은 누가 시그널을 처리하는지 보여 주지 않습니다. 대신 누가 되살아나는지는 알 수 있습니다. 서비스 ${kept}개는 어떻게 끝나든 다시 시작되지만 앱은 그렇지 않습니다.`
				: `서비스 ${services}개 가운데 ${term}개가 SIGTERM을 직접 처리하고, 그중 ${both}개는 SIGHUP도 처리합니다.`,
		surprise: '강제 종료해도 사라지지 않을 수 있습니다. 서비스 관리자가 새로 시작하기 때문입니다.',
		question: {
			ask: 'KeepAlive나 Restart=always가 있는 서비스에 SIGKILL을 보냈습니다. 어떻게 됩니까?',
			choices: ['다음 부팅 때까지 시작하지 않습니다', '하던 일을 마치고 끝납니다', '바로 끝나고, 곧 새 프로세스가 다른 PID로 시작합니다'],
			because:
				'SIGKILL을 받으면 아무것도 마칠 수 없습니다. 그리고 관리자는 서비스를 계속 실행하라는 지시를 받았습니다. 완전히 멈추게 할 수 있는 것은 관리자뿐입니다.',
		},
		commands: lessonCommands.signals,
	},
	'errors-and-logs': {
		title: '실패했을 때: 종료 코드와 로그',
		idea: '데몬에는 화면이 없습니다. 숫자 하나와 로그 한 줄을 남깁니다.',
		paragraphs: [
			'끝난 프로그램은 종료 코드를 남깁니다. 0이면 문제가 없고, 다른 값이면 문제가 있었다는 뜻이며 자세한 뜻은 설명서에 있습니다. 시그널로 끝나면 시그널 번호가 남습니다. 9는 강제 종료, 11은 자기 것이 아닌 메모리를 건드린 것, 15는 끝내 달라는 부탁을 받은 것입니다.',
			'서비스 관리자는 마지막 값을 기억합니다. “launchctl list”의 두 번째 열에 있고, 시그널에는 빼기 기호가 붙습니다. “systemctl status”는 마지막 로그 몇 줄 위에 보여 줍니다.',
			'systemd는 서비스의 출력을 저널에 넣습니다. launchd는 속성 목록에 파일(StandardOutPath, StandardErrorPath)이 적혀 있지 않으면 /dev/null로 보냅니다. 그래서 macOS 프로그램은 통합 로그에 기록하며, “log show”나 콘솔 앱으로 읽습니다.',
		],
		example: ({name, again, failed}) =>
			failed === 1
				? `지난번에 문제가 생겨 끝난 서비스가 하나 있고 지금은 다시 돌고 있습니다. ${named(name)}입니다.`
				: `지난번에 문제가 생겨 끝난 서비스가 ${failed}개 있고, 그중 ${again === failed ? '전부가' : `${again}개가`} 다시 돌고 있습니다. 가장 최근에 시작한 것은 ${named(name)}입니다.`,
		surprise: '10초마다 비정상 종료하고 다시 시작해도 돌고는 있으므로 얼핏 보면 멀쩡합니다. 시작한 때와 지난 종료를 보면 드러납니다.',
		question: {
			ask: 'launchctl list에서 어떤 레이블 옆에 -9가 있습니다. 무슨 일이 있었습니까?',
			choices: ['작업이 종료 코드 9로 끝났습니다', 'SIGKILL을 받아 끝났습니다', '나이스 값 -9로 돌고 있습니다'],
			because: '빼기 기호는 시그널이라는 뜻이고 9는 SIGKILL입니다. 누군가 강제 종료했거나, 시스템이 메모리를 되찾으려고 끝냈습니다.',
		},
		commands: lessonCommands['errors-and-logs'],
	},
	servers: {
		title: '서버, PM2, 컨테이너',
		idea: '서버를 데몬으로 만드는 것은 하는 일이 아니라 돌보는 쪽입니다.',
		paragraphs: [
			'터미널에서 “node server.js”를 실행하면 데몬처럼 포트에서 수신 대기합니다. 하지만 터미널을 닫으면 끝나므로 대화형 프로그램입니다. nohup과 &로 시작하면 계속 살아 있지만 아무도 돌보지 않으므로 백그라운드 프로세스입니다.',
			'PM2나 supervisord가 돌보면 관리되는 작업입니다. 끝나면 다시 시작해 줍니다. PM2의 “God Daemon”은 스스로 뒤로 물러난 프로세스이고, “pm2 startup”으로 등록하기 전에는 어떤 서비스 관리자도 알지 못합니다.',
			'유닛이나 속성 목록이 있으면 비로소 데몬이나 에이전트가 됩니다. 컨테이너 안에서는 컨테이너 엔진이 돌보므로 다시 관리되는 작업입니다. 그 엔진이 Linux에서는 dockerd라는 데몬이고, Mac에서는 Docker 앱에 딸린 가상 머신 안에서 돕니다.',
		],
		example: ({program, same, sameKinds, servers, kinds}) =>
			Number(sameKinds) > 1
				? `${withParticle(named(program), '이')} ${same}개 돌고 있고 종류는 ${sameKinds}가지입니다. 프로그램은 같지만 돌보는 쪽이 다릅니다.`
				: `서버 프로세스가 ${servers}개 돌고 있고 종류는 ${kinds}가지입니다. 각각 누가 돌보는지 보세요.`,
		surprise: '같은 node가 네 가지 종류의 프로세스가 될 수 있습니다.',
		question: {
			ask: 'ssh로 접속해 “nohup node server.js &”를 실행하고 로그아웃했습니다. 그 뒤 컴퓨터를 재부팅하면 무엇이 돌고 있습니까?',
			choices: [
				'아무것도 없습니다. 시작하라는 지시를 받은 쪽이 없습니다',
				'서버입니다. nohup이 데몬으로 만들었습니다',
				'다른 포트에서 도는 서버입니다',
			],
			because: 'nohup은 SIGHUP만 막아 줍니다. 부팅한 뒤에도 있으려면 서비스 관리자가 알고 있어야 합니다.',
		},
		commands: lessonCommands.servers,
	},
	'make-your-own': {
		title: '직접 만들기',
		idea: '짧은 파일 하나가 스크립트를 서비스로 만듭니다. 읽고 고쳐 볼 세 가지를 준비했습니다.',
		paragraphs: [
			'손으로 실행했을 때 잘 되는 스크립트에서 시작하세요. 스스로 뒤로 물러나면 안 됩니다. 서비스 관리자가 시작과 끝을 볼 수 있어야 합니다. 표준 출력에 쓰고, SIGTERM을 받으면 끝나고, 모두 잘되었을 때만 0으로 끝나게 하세요.',
			'쓰임새는 세 가지입니다. 로그를 지켜보다가 알리기, 밤에 백업하기, 몇 분마다 API가 응답하는지 확인하기입니다. 아래 파일은 사용자 한 명을 위한 것이므로 에이전트가 되고 root 권한이 필요 없습니다. Linux에서 로그아웃한 동안에도 돌게 하려면 “loginctl enable-linger”를 쓰세요.',
			'daemon-top은 보여 주기만 합니다. 컴퓨터 전체를 위한 것이라면 경로를 고쳐 /etc/systemd/system이나 /Library/LaunchDaemons에 root 소유로 두면 되고, 그러면 데몬이 됩니다.',
		],
		example: () => '',
		surprise: '스크립트는 데몬이 무엇인지 모릅니다. 옆에 있는 파일이 서비스로 만듭니다.',
		question: {
			ask: 'launchd가 시작한 스크립트가 “my-server &”를 실행하고 끝납니다. 어떻게 됩니까?',
			choices: ['launchd가 my-server를 돌봅니다', 'launchd가 파일을 거부합니다', 'launchd는 작업이 끝났다고 봅니다'],
			because:
				'launchd는 자기가 시작한 프로세스를 지켜봅니다. 스크립트가 끝나면 작업도 끝난 것이고, 남겨 둔 프로세스도 함께 끝냅니다. 서버는 exec로 포그라운드에서 실행하세요.',
		},
		commands: lessonCommands['make-your-own'],
		listing: lessonListings({
			logMonitor: '로그를 지켜보다가 알립니다',
			backup: '문서를 백업합니다',
			apiCheck: 'API가 응답하는지 확인합니다',
			comesBack: '실패했을 때만 다시 시작합니다',
			catchesUp: '그 시각에 컴퓨터가 꺼져 있었다면 다음에 켰을 때 실행합니다',
			stepsBack: '다른 프로그램에 양보합니다',
			everyNight: '매일 새벽 2시 30분에 시작합니다',
			everyFiveMinutes: '5분마다 실행합니다',
			wholePaths: 'launchd는 ~를 모르므로 전체 경로를 씁니다',
		}),
	},
};

/** Words around the lessons, in Korean. */
export const lessonUi: Widened<typeof EnglishUi> = {
	lessons: '강의',
	example: '이 컴퓨터에서',
	borrowed: '내장 Mac에서',
	borrowedWhy: '이 컴퓨터에는 보여 줄 예가 없습니다.',
	question: '문제',
	answerHint: count => `1부터 ${count}까지의 숫자 키로 답하세요.`,
	right: '맞았습니다.',
	wrong: number => `아쉽습니다. 정답은 ${number}번입니다.`,
	tryIt: '직접 확인하기',
	onSystem: system => system,
	files: '파일',
	filesNote: '보여 주기만 하고 설치하지 않음',
	head: {input: '입력', signals: '처리', restart: '재시작', file: '파일', exit: '지난 종료', keeper: '돌보는 쪽'},
	noTerminal: '없음',
	comesBack: {no: '안 함', always: '항상', conditions: '조건부', nobody: '안 함', unknown: '?'},
	exitCode: code => `코드 ${code}`,
	exitSignal: name => name,
	input: {
		null: '/dev/null',
		terminal: '터미널',
		file: '파일',
		pipe: '파이프',
		socket: '소켓',
		closed: '닫힘',
		other: '장치',
	},
	nobody: '없음',
	noSignals: '없음',
};
