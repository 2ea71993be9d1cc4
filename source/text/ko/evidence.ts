import type {Kind, Observed} from '../../model/evidence.js';
import type {evidence as english} from '../en/evidence.js';
import type {Widened} from '../widened.js';
import {type Particle, particle, withParticle} from './particle.js';
import {kind as kinds} from './process.js';

const managers: Readonly<Record<string, string>> = {
	systemd: 'systemd',
	launchd: 'launchd',
	sysv: 'init 스크립트',
	openrc: 'OpenRC',
	runit: 'runit',
	s6: 's6',
	supervisord: 'supervisord',
	pm2: 'PM2',
	cron: 'cron',
	at: 'at',
	docker: 'Docker',
	podman: 'Podman',
	kubernetes: 'Kubernetes',
	containerd: 'containerd',
	lxc: 'LXC',
};

export const managerName = (manager: unknown): string => managers[String(manager)] ?? String(manager);

type Value = Observed[string] | undefined;

const named = (value: Value, wanted: Particle): string => withParticle(String(value), wanted);

/** `cron(프로세스 812)이`: the particle goes by the name, not by what stands in brackets. */
const withPid = (name: string, pid: Value, wanted: Particle): string =>
	`${name}${pid === null || pid === undefined ? '' : `(프로세스 ${pid})`}${particle(name, wanted)}`;

const mainProcess = (pid: Value): string => (pid === null || pid === undefined ? '' : `(주 프로세스 ${pid})`);

const kindName = (kind: Value): string => kinds[kind as Kind]?.name ?? String(kind);

