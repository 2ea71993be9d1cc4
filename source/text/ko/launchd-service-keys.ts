import type {KeyValue} from '../../model/config.js';
import {appleVendor, deviceNumberOf, nodeReach, portOf} from '../launchd-values.js';
import {withParticle} from './particle.js';
import {
	everySpan,
	isDictionaryText,
	listed,
	onDictionary,
	onFlag,
	onList,
	onNumber,
	onSpan,
	onText,
	onWord,
	permissionsOf,
	type SayKey,
	wrongForm,
} from './values.js';

const nameOf = ({name}: KeyValue): string => listed([name ?? '']);

/** `데몬이라는`, `서버라는`. */
const called = (name: string): string => `${withParticle(name, '이라')}는`;

const offered = (value: KeyValue): string => `${called(nameOf(value))} 이름을 제공합니다. 이 이름으로 메시지가 오면 작업을 시작합니다.`;

const machService: SayKey = value => {
	if (value.flag !== null) {
		return value.flag ? offered(value) : `${nameOf(value)} 값이 거짓입니다. launchd는 참 또는 딕셔너리를 요구합니다.`;
	}

	return isDictionaryText(value)
		? onDictionary(settings => `${offered(value)} 설정: ${listed(settings)}.`, offered(value))(value)
		: wrongForm('참 또는 딕셔너리');
};

const nodeName = onText(
	node =>
		({
			loopback: `이 컴퓨터의 프로그램만 연결할 수 있습니다(${node}).`,
			'every-ipv4': '이 컴퓨터의 모든 IPv4 주소를 씁니다(0.0.0.0).',
			every: `이 컴퓨터의 모든 주소를 씁니다(${node}).`,
			one: `${node} 주소만 씁니다.`,
		})[nodeReach(node)],
);

const serviceName: SayKey = value => {
	const found = portOf(value);
	if (found === null) {
		return wrongForm('포트 번호나 서비스 이름');
	}

	return found.isNumber ? `포트 ${found.port}번입니다.` : `/etc/services에 ${listed([found.port])} 서비스의 포트로 적혀 있는 번호입니다.`;
};

const bonjour: SayKey = value => {
	if (value.flag !== null) {
		return value.flag ? '서비스 이름으로 로컬 네트워크에 알립니다(Bonjour).' : '로컬 네트워크에 알리지 않습니다(Bonjour).';
	}

	return onList(names => `${called(listed(names))} 이름으로 로컬 네트워크에 알립니다(Bonjour).`, '알릴 이름이 없습니다.')(value);
};

const socketMode: SayKey = ({mode}) => (mode === null ? wrongForm('십진수') : `권한 ${mode}: ${permissionsOf(mode)}.`);

const streams: Readonly<Record<string, string>> = {
	'com.apple.iokit.matching': '조건에 맞는 장치나 드라이버가 나타나면 시작합니다',
	'com.apple.notifyd.matching': '프로세스 사이에 오가는 알림이 오면 시작합니다',
	'com.apple.distnoted.matching': '문서에 없는 키: 앱이 다른 모든 앱에 보내는 알림이 오면 시작합니다',
	'com.apple.xpc.activity': 'macOS가 알맞은 때를 골라 실행하는 백그라운드 작업입니다',
	'com.apple.fsevents.matching': '문서에 없는 키: 파일이 바뀌면 시작합니다',
	'com.apple.usernotificationcenter.matching': '문서에 없는 키: 화면에 뜨는 알림에 변화가 생기면 시작합니다',
	'com.apple.bonjour.events': '문서에 없는 키: 로컬 네트워크에 서비스가 나타나거나 사라지면 시작합니다',
	'com.apple.reachability': '문서에 없는 키: 네트워크의 어떤 컴퓨터에 연결할 수 있게 되거나 없게 되면 시작합니다',
	'com.apple.systemconfiguration': '문서에 없는 키: 시스템 설정값이 바뀌면 시작합니다',
	'com.apple.OpenDirectory.ODTrigger': '문서에 없는 키: 계정 정보가 바뀌면 시작합니다',
	'com.apple.remoteservicediscovery.events': '문서에 없는 키: 연결된 기기가 서비스를 제공하면 시작합니다',
};

