import type {installDirectives as EnglishInstall, unitDirectives as EnglishUnit} from '../en/systemd-unit.js';
import {aliasNames, isShutdown, manualOf, wantedWith} from '../unit-references.js';
import type {Widened} from '../widened.js';
import {withParticle} from './particle.js';
import {conditionDirectives} from './systemd-conditions.js';
import {unitsOf} from './systemd-known-units.js';
import {either, onChoice, onFlag, onList, onNumber, onSpan, onText, type SayDirective, someOf} from './systemd-words.js';

const noDependency = '아무 효과가 없습니다. 의존 관계는 취소할 수 없고 더하기만 할 수 있습니다.';

/** Names of other units, with a word behind them that particles can follow. */
const onUnits = (say: (units: string, items: readonly string[]) => string): SayDirective =>
	onList(items => say(`${unitsOf(items)} 유닛`, items), noDependency);

/** `a.service 유닛이`, `a.service, b.service 유닛 중 하나가`. */
const anyOf = (units: string, items: readonly string[]): string => either(items, `${units}이`, `${units} 중 하나가`);

/** Any of what was named before: `그 유닛이`, `그중 하나라도`. */
const anyOfThem = (items: readonly string[]): string => either(items, '그 유닛이', '그중 하나라도');

const onPaths = (say: (paths: string) => string): SayDirective => onList(items => say(someOf(items)), noDependency);

const unsaved = '아직 디스크에 쓰지 않은 내용은 사라집니다.';

/** What systemd does to the whole system. */
const actions = (when: string): SayDirective =>
	onChoice({
		none: `${when} 추가로 하는 일이 없습니다.`,
		reboot: `${when} 컴퓨터를 다시 시작합니다.`,
		'reboot-force': `${when} 서비스를 먼저 중지하지 않고 컴퓨터를 다시 시작합니다.`,
		'reboot-immediate': `${when} 컴퓨터를 곧바로 다시 시작합니다. ${unsaved}`,
		poweroff: `${when} 컴퓨터를 끕니다.`,
		'poweroff-force': `${when} 서비스를 먼저 중지하지 않고 컴퓨터를 끕니다.`,
		'poweroff-immediate': `${when} 컴퓨터를 곧바로 끕니다. ${unsaved}`,
		halt: `${when} 컴퓨터를 정지합니다.`,
		'halt-force': `${when} 서비스를 먼저 중지하지 않고 컴퓨터를 정지합니다.`,
		'halt-immediate': `${when} 컴퓨터를 곧바로 정지합니다. ${unsaved}`,
		exit: `${when} 서비스 관리자가 끝납니다. 컴퓨터의 주 서비스 관리자라면 컴퓨터가 꺼집니다.`,
		'exit-force': `${when} 서비스를 먼저 중지하지 않고 서비스 관리자가 끝납니다.`,
		'soft-reboot': `${when} 커널만 남기고 모두 다시 시작합니다.`,
		'soft-reboot-force': `${when} 서비스를 먼저 중지하지 않고 커널만 남긴 채 모두 다시 시작합니다.`,
		kexec: `${when} 새 커널을 바로 시작합니다.`,
		'kexec-force': `${when} 서비스를 먼저 중지하지 않고 새 커널을 바로 시작합니다.`,
	});

/** How the start of another unit is put in the queue. */
const jobModes = (when: string): SayDirective =>
	onChoice({
		fail: `${when} 시작하는 유닛이 이미 대기 중인 작업을 방해하게 되면 시작하지 않습니다.`,
		replace: `${when} 시작하는 유닛은 방해가 되는 대기 중인 작업을 밀어냅니다.`,
		'replace-irreversibly': `${when} 시작하는 유닛은 대기 중인 작업을 밀어내며, 스스로는 밀려나지 않습니다.`,
		isolate: `${when} 시작하는 유닛이 다른 모든 유닛을 대신합니다. 그 유닛에 필요하지 않은 유닛은 모두 중지합니다.`,
		flush: `${when} 유닛을 시작할 때 대기 중인 작업을 모두 버립니다.`,
		'ignore-dependencies': `${when} 시작하는 유닛은 의존하는 유닛 없이 시작합니다.`,
		'ignore-requirements': `${when} 시작하는 유닛은 필요한 유닛 없이 시작하되 순서는 지킵니다.`,
	});

