/** What the program promises to whoever runs it, and the tests that hold it, each by its file and its title. */
export type SafetyPromise = {en: string; ko: string; tests: readonly (readonly [file: string, title: string])[]};

export const promises: readonly SafetyPromise[] = [
	{
		en: '**It only looks.** It runs programs that read (`ps`, `lsof`, `systemctl show`, `launchctl print` …), with arguments that read. It signals only itself and what it started. What would stop or change a service is printed for you to run.',
		ko: '**보기만 합니다.** 읽는 프로그램(`ps`, `lsof`, `systemctl show`, `launchctl print` 등)만 읽는 인수로 실행하고, 시그널은 자신과 자신이 시작한 프로세스에만 보냅니다. 서비스를 중지하거나 바꾸는 명령은 보여 주기만 합니다.',
		tests: [
			['test/promises.test.ts', 'runs programs that read, and none of them with a word that changes something'],
			['test/promises.test.ts', 'signals nobody but itself and what it started'],
			['test/ask/question.test.ts', 'only reads'],
			['test/laws.test.ts', 'no key kills'],
		],
	},
	{
		en: '**It writes the score of the quiz and the recordings you ask for**, both for their owner alone (0600), neither over another file nor through a link.',
		ko: '**쓰는 파일은 퀴즈 점수와 직접 시킨 기록뿐입니다.** 둘 다 소유자만 읽을 수 있고(0600), 다른 파일을 덮어쓰거나 링크를 따라가 쓰지 않습니다.',
		tests: [
			['test/promises.test.ts', 'writes the score and recordings, and nothing else'],
			['test/promises.test.ts', 'asks nobody over a network and leaves no file while it is explored'],
			['test/run/recording-file.test.ts', 'is never written over another file'],
			['test/run/score-file.test.ts', 'is not written through a link, nor in a folder that is one'],
		],
	},
	{
		en: '**It talks over no network.** There is no update check and no telemetry, and addresses are not looked up. (`getent` asks where your system keeps its accounts.)',
		ko: '**네트워크로 통신하지 않습니다.** 업데이트 확인도 사용 통계 전송도 없고 주소를 조회하지도 않습니다. (`getent`는 시스템이 계정을 두는 곳에 묻습니다.)',
		tests: [
			['test/promises.test.ts', 'has no means to talk over a network'],
			['test/promises.test.ts', 'asks nobody over a network and leaves no file, whatever is asked of it'],
		],
	},
	{
		en: '**No shell sees anything that was read.** Programs are started with a list of arguments, without a terminal to read from. What `$` and `y` give you to paste is quoted.',
		ko: '**읽은 내용은 셸로 넘기지 않습니다.** 프로그램은 인수 목록으로 시작하며 터미널을 읽지 못하게 합니다. `$`와 `y`로 가져가는 명령은 따옴표로 감쌉니다.',
		tests: [
			['test/run/local-command.test.ts', 'takes its arguments as they are, without a shell'],
			['test/run/local-command.test.ts', 'reads nothing from the terminal'],
			['test/promises.test.ts', 'gives a shell nothing but a script that never changes'],
			['test/ask/question.test.ts', 'means the same to a shell as the arguments %j'],
		],
	},
	{
		en: '**No program comes from the current folder**, and root runs none from a folder into which others may write; nor does root take a configuration that others may change.',
		ko: '**현재 폴더의 프로그램은 실행하지 않습니다.** root일 때는 남이 쓸 수 있는 폴더의 프로그램도, 남이 고칠 수 있는 설정 파일도 쓰지 않습니다.',
		tests: [
			['test/terminal/crowds.test.ts', 'runs no program from the current folder or a folder that others may write to'],
			['test/run/trusted-path.test.ts', 'is not run by root: not by its name, not by its path, not through a link'],
			['test/run/pager.test.ts', '%s is passed over, as an editor is'],
			['test/run/config-file.test.ts', 'that others may write (%o) is not for root'],
		],
	},
	{
		en: '**Nothing that a process or file controls steers your terminal.** Control, bidirectional and invisible characters become visible escapes, on the screen, in text, CSV and JSON.',
		ko: '**프로세스나 파일이 쓴 글이 터미널을 조종하지 못합니다.** 제어 문자, 양방향 문자, 보이지 않는 문자는 화면과 글, CSV, JSON 모두에서 눈에 보이는 이스케이프가 됩니다.',
		tests: [
			['test/terminal/hostile.test.ts', 'no sequence reaches a terminal of %i x %i, and no row is too wide'],
			['test/terminal/hostile.test.ts', 'no sequence is in the answer of %j'],
			[
				'test/parse/printable.test.ts',
				'lets no character through that Unicode calls a control, a separator of lines or a bidirectional control',
			],
			['test/parse/fuzz.test.ts', 'leaves no exported parser out'],
		],
	},
	{
		en: '**Everything read has a limit** of time, size and depth, and reading takes a time that grows with the length and no faster. A tool that hangs is ended with its children, and the keys go on.',
		ko: '**읽는 것마다 시간, 크기, 깊이의 한도가 있습니다.** 처리 시간은 길이에 비례할 뿐입니다. 멈춘 도구는 자식까지 끝내고, 그동안에도 키는 듣습니다.',
		tests: [
			['test/run/local-command.test.ts', 'that %s is over at its deadline, and so is its child'],
			['test/run/local-command.test.ts', 'that prints more than it may is stopped'],
			['test/parse/mac-plist.test.ts', 'has limits'],
			['test/parse/hostile.test.ts', '%s takes a time that grows with the length and no faster'],
			['test/terminal/hostile-panes.test.ts', 'of a property list that is a %s says so, and the screen stays alive'],
		],
	},
	{
		en: '**The terminal is as it was** after quitting, signals and crashes.',
		ko: '**터미널은 원래대로 돌아옵니다.** 종료, 시그널, 비정상 종료 뒤에도 그렇습니다.',
		tests: [
			['test/terminal/death.test.ts', 'after the explorer no mode of the terminal is left on, however it ended:'],
			['test/terminal/ending.test.ts', 'is as it was before, when %s ends it with exit code %i'],
			['test/terminal/mouse.test.ts', 'is the terminal’s again, when the program crashes'],
		],
	},
	{
		en: '**Clipboard and mouse are yours.** Text reaches the clipboard only with `--copy` (or `copy` in the configuration) and a key; `--no-mouse` leaves the mouse to the terminal.',
		ko: '**클립보드와 마우스는 사용자의 것입니다.** `--copy`(또는 설정의 `copy`)를 켜고 키를 눌러야 클립보드에 넘기고, `--no-mouse`를 쓰면 마우스는 터미널에 맡깁니다.',
		tests: [
			['test/terminal/panes.test.ts', 'list their commands, and hand one to the clipboard only where that was allowed'],
			['test/terminal/mouse.test.ts', 'stays the terminal’s with --no-mouse'],
		],
	},
	{
		en: '**Secrets are covered** in configurations and arguments until you ask (`v`), and covered again for the next process. What is no secret by its name or form is not recognised.',
		ko: '**비밀 값은 가립니다.** 설정과 인수에서 `v`를 눌러야 보이고, 다음 프로세스로 가면 다시 가립니다. 이름이나 모양에서 비밀로 보이지 않는 것은 알아보지 못합니다.',
		tests: [
			['test/view/panes.test.ts', 'covers what looks like a secret until somebody asks'],
			['test/store/inspector.test.ts', 'secrets that were shown are covered again for the next process'],
			['test/explain/property-list-secrets.test.ts', 'a secret is covered, and nothing else'],
		],
	},
	{
		en: '**Recordings hold no value of an environment variable**, wherever it was read, except what a service manager or supervisor gave. `--redact` also replaces people, homes, the host and addresses in every part of an answer, and what looks like a secret.',
		ko: '**기록에는 어디에서 읽었든 환경 변수의 값이 들어가지 않습니다.** 서비스 관리자나 감독 프로세스가 준 값만 남습니다. `--redact`는 사람, 홈, 호스트의 이름과 주소를 답의 모든 부분에서 바꾸고 비밀로 보이는 값도 가립니다.',
		tests: [
			['test/run/redact.test.ts', 'never holds the value of an environment variable, but how a process was started'],
			['test/run/recorded-secrets.test.ts', 'never holds the value of a variable: %s'],
			['test/run/recorded-secrets.test.ts', 'that is redacted never holds a secret: %s'],
			['test/demo/recording.test.ts', 'a redacted one too, and it names nobody'],
			['test/run/redact-parts.test.ts', 'reaches every part of an answer'],
		],
	},
	{
		en: '**At most two packages are installed with it.** All others are in the bundle, with name, version and licence in `dist/third-party-licences.txt`.',
		ko: '**함께 설치되는 패키지는 많아야 두 개입니다.** 나머지는 번들 안에 있으며 이름, 버전, 라이선스는 `dist/third-party-licences.txt`에 있습니다.',
		tests: [['test/promises.test.ts', 'no more than two packages are installed with the program']],
	},
];
