import {en} from './en.js';
import {type Language, languages} from './language.js';

export type Text = typeof en;

export {type Language, languages};

const texts: Readonly<Record<Language, Text>> = {en};

export const textOf = (language: Language): Text => texts[language];

/** The language that a locale such as `ko_KR.UTF-8` asks for, English where we have no other. */
export const languageOfLocale = (locale: string | undefined): Language => {
	const code = locale?.split(/[_.@-]/)[0]?.toLowerCase();
	return languages.find(language => language === code) ?? 'en';
};
