import type {SocketState} from '../../model/socket.js';
import type {sockets as English, SocketCounts} from '../en/sockets.js';
import {portNameOf} from '../port-names.js';
import {type SocketKind, socketKindOf} from '../socket-kinds.js';
import {type Reach, reachOf} from '../socket-reach.js';
import type {Widened} from '../widened.js';
import {withParticle} from './particle.js';

export type {SocketCounts, SocketsText, SocketWords} from '../en/sockets.js';

const stateWords = {
	LISTEN: '연결 수신 대기',
	BOUND: '패킷 수신 대기',
	ESTABLISHED: '연결됨',
	SYN_SENT: '연결을 요청했지만 아직 응답이 없습니다',
	SYN_RECV: '연결 요청을 받았지만 아직 연결되지 않았습니다',
	CLOSE_WAIT: '상대가 끊은 연결을 이 프로그램이 아직 닫지 않았습니다(많으면 누수)',
	FIN_WAIT1: '연결을 끊었지만 상대가 아직 알지 못합니다',
	FIN_WAIT2: '연결을 끊고 상대도 끊기를 기다립니다',
	CLOSING: '양쪽이 동시에 연결을 끊는 중입니다',
	LAST_ACK: '양쪽 모두 연결을 끊었고 마지막 확인만 남았습니다',
	TIME_WAIT: '끝난 연결이며, 늦게 오는 패킷이 해가 되지 않도록 시스템이 포트를 잠시 묶어 둡니다',
	CLOSED: '연결되지 않음',
	CONNECTED: '연결됨',
	UNCONNECTED: '연결되지 않음',
} satisfies Readonly<Record<SocketState, string>>;

/** What a state means. */
export const stateWord = (state: SocketState): string => stateWords[state];

const portNames: Readonly<Record<number, string>> = {
	20: 'FTP 데이터',
	25: '메일, SMTP',
	67: 'DHCP 서버',
	68: 'DHCP 클라이언트',
	80: '웹, HTTP',
	110: '메일, POP3',
	111: 'RPC 안내',
	123: '시각, NTP',
	137: 'NetBIOS 이름',
	138: 'NetBIOS 메시지',
	139: 'Windows 파일 공유',
	143: '메일, IMAP',
	179: 'BGP 라우팅',
	427: '서비스 찾기, SLP',
	443: '웹, HTTPS',
	445: 'Windows 파일 공유, SMB',
	465: '메일, TLS를 쓰는 SMTP',
	500: 'IPsec 키',
	546: 'DHCPv6 클라이언트',
	547: 'DHCPv6 서버',
	548: 'Apple 파일 공유',
	554: '스트리밍, RTSP',
	587: '메일 보내기',
	631: '인쇄, IPP',
	636: 'TLS를 쓰는 LDAP',
	853: 'TLS를 쓰는 DNS',
	993: '메일, TLS를 쓰는 IMAP',
	995: '메일, TLS를 쓰는 POP3',
	1080: 'SOCKS 프록시',
	1433: 'SQL Server',
	1521: 'Oracle 데이터베이스',
	1900: '장치 찾기, SSDP',
	2376: 'TLS를 쓰는 Docker',
	3389: '원격 데스크톱, RDP',
	3689: '음악 공유, DAAP',
	5037: 'Android 디버깅',
	5060: '전화, SIP',
	5222: '채팅, XMPP',
	5223: '푸시 메시지',
	5228: 'Google 푸시 메시지',
	5353: '가까운 이름 찾기, mDNS',
	5355: '가까운 이름 찾기, LLMNR',
	5900: '화면 공유, VNC',
	8080: '웹, 두 번째 선택',
	8443: 'TLS를 쓰는 웹, 두 번째 선택',
	8883: 'TLS를 쓰는 MQTT',
	9100: '인쇄, 원시 데이터',
	17500: '로컬 네트워크의 Dropbox',
	62078: 'iPhone 동기화',
};

/** What a port is commonly used for; which program answers there is another matter. */
export const portName = (port: number): string | null => portNameOf(port, portNames);

/** Who can reach a socket that waits at an address: a noun. */
export const addressWord = (address: string): string => {
	const words: Readonly<Record<Reach, string>> = {
		any: '모든 네트워크',
		loopback: '이 컴퓨터만',
		link: '바로 이웃한 컴퓨터만(링크 로컬)',
		mdns: '가까이에서 이름을 찾는 모두(mDNS)',
		ssdp: '가까이에서 장치를 찾는 모두(SSDP)',
		llmnr: '가까이에서 이름을 찾는 모두(LLMNR)',
		multicast: '이 그룹으로 보내는 모두(멀티캐스트)',
		broadcast: '로컬 네트워크 전체(브로드캐스트)',
		private: `한 네트워크: ${address}`,
		public: `한 네트워크: ${address}`,
	};
	return words[reachOf(address)];
};

