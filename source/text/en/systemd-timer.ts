import type {KeyValue} from '../../model/config.js';
import {hasBeen} from '../calendar-past.js';
import {desktopNames} from '../unit-references.js';
import {calendarSentence, formatMoment} from './calendar.js';
import {unitOf} from './systemd-known-units.js';
import {missing, onFlag, onNumber, onSpan, onText, type SayDirective, shorten, systemdSpan, takenBack, wrong} from './systemd-words.js';

const allTaken = 'Takes back all times that were set before.';

/** A delay counted from some moment; one timer may have several. */
const onDelay =
	(moment: string): SayDirective =>
	value => {
		if (value.text === '') {
			return allTaken;
		}

		if (value.durationMs === null) {
			return wrong(value);
		}

		if (value.durationMs === Number.POSITIVE_INFINITY) {
			return 'Never due.';
		}

		return value.durationMs === 0 ? `Due right ${moment}.` : `Due ${systemdSpan(value.durationMs)} ${moment}.`;
	};

const onCalendar = (value: KeyValue, now: number): string => {
	if (value.text === '') {
		return allTaken;
	}

	if (value.calendar.length === 0) {
		return wrong(value);
	}

	const sentence = calendarSentence(value.calendar);
	if (sentence === 'never') {
		return 'Never due.';
	}

	const past = value.calendar.some(event => hasBeen(event, now)) ? 'It never comes again.' : 'It never comes.';
	return `Due ${sentence}. ${value.nextAt === null ? past : `Next: ${formatMoment(value.nextAt, now)}.`}`;
};

/** The [Timer] section. @source systemd.timer(5) */
export const timerDirectives = {
	'Timer.OnCalendar': onCalendar,
	'Timer.OnBootSec': onDelay('after boot'),
	'Timer.OnStartupSec': onDelay('after the manager started: at boot, or for a user at login'),
	'Timer.OnActiveSec': onDelay('after the timer was switched on'),
	'Timer.OnUnitActiveSec': onDelay('after the last start of what it starts'),
	'Timer.OnUnitInactiveSec': onDelay('after the last end of what it starts'),
	'Timer.AccuracySec': onSpan(span => `May be up to ${span} late, so that several timers can share one wake-up.`, {
		zero: 'Is never late on purpose.',
	}),
	'Timer.RandomizedDelaySec': onSpan(span => `Waits a random time of up to ${span} more, so that not all computers start at once.`, {
		zero: 'Adds no random wait.',
	}),
	'Timer.RandomizedOffsetSec': onSpan(span => `All its times are moved by a fixed amount of up to ${span}, another on each computer.`, {
		zero: 'Its times are not moved.',
	}),
	'Timer.FixedRandomDelay': onFlag('The random wait is the same every time on this computer.', 'The random wait is another every time.'),
	'Timer.Persistent': onFlag(
		'A time that was missed while the computer was off is made up for.',
		'A time that was missed while the computer was off is skipped.',
	),
	'Timer.WakeSystem': onFlag('Wakes the computer from sleep.', 'Does not wake the computer from sleep.'),
	'Timer.RemainAfterElapse': onFlag('Stays loaded once it has no more times to come.', 'Is unloaded once it has no more times to come.'),
	'Timer.OnClockChange': onFlag('Also due when the clock is set.', 'Not due when the clock is set.'),
	'Timer.OnTimezoneChange': onFlag('Also due when the time zone changes.', 'Not due when the time zone changes.'),
	'Timer.DeferReactivation': onFlag(
		'A time that comes while the last run still goes on is skipped.',
		'A time that comes while the last run still goes on starts the next right after it.',
	),
	'Timer.Unit': onText(name => `Starts ${unitOf(name)}.`, missing),
};

const watched = (say: (path: string) => string): SayDirective => onText(path => say(path), 'Takes back all paths that were set before.');

/** The [Path] section. @source systemd.path(5) */
export const pathDirectives = {
	'Path.PathExists': watched(path => `Starts it as long as ${path} exists.`),
	'Path.PathExistsGlob': watched(path => `Starts it as long as anything matches ${path}.`),
	'Path.PathChanged': watched(path => `Starts it when ${path} was changed and closed.`),
	'Path.PathModified': watched(path => `Starts it each time something is written to ${path}.`),
	'Path.DirectoryNotEmpty': watched(path => `Starts it as long as there is something in ${path}.`),
	'Path.MakeDirectory': onFlag('Makes the watched folders first.', 'Does not make the watched folders.'),
	'Path.Unit': onText(name => `Starts ${unitOf(name)}.`, missing),
};

