import {aliasNames, isShutdown, manualOf, wantedWith} from '../unit-references.js';
import {conditionDirectives} from './systemd-conditions.js';
import {unitsOf} from './systemd-known-units.js';
import {either, onChoice, onFlag, onList, onNumber, onSpan, onText, type SayDirective, someOf} from './systemd-words.js';

const noDependency = 'Does nothing: what a unit depends on cannot be taken back, only added to.';

/** Names of other units. */
const onUnits = (say: (names: string, items: readonly string[]) => string): SayDirective =>
	onList(items => say(unitsOf(items), items), noDependency);

const anyOf = (names: string, items: readonly string[]): string => either(items, names, `one of ${names}`);

/** Paths whose disks are needed. */
const onPaths = (say: (paths: string) => string): SayDirective => onList(items => say(someOf(items)), noDependency);

/** What systemd does to the whole system. */
const actions = (when: string): SayDirective =>
	onChoice({
		none: `${when}, nothing else happens.`,
		reboot: `${when}, the computer restarts.`,
		'reboot-force': `${when}, the computer restarts without stopping services first.`,
		'reboot-immediate': `${when}, the computer restarts at once; what is not on disk yet is lost.`,
		poweroff: `${when}, the computer switches off.`,
		'poweroff-force': `${when}, the computer switches off without stopping services first.`,
		'poweroff-immediate': `${when}, the computer switches off at once; what is not on disk yet is lost.`,
		halt: `${when}, the computer halts.`,
		'halt-force': `${when}, the computer halts without stopping services first.`,
		'halt-immediate': `${when}, the computer halts at once; what is not on disk yet is lost.`,
		exit: `${when}, the manager itself ends; the main one of a computer switches it off.`,
		'exit-force': `${when}, the manager itself ends without stopping services first.`,
		'soft-reboot': `${when}, everything but the kernel restarts.`,
		'soft-reboot-force': `${when}, everything but the kernel restarts, without stopping services first.`,
		kexec: `${when}, a new kernel is started directly.`,
		'kexec-force': `${when}, a new kernel is started directly, without stopping services first.`,
	});

/** How the start of another unit is put in the queue. */
const jobModes = (when: string): SayDirective =>
	onChoice({
		fail: `Units started ${when} are not started where that gets in the way of something already waiting.`,
		replace: `Units started ${when} push aside what waits and is in the way.`,
		'replace-irreversibly': `Units started ${when} push aside what waits, and may not be pushed aside themselves.`,
		isolate: `The unit started ${when} replaces all others: everything that it does not need is stopped.`,
		flush: `Everything that waits is dropped when units are started ${when}.`,
		'ignore-dependencies': `Units started ${when} start without what they depend on.`,
		'ignore-requirements': `Units started ${when} start without what they require, in the right order.`,
	});

const conflictWords = (items: readonly string[]): string => {
	const others = items.filter(name => !isShutdown(name));
	return [
		...(others.length === 0
			? []
			: [`Never runs together with ${unitsOf(others)}: starting one stops the ${either(others, 'other', 'others')}.`]),
		...(others.length < items.length ? ['Stopped at shutdown.'] : []),
	].join(' ');
};

const beforeWords = (items: readonly string[]): string => {
	const others = items.filter(name => !isShutdown(name));
	return [
		...(others.length === 0
			? []
			: [`Where both start, ${unitsOf(others)} ${either(others, 'waits', 'wait')} until this one has started. Starts nothing by itself.`]),
		...(others.length < items.length ? ['The shutdown waits until it has stopped.'] : []),
	].join(' ');
};

const bindWords = (names: string, items: readonly string[]): string =>
	items.every(name => name.endsWith('.device'))
		? `Runs only as long as ${either(items, 'the device is', 'the devices are')} there: ${names}.`
		: `Starting it also starts ${names}; it is stopped as soon as ${either(items, 'that is', 'one of these is')} gone, for whatever reason.`;

