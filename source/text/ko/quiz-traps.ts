import type {traps as English} from '../en/quiz-traps.js';
import type {Widened} from '../widened.js';
import {withParticle} from './particle.js';

/** Why a process is easily taken for what it is not, in Korean. */
export const traps: Widened<typeof English> = {
	'first-process': name =>
		`${withParticle(name, '은')} 맨 처음 실행되어 나머지 프로세스를 모두 돌봅니다. 이름이 무엇으로 끝나든, 커널 말고는 돌봐 주는 것이 없으므로 여느 데몬과는 다릅니다.`,
	'kernel-d': name => `${withParticle(name, '은')} 커널이 직접 실행하는 스레드라 프로그램 파일이 없습니다. 끝의 d는 이름일 뿐입니다.`,
	'draws-the-screen': name =>
		`${withParticle(name, '은')} 모든 창을 그리지만 데몬입니다. 아무도 로그인하기 전부터 launchd가 시스템 도메인에서 전용 계정으로 실행합니다.`,
	'login-window': name =>
		`${withParticle(name, '은')} LaunchDaemons에 있는 파일로 시작되지만 사용자 계정으로 실행됩니다. 로그인 세션 그 자체입니다.`,
	namesake: name =>
		`이 ${withParticle(name, '은')} iCloud와 아무 관계가 없습니다. Linux에서 같은 이름의 프로그램은 라우터와 경로를 주고받는 시스템 서비스입니다.`,
	'called-daemon': name =>
		`${name} 설명서에는 데몬이라고 적혀 있습니다. 하지만 launchd가 사용자 한 명의 도메인에서 그 사용자 계정으로 실행하므로 에이전트입니다.`,
	'index-behind-window': name =>
		`검색 창은 다른 프로세스(Spotlight)입니다. ${withParticle(name, '은')} 화면 없이 모든 사용자의 색인을 관리하는 데몬입니다.`,
	'capital-letters': name =>
		`대문자가 섞여 있고 d로 끝나지도 않아 ${withParticle(name, '은')} 데몬처럼 보이지 않습니다. 하지만 도메인을 보면 데몬입니다.`,
	'two-instances': name =>
		`${withParticle(name, '은')} 여러 개가 실행됩니다. 하나는 컴퓨터 전체를 위해, 나머지는 사용자마다 하나씩입니다. 이름으로는 구별할 수 없고 소유자와 도메인을 봐야 합니다.`,
	'agent-with-window': name =>
		`${withParticle(name, '은')} 화면에 보이지만 누가 연 것이 아닙니다. launchd가 로그인 세션을 위해 실행하므로 에이전트입니다.`,
	'agent-without-d': name =>
		`d로 끝나지도 않고 눈에 띄지도 않지만, launchd가 사용자 한 명을 위해 실행하므로 ${withParticle(name, '은')} 에이전트입니다.`,
	'agent-in-name': name =>
		`만든 곳에서는 ${withParticle(name, '을')} 에이전트라고 부릅니다. 멀리 있는 누군가를 대신해 일한다는 뜻입니다. 이 컴퓨터에서는 시스템 전체를 위해 일하므로 데몬입니다.`,
	'god-daemon': () =>
		'스스로 데몬이라고 부른다고 데몬이 되지는 않습니다. pm2 startup으로 등록하기 전에는 어떤 서비스 관리자도 PM2를 모릅니다. 다른 프로세스를 돌보지만 자신을 돌봐 주는 것은 없습니다.',
	'key-agent': name =>
		`${withParticle(name, '은')} 혼자서 백그라운드로 들어갈 수도 있습니다. 여기서는 서비스 관리자가 사용자 한 명을 위해 실행합니다. 이름으로도 종류로도 에이전트입니다.`,
	'daemon-in-name': name => `이름은 증거가 아닙니다. ${name}에는 데몬이라는 말이 들어 있지만 관리하는 쪽의 말은 다릅니다.`,
	homebrew: name =>
		`brew services로 시작하면 ${withParticle(name, '은')} 에이전트, sudo brew services로 시작하면 데몬이 됩니다. 프로그램은 같고 도메인만 다릅니다.`,
	'service-bundle': name =>
		`프로그램은 .xpc 번들 안에 있지만 launchd가 ${withParticle(name, '을')} 시스템 도메인에서 실행합니다. 모두가 하나를 함께 씁니다.`,
	'daemon-in-app-bundle': name =>
		`${name}의 경로에는 .app 폴더가 들어 있습니다. 하지만 폴더로는 정해지지 않습니다. launchd가 시스템 도메인에서 실행하므로 데몬입니다.`,
	'own-account': name =>
		`데몬이라고 모두 루트로 실행되지는 않습니다. ${withParticle(name, '은')} 꼭 필요한 일만 할 수 있는 전용 계정을 씁니다.`,
	'd-no-daemon': name =>
		`${withParticle(name, '은')} 데몬다운 이름이지만 사용자 한 명을 위해 일하고 그 세션과 함께 끝납니다. d는 백그라운드 서비스라는 뜻일 뿐 데몬이라는 증거가 아닙니다.`,
	'orphan-helper': name =>
		`데몬처럼 부모가 1번 프로세스입니다. 하지만 ${name} 프로그램은 앱 안에 들어 있습니다. 앱이 비정상 종료하는지 지켜보려고 남겨 둔 도우미입니다.`,
	'helper-no-window': name => `창과 터미널이 없다고 데몬인 것은 아닙니다. ${withParticle(name, '은')} 앱의 일부라 앱과 함께 끝납니다.`,
	'page-process': name =>
		`${withParticle(name, '은')} 다른 프로그램 대신 웹 페이지를 그립니다. 누가 연 것이 아니라 앱이 처음 요청할 때 시작되었습니다.`,
	'menu-bar-app': name =>
		`${withParticle(name, '은')} 에이전트처럼 눈에 띄지 않습니다. 하지만 앱으로 열렸고, 종료한 뒤 다시 시작해 주는 것이 없습니다.`,
	worker: name =>
		`${withParticle(name, '은')} 한 서비스를 이루는 여러 프로세스 가운데 하나입니다. 서비스 관리자는 주 프로세스를 시작했고, 작업자도 같은 데몬에 속합니다.`,
	supervised: name =>
		`${withParticle(name, '은')} 데몬처럼 보이지만 서비스 관리자와의 사이에 다른 감독 프로세스가 있습니다. 그래서 관리되는 작업입니다.`,
	'root-at-terminal': name => `루트로 실행되지만 데몬이 아닙니다. ${withParticle(name, '은')} 터미널을 쥐고 있습니다.`,
	'listening-developer': name => `서버처럼 포트에서 수신 대기하지만 터미널에 연결되어 있습니다. 창을 닫으면 ${name}도 사라집니다.`,
	detached: name =>
		`터미널도 창도 없어서 ${withParticle(name, '은')} 데몬처럼 보입니다. 하지만 어떤 서비스 관리자도 모르기 때문에 다시 부팅하면 돌아오지 않습니다.`,
	'on-demand-daemon': name => `모든 데몬이 늘 실행되는 것은 아닙니다. ${withParticle(name, '은')} 누가 요청할 때 시작됩니다.`,
};
