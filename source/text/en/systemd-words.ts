import type {KeyValue} from '../../model/config.js';
import {directiveSayings, shorten} from '../directive-sayings.js';
import {listed, permissionsOf, sizeOf, spanOf} from './values.js';

export {either, isOne, type SayDirective, type Spans, shorten} from '../directive-sayings.js';

/** An empty value where one may be empty. */
export const takenBack = 'Takes back what was set before.';

export const missing = 'Ignored: the value is missing, and what was set before stays.';

export const wrong = ({text}: KeyValue): string => (text === '' ? missing : `${shorten(text, 40)} is not a value systemd knows here.`);

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
	nothingForbidden: 'Names nothing to forbid.',
	unlimitedTime: 'an unlimited time',
	noLimit: 'no limit',
	shareOf: (percent, whole) => `${percent} % of ${whole}`,
	room: limit => (limit === null ? 'It may raise that itself without limit.' : `It may change that itself, up to ${limit}.`),
	spanOf,
	microseconds: count => `${count} µs`,
	sizeOf,
	permissionsOf,
});