const conflictWords = (items: readonly string[]): string => {
	const others = items.filter(name => !isShutdown(name));
	return [
		...(others.length === 0
			? []
			: [`${unitsOf(others)} 유닛과 함께 실행되지 않습니다. 한쪽을 시작하면 ${either(others, '다른 쪽을', '다른 쪽을 모두')} 중지합니다.`]),
		...(others.length < items.length ? ['시스템을 종료할 때 중지합니다.'] : []),
	].join(' ');
};

const orderOnly = '순서만 정할 뿐 유닛을 시작하지는 않습니다.';

const beforeWords = (items: readonly string[]): string => {
	const others = items.filter(name => !isShutdown(name));
	return [
		...(others.length === 0 ? [] : [`함께 시작할 때 ${unitsOf(others)} 유닛은 이 유닛이 시작을 마칠 때까지 기다립니다. ${orderOnly}`]),
		...(others.length < items.length ? ['이 유닛이 중지될 때까지 시스템 종료가 기다립니다.'] : []),
	].join(' ');
};

const bindWords = (units: string, items: readonly string[]): string =>
	items.every(name => name.endsWith('.device'))
		? `다음 장치가 있는 동안에만 실행합니다: ${unitsOf(items)}.`
		: `시작할 때 ${units}도 시작합니다. ${anyOfThem(items)} 어떤 이유로든 중지되거나 없어지면 바로 중지합니다.`;

const dependencies = {
	'Unit.Wants': onUnits(
		(units, items) => `시작할 때 ${units}도 시작합니다. ${either(items, '그 유닛이', '그중 일부가')} 실패해도 계속 실행합니다.`,
	),
	'Unit.Requires': onUnits((units, items) => `시작할 때 ${units}도 시작합니다. ${anyOfThem(items)} 중지되면 이 유닛도 중지합니다.`),
	'Unit.Requisite': onUnits(units => `${units}이 이미 실행 중일 때만 시작합니다. 아니면 시작에 실패합니다.`),
	'Unit.BindsTo': onUnits(bindWords),
	'Unit.PartOf': onUnits(
		(units, items) => `${anyOf(units, items)} 중지되거나 재시작되면 이 유닛도 중지하거나 재시작합니다. 함께 시작하지는 않습니다.`,
	),
	'Unit.Upholds': onUnits(units => `이 유닛이 실행 중인 동안 ${units}이 멈출 때마다 다시 시작합니다.`),
	'Unit.Conflicts': onList(conflictWords, noDependency),
	'Unit.Before': onList(beforeWords, noDependency),
	'Unit.After': onUnits(units => `함께 시작할 때 이 유닛은 ${units}이 시작을 마칠 때까지 기다립니다. ${orderOnly}`),
	'Unit.OnFailure': onUnits(units => `실패하면 ${units}을 시작합니다.`),
	'Unit.OnSuccess': onUnits(units => `성공적으로 끝나면 ${units}을 시작합니다.`),
	'Unit.PropagatesReloadTo': onUnits(units => `설정을 다시 읽으라는 요청을 받으면 ${units}에도 전합니다.`),
	'Unit.ReloadPropagatedFrom': onUnits(
		(units, items) => `${anyOf(units, items)} 설정을 다시 읽으라는 요청을 받으면 이 유닛도 다시 읽습니다.`,
	),
	'Unit.PropagatesStopTo': onUnits(units => `이 유닛을 중지하면 ${units}도 중지합니다.`),
	'Unit.StopPropagatedFrom': onUnits((units, items) => `${anyOf(units, items)} 중지되면 이 유닛도 중지합니다.`),
	'Unit.JoinsNamespaceOf': onUnits(units => `전용 /tmp나 네트워크 등이 양쪽 모두에 있으면 ${units}과 함께 씁니다.`),
	'Unit.RequiresMountsFor': onPaths(paths => `${paths} 경로가 있는 디스크가 필요하며, 마운트될 때까지 기다립니다.`),
	'Unit.WantsMountsFor': onPaths(paths => `${paths} 경로가 있는 디스크를 기다리고, 마운트할 수 없으면 디스크 없이 시작합니다.`),
	'Unit.RequiresOverridable': onUnits(units => `Requires=의 옛 형식입니다. 시작할 때 ${units}도 시작합니다.`),
	'Unit.RequisiteOverridable': onUnits(units => `Requisite=의 옛 형식입니다. ${units}이 이미 실행 중이어야 합니다.`),
};

