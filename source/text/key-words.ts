import {launchdKeys} from './en/launchd-keys.js';
import {systemdDirectives} from './en/systemd-directives.js';
import {launchdKeys as koreanLaunchdKeys} from './ko/launchd-keys.js';
import {systemdDirectives as koreanSystemdDirectives} from './ko/systemd-directives.js';
import type {Language} from './language.js';
import type {Widened} from './widened.js';

const en = {launchdKeys, systemdDirectives};

/** What each key of a configuration file means for its value. */
type KeyWords = Widened<typeof en>;

const words: Readonly<Record<Language, KeyWords>> = {
	en,
	ko: {launchdKeys: koreanLaunchdKeys, systemdDirectives: koreanSystemdDirectives},
};

/** Many words that only the Config pane says: kept apart from the others, so that a list need not load them. */
export const keyWordsOf = (language: Language): KeyWords => words[language];
