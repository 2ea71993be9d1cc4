/** What the shell is told. */
export const exitCode = {ok: 0, error: 1, usage: 2, notFound: 3, notPermitted: 4, interrupted: 130} as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