const eventStream: SayKey = value => {
	const name = value.name ?? '';
	const what = Object.hasOwn(streams, name) ? streams[name] : `문서에 없는 키: ${listed([name])}에서 이벤트가 오면 시작합니다`;
	return onDictionary(events => `${what}(이벤트 ${events.length}개).`, `${what}. 하지만 지정한 이벤트가 없습니다.`)(value);
};

const oneEvent: SayKey = value => {
	const sentence = `작업이 ${withParticle(nameOf(value), '이라')}고 부르는 이벤트 하나입니다.`;
	return onDictionary(() => sentence, sentence)(value);
};

/** `what`: 제조사 or 제품. */
const deviceNumber =
	(what: string, nameOfNumber: (number: string) => string): SayKey =>
	value => {
		const number = deviceNumberOf(value);
		if (number === null || number === 'any') {
			return number === null ? wrongForm('숫자나 *') : `${withParticle(what, '을')} 가리지 않고 모든 장치가 대상입니다.`;
		}

		return `${what} 번호가 ${number}${nameOfNumber(number)}인 장치만 대상입니다.`;
	};

const machKeys = {
	MachServices: onDictionary(
		names => `다른 프로그램이 메시지를 보낼 수 있는 이름 ${names.length}개를 제공합니다. 메시지가 오면 작업을 시작합니다.`,
		'메시지를 받을 이름을 제공하지 않습니다.',
	),
	'MachServices.x': machService,
	'MachServices.x.ResetAtClose': onFlag(
		'작업이 끝나면 연결해 있던 프로그램에 알립니다. 그 프로그램은 다시 연결해야 합니다.',
		'작업이 끝나도 연결해 있던 프로그램은 알아채지 못합니다. 메시지는 다음 실행까지 기다립니다(기본값).',
	),
	'MachServices.x.HideUntilCheckIn': onFlag(
		'작업이 실행되어 이름을 넘겨받을 때까지는 이 이름을 찾을 수 없습니다.',
		'이 이름을 바로 찾을 수 있습니다(기본값).',
	),
	'MachServices.x.HostSpecialPort': onNumber(
		port => `문서에 없는 키: 다른 프로그램이 이름 없이 이 컴퓨터의 특수 포트 ${port}번으로 찾을 수 있습니다.`,
	),
	'MachServices.x.TaskSpecialPort': onNumber(
		port => `문서에 없는 키: launchd가 시작하는 프로그램은 이 서비스를 특수 포트 ${port}번으로 받습니다.`,
	),
	'MachServices.x.DrainMessagesOnCrash': onWord(
		{
			All: '문서에 없는 키: 비정상 종료하면 대기 중인 메시지를 모두 버려, 같은 메시지 때문에 다시 비정상 종료하지 않게 합니다.',
			One: '문서에 없는 키: 비정상 종료하면 대기 중인 첫 메시지를 버려, 그 메시지 때문에 다시 비정상 종료하지 않게 합니다.',
		},
		text => `문서에 없는 키: 비정상 종료한 뒤 대기 중인 메시지 가운데 무엇을 버릴지 정합니다(${text}).`,
	),
};

