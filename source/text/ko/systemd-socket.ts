import type {socketDirectives as English} from '../en/systemd-socket.js';
import {byTimestamp, endpointOf, reachOf} from '../systemd-socket-parts.js';
import type {Widened} from '../widened.js';
import {withParticle} from './particle.js';
import {unitOf} from './systemd-known-units.js';
import {onCommand} from './systemd-service.js';
import {
	missing,
	onChoice,
	onFlag,
	onList,
	onMode,
	onNumber,
	onRange,
	onSize,
	onSpan,
	onText,
	type SayDirective,
	someOf,
	wrong,
} from './systemd-words.js';

const addressOf = (address: string): string =>
	({
		'all-ipv4': '모든 IPv4 주소',
		all: '모든 주소',
		'this-computer': `${address}(이 컴퓨터 안에서만)`,
		one: `${address} 주소`,
	})[reachOf(address)];

/** Where a socket waits, in front of what it waits for. @source systemd.socket(5), ListenStream= */
const endpoint = (text: string, protocol: string): string => {
	const found = endpointOf(text);
	if (found.kind === 'port') {
		return `${found.address === null ? '모든 주소' : addressOf(found.address)}의 ${protocol} ${found.port}번 포트에서`;
	}

	return {
		file: `소켓 파일 ${text}에서`,
		local: `파일이 아닌 로컬 이름 ${text}에서`,
		vsock: `가상 머신과 호스트 사이의 통로(${text})에서`,
		other: `${text}에서`,
	}[found.kind];
};

const allTaken = '앞에서 설정한 주소를 모두 취소합니다.';

const onEndpoint = (say: (where: string) => string, protocol: string): SayDirective =>
	onText(text => say(endpoint(text, protocol)), allTaken);

const addresses = {
	'Socket.ListenStream': onEndpoint(where => `${where} 연결을 기다립니다.`, 'TCP'),
	'Socket.ListenDatagram': onEndpoint(where => `${where} 메시지를 기다립니다.`, 'UDP'),
	'Socket.ListenSequentialPacket': onText(
		(text, value) => (/^[/@]/.test(text) ? `${endpoint(text, '')} 메시지를 따로따로 전하는 연결을 기다립니다.` : wrong(value)),
		allTaken,
	),
	'Socket.ListenFIFO': onText(path => `누군가 파이프 ${path}에 쓰기를 기다립니다.`, allTaken),
	'Socket.ListenNetlink': onText(family => `다음 커널 메시지를 기다립니다: ${family}.`, allTaken),
	'Socket.ListenSpecial': onText(path => `장치나 특수 파일 ${path}에 읽을 것이 생기기를 기다립니다.`, allTaken),
	'Socket.ListenMessageQueue': onText(name => `대기열 ${name}에 메시지가 오기를 기다립니다.`, allTaken),
	'Socket.ListenUSBFunction': onText(path => `이 컴퓨터를 USB 장치로 쓰는 컴퓨터를 ${path}에서 기다립니다.`, allTaken),
	'Socket.SocketProtocol': onChoice({
		udplite: 'UDP 대신 UDP-Lite로 통신합니다.',
		sctp: 'TCP 대신 SCTP로 통신합니다.',
		mptcp: '양쪽이 모두 지원하면 여러 네트워크를 한꺼번에 쓰는 TCP로 통신합니다.',
	}),
	'Socket.BindIPv6Only': onChoice({
		default: 'IPv6 주소로 IPv4 연결도 받을지는 시스템이 정하며, 보통은 받습니다.',
		both: 'IPv6 주소로 IPv4 연결도 받습니다.',
		'ipv6-only': 'IPv6 주소로는 IPv6 연결만 받습니다.',
		yes: 'IPv6 주소로는 IPv6 연결만 받습니다.',
		no: 'IPv6 주소로 IPv4 연결도 받습니다.',
	}),
	'Socket.BindToDevice': onText(name => `네트워크 인터페이스 ${withParticle(name, '으로')} 들어오는 것만 받습니다.`),
	'Socket.FreeBind': onFlag('컴퓨터에 아직 없는 주소에서도 수신 대기할 수 있습니다.', '컴퓨터에 있는 주소에서만 수신 대기할 수 있습니다.'),
	'Socket.ReusePort': onFlag(
		'다른 소켓도 같은 포트에서 수신 대기하며 연결을 나누어 받을 수 있습니다.',
		'다른 소켓은 같은 포트에서 수신 대기할 수 없습니다.',
	),
	'Socket.Transparent': onFlag('프록시처럼 다른 주소로 가는 연결도 받을 수 있습니다.', '자신에게 오는 연결만 받습니다.'),
	'Socket.Broadcast': onFlag('네트워크의 모든 컴퓨터에 한꺼번에 보낼 수 있습니다.', '네트워크의 모든 컴퓨터에 한꺼번에 보낼 수 없습니다.'),
};

const conflicting = '서비스가 실행 중인 유닛과 충돌하면';

