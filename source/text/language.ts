/** The languages of the reader, English first. */
export const languages = ['en', 'ko'] as const;
export type Language = (typeof languages)[number];
