import {checkParts, groupVersion, isCompared, isTrue, isTruth} from '../unit-checks.js';
import {either, isOne, type SayDirective, shorten, someOf, wrong} from './systemd-words.js';

/** What must hold, and what must not, as the end of a sentence. */
type Check = readonly [holds: (argument: string) => string, fails: (argument: string) => string];

/** Where the argument is a yes or a no itself. */
const truth = (yes: string, no: string): Check => [argument => (isTrue(argument) ? yes : no), argument => (isTrue(argument) ? no : yes)];

const virtualMachines: Readonly<Record<string, string>> = {
	vm: 'in a virtual machine',
	container: 'in a container',
	'private-users': 'in a user namespace',
	docker: 'in a Docker container',
	podman: 'in a Podman container',
	lxc: 'in an LXC container',
	wsl: 'in the Windows Subsystem for Linux',
	kvm: 'in a KVM virtual machine',
	qemu: 'in QEMU',
	'systemd-nspawn': 'in a systemd-nspawn container',
};

const virtualization = (argument: string): string => {
	if (isTruth(argument)) {
		return isTrue(argument) ? 'in a virtual machine or a container' : 'on real hardware';
	}

	return Object.hasOwn(virtualMachines, argument) ? (virtualMachines[argument] ?? '') : `under ${argument}`;
};

const notVirtualization = (argument: string): string =>
	isTruth(argument)
		? virtualization(isTrue(argument) ? 'no' : 'yes')
		: virtualization(argument)
				.replace(/^in /, 'outside ')
				.replace(/^under /, 'outside ');

const modules: Readonly<Record<string, string>> = {
	selinux: 'SELinux',
	apparmor: 'AppArmor',
	tomoyo: 'TOMOYO',
	ima: 'IMA, which measures files,',
	smack: 'SMACK',
	audit: 'auditing',
	'uefi-secureboot': 'Secure Boot',
	tpm2: 'a TPM 2 chip',
	cvm: 'confidential computing',
	'measured-uki': 'a measured kernel image',
};

const security = (argument: string): string => (Object.hasOwn(modules, argument) ? (modules[argument] ?? '') : argument);

const pressure = (what: string): Check => [
	argument => `while processes wait for ${what} less than ${argument}`,
	argument => `while processes wait for ${what} more than ${argument}`,
];

const account = (argument: string): string =>
	argument === '@system' ? 'a system account' : argument === 'root' || argument === '0' ? 'root' : argument;

const hasControllers = (argument: string): string => {
	const version = groupVersion(argument);
	const names = argument.split(' ');
	return version === null
		? `if the ${either(names, 'controller', 'controllers')} ${someOf(names, 8)} can be used`
		: `if control groups are of version ${version}`;
};

const lacksControllers = (argument: string): string => {
	const version = groupVersion(argument);
	const names = argument.split(' ');
	return version === null
		? isOne(names)
			? `if the controller ${names[0]} cannot be used`
			: `if not all of the controllers ${someOf(names, 8)} can be used`
		: `if control groups are not of version ${version}`;
};

