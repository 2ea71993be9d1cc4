import type {StopNote, WiderEnd} from '../../model/consequences.js';

/** What ends with a process that people see. */
export const widerEnd: Readonly<Record<WiderEnd, string>> = {
	'graphical-session': '그래픽 세션과 그 안의 모든 프로그램이 함께 끝납니다.',
	'login-session': '로그인 세션이 함께 끝납니다.',
	'user-manager': '이 사용자가 서비스로 실행하는 모든 것이 함께 끝납니다.',
	container: '컨테이너 안의 모든 것이 함께 끝납니다.',
	bus: '시스템의 서비스 대부분이 연결을 잃습니다. 시스템을 재시작하는 편이 낫습니다.',
	logins: '다시 시작될 때까지 로그인과 전원 버튼이 기다립니다.',
	network: '네트워크 연결이 끊길 수 있습니다.',
	devices: '다시 시작될 때까지 새 장치가 설정되지 않습니다.',
	journal: '다시 시작될 때까지 로그 메시지가 사라질 수 있습니다.',
	'remote-logins': '다른 곳에서 로그인할 수 없습니다. 열려 있는 세션은 남습니다.',
};

/** What is to be known about stopping a process. */
export const stopNote: Readonly<Record<StopNote, string>> = {
	'foreign-manager': '안쪽에서: 컨테이너처럼 그 안의 systemd가 관리합니다.',
	kernel: '커널의 일부입니다. 중지할 프로그램이 없고 시그널도 닿지 않습니다.',
	'first-process': '첫 프로세스입니다. 커널은 어떤 시그널로도 이 프로세스를 끝내지 않으며, 이 프로세스가 없으면 시스템이 멈춥니다.',
	zombie: '이미 끝난 프로세스입니다. 부모가 종료 결과를 읽으면 남은 것도 사라집니다.',
	'refuses-manual-stop': '이 유닛은 직접 중지할 수 없게 되어 있습니다 (RefuseManualStop).',
	mask: '마스킹하면 아예 시작할 수 없습니다. unmask로 되돌립니다.',
	vital: '하지 않는 편이 낫습니다. 이것 없이는 시스템이 동작하지 않습니다.',
	transient: '할 일이 없습니다. 이번 실행을 위해 만든 유닛이라서 중지하면 사라집니다.',
	'until-boot': '다음 부팅까지만 유지됩니다.',
	'until-login': '다음 로그인까지만 유지됩니다.',
	apple: 'Apple의 구성 요소입니다. 시스템 무결성 보호(SIP)가 거부할 수 있습니다.',
	'app-menu': '또는 앱의 메뉴에서 종료하세요.',
	'login-items': '시스템 설정 → 일반 → 로그인 항목 및 확장 프로그램.',
	crontab: '해당 줄을 지우세요. /etc/crontab이나 /etc/cron.d에 있을 수도 있습니다.',
	'supervisord-settings': 'supervisord 설정의 해당 섹션에 autostart=false를 적으세요.',
	'container-owner': '컨테이너를 만든 쪽이 중지합니다. containerd는 실행만 합니다.',
	kubernetes: '파드를 소유한 것을 kubectl로 줄이거나 삭제하세요. 강제 종료한 파드는 다시 만들어집니다.',
	'lxc-settings': '컨테이너 설정에 lxc.start.auto = 0을 적으세요.',
	'xpc-service': '필요로 하는 쪽이 다시 시작합니다.',
	worker: '이 프로세스만이 아니라 서비스 전체를 중지합니다.',
	once: '할 일이 없습니다. 한 번만 실행하는 작업입니다.',
	'not-started-again': '할 일이 없습니다. 부팅할 때 저절로 시작되지 않습니다.',
	upheld: '다른 유닛이 유지하며 다시 시작합니다. 그 유닛도 중지하세요.',
	'whole-user': '사용자가 로그아웃됩니다. linger를 켜 두지 않았으면 마지막 세션과 함께 관리자도 끝납니다.',
};
