import type {initScriptKeys as English} from '../en/init-script.js';
import {chkconfigOf, runlevelsOf, sourceKindOf, startStopOf} from '../init-script-parts.js';
import type {Widened} from '../widened.js';
import {withParticle} from './particle.js';
import {onList, onText, someOf} from './systemd-words.js';

/** @source Linux Standard Base, "Facility Names" */
const facilities: Readonly<Record<string, string>> = {
	$local_fs: '로컬 디스크 마운트',
	$network: '네트워크 설정',
	$named: '호스트 이름 조회',
	$portmap: '원격 프로시저 호출',
	$remote_fs: '네트워크 디스크 마운트',
	$syslog: '시스템 로그',
	$time: '시계 설정',
	$all: '나머지 전부',
};

const facilitiesOf = (items: readonly string[]): string =>
	someOf(items.map(item => (Object.hasOwn(facilities, item) ? `${item} (${facilities[item]})` : item)));

const levelNames: Readonly<Record<string, string>> = {0: '전원 끄기', 1: '복구', 6: '재시작', S: '모든 부팅의 첫 단계'};

const levelsOf = (items: readonly string[]): string => {
	const {ordinary, others} = runlevelsOf(items);
	const first = ordinary.length === 0 ? [] : [`일반 운영(런레벨 ${ordinary.join(', ')})`];
	return someOf([...first, ...others.map(item => levelNames[item.toUpperCase()] ?? item)]);
};

const chkconfig = (items: readonly string[]): string => {
	const {levels, places} = chkconfigOf(items);
	const when = levels === null ? '저절로 시작되지 않습니다.' : `${levelsOf(levels)} 단계에서 시작됩니다.`;
	return places === null ? when : `${when} 시작 순서는 ${places[0]}번, 중지 순서는 ${places[1]}번입니다.`;
};

const regardless = {start: '다른 서비스와 상관없이 시작합니다.', stop: '다른 서비스와 상관없이 중지합니다.'};

const header = {
	'Lsb.Begin': () => '여기부터 스크립트가 자신을 시스템에 소개합니다.',
	'Lsb.End': () => '스크립트의 소개가 여기서 끝납니다.',
	'Lsb.Provides': onList(items => `다른 서비스가 의존할 때 쓰는 이름: ${someOf(items)}.`, '다른 서비스가 의존할 이름이 없습니다.'),
	'Lsb.Required-Start': onList(
		items => `반드시 다음이 준비된 뒤에 시작합니다: ${facilitiesOf(items)}.`,
		'아무것도 기다리지 않고 시작합니다.',
	),
	'Lsb.Required-Stop': onList(items => `다음이 사라지기 전에 중지합니다: ${facilitiesOf(items)}.`, regardless.stop),
	'Lsb.Should-Start': onList(items => `다음이 있으면 준비된 뒤에 시작합니다: ${facilitiesOf(items)}.`, regardless.start),
	'Lsb.Should-Stop': onList(items => `다음이 있으면 사라지기 전에 중지합니다: ${facilitiesOf(items)}.`, regardless.stop),
	'Lsb.Default-Start': onList(items => `활성화하면 ${levelsOf(items)} 단계에서 시작됩니다.`, '저절로 시작되지 않습니다.'),
	'Lsb.Default-Stop': onList(items => `${levelsOf(items)} 단계에서 중지됩니다.`, '저절로 중지되지 않습니다.'),
	'Lsb.Short-Description': onText(() => '무엇인지 한 줄로 설명합니다.', '무엇인지 설명이 없습니다.'),
	'Lsb.Description': onText(() => '무엇인지 더 자세히 설명합니다.', '무엇인지 설명이 없습니다.'),
	'Lsb.X-Start-Before': onList(items => `다음보다 먼저 시작합니다: ${facilitiesOf(items)}.`, regardless.start),
	'Lsb.X-Stop-After': onList(items => `다음이 중지된 뒤에 중지합니다: ${facilitiesOf(items)}.`, regardless.stop),
	'Lsb.X-Interactive': onText(text =>
		text === 'true' ? '키보드 앞의 사람에게 물어볼 수 있으므로 혼자 시작합니다.' : '아무것도 묻지 않습니다.',
	),
	'Chkconfig.chkconfig': onList(chkconfig),
	'Chkconfig.description': onText(() => '무엇인지 설명합니다.'),
	'Chkconfig.processname': onText(name => `프로세스의 이름은 ${name}입니다.`),
	'Chkconfig.pidfile': onText(path => `프로세스의 번호가 ${path}에 있습니다.`),
	'Chkconfig.config': onText(path => `설정 파일: ${path}.`),
};

