import type {resourceDirectives as English} from '../en/systemd-resource.js';
import {
	bindRuleOf,
	type DeviceAccess,
	delegationOf,
	deviceLimitOf,
	deviceRuleOf,
	percentOf,
	quotaOf,
	shareOf,
	tasksOf,
} from '../systemd-resource-parts.js';
import type {Widened} from '../widened.js';
import {withParticle} from './particle.js';
import {unitOf} from './systemd-known-units.js';
import {
	missing,
	onChoice,
	onFilter,
	onFlag,
	onList,
	onNumber,
	onSize,
	onSpan,
	onText,
	type SayDirective,
	shorten,
	someOf,
	takenBack,
	wrong,
} from './systemd-words.js';

const measured = (what: string): SayDirective =>
	onFlag(`${withParticle(what, '을')} 셉니다.`, `${withParticle(what, '을')} 따로 세지 않습니다.`);

/** A share of something scarce, as against others; `idle` for what is left over. `when` stands in front. */
const onShare =
	(what: string, usual: number, when = '', empty = takenBack): SayDirective =>
	value => {
		if (value.text === 'idle') {
			return `${when}다른 유닛이 쓰지 않을 때만 ${withParticle(what, '을')} 씁니다.`;
		}

		if (value.text === '') {
			return empty;
		}

		const share = shareOf(value.number, usual);
		if (share === null) {
			return wrong(value);
		}

		const words = {
			same: '다른 유닛과 같은 만큼',
			times: `다른 유닛의 ${share.amount}배만큼`,
			percent: `다른 유닛의 ${share.amount}%만큼`,
		};
		return `${when}${withParticle(what, '이')} 붐빌 때 ${words[share.kind]} 씁니다(값 ${value.number}, 보통 ${usual}).`;
	};

const starting = '컴퓨터가 켜지거나 꺼지는 동안에는 ';

const onProcessors = (when = ''): SayDirective => onList(items => `${when}다음 CPU에서만 실행됩니다: ${someOf(items, 8)}.`);

const onNodes = (when = ''): SayDirective => onList(items => `${when}다음 메모리 노드만 쓸 수 있습니다: ${someOf(items, 8)}.`);

const cpu = {
	'Resource.CPUAccounting': measured('CPU 사용량'),
	'Resource.CPUWeight': onShare('CPU', 100),
	'Resource.StartupCPUWeight': onShare('CPU', 100, starting),
	'Resource.CPUShares': onShare('CPU', 1024, '', missing),
	'Resource.StartupCPUShares': onShare('CPU', 1024, starting, missing),
	'Resource.CPUQuota': onText((text, value) => {
		const quota = quotaOf(text);
		if (quota === null) {
			return wrong(value);
		}

		const more = quota.processors === null ? '' : `, 곧 CPU ${quota.processors}개만큼`;
		return `CPU를 하나의 ${quota.percent}%까지${more} 쓸 수 있습니다.`;
	}, 'CPU 사용에 제한이 없습니다.'),
	'Resource.CPUQuotaPeriodSec': onSpan(span => `CPU 사용 한도를 ${span} 단위로 잽니다.`, {empty: takenBack}),
	'Resource.AllowedCPUs': onProcessors(),
	'Resource.StartupAllowedCPUs': onProcessors(starting),
	'Resource.AllowedMemoryNodes': onNodes(),
	'Resource.StartupAllowedMemoryNodes': onNodes(starting),
};

/** An amount in bytes, or as a share of all there is: `64M`, `전체의 10%`. `nothing`: what is said of no amount. */
const onAmount =
	(say: (amount: string) => string, unlimited: string, nothing: string | null = null, empty = takenBack): SayDirective =>
	(value, now) =>
		nothing !== null && (value.number === 0 || value.text === '0%') ? nothing : onSize(say, unlimited, '전체', empty)(value, now);

const killed = (when = '', empty = takenBack): SayDirective =>
	onAmount(
		amount => `${when}메모리를 ${amount}까지 쓸 수 있고, 더 필요하면 프로세스가 강제 종료됩니다.`,
		`${when}메모리 사용에 제한이 없습니다.`,
		null,
		empty,
	);

const slowed = (when = ''): SayDirective =>
	onAmount(amount => `${when}메모리를 ${amount}보다 많이 쓰면 느려집니다.`, `${when}메모리를 많이 써도 느려지지 않습니다.`);

