/** When a program usually starts. */
export const starts = ['boot', 'login', 'on-demand', 'timer', 'app', 'user', 'kernel'] as const;
export type Start = (typeof starts)[number];

/**
What comes of ending a program: `cannot`: no user program can; `never`: the system hangs or stops; `logs-you-out`: the
session ends; `comes-back`: its manager starts it again; `feature-stops`: something does not work until it is started again;
`wait`: an interruption may break something; `app-only`: quit the app it belongs to instead.
*/
export const endings = ['cannot', 'never', 'logs-you-out', 'comes-back', 'feature-stops', 'wait', 'app-only'] as const;
export type Ending = (typeof endings)[number];

/** What an article says in one language. `null` and an empty list: there is nothing of the sort to say. */
export type ArticleWords = {
	/** Two or three sentences: what it does and when one meets it. */
	does: string;
	neededBy: string;
	/** What happens when it is ended, and why it comes back or not. */
	ifKilled: string;
	/** The usual reasons for much CPU, memory, disk or network. */
	whyBusy: readonly string[];
	/** How long that is normal. */
	normalFor: string | null;
	/** How its feature is switched off, or it is stopped properly. */
	properOff: string;
	/** Why several run at once. */
	copies: string | null;
	/** Whom it talks to. */
	network: string | null;
	/** Where the real one lies and who signed or packaged it. */
	genuine: string;
};

/** The encyclopedia's article about a program, or about several of which everything said is true. */
export type Article = {
	names: readonly string[];
	vendor: string;
	/** One word that relatives share, for example `spotlight`. */
	family: string | null;
	startedBy: Start;
	safeToQuit: Ending;
	/** The program in whose window its work is seen. */
	uiPartner: string | null;
	/** Stopping it needs the rights of an administrator. */
	wantsRoot: boolean;
	/** It is a part of the operating system. */
	isSystem: boolean;
	en: ArticleWords;
	ko: ArticleWords;
	/** Manual pages as commands, or titles of its maker's documentation. */
	learnMore: readonly string[];
	confidence: 'high' | 'medium' | 'low';
	sources: readonly string[];
};