const anyDuration = '시작이나 중지가 얼마나 오래 걸려도 됩니다.';

const limits = {
	'Unit.JobTimeoutSec': onSpan(span => `시작이나 중지는 기다리는 시간을 합쳐 ${span} 안에 끝나야 하며, 아니면 포기합니다.`, {
		zero: anyDuration,
		forever: anyDuration,
	}),
	'Unit.JobRunningTimeoutSec': onSpan(span => `시작이나 중지는 기다리는 시간을 빼고 ${span} 안에 끝나야 하며, 아니면 포기합니다.`, {
		zero: anyDuration,
		forever: anyDuration,
	}),
	'Unit.JobTimeoutAction': actions('시작이나 중지가 너무 오래 걸리면'),
	'Unit.JobTimeoutRebootArgument': onText(argument => `시간이 초과되어 컴퓨터를 다시 시작할 때 전하는 인수입니다: ${argument}.`),
	'Unit.StartLimitIntervalSec': onSpan(
		span => `${span} 동안 시작한 횟수를 셉니다. 횟수가 너무 많으면(StartLimitBurst=) 더 시작하지 않습니다.`,
		{
			zero: '아무리 빨리, 아무리 자주 시작해도 됩니다.',
			forever: '시작한 횟수를 모두 셉니다. 횟수가 너무 많으면(StartLimitBurst=) 더 시작하지 않습니다.',
		},
	),
	'Unit.StartLimitBurst': onNumber(count =>
		count === 0
			? '아무리 자주 시작해도 됩니다.'
			: `StartLimitIntervalSec=에 적힌 시간(없으면 10초) 동안 ${count}번 시작하면 더 시작하지 않습니다.`,
	),
	'Unit.StartLimitAction': actions('너무 자주 시작하면'),
	'Unit.FailureAction': actions('실패하면'),
	'Unit.SuccessAction': actions('성공적으로 끝나면'),
	'Unit.FailureActionExitStatus': onText(status => `실패해서 서비스 관리자도 끝날 때 서비스 관리자의 종료 코드는 ${status}입니다.`),
	'Unit.SuccessActionExitStatus': onText(status => `성공적으로 끝나 서비스 관리자도 끝날 때 서비스 관리자의 종료 코드는 ${status}입니다.`),
	'Unit.RebootArgument': onText(argument => `이 유닛 때문에 컴퓨터를 다시 시작할 때 전하는 인수입니다: ${argument}.`),
	'Unit.OnFailureJobMode': jobModes('실패해서'),
	'Unit.OnSuccessJobMode': jobModes('성공적으로 끝나서'),
	'Unit.OnFailureIsolate': onFlag(
		'실패했을 때 시작하는 유닛이 다른 모든 유닛을 대신합니다. OnFailureJobMode=isolate의 옛 형식입니다.',
		'실패했을 때 시작하는 유닛이 다른 유닛을 중지하지 않습니다.',
	),
};

