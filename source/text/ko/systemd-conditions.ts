import type {conditionDirectives as English} from '../en/systemd-conditions.js';
import {checkParts, groupVersion, isCompared, isTrue, isTruth} from '../unit-checks.js';
import type {Widened} from '../widened.js';
import {withParticle} from './particle.js';
import {isOne, type SayDirective, shorten, someOf, wrong} from './systemd-words.js';

/** When it holds, and when it does not; each ends in 때. */
type Check = readonly [holds: (argument: string) => string, fails: (argument: string) => string];

/** Where the argument is a yes or a no itself. */
const truth = (yes: string, no: string): Check => [argument => (isTrue(argument) ? yes : no), argument => (isTrue(argument) ? no : yes)];

const withIs = (argument: string): string => withParticle(argument, '이');

const virtualMachines: Readonly<Record<string, string>> = {
	vm: '가상 머신',
	container: '컨테이너',
	'private-users': '사용자 네임스페이스',
	docker: 'Docker 컨테이너',
	podman: 'Podman 컨테이너',
	lxc: 'LXC 컨테이너',
	wsl: 'WSL',
	kvm: 'KVM 가상 머신',
	qemu: 'QEMU',
	'systemd-nspawn': 'systemd-nspawn 컨테이너',
};

const virtualName = (argument: string): string => (Object.hasOwn(virtualMachines, argument) ? (virtualMachines[argument] ?? '') : argument);

const [virtual, real] = ['가상 머신이나 컨테이너 안일 때', '실제 하드웨어일 때'];

const virtualization: Check = [
	argument => (isTruth(argument) ? (isTrue(argument) ? virtual : real) : `${virtualName(argument)} 안일 때`),
	argument => (isTruth(argument) ? (isTrue(argument) ? real : virtual) : `${virtualName(argument)} 밖일 때`),
];

const modules: Readonly<Record<string, string>> = {
	selinux: 'SELinux',
	apparmor: 'AppArmor',
	tomoyo: 'TOMOYO',
	ima: '파일을 검사하는 IMA',
	smack: 'SMACK',
	audit: '감사 기능',
	'uefi-secureboot': '보안 부팅',
	tpm2: 'TPM 2 칩',
	cvm: '기밀 컴퓨팅',
	'measured-uki': '측정된 커널 이미지',
};

const security = (argument: string): string => withIs(Object.hasOwn(modules, argument) ? (modules[argument] ?? '') : argument);

const pressure = (what: string): Check => [
	argument => `프로세스가 ${what} 기다리는 정도가 ${argument} 미만일 때`,
	argument => `프로세스가 ${what} 기다리는 정도가 ${argument} 이상일 때`,
];

const account = (argument: string): string => (argument === '@system' ? '시스템 계정' : argument === '0' ? 'root' : argument);

const hasControllers = (argument: string): string => {
	const version = groupVersion(argument);
	return version === null
		? `컨트롤러 ${withParticle(someOf(argument.split(' '), 8), '을')} 쓸 수 있을 때`
		: `컨트롤 그룹 버전이 ${version}일 때`;
};

const lacksControllers = (argument: string): string => {
	const version = groupVersion(argument);
	const names = argument.split(' ');
	const some = isOne(names) ? withParticle(names[0] ?? '', '을') : `${someOf(names, 8)} 가운데 일부를`;
	return version === null ? `컨트롤러 ${some} 쓸 수 없을 때` : `컨트롤 그룹 버전이 ${withIs(version)} 아닐 때`;
};

const pathChecks = {
	PathExists: [path => `${withIs(path)} 있을 때`, path => `${withIs(path)} 없을 때`],
	PathExistsGlob: [path => `${path} 패턴에 맞는 것이 있을 때`, path => `${path} 패턴에 맞는 것이 없을 때`],
	PathIsDirectory: [path => `${withIs(path)} 폴더일 때`, path => `${withIs(path)} 폴더가 아닐 때`],
	PathIsSymbolicLink: [path => `${withIs(path)} 링크일 때`, path => `${withIs(path)} 링크가 아닐 때`],
	PathIsMountPoint: [path => `${path}에 마운트된 것이 있을 때`, path => `${path}에 마운트된 것이 없을 때`],
	PathIsReadWrite: [path => `${path}에 쓸 수 있을 때`, path => `${withIs(path)} 읽기 전용일 때`],
	PathIsEncrypted: [path => `${withIs(path)} 암호화된 디스크에 있을 때`, path => `${withIs(path)} 암호화된 디스크에 있지 않을 때`],
	PathIsSocket: [path => `${withIs(path)} 소켓일 때`, path => `${withIs(path)} 소켓이 아닐 때`],
	DirectoryNotEmpty: [path => `${path} 폴더에 무언가 들어 있을 때`, path => `${path} 폴더가 비어 있거나 없을 때`],
	FileNotEmpty: [path => `${path} 파일에 내용이 있을 때`, path => `${path} 파일이 비어 있거나 없을 때`],
	FileIsExecutable: [path => `${withIs(path)} 실행 파일일 때`, path => `${withIs(path)} 실행 파일이 아닐 때`],
	NeedsUpdate: [
		path => `/usr을 업데이트한 뒤 ${path}에 아직 반영하지 않았을 때`,
		path => `/usr의 마지막 업데이트를 ${path}에 이미 반영했을 때`,
	],
} satisfies Readonly<Record<string, Check>>;

