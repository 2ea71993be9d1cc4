import type {LogSource} from '../../model/log.js';
import type {logs as english} from '../en/logs.js';
import type {Widened} from '../widened.js';

const source = (from: LogSource): string => {
	switch (from.type) {
		case 'journal':
			return from.unit === null ? `저널, 프로세스 ${from.pid}` : `저널, ${from.unit}`;
		case 'unified-log':
			return `통합 로그, 최근 ${from.minutes}분`;
		default:
			return from.sender === null ? from.path : `${from.path}, 이 프로세스의 줄만`;
	}
};

const groupNames = (groups: readonly string[]): string =>
	groups.length < 2 ? groups.join('') : `${groups.slice(0, -1).join(', ')} 또는 ${groups.at(-1)}`;

/** Words of the Logs pane. */
export const logs: Widened<typeof english> = {
	title: '로그',
	source,
	following: '따라가는 중',
	loading: '로그를 묻고 있습니다. Mac에서는 몇 초 걸립니다.',
	nobodyToAsk: '여기에는 프로세스 하나의 로그를 물어볼 곳이 없습니다.',
	noSource: '찾을 수 있는 로그에는 기록하지 않습니다.',
	kernelThread: '커널 스레드에는 자기 로그가 없습니다. 모두 커널 로그에 기록하며, dmesg로 볼 수 있습니다.',
	output: {
		null: '출력을 버립니다. 출력이 /dev/null로 갑니다.',
		terminal: '출력이 터미널로 가고 남지 않습니다.',
		pipe: '출력이 파이프를 거쳐 다른 프로그램으로 갑니다.',
		closed: '출력을 닫아 두어 아무것도 출력할 수 없습니다.',
	},
	empty: '여기에 남은 메시지가 없습니다.',
	emptyForUs: '지금 권한으로 읽을 수 있는 메시지가 없습니다.',
	emptyLately: minutes => `최근 ${minutes}분 동안 남긴 메시지가 없습니다.`,
	advice: advice =>
		advice.who === 'root'
			? '더 있을 수 있습니다. 전부 읽을 수 있는 것은 root뿐입니다.'
			: `더 있을 수 있습니다. 다른 사용자의 기록은 root나 ${groupNames(advice.groups)} 그룹의 구성원만 읽을 수 있습니다.`,
	note: {
		binary: '(글자가 아닌 바이트가 들어 있음)',
		missing: '(너무 길어 로그가 내주지 않음)',
		cut: '(너무 길어 여기까지만 읽음)',
	},
	noTime: '–',
};
