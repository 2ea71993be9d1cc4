import {en} from './en.js';
import {ko} from './ko.js';
import {type Language, languages} from './language.js';
import type {Widened} from './widened.js';

/** Every word that the program shows: English is its type, the other languages have the same. */
export type Text = Widened<Omit<typeof en, 'language'>> & {readonly language: Language};

export {type Language, languages};

const texts: Readonly<Record<Language, Text>> = {en, ko};

export const textOf = (language: Language): Text => texts[language];

/** The language that a locale such as `ko_KR.UTF-8` asks for, English where we have no other. */
export const languageOfLocale = (locale: string | undefined): Language => {
	const code = locale?.split(/[_.@-]/)[0]?.toLowerCase();
	return languages.find(language => language === code) ?? 'en';
};