const noLimit = {zero: 'May take as long as it likes.', forever: 'May take as long as it likes.'};

const options = onText(text => `Mounted with the options ${shorten(text, 60)}.`);

/** The [Mount], [Automount] and [Swap] sections. @source systemd.mount(5), systemd.automount(5), systemd.swap(5) */
export const mountDirectives = {
	'Mount.What': onText(what => `Mounts ${what}.`),
	'Mount.Where': onText(where => `Mounts it at ${where}.`),
	'Mount.Type': onText(type => `Its file system is ${type}.`),
	'Mount.Options': options,
	'Mount.SloppyOptions': onFlag(
		'Options that its file system does not know are ignored.',
		'Options that its file system does not know are an error.',
	),
	'Mount.LazyUnmount': onFlag('Unmounted at once; whoever still uses it may finish.', 'Unmounted only when nobody uses it any more.'),
	'Mount.ForceUnmount': onFlag('Unmounted by force, for servers that do not answer.', 'Not unmounted by force.'),
	'Mount.ReadWriteOnly': onFlag('Fails where it cannot be written to.', 'Mounted read-only where it cannot be written to.'),
	'Mount.TimeoutSec': onSpan(span => `Given ${span} to be mounted or unmounted.`, noLimit),
	'Automount.Where': onText(where => `Mounted as soon as somebody looks at ${where}.`),
	'Automount.ExtraOptions': options,
	'Automount.TimeoutIdleSec': onSpan(span => `Unmounted when nobody has used it for ${span}.`, {
		zero: 'Stays mounted when nobody uses it.',
		forever: 'Stays mounted when nobody uses it.',
	}),
	'Swap.What': onText(what => `Uses ${what} as swap space.`),
	'Swap.Priority': onNumber(priority => `Used in the order of priorities, of which this is ${priority}; the highest first.`, takenBack),
	'Swap.Options': onText(text => `Used with the options ${text}.`),
	'Swap.TimeoutSec': onSpan(span => `Given ${span} to be switched on or off.`, noLimit),
};

/** Files that are units of somebody else: an activation file of D-Bus, an entry of a desktop. */
export const foreignDirectives = {
	'Bus.Name': onText(name => `Whoever calls ${name} on D-Bus starts it.`),
	'Bus.Exec': onText(command =>
		/\/(?:true|false)(?: |$)/.test(command)
			? 'D-Bus runs nothing itself: the service manager starts it.'
			: 'Without a service manager, D-Bus runs this.',
	),
	'Bus.User': onText(user => `Without a service manager, it runs as ${user}.`),
	'Bus.SystemdService': onText(name => `D-Bus has the service manager start ${unitOf(name)}.`),
	'Bus.AssumedAppArmorLabel': onText(label => `The bus takes its AppArmor label to be ${label}.`),
	'Desktop.Name': onText(() => 'What it is called in menus.'),
	'Desktop.GenericName': onText(() => 'What sort of program it is.'),
	'Desktop.Comment': onText(() => 'What is said of it in menus.'),
	'Desktop.Icon': onText(() => 'The picture it has in menus.'),
	'Desktop.Exec': onText(() => 'The command that the desktop runs.'),
	'Desktop.TryExec': onText(program => `Counts only where ${program} is installed.`),
	'Desktop.Type': onText(type => (type === 'Application' ? 'An entry for a program.' : `An entry of the sort ${type}.`)),
	'Desktop.OnlyShowIn': onText(names => `Only in these desktops: ${desktopNames(names)}.`),
	'Desktop.NotShowIn': onText(names => `In all desktops but: ${desktopNames(names)}.`),
	'Desktop.Categories': onText(() => 'Where it stands in menus.'),
	'Desktop.Keywords': onText(() => 'Words by which it is found.'),
	'Desktop.Hidden': onFlag('Counts as removed.', 'Counts.'),
	'Desktop.NoDisplay': onFlag('Not shown in menus.', 'Shown in menus.'),
	'Desktop.Terminal': onFlag('Runs in a terminal.', 'Needs no terminal.'),
	'Desktop.DBusActivatable': onFlag('Started by a call on D-Bus.', 'Not started by a call on D-Bus.'),
	'Desktop.StartupNotify': onFlag('Tells the desktop when its start is done.', 'Does not tell the desktop when its start is done.'),
	'Desktop.X-GNOME-Autostart-enabled': onFlag('Started at login, in GNOME.', 'Not started at login, in GNOME.'),
	Vendor: () => 'Ignored by systemd: it is meant for other programs.',
};
