import {someOf} from './systemd-words.js';

/** @source capabilities(7) */
const capabilities: Readonly<Record<string, string>> = {
	CAP_AUDIT_CONTROL: '감사 설정',
	CAP_AUDIT_READ: '감사 로그 읽기',
	CAP_AUDIT_WRITE: '감사 로그 쓰기',
	CAP_BLOCK_SUSPEND: '컴퓨터의 잠자기 막기',
	CAP_BPF: '커널에 프로그램 적재',
	CAP_CHECKPOINT_RESTORE: '프로세스 저장과 복원',
	CAP_CHOWN: '파일 소유자 바꾸기',
	CAP_DAC_OVERRIDE: '모든 파일 사용',
	CAP_DAC_READ_SEARCH: '모든 파일 읽기',
	CAP_FOWNER: '모든 파일에 소유자로서 작업',
	CAP_FSETID: '실행 계정을 바꾸는 파일 비트 유지',
	CAP_IPC_LOCK: '메모리가 스왑되지 않게 하기',
	CAP_IPC_OWNER: '다른 계정의 공유 메모리 사용',
	CAP_KILL: '모든 프로세스에 시그널 보내기',
	CAP_LEASE: '파일이 쓰일 때 알림 받기',
	CAP_LINUX_IMMUTABLE: '파일을 바꿀 수 없게 하기',
	CAP_MAC_ADMIN: '보안 규칙 바꾸기',
	CAP_MAC_OVERRIDE: '보안 규칙 우회',
	CAP_MKNOD: '장치 파일 만들기',
	CAP_NET_ADMIN: '네트워크 설정',
	CAP_NET_BIND_SERVICE: '1024번 미만 포트에서 수신 대기',
	CAP_NET_BROADCAST: '브로드캐스트',
	CAP_NET_RAW: '가공하지 않은 패킷 보내기',
	CAP_PERFMON: '성능 측정',
	CAP_SETFCAP: '프로그램에 권한 주기',
	CAP_SETGID: '다른 그룹으로 바꾸기',
	CAP_SETPCAP: '권한 넘기기',
	CAP_SETUID: '다른 계정으로 바꾸기',
	CAP_SYSLOG: '커널 로그 읽기',
	CAP_SYS_ADMIN: '관리 작업 대부분',
	CAP_SYS_BOOT: '컴퓨터 다시 시작',
	CAP_SYS_CHROOT: '루트 폴더 바꾸기',
	CAP_SYS_MODULE: '커널 모듈 적재',
	CAP_SYS_NICE: '우선순위 높이기',
	CAP_SYS_PACCT: '프로세스 사용 기록',
	CAP_SYS_PTRACE: '다른 프로세스 들여다보기',
	CAP_SYS_RAWIO: '하드웨어 직접 접근',
	CAP_SYS_RESOURCE: '자원 한도 넘기',
	CAP_SYS_TIME: '시계 맞추기',
	CAP_SYS_TTY_CONFIG: '터미널 설정',
	CAP_WAKE_ALARM: '컴퓨터 깨우기',
};

/** @source systemd.exec(5), "Currently predefined system call sets" */
const callSets: Readonly<Record<string, string>> = {
	'@aio': '비동기 읽기와 쓰기',
	'@basic-io': '기본 읽기와 쓰기',
	'@chown': '파일 소유자 바꾸기',
	'@clock': '시계 맞추기',
	'@cpu-emulation': '옛 CPU 흉내 내기',
	'@debug': '디버그',
	'@default': '모든 프로그램에 필요한 것',
	'@file-system': '파일과 폴더',
	'@io-event': '입력 기다리기',
	'@ipc': '프로세스 사이의 통신',
	'@keyring': '커널의 키링',
	'@known': 'systemd가 아는 모든 것',
	'@memlock': '메모리가 스왑되지 않게 하기',
	'@module': '커널 모듈',
	'@mount': '마운트',
	'@network-io': '네트워크',
	'@obsolete': '더는 쓰이지 않는 것',
	'@pkey': '메모리 보호',
	'@privileged': 'root만 할 수 있는 것',
	'@process': '프로세스 시작과 종료',
	'@raw-io': '하드웨어 직접 접근',
	'@reboot': '컴퓨터 다시 시작',
	'@resources': '한도와 우선순위 바꾸기',
	'@sandbox': '스스로를 샌드박스에 가두기',
	'@setuid': '계정 바꾸기',
	'@signal': '시그널',
	'@swap': '스왑 공간',
	'@sync': '데이터를 디스크에 확실히 쓰기',
	'@system-service': '일반 서비스에 필요한 것',
	'@timer': '타이머',
};

const families: Readonly<Record<string, string>> = {
	AF_UNIX: '로컬',
	AF_LOCAL: '로컬',
	AF_INET: 'IPv4',
	AF_INET6: 'IPv6',
	AF_NETLINK: '커널 메시지',
	AF_PACKET: '가공하지 않은 패킷',
	AF_BLUETOOTH: '블루투스',
	AF_VSOCK: '가상 머신과 통신',
	AF_CAN: 'CAN 버스',
	AF_ALG: '커널의 암호화',
	AF_QIPCRTR: '모뎀',
};

const withMeaning = (table: Readonly<Record<string, string>>, name: string): string =>
	Object.hasOwn(table, name) ? `${name}(${table[name]})` : name;

export const capabilityOf = (name: string): string => withMeaning(capabilities, name.toUpperCase());

export const addressFamilyOf = (name: string): string => withMeaning(families, name);

/** A few of the names and sets of system calls. */
export const systemCallsOf = (names: readonly string[]): string =>
	someOf(
		names.map(name => withMeaning(callSets, name)),
		3,
	);