const variables = {
	'Script.DAEMON': onText(program => `시작할 프로그램: ${program}.`),
	'Script.NAME': onText(name => `프로그램의 이름: ${name}.`),
	'Script.DESC': onText(() => '메시지에 나오는 이름입니다.'),
	'Script.PIDFILE': onText(path => `실행 중인 프로세스의 번호를 ${path}에 적어 두고, 나중에 스크립트가 이 번호로 프로세스를 찾습니다.`),
	'Script.DAEMON_ARGS': onText(text => `프로그램을 시작할 때 주는 인수: ${text}.`),
	'Script.DAEMON_USER': onText(user => `프로그램을 ${user} 계정으로 실행합니다.`),
	'Script.DAEMON_GROUP': onText(group => `프로그램을 ${group} 그룹으로 실행합니다.`),
	'Script.SCRIPTNAME': onText(path => `이 스크립트 자신: ${path}.`),
	'Script.CONFFILE': onText(path => `프로그램의 설정 파일: ${path}.`),
	'Script.LOGFILE': onText(path => `프로그램이 로그를 ${path}에 기록합니다.`),
	'Script.LOCKFILE': onText(path => `실행 중에는 ${path} 파일이 있습니다.`),
	'Script.PATH': onList(() => '스크립트가 프로그램을 찾는 곳입니다.'),
	'Script.UMASK': onText(mask => `새 파일에서 빼는 권한: ${mask}.`),
	'Script.NICE': onText(nice => `프로그램을 우선순위 ${withParticle(nice, '으로')} 실행합니다. 값이 클수록 다른 프로세스에 양보합니다.`),
	'Script.command_background': onText(() => '프로그램이 스스로 백그라운드로 가지 않으므로 OpenRC가 백그라운드로 보냅니다.'),
	'Script.supervisor': onText(name => `${withParticle(name, '이')} 계속 실행되게 지킵니다.`),
};

const actions: Readonly<Record<string, string>> = {
	start: '시작합니다',
	stop: '중지합니다',
	restart: '중지했다가 다시 시작합니다',
	reload: '설정을 다시 읽게 합니다',
	'force-reload': '설정을 다시 읽게 하거나 재시작합니다',
	'try-restart': '실행 중이면 재시작합니다',
	condrestart: '실행 중이면 재시작합니다',
	status: '실행 중인지 알려 줍니다',
	'force-stop': '강제로 중지합니다',
	rotate: '새 로그 파일을 시작합니다',
};

const sourceWords = (path: string): string => {
	switch (sourceKindOf(path)) {
		case 'functions':
			return '메시지, PID 파일, 프로세스 찾기 등 init 스크립트가 함께 쓰는 함수를 읽어 들입니다.';
		case 'settings':
			return `관리자가 바꿀 수 있는 설정을 읽어 들입니다: ${path}.`;
		case 'script':
			return `${withParticle(path, '을')} 읽어 들여 실행합니다.`;
	}
};

const startStopWords = (line: string): string => {
	const found = startStopOf(line);
	switch (found.does) {
		case 'start':
			return '프로그램이 아직 실행 중이 아니면 시작합니다.';
		case 'end':
			return 'PID 파일이나 경로로 프로그램을 찾아 끝냅니다.';
		case 'look':
			return '프로그램이 실행 중인지 확인하기만 합니다.';
		case 'look-before-start':
			return '프로그램을 시작해야 하는지 확인하기만 하고 시작하지는 않습니다.';
		case 'any':
			return 'PID 파일이나 경로로 프로그램을 찾거나 시작하거나 끝냅니다.';
		case 'send':
			return `PID 파일이나 경로로 프로그램을 찾아 ${/^\d/.test(found.signal) ? `${found.signal}번 시그널을` : `${found.signal} 시그널을`} 보냅니다.`;
	}
};

/** Init scripts: their header, and what most of them have in common. @source start-stop-daemon(8), openrc-run(8) */
export const initScriptKeys: Widened<typeof English> = {
	...header,
	...variables,
	'Script.Interpreter': onText(program =>
		/openrc-run|runscript/.test(program)
			? 'OpenRC가 이 스크립트를 실행하며, 시작하고 중지하는 방법도 알고 있습니다.'
			: `${withParticle(program, '이')} 실행하는 스크립트입니다.`,
	),
	'Script.Source': onText(sourceWords),
	'Script.start-stop-daemon': onText(startStopWords),
	'Script.case': () => '스크립트가 하는 일은 start, stop 같은 첫 번째 인수에 달려 있습니다.',
	'Script.action': onList(
		items =>
			`${withParticle(someOf(items), '이')} 인수로 오면 ${items.map(item => actions[item]).find(words => words !== undefined) ?? '그 일을 합니다'}.`,
	),
};
