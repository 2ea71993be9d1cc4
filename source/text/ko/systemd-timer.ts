import type {KeyValue} from '../../model/config.js';
import {hasBeen} from '../calendar-past.js';
import type {
	foreignDirectives as EnglishForeign,
	mountDirectives as EnglishMount,
	pathDirectives as EnglishPath,
	timerDirectives as EnglishTimer,
} from '../en/systemd-timer.js';
import {desktopNames} from '../unit-references.js';
import type {Widened} from '../widened.js';
import {calendarSentence, formatMoment, never} from './calendar.js';
import {withParticle} from './particle.js';
import {unitOf} from './systemd-known-units.js';
import {missing, onFlag, onNumber, onSpan, onText, type SayDirective, shorten, systemdSpan, takenBack, wrong} from './systemd-words.js';

const allTaken = '앞에서 설정한 시각을 모두 취소합니다.';

const neverDue = '실행할 때가 오지 않습니다.';

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
			return neverDue;
		}

		return value.durationMs === 0 ? `${moment} 바로 실행합니다.` : `${moment} ${systemdSpan(value.durationMs)} 뒤에 실행합니다.`;
	};

const onCalendar = (value: KeyValue, now: number): string => {
	if (value.text === '') {
		return allTaken;
	}

	if (value.calendar.length === 0) {
		return wrong(value);
	}

	const sentence = calendarSentence(value.calendar);
	if (sentence === never) {
		return neverDue;
	}

	const past = value.calendar.some(event => hasBeen(event, now)) ? '다시 오지 않는 시각입니다.' : '올 수 없는 시각입니다.';
	return `${sentence} 실행합니다. ${value.nextAt === null ? past : `다음 실행: ${formatMoment(value.nextAt, now)}.`}`;
};

/** The [Timer] section, in Korean. @source systemd.timer(5) */
export const timerDirectives: Widened<typeof EnglishTimer> = {
	'Timer.OnCalendar': onCalendar,
	'Timer.OnBootSec': onDelay('부팅하고 나서'),
	'Timer.OnStartupSec': onDelay('서비스 관리자가 시작하고 나서(부팅할 때, 사용자 유닛이면 로그인할 때)'),
	'Timer.OnActiveSec': onDelay('타이머를 켜고 나서'),
	'Timer.OnUnitActiveSec': onDelay('대상 유닛을 마지막으로 시작하고 나서'),
	'Timer.OnUnitInactiveSec': onDelay('대상 유닛이 마지막으로 끝나고 나서'),
	'Timer.AccuracySec': onSpan(span => `최대 ${span} 늦을 수 있습니다. 여러 타이머가 컴퓨터를 한 번에 깨우게 하려는 것입니다.`, {
		zero: '일부러 늦추지 않습니다.',
		forever: '얼마든지 늦을 수 있습니다. 여러 타이머가 컴퓨터를 한 번에 깨우게 하려는 것입니다.',
	}),
	'Timer.RandomizedDelaySec': onSpan(
		span => `무작위로 최대 ${span}까지 더 기다립니다. 여러 컴퓨터가 한꺼번에 시작하지 않게 하려는 것입니다.`,
		{
			zero: '무작위로 더 기다리지 않습니다.',
			forever: '무작위로 얼마든지 더 기다립니다. 여러 컴퓨터가 한꺼번에 시작하지 않게 하려는 것입니다.',
		},
	),
	'Timer.RandomizedOffsetSec': onSpan(span => `모든 시각을 최대 ${span} 안에서 일정하게 옮깁니다. 옮기는 정도는 컴퓨터마다 다릅니다.`, {
		zero: '시각을 옮기지 않습니다.',
		forever: '모든 시각을 일정하게 옮깁니다. 옮기는 정도는 컴퓨터마다 다르고 제한이 없습니다.',
	}),
	'Timer.FixedRandomDelay': onFlag(
		'무작위로 더 기다리는 시간이 이 컴퓨터에서는 매번 같습니다.',
		'무작위로 더 기다리는 시간이 매번 다릅니다.',
	),
	'Timer.Persistent': onFlag('컴퓨터가 꺼져 있어서 놓친 시각은 나중에라도 실행합니다.', '컴퓨터가 꺼져 있어서 놓친 시각은 건너뜁니다.'),
	'Timer.WakeSystem': onFlag('잠자는 컴퓨터를 깨웁니다.', '잠자는 컴퓨터를 깨우지 않습니다.'),
	'Timer.RemainAfterElapse': onFlag('더 올 시각이 없어도 로드된 채로 남습니다.', '더 올 시각이 없으면 로드를 해제합니다.'),
	'Timer.OnClockChange': onFlag('시계를 맞출 때도 실행합니다.', '시계를 맞출 때는 실행하지 않습니다.'),
	'Timer.OnTimezoneChange': onFlag('시간대가 바뀔 때도 실행합니다.', '시간대가 바뀔 때는 실행하지 않습니다.'),
	'Timer.DeferReactivation': onFlag(
		'앞선 실행이 아직 끝나지 않았을 때 돌아온 시각은 건너뜁니다.',
		'앞선 실행이 아직 끝나지 않았을 때 시각이 돌아오면 그 실행이 끝난 뒤 바로 다시 시작합니다.',
	),
	'Timer.Unit': onText(name => `${unitOf(name)} 유닛을 시작합니다.`, missing),
};

