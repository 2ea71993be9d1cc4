/** Words that stay in Latin letters, and why. `where`: only in texts whose place begins like this. Words of several words stand in `phrases`. */
export type LatinWords = {why: string; words?: string; phrases?: readonly string[]; where?: RegExp};

export const latinWords: readonly LatinWords[] = [
	{
		why: 'names of systems, makers and products are the same in every language',
		words: `Adobe Apple Bonjour Biome Discord Dock Docker Dropbox Electron Flatpak Google Gradle Intel Kubernetes Linux Mac Maccy Microsoft
			Node Podman Rectangle SELinux Siri Spotlight Unix Windows Finder`,
		phrases: [
			...['iCloud Drive', 'Time Machine', 'App Store', 'Apple Intelligence', 'Core Foundation', 'Mac Buddy', 'KDE Plasma', 'Power Nap'],
			...['God Daemon', 'System V'],
		],
	},
	{
		why: 'names of protocols and of mechanisms of the kernel',
		words: 'D-Bus IPsec Mach UDP-Lite chroot',
	},
	{
		why: 'programs are called by the name that is typed and that the list shows',
		words: `airportd avahi backupd baloo bird brew cfprefsd containerd coredumpctl cron crond daemon-top dmesg docker dockerd gdm grep gunicorn
			gvfsd httpd inetd init journalctl kauditd kill killall kswapd kthreadd kubectl kworker launchctl launchd less login loginctl
			locate loginwindow lsof mds my-server named nginx node nohup ntpd ping plutil postgres rsyslog runit screen secd sed sharingd ssh sshd sudo
			supervisord syslog systemctl systemd systemd-logind systemd-oomd tinysparql tmux usernoted xpc`,
	},
	{
		why: 'what is typed behind the name of a program',
		words: 'autostart bootout bootstrap disable enable exec fork linger unmask crontab',
	},
	{
		why: 'accounts and groups are called as the system writes them',
		words: 'admin nobody root wheel www-data uid',
	},
	{why: 'the person of an example', words: 'alex', where: /^learn\.lessons\.daemon-or-agent/},
	{
		why: 'values and states stay as the tool writes them',
		words: 'active always auto autorestart dark enabled failed false help light never none normal on-failure os-release simple system true',
	},
	{
		why: 'keys of configuration files that are one word',
		words: 'Adaptive Background Crashed Day Hour Minute Month Nice Sockets Weekday',
	},
	{why: 'keys of the keyboard, as they are printed there', words: 'Ctrl-C Enter Esc Tab'},
	{why: 'a language is offered in itself', words: 'English', where: /^ko\.(?:footerKey|keyHelp|accessible\.command)\.language/},
	{why: 'the words of a search are typed', words: 'cpu kind mem pid port tag user', where: /^ko\.(?:keyHelp\.search$|accessible\.)/},
	{why: 'commands of this program, typed', words: 'learn list record replay why', where: /^ko\.(?:error|usage|learn)\./},
	{
		why: 'parts of names, which these texts explain',
		words: `Agent Extension Helper Intents Server Service Widget agent ams assistant cloud daemon gsd gvfs ids nfs nsurl rpc shared systemd-
			worker xdg`,
		where: /^ko\.learn\.(?:pattern|family)\./,
	},
	{why: 'the story of the word', words: 'demon', where: /^learn\.lessons\.word\./},
	{why: 'the name that the program looks for', words: 'daemon', where: /^learn\.myths\.grep-daemon\./},
	{why: 'the first argument of a script', words: 'start stop', where: /^systemd\.Script\.case$/},
	{
		why: 'commands, packages, accounts and words of configuration files that are English words as well',
		words: `audit changes config exit extend home log mask open pass plist processes proxy public rpc sample stop supervisor who`,
		where: /^article /,
	},
	{
		why: 'facilities of syslog stay as they are written',
		words: 'auth authpriv daemon ftp kern lpr mail news user uucp',
		where: /^systemd\.Exec\.SyslogFacility$/,
	},
];

/** Names that only the dictionary and the encyclopedia have in small letters, beside those of programs that they describe themselves. */
export const dictionaryWords = `atop git libvirt logd networkd sar securityd snap spindump sysdiagnose taskgated trustd xrdp polkit`;

/** Places that say English words on purpose: the name that a term has in English. */
export const englishPlaces = /^learn\.glossaryUi\.originalName$/;

