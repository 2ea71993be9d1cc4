import type {settings as English} from '../en/settings.js';
import type {Widened} from '../widened.js';
import {withParticle} from './particle.js';

/** What is said about the configuration file, in Korean. */
export const settings: Widened<typeof English> = {
	problem: (file, line, column, setting, expected) =>
		`${file}, ${line}번째 줄 ${column}번째 글자${setting === '' ? '' : `, ${setting}`}: ${expected}`,
	goesOn: more => `${more === 0 ? '' : `이런 곳이 ${more}개 더 있습니다. `}그 자리에는 기본값을 씁니다. 모두 보기: daemon-top config check`,
	goesOnWithout: '그때까지 기본값을 씁니다.',
	fine: file => `${file}: 문제가 없습니다.`,
	none: file => `${file}: 파일이 없어 기본값을 씁니다. 처음 쓸 파일 출력: daemon-top config`,
	nowhere: 'XDG_CONFIG_HOME과 HOME에 폴더가 없습니다. 하나를 정하거나 파일을 쓰세요: daemon-top config check FILE',
	missing: file => `${file}: 찾을 수 없습니다. 설정 파일을 찾는 곳: daemon-top paths`,
	failure: {
		denied: file => `${file}: 읽을 권한이 없습니다. 권한 주기: sudo chmod u+r`,
		'no-file': file => `${file}: 일반 파일이 아닙니다. daemon-top config로 출력한 파일을 그 자리에 두세요.`,
		'too-big': file => `${file}: 64 KiB보다 큽니다. daemon-top config로 출력되는 설정만 남기세요.`,
		foreign: file => `${file}: 소유자가 root도, sudo를 실행한 사용자도 아닙니다. 소유자 바꾸기: sudo chown root`,
		writable: file => `${file}: 소유자가 아닌 계정도 쓸 수 있어 root로는 읽지 않습니다. 권한 줄이기: sudo chmod go-w`,
		link: file => `${file}: 링크입니다. root로는 링크를 따라가지 않습니다. 파일을 그 자리에 직접 두세요.`,
		unreadable: file => `${file}: 읽을 수 없습니다. 살펴보기: ls -l`,
	},
	expected: {
		value: '값이 와야 합니다. 따옴표로 묶은 글, 숫자, true, false, [ ], { } 가운데 하나를 쓰세요.',
		key: '큰따옴표로 묶은 이름이 와야 합니다. 마지막 값 뒤에는 쉼표를 쓰지 않습니다.',
		colon: '이름 뒤에는 쌍점이 와야 합니다.',
		commaOrBrace: '쉼표나 }가 와야 합니다.',
		commaOrBracket: '쉼표나 ]가 와야 합니다.',
		end: '마지막 } 뒤에는 아무것도 없어야 합니다.',
		string: '같은 줄에서 큰따옴표로 끝나는 글이 와야 합니다.',
		shallower: '괄호를 이보다 얕게 써야 합니다.',
		object: '이름과 값이 든 { }가 와야 합니다.',
		yesOrNo: 'true나 false가 와야 합니다.',
		list: '대괄호 안에 따옴표로 묶은 글의 목록이 와야 합니다.',
		keyName: '키가 와야 합니다. j, /, f1, ctrl+d, alt+x처럼 쓰세요. 키 이름 보기: daemon-top config keys',
		freeKey: '다른 키를 쓰세요. Ctrl-C와 Esc는 언제나 나가는 키입니다.',
		controlKey: '글자가 아닌 키를 쓰세요. 글자는 검색어로 들어갑니다.',
		interval: (least, most) => `${least}부터 ${most}까지의 초 단위 숫자가 와야 합니다.`,
		oneOf: (found, names) => `${withParticle(`“${found}”`, '은')} 쓸 수 없습니다. 쓸 수 있는 값: ${names}.`,
		setting: (found, names) => `“${found}” 설정은 없습니다. 쓸 수 있는 설정: ${names}.`,
		action: found => `“${found}” 동작은 없습니다. 동작 목록: daemon-top config keys`,
		once: found => `“${found}”: 한 번만 써야 합니다.`,
		column: (found, names) => `“${found}” 열은 없습니다. 쓸 수 있는 열: ${names}.`,
		sharedKey: (key, other) => `다른 키를 쓰세요. “${key}” 키는 ${other}의 키입니다.`,
	},
};