const kept = (how: string, when = ''): SayDirective =>
	onAmount(
		amount => `${when}쓰는 메모리 가운데 ${withParticle(amount, '은')} ${how}.`,
		`${when}쓰는 메모리는 모두 ${how}.`,
		'따로 지켜 주는 메모리가 없습니다.',
	);

const swapped = (what: string, when = ''): SayDirective =>
	onAmount(
		amount => `${when}${withParticle(what, '을')} ${amount}까지 쓸 수 있습니다.`,
		`${when}${what} 사용에 제한이 없습니다.`,
		`${when}${withParticle(what, '을')} 쓸 수 없습니다.`,
	);

const forChildren = (how: string, when = ''): SayDirective =>
	onAmount(
		amount => `${when}안에 있는 유닛마다 메모리 ${withParticle(amount, '은')} ${how}.`,
		`${when}안에 있는 유닛마다 쓰는 메모리는 모두 ${how}.`,
	);

const never = '절대 회수되지 않습니다';
const rarely = '다른 데서 얻을 메모리가 없을 때만 회수됩니다';

const swap = '스왑 공간';
const compressedSwap = '압축 스왑 공간';

const memory = {
	'Resource.MemoryAccounting': measured('메모리 사용량'),
	'Resource.MemoryMin': kept(never),
	'Resource.MemoryLow': kept(rarely),
	'Resource.StartupMemoryLow': kept(rarely, starting),
	'Resource.MemoryHigh': slowed(),
	'Resource.StartupMemoryHigh': slowed(starting),
	'Resource.MemoryMax': killed(),
	'Resource.StartupMemoryMax': killed(starting),
	'Resource.MemoryLimit': killed('', missing),
	'Resource.MemorySwapMax': swapped(swap),
	'Resource.StartupMemorySwapMax': swapped(swap, starting),
	'Resource.MemoryZSwapMax': swapped(compressedSwap),
	'Resource.StartupMemoryZSwapMax': swapped(compressedSwap, starting),
	'Resource.MemoryZSwapWriteback': onFlag(
		'압축 스왑 공간의 내용을 디스크에 쓸 수 있습니다.',
		'압축 스왑 공간의 내용은 메모리에만 남습니다.',
		takenBack,
	),
	'Resource.DefaultMemoryMin': forChildren(never),
	'Resource.DefaultMemoryLow': forChildren(rarely),
	'Resource.DefaultStartupMemoryLow': forChildren(rarely, starting),
	'Resource.MemoryPressureWatch': onChoice(
		{
			auto: '메모리 사용량을 세고 있으면, 메모리가 모자랄 때 알려 줍니다.',
			on: '메모리가 모자랄 때 알려 줍니다.',
			off: '메모리가 모자란지 지켜보지 말라고 알려 줍니다.',
			yes: '메모리가 모자랄 때 알려 줍니다.',
			no: '메모리가 모자란지 지켜보지 말라고 알려 줍니다.',
			skip: '메모리가 모자란지 알려 주지 않습니다.',
		},
		takenBack,
	),
	'Resource.MemoryPressureThresholdSec': onSpan(span => `메모리를 기다린 시간이 ${span}에 이르면 모자란 것으로 봅니다.`, {
		empty: takenBack,
	}),
};

const onTasks: SayDirective = value => {
	const tasks = tasksOf(value);
	if (value.text === '' || tasks === null) {
		return value.text === '' ? takenBack : wrong(value);
	}

	return tasks.kind === 'unlimited'
		? '프로세스와 스레드 수에 제한이 없습니다.'
		: tasks.kind === 'percent'
			? `시스템이 허용하는 프로세스와 스레드의 ${tasks.amount}%까지 둘 수 있습니다.`
			: `프로세스와 스레드를 합쳐 ${tasks.amount}개까지 둘 수 있습니다.`;
};

const tasks = {
	'Resource.TasksAccounting': measured('프로세스 수'),
	'Resource.TasksMax': onTasks,
	'Slice.ConcurrencyHardMax': onNumber(
		count => `안에서 유닛이 동시에 ${count}개까지 실행될 수 있고, 더 시작하려 하면 실패합니다.`,
		takenBack,
	),
	'Slice.ConcurrencySoftMax': onNumber(
		count => `안에서 유닛이 동시에 ${count}개까지 실행될 수 있고, 더 시작하려 하면 차례를 기다립니다.`,
		takenBack,
	),
};