const dependencies = {
	'Unit.Wants': onUnits((names, items) => `Starting it also starts ${names}; it runs on if ${either(items, 'that fails', 'these fail')}.`),
	'Unit.Requires': onUnits(
		(names, items) => `Starting it also starts ${names}; when ${either(items, 'that is', 'one of these is')} stopped, it is stopped too.`,
	),
	'Unit.Requisite': onUnits(
		(names, items) => `Starts only where ${names} ${either(items, 'is', 'are')} running already, else its start fails.`,
	),
	'Unit.BindsTo': onUnits(bindWords),
	'Unit.PartOf': onUnits((names, items) => `Stopped and restarted whenever ${anyOf(names, items)} is; not started with it.`),
	'Unit.Upholds': onUnits((names, items) => `As long as it runs, ${names} ${either(items, 'is', 'are')} started again whenever stopped.`),
	'Unit.Conflicts': onList(conflictWords, noDependency),
	'Unit.Before': onList(beforeWords, noDependency),
	'Unit.After': onUnits(names => `Where both start, this one waits for ${names}. Starts nothing by itself.`),
	'Unit.OnFailure': onUnits((names, items) => `When it fails, ${names} ${either(items, 'is', 'are')} started.`),
	'Unit.OnSuccess': onUnits((names, items) => `When it ends well, ${names} ${either(items, 'is', 'are')} started.`),
	'Unit.PropagatesReloadTo': onUnits(
		(names, items) => `When it is told to re-read its settings, ${names} ${either(items, 'is', 'are')} told too.`,
	),
	'Unit.ReloadPropagatedFrom': onUnits((names, items) => `When ${anyOf(names, items)} is told to re-read its settings, so is this one.`),
	'Unit.PropagatesStopTo': onUnits((names, items) => `When it is stopped, ${names} ${either(items, 'is', 'are')} stopped too.`),
	'Unit.StopPropagatedFrom': onUnits((names, items) => `When ${anyOf(names, items)} is stopped, so is this one.`),
	'Unit.JoinsNamespaceOf': onUnits(names => `Shares its private /tmp, network and the like with ${names}, where both have such.`),
	'Unit.RequiresMountsFor': onPaths(paths => `Needs the disks that hold ${paths}, and waits until they are mounted.`),
	'Unit.WantsMountsFor': onPaths(paths => `Waits for the disks that hold ${paths}, and starts without them if they cannot be mounted.`),
	'Unit.RequiresOverridable': onUnits(names => `An old form of Requires=: starting it also starts ${names}.`),
	'Unit.RequisiteOverridable': onUnits(names => `An old form of Requisite=: needs ${names} to run already.`),
};

const limits = {
	'Unit.JobTimeoutSec': onSpan(span => `Its start or stop may wait and last ${span} in all, then it is given up.`, {
		zero: 'Its start or stop may take as long as it likes.',
		forever: 'Its start or stop may take as long as it likes.',
	}),
	'Unit.JobRunningTimeoutSec': onSpan(span => `Its start or stop may last ${span} once it has begun, then it is given up.`, {
		zero: 'Its start or stop may last as long as it likes.',
		forever: 'Its start or stop may last as long as it likes.',
	}),
	'Unit.JobTimeoutAction': actions('When its start or stop takes too long'),
	'Unit.JobTimeoutRebootArgument': onText(argument => `What the restart of the computer after a time-out is told: ${argument}.`),
	'Unit.StartLimitIntervalSec': onSpan(
		span => `Its starts are counted over ${span}; too many of them (StartLimitBurst=), and it stays down.`,
		{
			zero: 'It may start as often as it likes, however fast.',
			forever: 'All its starts are counted; after too many of them (StartLimitBurst=) it stays down.',
		},
	),
	'Unit.StartLimitBurst': onNumber(count =>
		count === 0
			? 'It may start as often as it likes.'
			: `After ${count} starts within the time of StartLimitIntervalSec= (10 s if not set) it stays down.`,
	),
	'Unit.StartLimitAction': actions('When it starts too often'),
	'Unit.FailureAction': actions('When it fails'),
	'Unit.SuccessAction': actions('When it ends well'),
	'Unit.FailureActionExitStatus': onText(status => `If it fails and the manager ends with it, the manager's exit code is ${status}.`),
	'Unit.SuccessActionExitStatus': onText(status => `If it ends well and the manager ends with it, the manager's exit code is ${status}.`),
	'Unit.RebootArgument': onText(argument => `What a restart of the computer because of this unit is told: ${argument}.`),
	'Unit.OnFailureJobMode': jobModes('because it failed'),
	'Unit.OnSuccessJobMode': jobModes('because it ended well'),
	'Unit.OnFailureIsolate': onFlag(
		'What is started when it fails replaces all other units. An old form of OnFailureJobMode=isolate.',
		'What is started when it fails stops nothing else.',
	),
};