const socketAddressKeys = {
	Sockets: onDictionary(
		names => `launchd가 다음 소켓을 대신 열어 작업에 넘깁니다: ${listed(names)}. 처음으로 연결이나 데이터가 들어오면 작업을 시작합니다.`,
		'launchd가 대신 여는 소켓이 없습니다.',
	),
	'Sockets.x': (value: KeyValue) =>
		value.flag !== null || value.number !== null
			? wrongForm('딕셔너리나 딕셔너리 목록')
			: `작업이 launchd에 ${called(nameOf(value))} 이름으로 요청하는 소켓입니다.`,
	'Sockets.x.SockType': onWord(
		{
			stream: 'TCP처럼 바이트가 양방향으로 흐르는 연결입니다(기본값).',
			dgram: 'UDP처럼 연결 없이 하나씩 오가는 패킷입니다.',
			seqpacket: '메시지 사이의 경계를 유지하는 연결입니다.',
		},
		type => `설명서에 없는 소켓 종류입니다: ${type}.`,
	),
	'Sockets.x.SockPassive': onFlag('연결을 수신 대기합니다(기본값).', '수신 대기하지 않고 다른 쪽에 연결합니다.'),
	'Sockets.x.SockNodeName': nodeName,
	'Sockets.x.SockServiceName': serviceName,
	'Sockets.x.SockFamily': onWord(
		{
			IPv4: 'IPv4만 씁니다.',
			IPv6: 'IPv6만 씁니다.',
			IPv4v6: '소켓 하나로 IPv4와 IPv6을 모두 씁니다.',
			IPv6v4: '소켓 하나로 IPv4와 IPv6을 모두 씁니다.',
			Unix: '포트 대신 경로를 쓰는 로컬 소켓입니다.',
		},
		family => `설명서에 없는 주소 종류입니다: ${family}.`,
	),
	'Sockets.x.SockProtocol': onWord(
		{TCP: 'TCP를 씁니다. 연결을 맺는 방식입니다.', UDP: 'UDP를 씁니다. 패킷을 하나씩 주고받는 방식입니다.'},
		protocol => `설명서에 없는 프로토콜입니다: ${protocol}.`,
	),
	'Sockets.x.MulticastGroup': onText(group => `멀티캐스트 그룹 ${group}에 보낸 데이터도 받습니다.`),
};

const socketFileKeys = {
	'Sockets.x.SockPathName': onText(path => `launchd가 ${path}에 로컬 소켓을 만듭니다.`),
	'Sockets.x.SockPathOwner': onNumber(id => `소켓 파일의 소유자는 사용자 ${id}번${id === 0 ? '(root)' : ''}입니다.`),
	'Sockets.x.SockPathGroup': onNumber(id => `소켓 파일의 그룹은 ${id}번${id === 0 ? '(wheel)' : ''}입니다.`),
	'Sockets.x.SockPathMode': socketMode,
	'Sockets.x.SecureSocketWithKey': onText(
		name => `launchd가 아무도 짐작할 수 없는 경로에 로컬 소켓을 만들고, 그 경로를 환경 변수 ${name}에 넣어 알려 줍니다.`,
	),
	'Sockets.x.Bonjour': bonjour,
	inetdCompatibility: onDictionary(
		() => '옛 inetd 방식으로 시작합니다. 그 방식에 맞춰 만든 프로그램에 필요합니다.',
		'옛 inetd 방식으로 시작합니다.',
	),
	'inetdCompatibility.Wait': onFlag(
		'inetd처럼 수신 대기 소켓을 입력과 출력으로 넘겨받아 연결을 직접 받아들입니다.',
		'inetd처럼 연결마다 프로세스를 따로 시작하고, 그 연결을 입력과 출력으로 넘겨줍니다.',
	),
};

