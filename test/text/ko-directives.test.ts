import {describe, expect, test} from 'vitest';
import {unitChoices} from '../../source/explain/unit-choices.js';
import {directiveOf} from '../../source/explain/unit-directives.js';
import {unitValue} from '../../source/explain/unit-value.js';
import {systemdDirectives as english} from '../../source/text/en/systemd-directives.js';
import {systemdDirectives} from '../../source/text/ko/systemd-directives.js';
import type {SayDirective} from '../../source/text/ko/systemd-words.js';
import {context, explainOne, now} from '../explain/explained-unit.js';

const words: Readonly<Record<string, SayDirective>> = systemdDirectives;
const englishWords: Readonly<Record<string, SayDirective>> = english;

const ids = Object.keys(systemdDirectives).filter(id => /^(?:Exec|Kill|Resource|Slice|Socket)\./.test(id));

const typical = [
	'',
	'0',
	'1',
	'-5',
	'22',
	'100',
	'yes',
	'no',
	'infinity',
	'5min',
	'500us',
	'64M',
	'10%',
	'150%',
	'0755',
	'1024:4096',
	'root',
	'www-data',
	'/var/lib/app',
	'-/etc/default/app',
	'/a:/b /c',
	'A=1 B=2 C=3 D=4 E=5 F=6 G=7',
	'key:/etc/key',
	'file:/var/log/app',
	'append:/var/log/app',
	'truncate:/var/log/app',
	'fd:app',
	'inherit',
	'SIGTERM',
	'HUP',
	'15',
	'~',
	'~@mount @reboot',
	'@system-service @clock',
	'~CAP_SYS_TIME cap_chown',
	'CAP_NET_ADMIN CAP_KILL',
	'AF_INET AF_UNIX AF_NETLINK',
	'none',
	'native',
	'EPERM',
	'private:box',
	'user net',
	'127.0.0.1:8080',
	'0.0.0.0:80',
	'[::]:80',
	'@app',
	'vsock:2:1024',
	'any',
	'ipv4:tcp:80',
	'localhost link-local',
	'/dev/sda 5M',
	'/dev/null rw',
	'char-tty rw',
	'block-* r',
	'system.slice',
	'cpu memory',
	'0-3,5',
	'numa',
	'/bin/kill -HUP 1',
	"/bin/sh -c 'a; b'",
] as const;

/** What a directive has of its own, beside values of all sorts. */
const valuesOf = (id: string): readonly string[] => [...typical, ...(unitChoices.get(id) ?? [])];

const sayAll = (id: string, text: string, say: SayDirective | undefined): readonly string[] =>
	[directiveOf(id), {id, kind: 'words' as const}].flatMap(directive =>
		directive && say ? [say(unitValue(text, directive, context), now)] : [],
	);

const sentencesOf = (id: string): readonly (readonly [value: string, sentence: string])[] =>
	valuesOf(id).flatMap(text => sayAll(id, text, words[id]).map(sentence => [text, sentence] as const));

/** Names that are the same in every language. */
const names = new Set([
	'systemd',
	'systemd-oomd',
	'init',
	'root',
	'nobody',
	'sudo',
	'kill',
	'Linux',
	'System',
	'SELinux',
	'AppArmor',
	'Base',
	'UDP-Lite',
	'IPv',
	'Ctrl-C',
]);

/** English words of a sentence that neither the value nor a name of systemd brings in. */
const englishIn = (id: string, value: string, sentence: string): readonly string[] => {
	const own = new Set(`${value} ${id} ${[...(unitChoices.get(id) ?? [])].join(' ')}`.toLowerCase().split(/[^a-z]+/));
	return (sentence.replace(/[~$]?\/[\w./~-]+|\b[A-Z]\w+=/g, ' ').match(/[A-Za-z-]*[a-z]{2,}[A-Za-z-]*/g) ?? []).filter(
		word => !names.has(word) && !word.split('-').every(part => own.has(part.toLowerCase())),
	);
};

/** Facilities of syslog stand as they are; a number names one. */
const facilities = /^로그에 남기는 줄의 분류는 [a-z]+\d?입니다\.$/;