/** The [Unit] section, which every kind of unit has. @source systemd.unit(5) */
export const unitDirectives = {
	'Unit.Description': onText(() => 'What it is called in lists and logs.', 'It goes by the name of its file.'),
	'Unit.Documentation': onList(items => `Its documentation: ${someOf(items.map(manualOf), 3)}.`),
	'Unit.SourcePath': onText(path => `This unit was generated from ${path}: changes belong there.`),
	...dependencies,
	...limits,
	'Unit.StopWhenUnneeded': onFlag('Stopped as soon as no other unit needs it.', 'Runs on when no other unit needs it any more.'),
	'Unit.RefuseManualStart': onFlag('Nobody may start it by hand; other units start it.', 'May be started by hand.'),
	'Unit.RefuseManualStop': onFlag('Nobody may stop it by hand.', 'May be stopped by hand.'),
	'Unit.AllowIsolate': onFlag(
		'The system may be switched over to it, which stops all that it does not need.',
		'The system cannot be switched over to it.',
	),
	'Unit.DefaultDependencies': onFlag(
		'Starts after the basic set-up of the system and stops before shutdown, as usual.',
		'Without the usual order at boot and shutdown: for units of the earliest and latest hours.',
	),
	'Unit.IgnoreOnIsolate': onFlag(
		'Left alone when the system is switched over to another target.',
		'Stopped when the system is switched over to a target that does not need it.',
	),
	'Unit.SurviveFinalKillSignal': onFlag(
		'Its processes live on through the last step of a shutdown, as of a soft reboot.',
		'Its processes are ended at the last step of a shutdown.',
	),
	'Unit.CollectMode': onChoice({
		inactive: 'Forgotten once it has ended well; a failure stays to be seen.',
		'inactive-or-failed': 'Forgotten once it has ended, also after a failure.',
	}),
	...conditionDirectives,
};

const whenWanted = (items: readonly string[]): string =>
	({
		'multi-user': 'Started at boot, in the ordinary multi-user system, once enabled.',
		graphical: 'Started at boot with the graphical login, once enabled.',
		default: 'Started with the system, or for a user at login, once enabled.',
		early: `Started early at boot, for a user at login, with ${unitsOf(items)}, once enabled.`,
		units: `Started together with ${unitsOf(items)}, once enabled.`,
	})[wantedWith(items)];

const notWanted = 'Takes back what was set before: enabling it ties it to nothing.';

const aliasWords = (items: readonly string[]): string => {
	const {names, called} = aliasNames(items);
	return [
		...(names.length === 0 ? [] : [`Once enabled it also goes by the ${either(names, 'name', 'names')} ${someOf(names)}.`]),
		...(called.length === 0 ? [] : [`Once enabled it is started by whoever calls ${someOf(called)} on D-Bus.`]),
	].join(' ');
};

/** The [Install] section, which counts only when a unit is enabled. @source systemd.unit(5) */
export const installDirectives = {
	'Install.WantedBy': onList(whenWanted, notWanted),
	'Install.RequiredBy': onList(items => `Once enabled it starts with ${unitsOf(items)}, which cannot start without it.`, notWanted),
	'Install.UpheldBy': onList(items => `Once enabled it is kept running as long as ${anyOf(unitsOf(items), items)} runs.`, notWanted),
	'Install.Also': onList(items => `Enabling or disabling it does the same to ${someOf(items)}.`),
	'Install.Alias': onList(aliasWords),
	'Install.DefaultInstance': onText(instance => `Enabled without an instance, this template is enabled as ${instance}.`),
};
