/** A particle that depends on whether the word before it ends in a consonant: with one, without. */
const forms = {
	은: ['은', '는'],
	이: ['이', '가'],
	을: ['을', '를'],
	과: ['과', '와'],
	으로: ['으로', '로'],
	이라: ['이라', '라'],
	이나: ['이나', '나'],
	이며: ['이며', '며'],
	이고: ['이고', '고'],
} as const;

export type Particle = keyof typeof forms;

/** The last sound of a word: a vowel, ㄹ (which 으로 treats like a vowel), or another consonant. */
type LastSound = 'vowel' | 'rieul' | 'consonant';

const firstSyllable = 0xac_00;
const lastSyllable = 0xd7_a3;
const finalsPerSyllable = 28;
const rieulFinal = 8;

const soundOfSyllable = (code: number): LastSound => {
	const final = (code - firstSyllable) % finalsPerSyllable;
	return final === 0 ? 'vowel' : final === rieulFinal ? 'rieul' : 'consonant';
};

/** 영 일 이 삼 사 오 육 칠 팔 구. */
const digitSounds: readonly LastSound[] = [
	'consonant',
	'rieul',
	'vowel',
	'consonant',
	'vowel',
	'vowel',
	'consonant',
	'rieul',
	'rieul',
	'vowel',
];

/** Letters whose Korean name ends in a consonant: 엘 엠 엔 알. */
const letterSounds: Readonly<Record<string, LastSound>> = {L: 'rieul', M: 'consonant', N: 'consonant', R: 'rieul'};

/** How the ends of Latin words sound when a Korean reads them: cron 크론, launchctl 컨트롤, Dock 독, node 노드. First match wins. */
const wordEnds: readonly (readonly [RegExp, LastSound])[] = [
	[/(?:^|[^aeiou])[aeiou](?:ck|c|k|pp?|tt?)$/i, 'consonant'],
	[/(?:[^aeiou]|^)[aeiou]b$/i, 'consonant'],
	[/(?:l|le)$/i, 'rieul'],
	[/(?:m|n|ng|me|ne)$/i, 'consonant'],
];

const soundOfLatin = (word: string): LastSound => {
	// the names of signals are read as words: 시그텀, 시그헙
	const isAbbreviation = !/^SIG/.test(word) && /^[A-Z]{1,5}$|[^a-zA-Z][A-Z]$|[A-Z]{2}$/.test(word);
	if (isAbbreviation) {
		return letterSounds[word.slice(-1)] ?? 'vowel';
	}

	return wordEnds.find(([end]) => end.test(word))?.[1] ?? 'vowel';
};

/** What stands around or behind a word and is not read: quotes, brackets, full stops. */
const unread = /[\s"'’”)\]}>.,:;!?*/~`_-]+$/u;

const lastSoundOf = (text: string): LastSound => {
	// what stands in brackets behind a name is not read with it: `network.target (네트워크)`
	const word = text
		.normalize('NFC')
		.replace(/(\S)\s*\([^()]*\)\s*$/u, '$1')
		.replace(unread, '');
	const last = word.codePointAt(word.length - 1) ?? 0;
	if (last >= firstSyllable && last <= lastSyllable) {
		return soundOfSyllable(last);
	}

	const character = word.slice(-1);
	if (/\d/.test(character)) {
		return /[1-9]0{4}$/.test(word) ? 'consonant' : (digitSounds[Number(character)] ?? 'vowel');
	}

	return character === '%' ? 'vowel' : soundOfLatin(/[A-Za-z]+$/.exec(word)?.[0] ?? '');
};

/** The particle alone, as the last sound of the text before it asks: `particle('launchd', '은')` is 는. */
export const particle = (before: string, wanted: Particle): string => {
	const sound = lastSoundOf(before);
	const [closed, open] = forms[wanted];
	return sound === 'vowel' || (wanted === '으로' && sound === 'rieul') ? open : closed;
};

/** A text with its particle: `withParticle('cron', '은')` is `cron은`, `withParticle('mds', '을')` is `mds를`. */
export const withParticle = (before: string, wanted: Particle): string => `${before}${particle(before, wanted)}`;