const eventKeys = {
	LaunchEvents: onDictionary(sources => `다음 출처에서 이벤트가 오면 시작합니다: ${listed(sources)}.`, '이벤트로 시작하지 않습니다.'),
	'LaunchEvents.x': eventStream,
	'LaunchEvents.x.x': oneEvent,
	'LaunchEvents.x.x.Notification': onText(name => `${name} 알림이 오면 시작합니다.`),
	'LaunchEvents.x.x.Name': onText(name => `문서에 없는 키: ${name} 알림이 오면 시작합니다.`),
	'LaunchEvents.x.x.Path': onList(
		paths => `문서에 없는 키: ${listed(paths)}에서 무언가 바뀌면 시작합니다.`,
		'문서에 없는 키: 아무것도 지켜보지 않습니다.',
	),
	'LaunchEvents.x.x.IOMatchLaunchStream': onFlag(
		'장치가 작업을 시작하게 하려면 참이어야 합니다.',
		'거짓이므로 어떤 장치도 작업을 시작하지 않습니다.',
	),
	'LaunchEvents.x.x.IOProviderClass': onText(name => `${name} 클래스의 장치와 드라이버만 대상입니다.`),
	'LaunchEvents.x.x.IONameMatch': onList(
		names => `이름이 ${listed(names)}인 장치만 대상입니다.`,
		'이름을 가리지 않고 모든 장치가 대상입니다.',
	),
	'LaunchEvents.x.x.IOPropertyMatch': (value: KeyValue) => {
		if (value.flag !== null || value.number !== null) {
			return wrongForm('딕셔너리');
		}

		const properties = listed(value.items);
		return properties === '' ? '속성을 가리지 않고 모든 장치가 대상입니다.' : `특정한 속성이 있는 장치만 대상입니다: ${properties}.`;
	},
	'LaunchEvents.x.x.idVendor': deviceNumber('제조사', number => (number === appleVendor ? '(Apple)' : '')),
	'LaunchEvents.x.x.idProduct': deviceNumber('제품', () => ''),
	'LaunchEvents.x.x.bundleid': onText(bundle => `문서에 없는 키: ${bundle} 앱의 알림이 대상입니다.`),
	'LaunchEvents.x.x.events': onList(
		events => `문서에 없는 키: 다음 일이 생기면 시작합니다: ${listed(events)}.`,
		'문서에 없는 키: 시작하게 하는 일이 지정되어 있지 않습니다.',
	),
};

const activityKeys = {
	'LaunchEvents.x.x.Interval': onSpan((_, durationMs) => `${everySpan(durationMs)} 한 번쯤 실행합니다.`),
	'LaunchEvents.x.x.Repeating': onFlag('되풀이해서 실행합니다.', '한 번만 실행합니다.'),
	'LaunchEvents.x.x.Delay': onSpan((span, durationMs) =>
		durationMs === 0 ? '처음 실행하기 전에 기다리지 않습니다.' : `${span} 기다린 뒤에 처음으로 실행합니다.`,
	),
	'LaunchEvents.x.x.GracePeriod': onSpan(span => `알맞은 때를 찾으려고 최대 ${span}까지 미룰 수 있습니다.`),
	'LaunchEvents.x.x.Priority': onWord(
		{
			Maintenance: '아무도 기다리지 않는 작업입니다. 컴퓨터가 한가할 때 실행합니다.',
			Utility: '결과를 기다리는 사람이 있지만 당장 필요하지는 않은 작업입니다.',
		},
		priority => `얼마나 급한 작업인지를 나타냅니다: ${priority}.`,
	),
	'LaunchEvents.x.x.AllowBattery': onFlag('배터리를 쓰는 중에도 실행합니다.', '전원에 연결되어 있을 때만 실행합니다.'),
	'LaunchEvents.x.x.PowerNap': onFlag(
		'문서에 없는 키: Mac이 잠자는 동안 Power Nap 중에도 실행합니다.',
		'문서에 없는 키: Power Nap 중에는 실행하지 않습니다.',
	),
	'LaunchEvents.x.x.RequireScreenSleep': onFlag('화면이 꺼져 있을 때만 실행합니다.', '화면이 켜져 있는지와 상관없이 실행합니다.'),
	'LaunchEvents.x.x.RequireNetworkConnectivity': onFlag(
		'문서에 없는 키: 네트워크에 연결되어 있을 때만 실행합니다.',
		'문서에 없는 키: 네트워크 없이도 실행합니다.',
	),
	'LaunchEvents.x.x.RequireBatteryLevel': onNumber(percent => `배터리가 ${percent}% 이상일 때만 실행합니다.`),
};

/** What a job offers to others, and the events that start it. @source launchd.plist(5), xpc_events(3) */
export const serviceKeys = {...machKeys, ...socketAddressKeys, ...socketFileKeys, ...eventKeys, ...activityKeys};