const machineChecks = {
	FirstBoot: truth('설치하고 처음 부팅할 때', '처음이 아닌 부팅일 때'),
	Architecture: [name => `프로세서가 ${name} 계열일 때`, name => `프로세서가 ${name} 계열이 아닐 때`],
	Firmware: [name => `펌웨어가 ${name}일 때`, name => `펌웨어가 ${withIs(name)} 아닐 때`],
	Virtualization: virtualization,
	Host: [name => `이 컴퓨터가 ${name}일 때`, name => `이 컴퓨터가 ${name} 외의 컴퓨터일 때`],
	ACPower: truth('전원에 연결되어 있을 때', '배터리를 쓰는 중일 때'),
	Memory: [
		size => (isCompared(size) ? `메모리 크기가 ${size} 조건에 맞을 때` : `메모리가 ${size} 이상일 때`),
		size => (isCompared(size) ? `메모리 크기가 ${size} 조건에 맞지 않을 때` : `메모리가 ${size} 미만일 때`),
	],
	CPUFeature: [name => `프로세서에 ${name} 기능이 있을 때`, name => `프로세서에 ${name} 기능이 없을 때`],
	CPUs: [
		count => (isCompared(count) ? `프로세서 수가 ${count} 조건에 맞을 때` : `프로세서가 ${count}개 이상일 때`),
		count => (isCompared(count) ? `프로세서 수가 ${count} 조건에 맞지 않을 때` : `프로세서가 ${count}개 미만일 때`),
	],
	MemoryPressure: pressure('메모리를'),
	CPUPressure: pressure('프로세서를'),
	IOPressure: pressure('디스크를'),
} satisfies Readonly<Record<string, Check>>;

const systemChecks = {
	KernelCommandLine: [option => `커널이 ${option} 옵션으로 시작되었을 때`, option => `커널이 ${option} 옵션 없이 시작되었을 때`],
	KernelVersion: [version => `커널 버전이 ${version} 조건에 맞을 때`, version => `커널 버전이 ${version} 조건에 맞지 않을 때`],
	Version: [version => `${version} 버전 조건에 맞을 때`, version => `${version} 버전 조건에 맞지 않을 때`],
	KernelModuleLoaded: [name => `커널 모듈 ${withIs(name)} 적재되어 있을 때`, name => `커널 모듈 ${withIs(name)} 적재되어 있지 않을 때`],
	Credential: [
		name => `자격 증명 ${withParticle(name, '을')} 넘겨받았을 때`,
		name => `자격 증명 ${withParticle(name, '을')} 넘겨받지 않았을 때`,
	],
	Security: [name => `${security(name)} 쓰이고 있을 때`, name => `${security(name)} 쓰이고 있지 않을 때`],
	Capability: [name => `서비스 관리자 자신에게 ${withIs(name)} 있을 때`, name => `서비스 관리자 자신에게 ${withIs(name)} 없을 때`],
	Environment: [name => `서비스 관리자에 환경 변수 ${withIs(name)} 있을 때`, name => `서비스 관리자에 환경 변수 ${withIs(name)} 없을 때`],
	User: [name => `사용자가 ${account(name)}일 때`, name => `사용자가 ${account(name)} 외의 계정일 때`],
	Group: [name => `사용자가 ${name} 그룹에 속할 때`, name => `사용자가 ${name} 그룹에 속하지 않을 때`],
	ControlGroupController: [hasControllers, lacksControllers],
	OSRelease: [test => `시스템의 os-release에 ${test} 내용이 있을 때`, test => `시스템의 os-release에 ${test} 내용이 없을 때`],
} satisfies Readonly<Record<string, Check>>;

const checks = {...pathChecks, ...machineChecks, ...systemChecks};

type CheckName = keyof typeof checks;

const say =
	(prefix: string, check: Check, otherwise: string): SayDirective =>
	value => {
		if (value.text === '') {
			return `위에 있는 ${prefix}…= 줄을 종류에 상관없이 모두 취소합니다.`;
		}

		const {argument: whole, isEither, isNegated} = checkParts(value.text);
		const argument = shorten(whole);
		if (argument === '') {
			return wrong(value);
		}

		const when = (isNegated ? check[1] : check[0])(argument);
		return `${when}${isEither ? '나 | 표시가 있는 다른 조건이 맞을 때' : ''}만 시작합니다. ${otherwise}`;
	};

const named = <Prefix extends string>(prefix: Prefix, otherwise: string): Record<`Unit.${Prefix}${CheckName}`, SayDirective> =>
	Object.fromEntries(Object.entries(checks).map(([name, check]) => [`Unit.${prefix}${name}`, say(prefix, check, otherwise)])) as Record<
		`Unit.${Prefix}${CheckName}`,
		SayDirective
	>;

/** Checks before a start, in Korean: quiet ones, and ones that fail the start. */
export const conditionDirectives: Widened<typeof English> = {
	...named('Condition', '아니면 조용히 건너뜁니다.'),
	...named('Assert', '아니면 오류를 내며 시작에 실패합니다.'),
};
