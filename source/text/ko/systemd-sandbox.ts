import type {sandboxDirectives as English} from '../en/systemd-sandbox.js';
import {boundPathsOf, isOnlyNative, labelOf, ownHostnameOf, pathOf} from '../systemd-sandbox-parts.js';
import type {Widened} from '../widened.js';
import {withParticle} from './particle.js';
import {addressFamilyOf, capabilityOf, systemCallsOf} from './systemd-kernel-names.js';
import {onChoice, onFilter, onFlag, onList, onPath, onText, type SayDirective, someOf, takenBack, wrong} from './systemd-words.js';

const boundPathOf = (item: string): string => {
	const {from, to} = boundPathsOf(item);
	return to === null ? from : `${from} → ${to}`;
};

/** `say`: a sentence without its colon and its paths. */
const paths = (say: string, nameOf: (item: string) => string = pathOf): SayDirective =>
	onList(items => `${say}: ${someOf(items.map(nameOf), 4)}.`, '앞에서 설정한 경로를 모두 취소합니다.');

/** `say`: a sentence without its colon and its list. */
const list = (say: string): SayDirective => onList(items => `${say}: ${someOf(items)}.`);

const onLabel = (say: (label: string) => string): SayDirective =>
	onText(text => {
		const {label, isOptional} = labelOf(text);
		return `${isOptional ? '가능하면 ' : ''}${say(label)}.`;
	});

const namespaces: Readonly<Record<string, string>> = {
	cgroup: '컨트롤 그룹',
	ipc: '공유 메모리',
	mnt: '마운트',
	net: '네트워크',
	pid: '프로세스',
	time: '시계',
	user: '계정',
	uts: '컴퓨터 이름',
};

const namespacesOf = (items: readonly string[]): string =>
	someOf(
		items.map(item => (Object.hasOwn(namespaces, item) ? (namespaces[item] ?? item) : item)),
		4,
	);

const freeNamespaces = '컨테이너처럼 시스템을 격리하는 네임스페이스를 만들 수 있습니다.';

const restrictNamespaces: SayDirective = (value, now) =>
	value.flag === null
		? onFilter(
				items => `컨테이너처럼 격리하는 네임스페이스는 다음만 만들 수 있습니다: ${namespacesOf(items)}.`,
				items => `컨테이너처럼 격리하는 네임스페이스 가운데 다음은 만들 수 없습니다: ${namespacesOf(items)}.`,
				freeNamespaces,
			)(value, now)
		: value.flag
			? '컨테이너처럼 시스템을 격리하는 네임스페이스를 만들 수 없습니다.'
			: freeNamespaces;

const fileSystem = {
	'Exec.ProtectSystem': onChoice({
		no: '권한이 있으면 시스템 폴더에 쓸 수 있습니다.',
		yes: '/usr과 부팅 폴더에 쓸 수 없습니다.',
		full: '/usr, /etc와 부팅 폴더에 쓸 수 없습니다.',
		strict: '/dev, /proc, /sys와 따로 지정한 경로에만 쓸 수 있습니다.',
	}),
	'Exec.ProtectHome': onChoice({
		no: '홈 폴더가 보입니다.',
		yes: '홈 폴더가 비어 보입니다.',
		'read-only': '홈 폴더를 읽을 수만 있습니다.',
		tmpfs: '홈 폴더가 비어 보이고, 거기에 쓴 내용은 버려집니다.',
	}),
	'Exec.PrivateTmp': onChoice({
		no: '/tmp를 다른 프로세스와 함께 씁니다.',
		yes: '전용 /tmp와 /var/tmp를 쓰고, 멈추면 비웁니다.',
		disconnected: '메모리에만 있는 전용 /tmp와 /var/tmp를 씁니다.',
	}),
	'Exec.ReadWritePaths': paths('권한이 있으면 다음 경로에 쓸 수 있습니다'),
	'Exec.ReadOnlyPaths': paths('다음 경로를 읽을 수만 있습니다'),
	'Exec.InaccessiblePaths': paths('다음 경로의 내용을 볼 수 없습니다'),
	'Exec.ExecPaths': paths('다음 경로의 프로그램을 실행할 수 있습니다'),
	'Exec.NoExecPaths': paths('다음 경로의 프로그램을 실행할 수 없습니다'),
	'Exec.BindPaths': paths('다음 경로를 다른 자리에 보여 줍니다', boundPathOf),
	'Exec.BindReadOnlyPaths': paths('다음 경로를 읽기 전용으로 보여 줍니다', boundPathOf),
	'Exec.TemporaryFileSystem': paths('다음 자리에 메모리에만 있는 빈 폴더를 둡니다'),
	'Exec.PrivateMounts': onFlag('마운트한 것이 다른 프로세스에는 보이지 않습니다.', '마운트한 것이 다른 프로세스에도 보입니다.'),
	'Exec.MountFlags': onText(flag =>
		flag === 'shared'
			? '마운트한 것이 다른 프로세스에도 보입니다.'
			: flag === 'slave'
				? '마운트한 것이 다른 프로세스에는 보이지 않지만, 다른 프로세스가 마운트한 것은 보입니다.'
				: flag === 'private'
					? '마운트한 것이 다른 프로세스에는 보이지 않고, 다른 프로세스가 마운트한 것도 보이지 않습니다.'
					: `마운트를 ${flag} 방식으로 함께 씁니다.`,
	),
	'Exec.MountAPIVFS': onFlag(
		'루트 폴더에 /proc, /sys, /dev를 마련해 줍니다.',
		'루트 폴더에 원래 있던 /proc, /sys, /dev만 씁니다.',
		takenBack,
	),
	'Exec.RestrictFileSystems': onFilter(
		items => `다음 종류의 파일 시스템에서만 파일을 열 수 있습니다: ${someOf(items)}.`,
		items => `다음 종류의 파일 시스템에서는 파일을 열 수 없습니다: ${someOf(items)}.`,
	),
};

