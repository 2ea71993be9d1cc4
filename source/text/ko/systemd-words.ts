import type {KeyValue} from '../../model/config.js';
import {directiveSayings, shorten} from '../directive-sayings.js';
import {withParticle} from './particle.js';
import {listed, permissionsOf, sizeOf, spanOf} from './values.js';

export {either, isOne, type SayDirective, type Spans, shorten} from '../directive-sayings.js';

/** An empty value where one may be empty. */
export const takenBack = '앞에서 설정한 값을 모두 취소합니다.';

export const missing = '무시됩니다. 값이 없어서 앞에서 설정한 값이 그대로 남습니다.';

export const wrong = ({text}: KeyValue): string =>
	text === '' ? missing : `${withParticle(shorten(text, 40), '은')} 여기서 systemd가 아는 값이 아닙니다.`;

/** A limit that is none, as `onReadLimit` reads it. */
export const noLimit = '제한 없음';

/** A few of a list, without naming the same twice. */
export const someOf = (items: readonly string[], most = 4): string => listed([...new Set(items)], most);

/** What is said of each form of a value. */
export const {
	onFlag,
	onChoice,
	onText,
	onPath,
	onList,
	onFilter,
	onNumber,
	onRange,
	onSpan,
	systemdSpan,
	bytesOf,
	onSize,
	onMode,
	onReadLimit,
	onLimit,
	spanOfLimit,
} = directiveSayings({
	takenBack,
	missing,
	wrong,
	nothingForbidden: '금지할 대상이 적혀 있지 않습니다.',
	unlimitedTime: '무제한 시간',
	noLimit,
	shareOf: (percent, whole) => `${whole}의 ${percent}%`,
	room: limit => (limit === null ? '프로세스가 스스로 제한 없이 올릴 수 있습니다.' : `프로세스가 스스로 ${limit}까지 바꿀 수 있습니다.`),
	spanOf,
	microseconds: count => `${count}마이크로초`,
	sizeOf,
	permissionsOf,
});
