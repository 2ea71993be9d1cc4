/** `yes`: read. `no`: the system refuses. `some`: in part, as the remark says. */
export type Mark = 'yes' | 'no' | 'some';

type Remark = {en: string; ko: string};

/** What can be read of a process, on which system, by whom. `null`: the system does not tell it, or is not asked. */
export type FieldAccess = {
	en: string;
	ko: string;
	/** Root; a user of own processes; of others'; of others' where `/proc` is mounted with `hidepid`. */
	linux: readonly [root: Mark, own: Mark, others: Mark, hidden: Mark] | null;
	mac: readonly [root: Mark, own: Mark, others: Mark] | null;
	remarks: {linux?: Remark; mac?: Remark};
};

const open = ['yes', 'yes', 'yes', 'no'] as const;
const owners = ['yes', 'yes', 'no', 'no'] as const;
const openOnMac = ['yes', 'yes', 'yes'] as const;

/**
Rows of the tables "field × system × privilege". What a user of Linux may read of others follows the ptrace access check.

@source proc(5), ptrace(2) "Ptrace access mode checking", lsof(8), journalctl(1), log(1)
*/
export const fieldAccess: readonly FieldAccess[] = [
	{
		en: 'pid, parent, name, account, terminal, state, nice value, CPU, memory, start',
		ko: 'PID, 부모, 이름, 계정, 터미널, 상태, 나이스 값, CPU, 메모리, 시작 시각',
		linux: open,
		mac: openOnMac,
		remarks: {},
	},
	{en: 'command line', ko: '명령줄', linux: open, mac: openOnMac, remarks: {}},
	{en: 'threads, session, signals it handles', ko: '스레드 수, 세션, 처리하는 시그널', linux: open, mac: null, remarks: {}},
	{en: 'unit, container (control group)', ko: '유닛, 컨테이너(컨트롤 그룹)', linux: open, mac: null, remarks: {}},
	{en: 'path of the program', ko: '프로그램 경로', linux: owners, mac: openOnMac, remarks: {}},
	{
		en: 'working directory, standard streams, libraries of the display',
		ko: '작업 디렉터리, 표준 입출력, 화면 라이브러리',
		linux: owners,
		mac: null,
		remarks: {},
	},
	{
		en: 'how it was started (environment)',
		ko: '시작 방법(환경 변수)',
		linux: owners,
		mac: null,
		remarks: {linux: {en: 'marks of ssh, tmux, a display …; no values are kept', ko: 'ssh, tmux, 화면 등의 흔적만 보고 값은 남기지 않음'}},
	},
	{
		en: 'launchd label and domain',
		ko: 'launchd 레이블과 도메인',
		linux: null,
		mac: ['some', 'yes', 'some'],
		remarks: {
			mac: {
				en: 'jobs of the system, and of the login it is called from (with `sudo`, too)',
				ko: '시스템의 작업과, 명령을 실행한 로그인의 작업(`sudo`를 써도 같음)',
			},
		},
	},
	{
		en: 'app or not (LaunchServices)',
		ko: '앱 여부(LaunchServices)',
		linux: null,
		mac: ['some', 'yes', 'some'],
		remarks: {mac: {en: 'apps of the login it is called from', ko: '명령을 실행한 로그인의 앱'}},
	},
	{
		en: 'its service: restarts, last exit, triggers',
		ko: '서비스: 재시작, 지난 종료, 시작 계기',
		linux: ['yes', 'yes', 'some', 'no'],
		mac: ['some', 'yes', 'some'],
		remarks: {
			linux: {en: "of services of the system, not of other users'", ko: '시스템 서비스만, 다른 사용자의 서비스는 제외'},
			mac: {en: 'as the label', ko: '레이블과 같음'},
		},
	},
	{
		en: 'its unit file or property list',
		ko: '유닛 파일이나 속성 목록',
		linux: ['yes', 'yes', 'some', 'no'],
		mac: ['yes', 'yes', 'some'],
		remarks: {
			linux: {
				en: 'where the file may be read, as nearly all of the system',
				ko: '읽기 권한이 있을 때. 시스템 파일은 거의 모두 읽을 수 있음',
			},
			mac: {en: "of the system and of all users, not in others' homes", ko: '시스템과 모든 사용자용 파일. 남의 홈에 있는 것은 제외'},
		},
	},
	{en: 'ports it listens on, connections', ko: '수신 대기 포트, 연결', linux: owners, mac: ['yes', 'yes', 'no'], remarks: {}},
	{
		en: 'which account has a port',
		ko: '포트를 가진 계정',
		linux: ['yes', 'yes', 'yes', 'yes'],
		mac: ['yes', 'yes', 'no'],
		remarks: {linux: {en: 'also where the process cannot be seen', ko: '프로세스가 보이지 않아도 나옴'}},
	},
	{
		en: 'log',
		ko: '로그',
		linux: ['yes', 'yes', 'some', 'no'],
		mac: ['yes', 'some', 'some'],
		remarks: {
			linux: {
				en: 'for the groups `systemd-journal` and `adm`; the pane says so',
				ko: '`systemd-journal`, `adm` 그룹이면 읽음. 패널이 알려 줌',
			},
			mac: {en: 'the unified log for administrators; the pane says so', ko: '통합 로그는 관리자만. 패널이 알려 줌'},
		},
	},
];