const images = {
	'Exec.RootImage': onPath(path => `디스크 이미지 ${withParticle(path, '을')} 파일 시스템 전체로 씁니다.`),
	'Exec.RootImageOptions': list('디스크 이미지를 다음 옵션으로 마운트합니다'),
	'Exec.RootHash': onText(() => '디스크 이미지와 맞아야 하는 체크섬입니다.'),
	'Exec.RootHashSignature': onText(() => '디스크 이미지 체크섬의 서명입니다.'),
	'Exec.RootVerity': onPath(path => `디스크 이미지를 검사할 데이터는 ${path}에 있습니다.`),
	'Exec.RootEphemeral': onFlag('루트의 복사본에서 실행되고, 멈추면 복사본을 버립니다.', '복사본이 아닌 루트 자체에서 실행됩니다.'),
	'Exec.RootImagePolicy': onText(() => '디스크 이미지에 있어야 할 내용과 그 내용을 보호하는 방법입니다.'),
	'Exec.MountImagePolicy': onText(() => '마운트하는 디스크 이미지에 요구하는 보호 방법입니다.'),
	'Exec.ExtensionImagePolicy': onText(() => '덧붙이는 디스크 이미지에 요구하는 보호 방법입니다.'),
	'Exec.MountImages': list('다음 디스크 이미지를 마운트해 줍니다'),
	'Exec.ExtensionImages': list('다음 디스크 이미지를 /usr과 /opt 위에 겹쳐 줍니다'),
	'Exec.ExtensionDirectories': list('다음 폴더를 /usr과 /opt 위에 겹쳐 줍니다'),
};

const isolation = {
	'Exec.PrivateDevices': onFlag('실제 장치는 보이지 않고 /dev/null 같은 가상 장치만 보입니다.', '실제 장치가 보입니다.'),
	'Exec.PrivateNetwork': onFlag('전용 루프백 외에는 네트워크가 없습니다.', '컴퓨터의 네트워크를 씁니다.'),
	'Exec.PrivateIPC': onFlag(
		'System V 공유 메모리와 메시지 대기열을 다른 프로세스와 함께 쓰지 않습니다.',
		'System V 공유 메모리와 메시지 대기열을 다른 프로세스와 함께 씁니다.',
	),
	'Exec.PrivatePIDs': onFlag('자신의 프로세스만 보입니다.', '다른 프로세스도 보입니다.'),
	'Exec.PrivateBPF': onFlag('전용 BPF 파일 시스템을 씁니다.', '공용 BPF 파일 시스템이 보입니다.'),
	'Exec.PrivateUsers': onChoice({
		no: '모든 계정이 보입니다.',
		yes: 'root와 자신의 계정 외에는 모두 nobody로 보이고, 루트 권한도 격리된 공간 밖에서는 통하지 않습니다.',
		self: 'root와 자신의 계정 외에는 모두 nobody로 보입니다.',
		identity: '처음 65536개 계정의 번호가 그대로인 전용 사용자 네임스페이스를 씁니다.',
		full: '모든 계정의 번호가 그대로인 전용 사용자 네임스페이스를 씁니다.',
		managed: '다른 데서 쓰지 않는 번호로 된 전용 사용자 네임스페이스를 씁니다.',
	}),
	'Exec.NetworkNamespacePath': onPath(path => `${path}에 있는 네트워크 네임스페이스를 씁니다.`),
	'Exec.IPCNamespacePath': onPath(path => `${path}에 있는 네임스페이스의 공유 메모리와 메시지 대기열을 씁니다.`),
	'Exec.UserNamespacePath': onText(path => `${path}에 있는 사용자 네임스페이스를 씁니다.`),
	'Exec.DelegateNamespaces': list('다음 네임스페이스를 스스로 바꿀 수 있습니다'),
	'Exec.BindLogSockets': onFlag('격리되어 있어도 로그에는 쓸 수 있습니다.', '소켓으로 로그에 쓸 수 없습니다.', takenBack),
	'Exec.RemoveIPC': onFlag('멈추면 다른 프로세스와 공유한 메모리를 지웁니다.', '멈춰도 다른 프로세스와 공유한 메모리가 남습니다.'),
};

