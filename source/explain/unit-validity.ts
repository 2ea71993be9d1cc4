import type {KeyValue} from '../model/config.js';
import {unitChoices} from './unit-choices.js';
import type {DirectiveKind} from './unit-directive-names.js';
import type {Directive} from './unit-directives.js';

/** Kinds whose value may not be empty. */
const neverEmpty: ReadonlySet<DirectiveKind> = new Set<DirectiveKind>([
	...(['flag', 'span', 'amount', 'mode', 'choice', 'stream', 'signal'] as const),
]);

/** Directives to which that does not apply, or which alone of their kind may not be empty. */
const exceptions: ReadonlySet<string> = new Set([
	...['Exec.MountAPIVFS', 'Exec.MemoryKSM', 'Exec.SetLoginEnvironment', 'Exec.BindLogSockets', 'Resource.MemoryZSwapWriteback'],
	...['Service.TimeoutAbortSec', 'Resource.CPUQuotaPeriodSec', 'Resource.MemoryPressureThresholdSec'],
	...['Resource.ManagedOOMMemoryPressureDurationSec', 'Resource.MemoryPressureWatch'],
	...['Exec.CPUSchedulingPolicy', 'Exec.IOSchedulingClass', 'Exec.NUMAPolicy', 'Exec.Personality', 'Kill.KillMode'],
	...['Resource.ManagedOOMSwap', 'Resource.ManagedOOMMemoryPressure'],
	...['Service.BusName', 'Resource.Slice', 'Socket.Service', 'Timer.Unit', 'Path.Unit'],
]);

/** Whether an empty value takes back what was set before; else systemd ignores it. @source systemd's load-fragment.c */
const mayBeEmpty = ({id, kind}: Directive): boolean => neverEmpty.has(kind) === exceptions.has(id);

/** `private:NAME` and `yes:NAME` of ProtectHostname=, which no other choice may have. */
const isNamedChoice = (id: string, text: string): boolean =>
	id === 'Exec.ProtectHostname' &&
	/^\w+:[\w.%-]{1,64}$/.test(text) &&
	(text.startsWith('private:') || /^(?:1|y|t|yes|true|on):/i.test(text));

const isChoice = ({id}: Directive, {text, flag}: KeyValue): boolean => {
	const words = unitChoices.get(id);
	return words === undefined || words.has(text) || (flag !== null && words.has(flag ? 'yes' : 'no')) || isNamedChoice(id, text);
};

const stream =
	/^(?:inherit|null|tty(?:-force|-fail)?|data|socket|(?:journal|syslog|kmsg)(?:\+console)?|fd(?::.*)?|(?:file|append|truncate):[/%].*)$/;

/**
Whether systemd takes the value; others it warns of and ignores, so that what was set before stays. Of lists only what is
not even there counts as not taken.
*/
export const isTaken = (directive: Directive, value: KeyValue): boolean => {
	if (value.text === '') {
		return mayBeEmpty(directive);
	}

	switch (directive.kind) {
		case 'flag':
			return value.flag !== null;
		case 'span':
		case 'spans':
			return value.durationMs !== null;
		case 'choice':
			return isChoice(directive, value);
		case 'calendar':
			return value.calendar.length > 0;
		case 'mode':
			return value.mode !== null;
		case 'number':
		case 'amount':
			return /^[+-]?[\d.]|^(?:infinity|idle|max)$/.test(value.text);
		case 'path':
			return /^(?:-?[/%]|-?~$)/.test(value.text);
		case 'stream':
			return stream.test(value.text);
		case 'signal':
			return /^(?:(?:SIG)?[A-Z][A-Z0-9+-]{0,10}|\d{1,3})$/.test(value.text);
		default:
			return true;
	}
};
