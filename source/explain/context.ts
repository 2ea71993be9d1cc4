/** What an explanation is made for: the instant, and the time zone of that machine (an IANA name; `null`: not known). */
export type ExplainContext = {now: number; timeZone: string | null};