const hostname = onChoice({
	no: '권한이 있으면 컴퓨터 이름을 바꿀 수 있습니다.',
	yes: '컴퓨터 이름을 바꿀 수 없습니다.',
	private: '컴퓨터 이름을 바꿔도 자신에게만 바뀌어 보입니다.',
});

/** A colon and a name may follow, which is the computer's name for it. */
const onHostname: SayDirective = (value, now) => {
	const own = ownHostnameOf(value.text);
	if (own === null || own.mode === 'other') {
		return own === null ? hostname(value, now) : wrong(value);
	}

	const seen = `자신에게는 컴퓨터 이름이 ${withParticle(own.name, '으로')} 보이`;
	return own.mode === 'private' ? `${seen}며, 바꿔도 자신에게만 바뀌어 보입니다.` : `${seen}며, 바꿀 수 없습니다.`;
};

const system = {
	'Exec.ProtectKernelTunables': onFlag('커널 설정을 바꿀 수 없습니다.', '권한이 있으면 커널 설정을 바꿀 수 있습니다.'),
	'Exec.ProtectKernelModules': onFlag('커널 모듈을 적재할 수 없습니다.', '권한이 있으면 커널 모듈을 적재할 수 있습니다.'),
	'Exec.ProtectKernelLogs': onFlag('커널 로그를 읽거나 쓸 수 없습니다.', '권한이 있으면 커널 로그를 읽을 수 있습니다.'),
	'Exec.ProtectClock': onFlag('시계를 맞출 수 없습니다.', '권한이 있으면 시계를 맞출 수 있습니다.'),
	'Exec.ProtectControlGroups': onChoice({
		no: '권한이 있으면 컨트롤 그룹을 바꿀 수 있습니다.',
		yes: '컨트롤 그룹을 바꿀 수 없습니다.',
		private: '자신의 컨트롤 그룹만 보입니다.',
		strict: '자신의 컨트롤 그룹만 보이고, 바꿀 수 없습니다.',
	}),
	'Exec.ProtectHostname': onHostname,
	'Exec.ProtectProc': onChoice({
		default: '모든 사용자의 프로세스가 보입니다.',
		noaccess: '다른 사용자의 프로세스를 들여다볼 수 없습니다.',
		invisible: '다른 사용자의 프로세스가 아예 보이지 않습니다.',
		ptraceable: '디버그할 수 있는 프로세스만 보입니다.',
	}),
	'Exec.ProcSubset': onChoice({
		all: '/proc 전체가 보입니다.',
		pid: '/proc에 프로세스만 보이고 시스템 정보는 보이지 않습니다.',
	}),
};