describe('every directive for running, limits, protection, ending and sockets', () => {
	test('is said in Korean', () => {
		expect(Object.keys(systemdDirectives).sort()).toEqual(Object.keys(english).sort());
		expect(ids.length).toBeGreaterThan(300);
	});

	test.each(ids)('%s has whole Korean sentences for any value', id => {
		for (const [value, sentence] of sentencesOf(id)) {
			expect(sentence, value).toMatch(/[가-힣]/);
			expect(sentence, value).toMatch(/(?:[가-힣]니다(?:\([^)]*\))?|: .*)\.$/);
			expect(sentence, value).not.toMatch(/undefined|NaN|\[object| {2}|\.\.$|\([은이을과]\)|[은는이가을를]\/[은는이가을를]/);
			expect(sentence.length, value).toBeLessThan(200);
		}
	});

	test.each(ids)('%s has no English words', id => {
		const found = sentencesOf(id).flatMap(([value, sentence]) =>
			facilities.test(sentence) ? [] : englishIn(id, value, sentence.replaceAll(value || '\0', ' ')),
		);
		expect(found).toEqual([]);
	});

	test.each(ids)('%s agrees with the English text about what is ignored', id => {
		const ignoredIn = (pattern: RegExp, say: SayDirective | undefined): readonly string[] =>
			valuesOf(id).flatMap(text => sayAll(id, text, say).flatMap(sentence => (pattern.test(sentence) ? [text] : [])));
		expect(ignoredIn(/^무시됩니다|systemd가 아는 값이 아닙니다/, words[id])).toEqual(
			ignoredIn(/^Ignored|not a value systemd knows/, englishWords[id]),
		);
	});

	test.each(ids)('%s stays short for a long value', id => {
		for (const sentence of sayAll(id, 'word/with:many=parts '.repeat(500), words[id])) {
			expect(sentence.length).toBeLessThan(1000);
		}
	});
});

const sayLine = (section: string, line: string): string => {
	const {files} = explainOne(`[${section}]\n${line}\n`, section === 'Socket' ? 'a.socket' : 'a.service');
	const note = files[0]?.pieces.find(piece => piece.note !== null)?.note;
	return (note?.id && words[note.id]?.(note.value, now)) || '';
};