/** A device, and a limit or a share for it. */
const onDevice =
	(say: (device: string, limit: string) => string): SayDirective =>
	value => {
		const found = deviceLimitOf(value.text);
		return value.text === '' ? takenBack : found === null ? wrong(value) : say(shorten(found.device), shorten(found.limit, 20));
	};

const speeds = {
	read: onDevice((device, limit) => `${device}에서 초당 ${limit}바이트까지 읽을 수 있습니다.`),
	write: onDevice((device, limit) => `${device}에 초당 ${limit}바이트까지 쓸 수 있습니다.`),
};

const deviceShare = (usual: number): SayDirective =>
	onDevice((device, weight) => `${device} 장치가 붐빌 때 이 유닛의 몫은 ${weight}입니다(보통 ${usual}).`);

const disk = {
	'Resource.IOAccounting': measured('디스크 사용량'),
	'Resource.IOWeight': onShare('디스크', 100),
	'Resource.StartupIOWeight': onShare('디스크', 100, starting),
	'Resource.IODeviceWeight': deviceShare(100),
	'Resource.IOReadBandwidthMax': speeds.read,
	'Resource.IOWriteBandwidthMax': speeds.write,
	'Resource.IOReadIOPSMax': onDevice((device, limit) => `${device}에서 초당 ${limit}번까지 읽을 수 있습니다.`),
	'Resource.IOWriteIOPSMax': onDevice((device, limit) => `${device}에 초당 ${limit}번까지 쓸 수 있습니다.`),
	'Resource.IODeviceLatencyTargetSec': onDevice(
		(device, span) => `${device} 장치를 ${span}보다 오래 기다리지 않도록 다른 유닛을 늦춥니다.`,
	),
	'Resource.BlockIOAccounting': measured('디스크 사용량'),
	'Resource.BlockIOWeight': onShare('디스크', 500),
	'Resource.StartupBlockIOWeight': onShare('디스크', 500, starting),
	'Resource.BlockIODeviceWeight': deviceShare(500),
	'Resource.BlockIOReadBandwidth': speeds.read,
	'Resource.BlockIOWriteBandwidth': speeds.write,
};

const addresses: Readonly<Record<string, string>> = {
	any: '모든 주소',
	localhost: '이 컴퓨터',
	'link-local': '같은 선에 이어진 이웃 컴퓨터',
	multicast: '멀티캐스트 그룹',
};

const addressesOf = (items: readonly string[]): string =>
	someOf(items.map(item => (Object.hasOwn(addresses, item) ? (addresses[item] ?? item) : item)));

const bindRulesOf = (items: readonly string[]): string => someOf(items.map(item => bindRuleOf(item) ?? '모든 포트'));

const network = {
	'Resource.IPAccounting': measured('네트워크 사용량'),
	'Resource.IPAddressAllow': onList(items => `다음 상대와 통신할 수 있습니다: ${addressesOf(items)}.`),
	'Resource.IPAddressDeny': onList(
		items => `다음 상대와 통신할 수 없습니다: ${addressesOf(items)}. IPAddressAllow=에서 허용한 주소는 예외입니다.`,
	),
	'Resource.SocketBindAllow': onList(items => `다음에서 수신 대기할 수 있습니다: ${bindRulesOf(items)}.`),
	'Resource.SocketBindDeny': onList(
		items => `다음에서 수신 대기할 수 없습니다: ${bindRulesOf(items)}. SocketBindAllow=에서 허용한 것은 예외입니다.`,
	),
	'Resource.RestrictNetworkInterfaces': onFilter(
		items => `다음 네트워크 인터페이스만 쓸 수 있습니다: ${someOf(items)}.`,
		items => `다음 네트워크 인터페이스를 쓸 수 없습니다: ${someOf(items)}.`,
	),
	'Resource.IPIngressFilterPath': onText(path => `받는 데이터를 ${path} 프로그램이 거릅니다.`),
	'Resource.IPEgressFilterPath': onText(path => `보내는 데이터를 ${path} 프로그램이 거릅니다.`),
	'Resource.BPFProgram': onText(program => `커널에 적재한 다음 프로그램이 동작의 일부를 결정합니다: ${program}.`),
	'Resource.NFTSet': onList(() => '컨트롤 그룹이나 계정을 방화벽의 집합에 넣습니다.'),
};