/** One sentence for each rule of the classifier, from what it observed. */
export const evidence: Widened<typeof english> = {
	'kernel-thread': () => '커널이 자기 스레드라고 표시했습니다. 실행하는 프로그램이 없습니다.',
	'first-process': ({name}) => `1번 프로세스(${name})입니다. 다른 모든 프로세스가 여기에서 갈라져 나옵니다.`,
	'user-manager': ({uid}) => `uid ${uid} 사용자의 systemd 관리자이거나, 그 사용자의 세션을 열어 두는 프로세스입니다.`,
	'container-process': ({engine, container}) => `컨트롤 그룹이 ${managerName(engine)} 컨테이너의 것입니다(${container}).`,
	'container-monitor': ({name}) => `${named(name, '은')} 컨테이너를 지켜보다가 어떻게 끝났는지 알립니다.`,
	'first-in-namespace': ({name}) =>
		`자기 네임스페이스의 1번 프로세스(${name})입니다. 컨테이너, 또는 이 시스템 안에 있는 다른 시스템을 이끕니다.`,
	'ssh-session': ({title}) => `sshd가 연결 하나를 위해 만들었습니다: “${title}”.`,
	'session-program': ({name}) => `${named(name, '은')} 로그인 세션 자체의 구성 요소로 알려져 있습니다.`,
	'supervised-job': ({manager, supervisorPid, isParent}) =>
		isParent === 1
			? `${withPid(managerName(manager), supervisorPid, '이')} 시작했고 관리합니다.`
			: `조상 프로세스 가운데 ${withPid(managerName(manager), supervisorPid, '이')} 있습니다.`,
	'unit-main-process': ({unit}) => `시스템 유닛 ${unit}의 주 프로세스입니다. systemd가 컴퓨터 전체를 위해 관리합니다.`,
	'unit-worker': ({unit, mainPid}) => `시스템 유닛 ${unit}에 속합니다${mainProcess(mainPid)}.`,
	'autostart-unit': ({unit}) => `로그인할 때 데스크톱이 시작했습니다(${unit}).`,
	'application-unit': ({unit}) => `누군가 연 앱을 위해 데스크톱이 ${unit} 유닛을 만들었습니다.`,
	'user-unit-main-process': ({unit, uid}) =>
		`uid ${uid} 사용자의 서비스 관리자가 돌보는 ${unit}의 주 프로세스입니다. 사용자 한 명을 위해 일합니다.`,
	'user-unit-worker': ({unit, mainPid}) => `사용자 유닛 ${unit}에 속합니다${mainProcess(mainPid)}.`,
	'init-script-pid': ({script}) => `init 스크립트 ${script}의 PID 파일에 적혀 있습니다.`,
	'driver-bundle': ({suffix}) =>
		`커널 밖에서 실행되는 ${suffix === 'dext' ? '드라이버(.dext)' : '시스템 확장(.systemextension)'}의 프로그램입니다.`,
	'extension-bundle': () => '앱이 다른 앱에 빌려주는 앱 확장(.appex)의 프로그램입니다.',
	'system-domain-job': ({label}) => `launchd가 시스템 도메인에서 관리합니다(${label}). 컴퓨터 전체를 위해 일합니다.`,
	'launched-app': ({label, type}) =>
		`LaunchServices가 앱으로 열었습니다(${label}).${type === 'Foreground' ? ' Dock에 아이콘이 있습니다.' : type === null ? '' : ' Dock에 아이콘이 없습니다.'}`,
	'login-item': ({app}) => `${app}의 로그인 항목입니다. 로그인할 때 열리고, 꺼져도 다시 켜 주는 것이 없습니다.`,
	'session-domain-job': ({label, domain}) => `launchd가 사용자 한 명을 위해 ${domain} 도메인에서 관리합니다(${label}).`,
	'xpc-bundle': () => 'XPC 서비스(.xpc)의 프로그램입니다. 누군가 처음 메시지를 보낼 때 시작됩니다.',
	'inside-app-bundle': ({app}) => `프로그램이 ${app} 안에 있습니다. 그 앱의 일부입니다.`,
	'started-by-app': ({parent, ppid}) => `${parent} 앱(프로세스 ${ppid})이 시작했습니다.`,
	'registered-app': ({type}) => `LaunchServices에 ${type} 유형의 앱으로 등록되어 있습니다.`,
	'app-bundle': ({path}) => `앱의 프로그램입니다(${path}).`,
	'job-worker': ({label, mainPid}) => `${label} 작업에 속합니다${mainProcess(mainPid)}.`,
	'instance-for-a-user': () => '인수를 보면 사용자 한 명을 위한 인스턴스입니다.',
	'instance-for-all': () => '인수를 보면 컴퓨터 전체를 위한 인스턴스입니다.',
	'system-program-folder': ({path}) => `macOS가 자기 서비스를 두는 곳에 프로그램이 있습니다(${path}).`,
	'privileged-helper-folder': ({path}) => `앱이 설치한, 높은 권한을 가진 도우미 프로그램입니다(${path}).`,
	'started-for-launchd': () => '인수를 보면 launchd가 시작합니다.',
	'root-orphan': () => '설치 프로그램이 쓰는 폴더에 있으며 launchd 바로 아래에서 root로 실행됩니다. launchd 자신은 알려 주지 않습니다.',
	'unlisted-orphan': () => '부모는 launchd이지만 launchd가 아는 작업이 아닙니다. 누군가 시작해 놓고 손을 뗐습니다.',
	'graphical-in-terminal': ({tty}) => `터미널 ${tty}에서 입력해 시작했지만 화면에 창을 연 프로그램입니다.`,
	'terminal-foreground': ({tty}) => `터미널 ${named(tty, '을')} 쥐고 있습니다. 이 프로세스나 그 자식이 포그라운드에 있습니다.`,
	'terminal-session-leader': ({tty}) => `셸처럼 터미널 ${tty}의 세션 리더입니다.`,
	'terminal-job': ({tty, state}) => `터미널 ${tty}의 백그라운드로 보낸 셸 작업입니다.${state === 'T' ? ' 지금은 멈춰 있습니다.' : ''}`,
	'worker-of-parent': ({parent, ppid}) => `${parent}(프로세스 ${ppid})의 작업자입니다. 부모가 시작했고 세션이나 프로그램이 같습니다.`,
	'helper-of-app': ({parent, ppid}) => `${withPid(String(parent), ppid, '이')} 자신의 일부로 시작했습니다.`,
	'detached-program': ({name}) => `${named(name, '은')} 서비스 관리자 모르게 스스로 백그라운드로 들어갑니다.`,
	zombie: ({parent}) => `이미 끝났습니다. ${parent === null ? '부모가' : named(parent, '이')} 결과를 거둘 때까지 목록에만 남아 있습니다.`,
	'has-terminal': ({tty}) => `터미널이 있습니다(${tty}). 데몬에는 터미널이 없습니다.`,
	'no-terminal': () => '터미널이 없습니다. 데몬에는 늘 없지만, 앱이나 고아 프로세스에도 없습니다.',
	'login-session-scope': ({unit}) => `컨트롤 그룹이 ${unit}입니다. 누군가의 로그인에서 나왔습니다.`,
	'terminal-in-environment': () => '진짜 터미널의 TERM 환경 변수를 물려받고 시작되었습니다.',
	'multiplexer-in-environment': () => 'tmux나 screen 안에서 시작되었습니다.',
	'ssh-in-environment': () => 'ssh로 로그인한 곳에서 시작되었습니다.',
	'shell-in-environment': () => '시작되기까지 셸을 거쳤습니다(SHLVL).',
	'session-leader-gone': ({sid}) => `세션 리더(프로세스 ${sid})가 없습니다. 터미널을 닫은 뒤에 이렇게 됩니다.`,
	'works-in-root-directory': () => '작업 디렉터리가 /입니다. 데몬은 디스크의 마운트 해제를 막지 않으려고 이렇게 합니다.',
	'works-in-system-directory': ({path}) => `시스템 디렉터리에서 일합니다(${path}).`,
	'works-in-home': ({path}) => `사용자의 디렉터리에서 일합니다(${path}).`,
	'system-file-starts-it': ({file}) => `시스템 파일이 이 프로그램을 시작합니다: ${file}.`,
	'user-file-starts-it': ({file}) => `사용자 서비스용 파일이 이 프로그램을 시작합니다: ${file}.`,
	'autostart-file-starts-it': ({file}) => `로그인할 때 데스크톱이 이 프로그램을 시작합니다: ${file}.`,
	'desktop-entry-starts-it': ({file}) => `사용자가 여는 앱으로 설치되어 있습니다: ${file}.`,
	'program-in-sbin': ({path}) => `시스템 프로그램이 모인 곳에 있습니다(${path}).`,
	'program-in-libexec': ({path}) => `직접 입력해 실행하라고 만든 프로그램이 아닙니다(${path}).`,
	'service-account': ({user}) => `${user} 계정으로 실행됩니다. 사람이 로그인하지 않는 계정입니다.`,
	'root-without-terminal': () => 'root로 실행되며 터미널이 없습니다.',
	'forked-without-exec': () => '다른 프로그램을 실행하지 않고 같은 프로그램에서 갈라져 나왔습니다. 데몬과 작업자가 이렇게 합니다.',
	'listens-on-network': ({socket}) => `네트워크에서 수신 대기합니다(${socket}).`,
	'listens-on-unix-socket': ({path}) => `로컬 소켓에서 수신 대기합니다(${path}).`,
	'catches-hup-and-term': () => 'SIGHUP과 SIGTERM을 스스로 처리합니다. 설정을 다시 읽고 깨끗이 끝내기 위해서입니다.',
	'ignores-pipe': () => 'SIGPIPE를 무시합니다. 상대가 연결을 끊어도 함께 끝나지 않습니다.',
	'output-to-socket': () => '저널로 보낼 때처럼 출력이 소켓으로 갑니다.',
	'streams-to-null': () => '입력과 출력이 /dev/null이거나 닫혀 있습니다.',
	'invocation-in-environment': () => '이 프로세스나 조상 프로세스가 systemd에서 실행 ID를 받았습니다.',
	'title-rewritten': ({title}) => `인수 자리에 자기 역할을 보여 줍니다(“${title}”).`,
	'uses-display': () => '디스플레이 서버와 통신합니다. 창이나 아이콘을 띄울 수 있습니다.',
	'hidden-start-option': ({option}) => `눈에 띄지 않게 시작하라는 옵션을 받았습니다(${option}).`,
	'known-program': ({name, kind}) => `사전에 올라 있습니다(${name}): ${kindName(kind)}.`,
	'daemon-in-name': ({name}) => `이름에 드러나 있습니다: ${name}.`,
	'name-ends-in-d': ({name}) => `이름이 d로 끝납니다(${name}). 약한 힌트입니다. sed와 Discord도 d로 끝납니다.`,
	'name-without-d': ({name}) => `이름이 d로 끝나지 않습니다(${name}). 뜻하는 바가 적습니다. nginx, cron, postgres도 데몬입니다.`,
	'supervisor-above': ({manager, supervisorPid}) => `위에 감독 프로세스 ${withPid(managerName(manager), supervisorPid, '이')} 있습니다.`,
};