describe('the meaning of a value in Korean', () => {
	test.each([
		['User=web', 'root가 아니라 web 계정으로 실행됩니다.'],
		['Environment="A=1 2" B=3', '다음 환경 변수를 설정합니다: A, B.'],
		['EnvironmentFile=-/etc/default/x', '/etc/default/x 파일이 있으면 환경 변수를 읽어 옵니다.'],
		['WorkingDirectory=-~', '실행 계정의 홈 폴더에서 시작하고, 없으면 /에서 시작합니다.'],
		['StandardOutput=append:/var/log/x', '표준 출력을 /var/log/x 파일의 끝에 덧붙입니다.'],
		['StandardError=inherit', '표준 오류를 표준 출력과 같은 곳으로 보냅니다.'],
		['SyslogIdentifier=cron', 'cron이라는 이름으로 로그를 남깁니다.'],
		['LogLevelMax=3', '중요도가 “오류”보다 낮은 줄은 로그에 남기지 않습니다.'],
		['Nice=5', '다른 프로세스에 양보합니다(나이스 값 5, 최대 19).'],
		['Nice=50', '50은 여기서 systemd가 아는 값이 아닙니다.'],
		['Personality=x86-64', '프로그램에는 CPU가 x86-64로 보입니다.'],
		['StateDirectory=x y', '다음 폴더를 만들어 줍니다: /var/lib/x, /var/lib/y. 서비스가 멈춰도 남습니다.'],
		['StateDirectoryMode=0700', '상태 폴더의 권한: 소유자만 읽고 쓰고 실행할 수 있습니다.'],
		['LimitNOFILE=1024', '프로세스마다 파일과 소켓을 1024개까지 열 수 있습니다.'],
		['LimitCORE=0', '비정상 종료해도 코어 덤프를 남기지 않습니다.'],
		['LimitNICE=25', '우선순위를 나이스 값 -5까지 스스로 높일 수 있습니다.'],
		['SystemCallFilter=~@mount @reboot', '다음 시스템 콜을 쓸 수 없습니다: @mount(마운트), @reboot(컴퓨터 다시 시작).'],
		['CapabilityBoundingSet=CAP_KILL', '가질 수 있는 루트 권한은 다음뿐입니다: CAP_KILL(모든 프로세스에 시그널 보내기).'],
		['RestrictNamespaces=~user', '컨테이너처럼 격리하는 네임스페이스 가운데 다음은 만들 수 없습니다: 계정.'],
		['BindPaths=/a:/b /c', '다음 경로를 다른 자리에 보여 줍니다: /a → /b, /c.'],
		['ProtectHostname=private:foo', '자신에게는 컴퓨터 이름이 foo로 보이며, 바꿔도 자신에게만 바뀌어 보입니다.'],
		['SELinuxContext=-system_u:cron', '가능하면 SELinux 레이블 system_u:cron으로 실행됩니다.'],
		['KillSignal=TERM', '중지할 때 먼저 보내는 시그널은 SIGTERM(종료 요청)입니다.'],
		['KillSignal=15', '중지할 때 먼저 보내는 시그널은 15번입니다.'],
		['MemoryMax=64M', '메모리를 64M까지 쓸 수 있고, 더 필요하면 프로세스가 강제 종료됩니다.'],
		['MemoryMax=10%', '메모리를 전체의 10%까지 쓸 수 있고, 더 필요하면 프로세스가 강제 종료됩니다.'],
		['MemoryLow=64M', '쓰는 메모리 가운데 64M은 다른 데서 얻을 메모리가 없을 때만 회수됩니다.'],
		['MemorySwapMax=0', '스왑 공간을 쓸 수 없습니다.'],
		['CPUQuota=150%', 'CPU를 하나의 150%까지, 곧 CPU 1.5개만큼 쓸 수 있습니다.'],
		['CPUWeight=80', 'CPU가 붐빌 때 다른 유닛의 80%만큼 씁니다(값 80, 보통 100).'],
		['TasksMax=33%', '시스템이 허용하는 프로세스와 스레드의 33%까지 둘 수 있습니다.'],
		['IPAddressDeny=any', '다음 상대와 통신할 수 없습니다: 모든 주소. IPAddressAllow=에서 허용한 주소는 예외입니다.'],
		['IPAddressAllow=constructor', '다음 상대와 통신할 수 있습니다: constructor.'],
		['DeviceAllow=char-tty rw', 'tty 종류 문자 장치의 읽기·쓰기를 허용합니다.'],
		['Slice=web-front.slice', '컨트롤 그룹이 web-front.slice에 속합니다.'],
	])('[Service] %s', (line, expected) => {
		expect(sayLine('Service', line)).toBe(expected);
	});

	test.each([
		['ListenStream=22', '모든 주소의 TCP 22번 포트에서 연결을 기다립니다.'],
		['ListenStream=127.0.0.1:80', '127.0.0.1(이 컴퓨터 안에서만)의 TCP 80번 포트에서 연결을 기다립니다.'],
		['ListenStream=192.0.2.1:80', '192.0.2.1 주소의 TCP 80번 포트에서 연결을 기다립니다.'],
		['ListenStream=/run/x.sock', '소켓 파일 /run/x.sock에서 연결을 기다립니다.'],
		['ListenDatagram=514', '모든 주소의 UDP 514번 포트에서 메시지를 기다립니다.'],
		['SocketMode=0660', '소켓 파일의 권한: 소유자와 그룹만 읽고 쓸 수 있습니다. 연결하려면 쓰기 권한이 있어야 합니다.'],
		['BindToDevice=tun', '네트워크 인터페이스 tun으로 들어오는 것만 받습니다.'],
		['KeepAliveIntervalSec=75', '75초 간격으로 다시 확인합니다.'],
		['ExecStartPre=/bin/echo a', '수신 대기하기 전에 /bin/echo를 실행합니다.'],
	])('[Socket] %s', (line, expected) => {
		expect(sayLine('Socket', line)).toBe(expected);
	});
});