/** Where somebody at the other end of a connection is: a noun, to which 에서 or 의 can be added. */
export const remoteWord = (address: string): string => {
	const words: Readonly<Record<Reach, string>> = {
		any: '알 수 없는 곳',
		loopback: '이 컴퓨터',
		link: '같은 케이블이나 Wi-Fi(링크 로컬)',
		mdns: '가까이에서 이름을 찾는 곳(mDNS)',
		ssdp: '가까이에서 장치를 찾는 곳(SSDP)',
		llmnr: '가까이에서 이름을 찾는 곳(LLMNR)',
		multicast: '멀티캐스트 그룹',
		broadcast: '로컬 네트워크 전체',
		private: '사설 네트워크',
		public: '인터넷',
	};
	return words[reachOf(address)];
};

const kindWords: Readonly<Record<SocketKind, string>> = {
	'netlink-route': '네트워크 인터페이스, 주소, 경로의 변화를 커널에서 듣습니다',
	'netlink-uevent': '장치가 나타나고 사라지는 것을 커널에서 듣습니다',
	'netlink-audit': '커널의 감사 로그',
	'netlink-generic': 'Wi-Fi 같은 커널의 한 부분과 통신합니다',
	'netlink-netfilter': '방화벽 규칙과 추적 중인 연결 목록',
	'netlink-xfrm': '커널의 IPsec 설정',
	'netlink-sock-diag': '커널에 소켓 목록을 묻습니다',
	'netlink-connector': '프로세스가 시작되고 끝나는 것을 커널에서 듣습니다',
	'netlink-selinux': 'SELinux의 결정을 듣습니다',
	netlink: '커널과 통신합니다',
	packet: 'DHCP 클라이언트, 감시 도구, 패킷 분석기처럼 지나가는 네트워크 패킷을 통째로 봅니다',
	icmp: 'ping처럼 ICMP를 직접 쓰고 읽습니다',
	icmpv6: '이웃 탐색처럼 ICMPv6을 직접 쓰고 읽습니다',
	raw: '한 IP 프로토콜의 패킷을 직접 쓰고 읽습니다',
	ping: 'ping을 보냅니다',
	tcp: '연결도 수신 대기도 없거나, 여기서 보이지 않는 다른 네트워크에 속합니다',
	udp: '아직 포트가 정해지지 않았거나, 여기서 보이지 않는 다른 네트워크에 속합니다',
	unix: '여기서 보이지 않는 다른 네트워크에 속합니다',
	vsock: '가상 머신과 그 호스트 사이의 소켓',
	alg: '커널이 처리하는 암호화',
	system: '커널의 한 부분과 통신합니다',
	route: '경로의 변화를 커널에서 듣습니다',
	key: '커널의 IPsec 키',
	ndrv: '한 네트워크 인터페이스의 패킷을 통째로 쓰고 읽습니다',
};

/** `포트 3개와 유닉스 소켓 2개`. */
const counts = (parts: readonly (readonly [what: string, number: number])[]): string => {
	const words = parts.filter(([, number]) => number > 0).map(([what, number]) => `${what} ${number}개`);
	return words.join(words.length === 2 ? '와 ' : ', ');
};

const summary = ({every, one, computer, unixServers, connections, unix, others}: SocketCounts): string => {
	const hasPorts = every + one + computer > 0;
	const reached = counts([
		['모든 네트워크용 포트', every],
		['한 네트워크용 포트', one],
		['이 컴퓨터 전용 포트', computer],
		['이 컴퓨터 전용 유닉스 소켓', hasPorts ? 0 : unixServers],
	]);
	if (reached !== '') {
		return `${reached}에서 수신 대기하며, 연결은 ${connections === 0 ? '없습니다' : `${connections}개입니다`}.`;
	}

	if (connections > 0) {
		return `연결이 ${connections}개 있고, 수신 대기하는 곳은 없습니다.`;
	}

	const rest = counts([
		['유닉스 소켓', unix],
		['다른 종류의 소켓', others],
	]);
	return `수신 대기도 연결도 하지 않고 ${rest}를 가지고 있습니다.`;
};

const withMore = (names: readonly string[], more: number): string => `${names.join(', ')}${more > 0 ? ` 외 ${more}개` : ''}`;

