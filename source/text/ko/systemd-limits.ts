import type {limitDirectives as English} from '../en/systemd-limits.js';
import {niceLimitOf} from '../systemd-exec-parts.js';
import type {Widened} from '../widened.js';
import {bytesOf, onLimit, onReadLimit, spanOfLimit} from './systemd-words.js';

const count = (number: number): string => String(number);

const niceLimit = (text: string): string | null => {
	const nice = niceLimitOf(text);
	return nice === null ? null : `나이스 값 ${nice}`;
};

const nothing = bytesOf(0);

/** Limits of the kernel for each process, in Korean. @source systemd.exec(5) "Process properties", setrlimit(2) */
export const limitDirectives: Widened<typeof English> = {
	'Exec.LimitNOFILE': onLimit(
		limit => `프로세스마다 파일과 소켓을 ${limit}개까지 열 수 있습니다.`,
		'프로세스가 여는 파일 수에 제한이 없습니다.',
		count,
	),
	'Exec.LimitNPROC': onLimit(
		limit => `실행 계정 전체에서 프로세스와 스레드를 ${limit}개까지 둘 수 있습니다. root에는 적용되지 않습니다.`,
		'실행 계정의 프로세스 수에 제한이 없습니다.',
		count,
	),
	'Exec.LimitCORE': onLimit(
		limit => (limit === nothing ? '비정상 종료해도 코어 덤프를 남기지 않습니다.' : `비정상 종료하면 코어 덤프를 ${limit}까지 남깁니다.`),
		'비정상 종료하면 코어 덤프를 통째로 남깁니다.',
		bytesOf,
	),
	'Exec.LimitMEMLOCK': onLimit(
		limit => `프로세스마다 메모리를 ${limit}까지 스왑되지 않게 할 수 있습니다.`,
		'프로세스가 메모리 전체를 스왑되지 않게 할 수 있습니다.',
		bytesOf,
	),
	'Exec.LimitAS': onLimit(
		limit => `프로세스마다 메모리를 ${limit}까지 예약할 수 있습니다.`,
		'프로세스가 예약하는 메모리에 제한이 없습니다.',
		bytesOf,
	),
	'Exec.LimitCPU': onLimit(
		limit => `프로세스마다 CPU 시간을 ${limit}까지 쓸 수 있고, 다 쓰면 종료됩니다.`,
		'프로세스가 쓰는 CPU 시간에 제한이 없습니다.',
		spanOfLimit('s'),
	),
	'Exec.LimitFSIZE': onLimit(limit => `쓰는 파일은 하나에 ${limit}까지 커질 수 있습니다.`, '쓰는 파일의 크기에 제한이 없습니다.', bytesOf),
	'Exec.LimitSTACK': onLimit(
		limit => `프로세스마다 스택이 ${limit}까지 커질 수 있습니다.`,
		'프로세스의 스택 크기에 제한이 없습니다.',
		bytesOf,
	),
	'Exec.LimitDATA': onLimit(
		limit => `프로세스마다 데이터 영역이 ${limit}까지 커질 수 있습니다.`,
		'프로세스의 데이터 영역 크기에 제한이 없습니다.',
		bytesOf,
	),
	'Exec.LimitRSS': onLimit(() => 'Linux에서는 효과가 없습니다.', 'Linux에서는 효과가 없습니다.', bytesOf),
	'Exec.LimitLOCKS': onLimit(
		limit => `프로세스마다 파일을 ${limit}개까지 잠글 수 있습니다. 지금의 Linux는 이 제한을 따르지 않습니다.`,
		'프로세스가 잠그는 파일 수에 제한이 없습니다.',
		count,
	),
	'Exec.LimitSIGPENDING': onLimit(
		limit => `실행 계정에 전달되기를 기다리는 시그널은 ${limit}개까지입니다.`,
		'실행 계정에 전달되기를 기다리는 시그널 수에 제한이 없습니다.',
		count,
	),
	'Exec.LimitMSGQUEUE': onLimit(
		limit => `실행 계정의 메시지 대기열은 모두 합쳐 ${limit}까지 커질 수 있습니다.`,
		'실행 계정의 메시지 대기열 크기에 제한이 없습니다.',
		bytesOf,
	),
	'Exec.LimitNICE': onReadLimit(limit => `우선순위를 ${limit}까지 스스로 높일 수 있습니다.`, '', niceLimit),
	'Exec.LimitRTPRIO': onLimit(
		limit => `실시간 우선순위를 ${limit}까지 스스로 정할 수 있습니다.`,
		'스스로 정하는 실시간 우선순위에 제한이 없습니다.',
		count,
	),
	'Exec.LimitRTTIME': onLimit(
		limit => `실시간으로는 쉬지 않고 ${limit}까지 실행될 수 있고, 넘으면 종료됩니다.`,
		'실시간으로 쉬지 않고 실행되는 시간에 제한이 없습니다.',
		spanOfLimit('µs'),
	),
};