const watched = (say: (path: string) => string): SayDirective => onText(path => say(path), '앞에서 설정한 경로를 모두 취소합니다.');

/** The [Path] section, in Korean. @source systemd.path(5) */
export const pathDirectives: Widened<typeof EnglishPath> = {
	'Path.PathExists': watched(path => `${withParticle(path, '이')} 있는 동안 시작합니다.`),
	'Path.PathExistsGlob': watched(path => `${path} 패턴에 맞는 것이 있는 동안 시작합니다.`),
	'Path.PathChanged': watched(path => `${withParticle(path, '을')} 고친 뒤 닫으면 시작합니다.`),
	'Path.PathModified': watched(path => `${path}에 무언가 쓸 때마다 시작합니다.`),
	'Path.DirectoryNotEmpty': watched(path => `${path}에 무언가 들어 있는 동안 시작합니다.`),
	'Path.MakeDirectory': onFlag('지켜볼 폴더를 먼저 만듭니다.', '지켜볼 폴더를 만들지 않습니다.'),
	'Path.Unit': onText(name => `${unitOf(name)} 유닛을 시작합니다.`, missing),
};

const anyDuration = '얼마나 오래 걸려도 됩니다.';

const noLimit = {zero: anyDuration, forever: anyDuration};

const options = onText(text => `마운트할 때 쓰는 옵션입니다: ${shorten(text, 60)}.`);

/** The [Mount], [Automount] and [Swap] sections, in Korean. @source systemd.mount(5), systemd.automount(5), systemd.swap(5) */
export const mountDirectives: Widened<typeof EnglishMount> = {
	'Mount.What': onText(what => `${withParticle(what, '을')} 마운트합니다.`),
	'Mount.Where': onText(where => `${where}에 마운트합니다.`),
	'Mount.Type': onText(type => `파일 시스템은 ${type}입니다.`),
	'Mount.Options': options,
	'Mount.SloppyOptions': onFlag('파일 시스템이 모르는 옵션은 무시합니다.', '파일 시스템이 모르는 옵션은 오류로 봅니다.'),
	'Mount.LazyUnmount': onFlag(
		'마운트를 바로 해제합니다. 아직 쓰고 있는 프로그램은 마저 쓸 수 있습니다.',
		'아무도 쓰지 않을 때만 마운트를 해제합니다.',
	),
	'Mount.ForceUnmount': onFlag('응답하지 않는 서버에 대비해 마운트를 강제로 해제합니다.', '마운트를 강제로 해제하지 않습니다.'),
	'Mount.ReadWriteOnly': onFlag('쓸 수 없으면 실패합니다.', '쓸 수 없으면 읽기 전용으로 마운트합니다.'),
	'Mount.TimeoutSec': onSpan(span => `마운트하거나 해제하는 일을 ${span} 안에 마쳐야 합니다.`, noLimit),
	'Automount.Where': onText(where => `누군가 ${where} 안을 보려 하면 바로 마운트합니다.`),
	'Automount.ExtraOptions': options,
	'Automount.TimeoutIdleSec': onSpan(span => `${span} 동안 아무도 쓰지 않으면 마운트를 해제합니다.`, {
		zero: '아무도 쓰지 않아도 마운트한 채로 둡니다.',
		forever: '아무도 쓰지 않아도 마운트한 채로 둡니다.',
	}),
	'Swap.What': onText(what => `${withParticle(what, '을')} 스왑 공간으로 씁니다.`),
	'Swap.Priority': onNumber(priority => `우선순위는 ${priority}입니다. 우선순위가 높은 것부터 씁니다.`, takenBack),
	'Swap.Options': onText(text => `스왑에 쓰는 옵션입니다: ${text}.`),
	'Swap.TimeoutSec': onSpan(span => `켜거나 끄는 일을 ${span} 안에 마쳐야 합니다.`, noLimit),
};