const rights: Readonly<Record<DeviceAccess, string>> = {r: '읽기', w: '쓰기', m: '만들기'};

const sorts = {char: '문자 장치', block: '디스크 장치'};

const onDeviceRule: SayDirective = value => {
	const rule = deviceRuleOf(value.text);
	if (rule === null) {
		return wrong(value);
	}

	const words = rule.access.map(letter => rights[letter]).join('·');
	const devices =
		rule.sort === 'one'
			? `${shorten(rule.name ?? '')} 장치`
			: rule.name === null
				? `모든 ${sorts[rule.sort]}`
				: `${shorten(rule.name)} 종류 ${sorts[rule.sort]}`;
	return `${devices}의 ${words}를 허용합니다.`;
};

const devices = {
	'Resource.DeviceAllow': (value: Parameters<SayDirective>[0], now: number) =>
		value.text === '' ? '앞에서 설정한 장치를 모두 취소합니다.' : onDeviceRule(value, now),
	'Resource.DevicePolicy': onChoice({
		auto: '모든 장치를 쓸 수 있습니다. DeviceAllow=가 있으면 거기에 적힌 장치와 /dev/null 같은 가상 장치만 쓸 수 있습니다.',
		closed: '/dev/null 같은 가상 장치와 DeviceAllow=에 적힌 장치만 쓸 수 있습니다.',
		strict: 'DeviceAllow=에 적힌 장치만 쓸 수 있습니다.',
	}),
};

const pressureKill = (what: string): SayDirective =>
	onChoice(
		{
			auto: `${withParticle(what, '이')} 모자랄 때, 상위 유닛이 요청한 경우에만 systemd-oomd가 강제 종료합니다.`,
			kill: `${withParticle(what, '이')} 모자라면 systemd-oomd가 안에 있는 프로세스를 강제 종료합니다.`,
		},
		takenBack,
	);

const groups = {
	'Resource.Slice': onText(name => `컨트롤 그룹이 ${unitOf(name)}에 속합니다.`, missing),
	'Resource.Delegate': onList(
		items =>
			({
				all: '자신의 컨트롤 그룹을 스스로 나눌 수 있습니다.',
				none: '자신의 컨트롤 그룹을 스스로 나눌 수 없습니다.',
				some: `자신의 컨트롤 그룹을 다음 컨트롤러로 스스로 나눌 수 있습니다: ${someOf(items, 6)}.`,
			})[delegationOf(items)],
		'자신의 컨트롤 그룹을 컨트롤러 없이 스스로 나눌 수 있습니다.',
	),
	'Resource.DelegateSubgroup': onText(name => `프로세스가 컨트롤 그룹의 하위 그룹 ${name}에서 시작합니다.`),
	'Resource.DisableControllers': onList(items => `안에 있는 컨트롤 그룹은 다음 컨트롤러를 쓸 수 없습니다: ${someOf(items, 6)}.`),
	'Resource.ManagedOOMSwap': pressureKill(swap),
	'Resource.ManagedOOMMemoryPressure': pressureKill('메모리'),
	'Resource.ManagedOOMMemoryPressureLimit': onText((text, value) => {
		const percent = percentOf(text);
		return percent === null ? wrong(value) : `모든 프로세스가 함께 메모리를 기다리는 시간이 ${percent}%가 되면 모자란 것으로 봅니다.`;
	}),
	'Resource.ManagedOOMMemoryPressureDurationSec': onSpan(span => `메모리가 ${span} 동안 모자라야 systemd-oomd가 나섭니다.`, {
		empty: takenBack,
	}),
	'Resource.ManagedOOMPreference': onChoice({
		none: 'systemd-oomd가 다른 유닛과 똑같이 강제 종료합니다.',
		avoid: '강제 종료할 다른 유닛이 없을 때만 systemd-oomd가 강제 종료합니다.',
		omit: 'systemd-oomd가 절대 강제 종료하지 않습니다.',
	}),
	'Resource.CoredumpReceive': onFlag('컨테이너의 코어 덤프를 컨테이너 안으로 넘깁니다.', '컨테이너의 코어 덤프를 밖에 보관합니다.'),
};

/** Shares and limits of a control group, in Korean. @source systemd.resource-control(5) */
export const resourceDirectives: Widened<typeof English> = {...cpu, ...memory, ...tasks, ...disk, ...network, ...devices, ...groups};