const handing = {
	'Socket.Accept': onFlag('연결마다 서비스의 인스턴스를 따로 띄워 처리합니다.', '서비스 하나가 소켓을 넘겨받아 모든 연결을 처리합니다.'),
	'Socket.Service': onText(name => `${unitOf(name)} 유닛을 시작합니다.`, missing),
	'Socket.FileDescriptorName': onText(name => `서비스가 아는 이 소켓의 이름은 ${name}입니다.`),
	'Socket.PassFileDescriptorsToExec': onFlag('앞뒤로 실행하는 명령에도 소켓을 넘깁니다.', '서비스에만 소켓을 넘깁니다.'),
	'Socket.AcceptFileDescriptors': onFlag('상대가 보내는 열린 파일을 받을 수 있습니다.', '상대가 보내는 열린 파일을 받을 수 없습니다.'),
	'Socket.Backlog': onNumber(count => `연결이 ${count}개까지 차례를 기다릴 수 있습니다.`),
	'Socket.MaxConnections': onNumber(count => `연결마다 프로세스를 따로 둘 때 동시에 ${count}개까지 연결할 수 있습니다.`),
	'Socket.MaxConnectionsPerSource': onNumber(count =>
		count === 0 ? '한 주소에서 오는 연결 수에 제한이 없습니다.' : `한 주소에서 ${count}개까지 연결할 수 있습니다.`,
	),
	'Socket.TriggerLimitIntervalSec': onSpan(span => `서비스를 시작한 횟수를 ${span} 단위로 셉니다.`, {
		zero: '서비스를 시작하는 횟수에 제한이 없습니다.',
	}),
	'Socket.TriggerLimitBurst': onNumber(count =>
		count === 0
			? '서비스를 시작하는 횟수에 제한이 없습니다.'
			: `정해진 시간 안에 서비스를 ${count}번 시작하고 나면 실패로 처리되어 닫힙니다.`,
	),
	'Socket.PollLimitIntervalSec': onSpan(span => `들어오는 것을 ${span} 단위로 세어 너무 많으면 잠시 쉽니다.`, {
		zero: '아무리 많이 들어와도 쉬지 않습니다.',
	}),
	'Socket.PollLimitBurst': onNumber(count =>
		count === 0 ? '아무리 많이 들어와도 쉬지 않습니다.' : `정해진 시간 안에 ${count}번 들어오고 나면 잠시 쉽니다.`,
	),
	'Socket.DeferTrigger': onChoice({
		no: `${conflicting} 그 유닛을 중지합니다.`,
		yes: `${conflicting} 그 유닛이 끝날 때까지 시작을 미룹니다.`,
		patient: `${conflicting} 그 유닛이 끝날 때까지 아무리 오래 걸려도 시작을 미룹니다.`,
	}),
	'Socket.DeferTriggerMaxSec': onSpan(span => `시작을 최대 ${span} 미룹니다.`, {forever: '시작을 미루는 시간에 제한이 없습니다.'}),
	'Socket.FlushPending': onFlag(
		'서비스가 끝날 때 처리를 기다리던 것은 버립니다.',
		'서비스가 끝날 때 처리를 기다리던 것은 다음 서비스를 위해 남깁니다.',
	),
};

const nodes = {
	'Socket.SocketUser': onText(user => `소켓 파일의 소유자는 ${user}입니다.`),
	'Socket.SocketGroup': onText(group => `소켓 파일의 그룹은 ${group}입니다.`),
	'Socket.SocketMode': onMode(permissions => `소켓 파일의 권한: ${permissions}. 연결하려면 쓰기 권한이 있어야 합니다.`),
	'Socket.DirectoryMode': onMode(permissions => `소켓 파일까지 가는 길에 만드는 폴더의 권한: ${permissions}.`),
	'Socket.Symlinks': onList(items => `다음 경로로도 찾을 수 있습니다: ${someOf(items)}.`),
	'Socket.RemoveOnStop': onFlag('멈추면 소켓 파일을 지웁니다.', '멈춰도 소켓 파일이 남습니다.'),
	'Socket.Writable': onFlag('특수 파일을 쓰기도 할 수 있게 엽니다.', '특수 파일을 읽기 전용으로 엽니다.'),
};

