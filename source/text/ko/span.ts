const units: Readonly<Record<string, string>> = {d: '일', h: '시간', m: '분', s: '초', ms: '밀리초'};

/** A span as the formats of every language write it, in Korean: `2m 5s` is `2분 5초`, `500 ms` is `500밀리초`. All else stays. */
export const koreanSpan = (span: string): string =>
	span.replace(/(\d) ?(ms|[dhms])(?![a-z])/g, (_, digit: string, unit: string) => `${digit}${units[unit]}`);