/** Words of the Sockets pane. */
export const sockets: Widened<typeof English> = {
	stateWord,
	addressWord,
	remoteWord,
	portName,
	summary,
	kindWord: kind => {
		const found = socketKindOf(kind);
		return found === null ? '시스템이 설명하지 않는 종류입니다' : kindWords[found];
	},
	loading: '어떤 소켓을 가지고 있는지 묻는 중 …',
	none: '소켓이 없습니다. 네트워크로 누구와도 통신하지 않습니다. 이 컴퓨터 안에서 메시지, 파이프, 공유 메모리를 쓸 수는 있습니다.',
	notTold: '이 시스템에서는 한 프로세스의 소켓을 물어볼 수 없습니다.',
	gone: '소켓을 묻기 전에 프로세스가 끝났습니다.',
	denied: user =>
		user === null
			? '이 사용자로는 소켓을 읽을 수 없습니다. 소켓이 없다는 뜻은 아닙니다.'
			: `소켓을 읽을 수 없습니다. ${user} 계정의 프로세스라서 ${user === 'root' ? 'root만' : `${withParticle(user, '과')} root만`} 볼 수 있습니다. 소켓이 없다는 뜻은 아닙니다.`,
	nobodyTells: problem => `어떤 소켓을 가지고 있는지 알 수 없습니다: ${problem}.`,
	askWith: '확인하려면',
	command: pid => `sudo daemon-top why ${pid}`,
	meanwhile: problem => `${problem}. 나머지는 다른 방법으로 찾았습니다.`,
	listening: '수신 대기',
	connections: '연결',
	unix: '유닉스 소켓',
	others: '다른 소켓',
	waitsFrom: (state, reach) => `${stateWords[state]}: ${reach}`,
	oneAddressOnly: where => `한 주소하고만 패킷을 주고받습니다: ${where}`,
	times: number => (number > 1 ? ` ×${number}` : ''),
	sameAddress: number => `소켓 ${number}개가 이 주소의 일을 나누어 맡습니다`,
	arrow: {in: '←', out: '→'},
	manyIn: (from, port) => `${from} → 이곳의 포트 ${port}`,
	manyOut: to => `→ ${to}`,
	calledBy: where => `${where}에서 연결해 왔습니다`,
	called: (where, who) => (who === null ? `${where} 쪽으로 연결했습니다` : `${where}의 ${who} 프로세스에 연결했습니다`),
	closeWait: number =>
		`연결 ${number}개가 CLOSE_WAIT 상태입니다. 상대는 연결을 끊었지만 이 프로그램이 아직 자기 쪽을 닫지 않았습니다. 수가 계속 늘면 연결이 새고 있는 것입니다.`,
	noName: '이름 없음',
	unixType: {stream: '스트림', dgram: '데이터그램', seqpacket: '패킷'},
	unixServer: '이 컴퓨터에서 오는 연결을 기다립니다',
	unixInbox: '이 이름으로 보내는 메시지를 받습니다',
	unixNamed: '이 이름을 가졌지만, 수신 대기인지 연결인지는 알려지지 않습니다',
	unixState: state => (state === null ? '상태가 알려지지 않음' : stateWords[state]),
	bothEnds: '양쪽 끝이 모두 이 프로세스에 있습니다',
	otherEnd: (names, more) => `반대쪽 끝: ${withMore(names, more)}`,
	peerNamed: path => `→ ${path}`,
	sharedBy: owner => `${owner} 프로세스가 열었고 함께 씁니다`,
	handedOver: owner => `${owner} 프로세스가 열어서 넘겨주었습니다`,
	sharedWorkers: number => `작업자 ${number}개와 함께 씁니다`,
	sharedWith: (names, more) => `함께 쓰는 프로세스: ${withMore(names, more)}`,
	heldForIt: (manager, name) =>
		`${withParticle(manager, '이')} 이 프로세스를 위해 소켓을 열어 두며(${name}), 처음 도착하는 것이 프로세스를 깨웁니다`,
	heldFor: (unit, service) =>
		service === null ? `${unit} 유닛을 위해 열어 둡니다` : `${unit} 유닛을 위해 열어 두며, 처음 도착하는 것이 ${service} 유닛을 깨웁니다`,
	more: number => `… 외 ${number}개`,
	cut: '읽는 한도보다 소켓이 많습니다. 수신 대기하는 소켓은 확인된 만큼 모두 보입니다.',
	toldBy: source => `출처: ${source}.`,
};