/** The [Unit] section, in Korean. @source systemd.unit(5) */
export const unitDirectives: Widened<typeof EnglishUnit> = {
	'Unit.Description': onText(() => '목록과 로그에 표시되는 이름입니다.', '파일 이름을 그대로 이름으로 씁니다.'),
	'Unit.Documentation': onList(items => `설명서: ${someOf(items.map(manualOf), 3)}.`),
	'Unit.SourcePath': onText(path => `이 유닛은 ${path}에서 생성되었습니다. 고칠 것이 있으면 그 파일을 고치세요.`),
	...dependencies,
	...limits,
	'Unit.StopWhenUnneeded': onFlag('필요로 하는 유닛이 없어지면 바로 중지합니다.', '필요로 하는 유닛이 없어져도 계속 실행합니다.'),
	'Unit.RefuseManualStart': onFlag('사람이 직접 시작할 수 없고 다른 유닛이 시작합니다.', '사람이 직접 시작할 수 있습니다.'),
	'Unit.RefuseManualStop': onFlag('사람이 직접 중지할 수 없습니다.', '사람이 직접 중지할 수 있습니다.'),
	'Unit.AllowIsolate': onFlag(
		'시스템을 이 유닛으로 전환할 수 있습니다. 전환하면 여기에 필요하지 않은 것은 모두 중지합니다.',
		'시스템을 이 유닛으로 전환할 수 없습니다.',
	),
	'Unit.DefaultDependencies': onFlag(
		'평소처럼 시스템의 기본 준비가 끝난 뒤에 시작하고 시스템이 종료되기 전에 중지합니다.',
		'부팅과 종료 때의 보통 순서를 따르지 않습니다. 부팅 맨 처음이나 종료 맨 끝에 필요한 유닛에 씁니다.',
	),
	'Unit.IgnoreOnIsolate': onFlag(
		'시스템을 다른 타깃으로 전환할 때 그대로 둡니다.',
		'시스템을 이 유닛이 필요하지 않은 타깃으로 전환할 때 중지합니다.',
	),
	'Unit.SurviveFinalKillSignal': onFlag(
		'소프트 재부팅처럼 시스템 종료의 마지막 단계가 와도 프로세스가 살아남습니다.',
		'시스템 종료의 마지막 단계에서 프로세스를 종료합니다.',
	),
	'Unit.CollectMode': onChoice({
		inactive: '성공적으로 끝나면 상태를 지웁니다. 실패는 확인할 수 있게 남겨 둡니다.',
		'inactive-or-failed': '끝나면 실패했더라도 상태를 지웁니다.',
	}),
	...conditionDirectives,
};

const whenWanted = (items: readonly string[]): string =>
	({
		'multi-user': '활성화하면 부팅할 때 보통의 다중 사용자 시스템에서 시작합니다.',
		graphical: '활성화하면 부팅할 때 그래픽 로그인과 함께 시작합니다.',
		default: '활성화하면 시스템과 함께 시작합니다. 사용자 유닛이면 로그인할 때 시작합니다.',
		early: `활성화하면 부팅 초기에 ${unitsOf(items)} 유닛과 함께 시작합니다. 사용자 유닛이면 로그인할 때 시작합니다.`,
		units: `활성화하면 ${unitsOf(items)} 유닛과 함께 시작합니다.`,
	})[wantedWith(items)];

const notWanted = '앞에서 설정한 값을 취소합니다. 활성화해도 다른 유닛에 연결되지 않습니다.';

const aliasWords = (items: readonly string[]): string => {
	const {names, called} = aliasNames(items);
	return [
		...(names.length === 0 ? [] : [`활성화하면 ${withParticle(someOf(names), '이라')}는 이름으로도 부를 수 있습니다.`]),
		...(called.length === 0 ? [] : [`활성화하면 D-Bus에서 ${withParticle(someOf(called), '을')} 부르는 프로그램이 시작하게 합니다.`]),
	].join(' ');
};

/** The [Install] section, in Korean. @source systemd.unit(5) */
export const installDirectives: Widened<typeof EnglishInstall> = {
	'Install.WantedBy': onList(whenWanted, notWanted),
	'Install.RequiredBy': onList(
		items =>
			`활성화하면 ${unitsOf(items)} 유닛과 함께 시작합니다. ${either(items, '그 유닛은', '그 유닛은 모두')} 이 유닛 없이 시작할 수 없습니다.`,
		notWanted,
	),
	'Install.UpheldBy': onList(
		items => `활성화하면 ${anyOf(`${unitsOf(items)} 유닛`, items)} 실행되는 동안 실행 상태를 유지합니다.`,
		notWanted,
	),
	'Install.Also': onList(items => `활성화하거나 비활성화할 때 ${someOf(items)} 유닛도 똑같이 처리합니다.`),
	'Install.Alias': onList(aliasWords),
	'Install.DefaultInstance': onText(instance => `인스턴스를 정하지 않고 활성화하면 이 템플릿은 ${instance} 인스턴스로 활성화됩니다.`),
};