const kernel = {
	'Exec.NoNewPrivileges': onFlag(
		'여기서 시작한 프로세스까지 모두, sudo 등으로 권한을 더 얻을 수 없습니다.',
		'sudo 같은 프로그램으로 권한을 더 얻을 수 있습니다.',
	),
	'Exec.CapabilityBoundingSet': onFilter(
		items => `가질 수 있는 루트 권한은 다음뿐입니다: ${someOf(items.map(capabilityOf), 4)}.`,
		items => `다음 루트 권한은 절대 가질 수 없습니다: ${someOf(items.map(capabilityOf), 4)}.`,
		'다른 줄에서 따로 지정하지 않으면 루트 권한을 전혀 가질 수 없습니다.',
		'모든 루트 권한을 가질 수 있습니다. 앞에서 설정한 값은 모두 취소됩니다.',
	),
	'Exec.AmbientCapabilities': onFilter(
		items => `root가 아니어도 다음 루트 권한을 가집니다: ${someOf(items.map(capabilityOf), 4)}.`,
		items => `다음을 뺀 모든 루트 권한을 가집니다: ${someOf(items.map(capabilityOf), 4)}.`,
		'이 방법으로 가지는 루트 권한이 없습니다.',
		'root가 아니어도 모든 루트 권한을 가집니다.',
	),
	'Exec.SecureBits': list('계정이 바뀔 때 권한을 다음 방식으로 다룹니다'),
	'Exec.SystemCallFilter': onFilter(
		items => `다음 시스템 콜만 쓸 수 있습니다: ${systemCallsOf(items)}.`,
		items => `다음 시스템 콜을 쓸 수 없습니다: ${systemCallsOf(items)}.`,
		'앞에서 설정한 시스템 콜 제한을 모두 취소합니다.',
	),
	'Exec.SystemCallLog': onFilter(
		items => `다음 시스템 콜을 로그에 남깁니다: ${systemCallsOf(items)}.`,
		items => `다음을 뺀 모든 시스템 콜을 로그에 남깁니다: ${systemCallsOf(items)}.`,
		takenBack,
		'모든 시스템 콜을 로그에 남깁니다.',
	),
	'Exec.SystemCallErrorNumber': onText(
		code => (code === 'kill' ? '금지된 시스템 콜을 쓰면 종료됩니다.' : `금지된 시스템 콜을 써도 ${code} 오류로 실패할 뿐입니다.`),
		'금지된 시스템 콜을 쓰면 종료됩니다.',
	),
	'Exec.SystemCallArchitectures': onList(
		items =>
			isOnlyNative(items)
				? '시스템 콜을 이 CPU 고유의 방식으로만 쓸 수 있고, 옛 CPU의 방식으로는 쓸 수 없습니다.'
				: `시스템 콜을 다음 CPU의 방식으로만 쓸 수 있습니다: ${someOf(items)}.`,
		'CPU가 지원하는 모든 방식으로 시스템 콜을 쓸 수 있습니다.',
	),
	'Exec.RestrictAddressFamilies': onFilter(
		items =>
			items[0] === 'none' ? '소켓을 전혀 열 수 없습니다.' : `다음 종류의 소켓만 열 수 있습니다: ${someOf(items.map(addressFamilyOf), 6)}.`,
		items => `다음 종류의 소켓을 열 수 없습니다: ${someOf(items.map(addressFamilyOf), 6)}.`,
		'모든 종류의 소켓을 열 수 있습니다.',
	),
	'Exec.RestrictNamespaces': restrictNamespaces,
	'Exec.RestrictRealtime': onFlag(
		'다른 프로세스를 막을 수 있는 실시간 우선순위를 쓸 수 없습니다.',
		'권한이 있으면 실시간 우선순위를 쓸 수 있습니다.',
	),
	'Exec.RestrictSUIDSGID': onFlag(
		'소유자의 권한으로 실행되는 프로그램을 만들 수 없습니다.',
		'소유자의 권한으로 실행되는 프로그램을 만들 수 있습니다.',
	),
	'Exec.LockPersonality': onFlag('커널이 자신을 다루는 방식을 바꿀 수 없습니다.', '커널이 자신을 다루는 방식을 바꿀 수 있습니다.'),
	'Exec.MemoryDenyWriteExecute': onFlag(
		'스스로 메모리에 쓴 코드를 실행할 수 없습니다.',
		'JIT 컴파일러처럼 스스로 메모리에 쓴 코드를 실행할 수 있습니다.',
	),
	'Exec.SELinuxContext': onLabel(context => `SELinux 레이블 ${withParticle(context, '으로')} 실행됩니다`),
	'Exec.AppArmorProfile': onLabel(profile => `AppArmor 규칙 ${profile}에 따라 제한됩니다`),
	'Exec.SmackProcessLabel': onLabel(label => `SMACK 레이블 ${withParticle(label, '으로')} 실행됩니다`),
};

/** What a service is kept from, in Korean. @source systemd.exec(5) "Sandboxing", "Capabilities", "System call filtering" */
export const sandboxDirectives: Widened<typeof English> = {...fileSystem, ...images, ...isolation, ...system, ...kernel};