const desktopDirectives = {
	'Desktop.Name': onText(() => '메뉴에 보이는 이름입니다.'),
	'Desktop.GenericName': onText(() => '어떤 종류의 프로그램인지 나타냅니다.'),
	'Desktop.Comment': onText(() => '메뉴에 보이는 설명입니다.'),
	'Desktop.Icon': onText(() => '메뉴에 보이는 아이콘입니다.'),
	'Desktop.Exec': onText(() => '데스크톱이 실행하는 명령입니다.'),
	'Desktop.TryExec': onText(program => `${withParticle(program, '이')} 설치되어 있을 때만 적용합니다.`),
	'Desktop.Type': onText(type => (type === 'Application' ? '프로그램 항목입니다.' : `${type} 종류의 항목입니다.`)),
	'Desktop.OnlyShowIn': onText(names => `다음 데스크톱에서만 적용합니다: ${desktopNames(names)}.`),
	'Desktop.NotShowIn': onText(names => `다음을 뺀 모든 데스크톱에서 적용합니다: ${desktopNames(names)}.`),
	'Desktop.Categories': onText(() => '메뉴의 어디에 놓일지 정합니다.'),
	'Desktop.Keywords': onText(() => '찾을 때 쓰는 말입니다.'),
	'Desktop.Hidden': onFlag('지운 것으로 봅니다.', '적용합니다.'),
	'Desktop.NoDisplay': onFlag('메뉴에 보이지 않습니다.', '메뉴에 보입니다.'),
	'Desktop.Terminal': onFlag('터미널에서 실행합니다.', '터미널이 필요 없습니다.'),
	'Desktop.DBusActivatable': onFlag('D-Bus 호출로 시작합니다.', 'D-Bus 호출로 시작하지 않습니다.'),
	'Desktop.StartupNotify': onFlag('시작이 끝나면 데스크톱에 알립니다.', '시작이 끝나도 데스크톱에 알리지 않습니다.'),
	'Desktop.X-GNOME-Autostart-enabled': onFlag('GNOME에 로그인할 때 시작합니다.', 'GNOME에 로그인할 때 시작하지 않습니다.'),
};

/** Files that are units of somebody else: an activation file of D-Bus, an entry of a desktop. In Korean. */
export const foreignDirectives: Widened<typeof EnglishForeign> = {
	'Bus.Name': onText(name => `D-Bus에서 ${withParticle(name, '을')} 부르면 시작합니다.`),
	'Bus.Exec': onText(command =>
		/\/(?:true|false)(?: |$)/.test(command)
			? 'D-Bus는 아무것도 직접 실행하지 않습니다. 서비스 관리자가 시작합니다.'
			: '서비스 관리자가 없으면 D-Bus가 이 명령을 실행합니다.',
	),
	'Bus.User': onText(user => `서비스 관리자가 없으면 ${user} 계정으로 실행합니다.`),
	'Bus.SystemdService': onText(name => `D-Bus가 서비스 관리자를 통해 ${unitOf(name)} 유닛을 시작합니다.`),
	'Bus.AssumedAppArmorLabel': onText(label => `버스는 이 서비스의 AppArmor 레이블을 ${withParticle(label, '으로')} 여깁니다.`),
	...desktopDirectives,
	Vendor: () => '다른 프로그램을 위한 내용이어서 systemd가 무시합니다.',
};