/** Programs behind whose name everything in Latin letters is typed, too. */
export const commandNames =
	`apt brew daemon-top defaults docker dpkg journalctl kill killall launchctl log loginctl node nohup plutil pm2 ps
	sudo systemctl tmutil`.split(/\s+/);

/** How words sound whose spelling does not tell: what a particle goes by is the last of these syllables. */
export const readings: Readonly<Record<string, string>> = {
	Datadog: '데이터독',
	EnablePressuredExit: '엑시트',
	GNOME: '그놈',
	HOME: '홈',
	IMAP: '아이맵',
	NAME: '네임',
	PAGER: '페이저',
	POSIXSpawnType: '타입',
	SOCK: '속',
	bootout: '아웃',
	eSpeak: '이스피크',
	edit: '에디트',
	exec: '이그제크',
	exit: '엑시트',
	logout: '로그아웃',
	pip: '피아이피',
	quit: '큇',
	timeout: '타임아웃',
	usr: '유에스알',
};

/** Texts that stand between key hints, or below a line of input, and are set apart by blanks. */
export const spacedPlaces = /[hH]int$|^ko\.error\.badQuery$/;

/** What may stand in a Korean text beside Hangul and ASCII. */
export const marks = '·×–−‘’“”•…←↑→↓⋮▪▸✓✗µ';

/** Other names of a term, under which it is found, are not how it is written. */
export const aliasPlaces = /\.aliases\.\d+$/;

/** Names of buttons, menus and features of macOS, which its maker spells in its own way. */
export const officialNames = ['스테이지 매니저', '데스크탑 및 Dock', '프로파일 ▸ 윈도우'];

/** Wrong spellings, and words for which another stands here, with that. */
export const rightSpellings: readonly (readonly [wrong: string, right: string])[] = [
	['디먼', '데몬'],
	['대몬', '데몬'],
	['악마', '데몬'],
	['매니저', '관리자'],
	['당신', '사용자'],
	['쓰레드', '스레드'],
	['디렉토리', '디렉터리'],
	['메세지', '메시지'],
	['어플', '앱'],
	['컨트롤그룹', '컨트롤 그룹'],
	['제어 그룹', '컨트롤 그룹'],
	['컨트롤 그룸', '컨트롤 그룹'],
	['파일디스크립터', '파일 디스크립터'],
	['파일 기술자', '파일 디스크립터'],
	['시그날', '시그널'],
	['종료 신호', '종료 시그널'],
	['콘테이너', '컨테이너'],
	['콘트롤', '컨트롤'],
	['캐쉬', '캐시'],
	['유니트', '유닛'],
	['라벨', '레이블'],
	['타임아웃', '시간 초과'],
	['우선 순위', '우선순위'],
	['부모프로세스', '부모 프로세스'],
	['자식프로세스', '자식 프로세스'],
	['고아프로세스', '고아 프로세스'],
	['환경변수', '환경 변수'],
	['표준입력', '표준 입력'],
	['표준출력', '표준 출력'],
	['표준 에러', '표준 오류'],
	['에러', '오류'],
	['크래시', '비정상 종료'],
	['백그라운드프로세스', '백그라운드 프로세스'],
	['시스템콜', '시스템 콜'],
	['시스템 호출', '시스템 콜'],
	['네임 스페이스', '네임스페이스'],
	['이름 공간', '네임스페이스'],
	['케이퍼빌러티', '케이퍼빌리티'],
	['데이타', '데이터'],
	['프로퍼티 리스트', '속성 목록'],
	['되어지', '되'],
	['할려면', '하려면'],
	['않됩', '안 됩'],
	['몇일', '며칠'],
	['윈도우', '창'],
	['로그 아웃', '로그아웃'],
	['로그 인', '로그인'],
	['재 시작', '재시작'],
	['셧다운', '시스템 종료'],
	['데스크탑', '데스크톱'],
	['리부팅', '재부팅'],
	['레슨', '강의'],
	['매뉴얼', '설명서'],
	['인자', '인수'],
	['비밀번호', '암호'],
	['패스워드', '암호'],
	['휴대폰', '휴대전화'],
	['컨텐츠', '콘텐츠'],
	['로케일', '로캘'],
	['프록씨', '프록시'],
	['리눅스', 'Linux'],
	['링거', 'linger'],
	['맥OS', 'macOS'],
	['도커', 'Docker'],
	['유저', '사용자'],
	['스케쥴', '일정'],
	['액티브', 'active'],
	['쉘', '셸'],
	['소켙', '소켓'],
];