const checks = {
	PathExists: [path => `if ${path} exists`, path => `if there is no ${path}`],
	PathExistsGlob: [path => `if anything matches ${path}`, path => `if nothing matches ${path}`],
	PathIsDirectory: [path => `if ${path} is a folder`, path => `if ${path} is no folder`],
	PathIsSymbolicLink: [path => `if ${path} is a link`, path => `if ${path} is no link`],
	PathIsMountPoint: [path => `if something is mounted at ${path}`, path => `if nothing is mounted at ${path}`],
	PathIsReadWrite: [path => `if ${path} can be written to`, path => `if ${path} is read-only`],
	PathIsEncrypted: [path => `if ${path} is on an encrypted disk`, path => `if ${path} is on no encrypted disk`],
	PathIsSocket: [path => `if ${path} is a socket`, path => `if ${path} is no socket`],
	DirectoryNotEmpty: [path => `if there is something in the folder ${path}`, path => `if the folder ${path} is empty or missing`],
	FileNotEmpty: [path => `if the file ${path} has content`, path => `if the file ${path} is empty or missing`],
	FileIsExecutable: [path => `if ${path} is a program`, path => `if ${path} is no program`],
	NeedsUpdate: [
		path => `after an update of /usr, until ${path} has been brought up to it`,
		path => `once ${path} has been brought up to the last update of /usr`,
	],
	FirstBoot: truth('on the first start of this installation', 'on every start but the first'),
	Architecture: [name => `on ${name} processors`, name => `on other processors than ${name}`],
	Firmware: [name => `if the firmware is ${name}`, name => `if the firmware is not ${name}`],
	Virtualization: [virtualization, notVirtualization],
	Host: [name => `on the computer ${name}`, name => `on other computers than ${name}`],
	KernelCommandLine: [option => `if the kernel was started with ${option}`, option => `if the kernel was started without ${option}`],
	KernelVersion: [version => `if the kernel version matches ${version}`, version => `if the kernel version does not match ${version}`],
	Version: [version => `if the version of ${version} holds`, version => `if the version of ${version} does not hold`],
	KernelModuleLoaded: [name => `if the kernel module ${name} is loaded`, name => `if the kernel module ${name} is not loaded`],
	Credential: [name => `if the credential ${name} was handed over`, name => `if no credential ${name} was handed over`],
	Security: [name => `where ${security(name)} is in use`, name => `where ${security(name)} is not in use`],
	Capability: [name => `if the manager itself has ${name}`, name => `if the manager itself lacks ${name}`],
	ACPower: truth('on mains power', 'on battery'),
	Memory: [
		size => (isCompared(size) ? `if the memory is ${size}` : `if the computer has at least ${size} of memory`),
		size => (isCompared(size) ? `if the memory is not ${size}` : `if the computer has less than ${size} of memory`),
	],
	CPUFeature: [name => `if the processor has ${name}`, name => `if the processor lacks ${name}`],
	CPUs: [
		count => `if the number of processors is ${isCompared(count) ? count : `at least ${count}`}`,
		count => `if the number of processors is ${isCompared(count) ? `not ${count}` : `less than ${count}`}`,
	],
	Environment: [name => `if the manager has the variable ${name}`, name => `if the manager does not have the variable ${name}`],
	User: [name => `for the user ${account(name)}`, name => `for other users than ${account(name)}`],
	Group: [name => `for members of the group ${name}`, name => `for users outside the group ${name}`],
	ControlGroupController: [hasControllers, lacksControllers],
	OSRelease: [test => `if the system's os-release says ${test}`, test => `if the system's os-release does not say ${test}`],
	MemoryPressure: pressure('memory'),
	CPUPressure: pressure('the processor'),
	IOPressure: pressure('disks'),
} satisfies Readonly<Record<string, Check>>;

type CheckName = keyof typeof checks;

const say =
	(prefix: string, check: Check, lead: string, rest: string): SayDirective =>
	value => {
		if (value.text === '') {
			return `Takes back all ${prefix}…= lines above, of every kind.`;
		}

		const {argument: whole, isEither, isNegated} = checkParts(value.text);
		const argument = shorten(whole);
		if (argument === '') {
			return wrong(value);
		}

		const clause = (isNegated ? check[1] : check[0])(argument);
		return `${lead} ${clause}${isEither ? ', or if another check marked | holds' : ''}; ${rest}.`;
	};

const named = <Prefix extends string>(prefix: Prefix, lead: string, rest: string): Record<`Unit.${Prefix}${CheckName}`, SayDirective> =>
	Object.fromEntries(Object.entries(checks).map(([name, check]) => [`Unit.${prefix}${name}`, say(prefix, check, lead, rest)])) as Record<
		`Unit.${Prefix}${CheckName}`,
		SayDirective
	>;

/** Checks before a start: quiet ones, and ones that fail the start. */
export const conditionDirectives = {
	...named('Condition', 'Starts only', 'else it is skipped quietly'),
	...named('Assert', 'Starts only', 'else its start fails with an error'),
};
