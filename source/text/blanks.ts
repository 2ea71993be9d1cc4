/** Blanks as wide as a text is in a terminal, where Hangul, Han and their like take two cells. */
export const blanksFor = (text: string): string =>
	text
		.replace(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/g, '\u3000')
		.replace(/[^\u3000]/g, ' ');