const connection = {
	'Socket.KeepAlive': onFlag('오래 조용한 연결이 살아 있는지 확인합니다.', '조용한 연결이 살아 있는지 확인하지 않습니다.'),
	'Socket.KeepAliveTimeSec': onSpan(span => `${span} 동안 조용하면 확인을 시작합니다.`),
	'Socket.KeepAliveIntervalSec': onSpan(span => `${span} 간격으로 다시 확인합니다.`, {forever: '다시 확인하지 않습니다.'}),
	'Socket.KeepAliveProbes': onNumber(count => `${count}번 확인해도 응답이 없으면 연결을 포기합니다.`),
	'Socket.NoDelay': onFlag('작은 데이터도 바로 보냅니다.', '작은 데이터는 모아서 보낼 수 있습니다.'),
	'Socket.DeferAcceptSec': onSpan(span => `${span} 안에 데이터가 와야 연결된 것으로 봅니다.`, {
		zero: '데이터가 오지 않아도 바로 연결된 것으로 봅니다.',
	}),
	'Socket.Priority': onNumber(number => `보내는 데이터의 우선순위는 ${number}입니다.`),
	'Socket.ReceiveBuffer': onSize(
		size => `읽히기를 기다리는 데이터를 ${size}까지 담아 둡니다.`,
		'읽히기를 기다리는 데이터를 제한 없이 담아 둡니다.',
		null,
		missing,
	),
	'Socket.SendBuffer': onSize(
		size => `보낼 차례를 기다리는 데이터를 ${size}까지 담아 둡니다.`,
		'보낼 차례를 기다리는 데이터를 제한 없이 담아 둡니다.',
		null,
		missing,
	),
	'Socket.PipeSize': onSize(size => `파이프에 ${size}까지 담을 수 있습니다.`, '파이프에 담을 수 있는 만큼 담습니다.', null, missing),
	'Socket.IPTOS': onText(service => `네트워크에 다음 전송 방식을 요청합니다: ${service}.`),
	'Socket.IPTTL': onRange(0, 255, hops => `보내는 데이터가 라우터를 ${hops}개까지 지날 수 있습니다.`, missing),
	'Socket.Mark': onNumber(mark => `보내는 데이터에 방화벽이 알아볼 표시 ${withParticle(String(mark), '을')} 붙입니다.`),
	'Socket.TCPCongestion': onText(name => `네트워크 혼잡을 ${name} 방식으로 피합니다.`),
	'Socket.MessageQueueMaxMessages': onNumber(count => `대기열에 메시지를 ${count}개까지 담습니다.`),
	'Socket.MessageQueueMessageSize': onNumber(size => `대기열의 메시지는 하나에 ${size}바이트까지입니다.`),
};

const senders = {
	'Socket.PassCredentials': onFlag(
		'요청한 프로세스와 계정이 누구인지 서비스에 알려 줍니다.',
		'누가 요청했는지 서비스에 알려 주지 않습니다.',
	),
	'Socket.PassPIDFD': onFlag(
		'요청한 프로세스를 확실하게 가리키는 참조를 서비스에 넘깁니다.',
		'요청한 프로세스를 가리키는 참조를 서비스에 넘기지 않습니다.',
	),
	'Socket.PassSecurity': onFlag(
		'요청한 프로세스의 보안 레이블을 서비스에 알려 줍니다.',
		'요청한 프로세스의 보안 레이블을 서비스에 알려 주지 않습니다.',
	),
	'Socket.PassPacketInfo': onFlag(
		'패킷이 어디로 들어왔는지 서비스에 알려 줍니다.',
		'패킷이 어디로 들어왔는지 서비스에 알려 주지 않습니다.',
	),
	'Socket.Timestamping': onChoice(
		byTimestamp({
			microseconds: '패킷이 들어온 시각을 서비스에 마이크로초까지 알려 줍니다.',
			nanoseconds: '패킷이 들어온 시각을 서비스에 나노초까지 알려 줍니다.',
			off: '패킷이 들어온 시각을 서비스에 알려 주지 않습니다.',
		}),
	),
	'Socket.SmackLabel': onText(label => `소켓 파일의 SMACK 레이블은 ${label}입니다.`),
	'Socket.SmackLabelIPIn': onText(label => `들어오는 데이터의 SMACK 레이블은 ${label}입니다.`),
	'Socket.SmackLabelIPOut': onText(label => `나가는 데이터의 SMACK 레이블은 ${label}입니다.`),
	'Socket.SELinuxContextFromNet': onFlag('서비스의 SELinux 수준은 요청한 쪽을 따릅니다.', '서비스는 자신의 SELinux 수준을 그대로 씁니다.'),
};

const running = (when: string): SayDirective => onCommand(program => `${when} ${withParticle(program, '을')} 실행합니다.`);

const commands = {
	'Socket.ExecStartPre': running('수신 대기하기 전에'),
	'Socket.ExecStartPost': running('수신 대기를 시작하면'),
	'Socket.ExecStopPre': running('소켓을 닫기 전에'),
	'Socket.ExecStopPost': running('소켓을 닫은 뒤'),
	'Socket.TimeoutSec': onSpan(span => `위 명령은 저마다 ${span} 안에 끝나야 합니다.`, {
		zero: '위 명령이 걸리는 시간에 제한이 없습니다.',
		forever: '위 명령이 걸리는 시간에 제한이 없습니다.',
	}),
};

/** The [Socket] section alone, in Korean. @source systemd.socket(5) */
export const socketDirectives: Widened<typeof English> = {...addresses, ...handing, ...nodes, ...connection, ...senders, ...commands};
