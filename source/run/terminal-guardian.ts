import process from 'node:process';
import {mayRun, trustedPath} from './trusted-path.js';

/** Puts the terminal in order after a death that leaves nobody to do so: SIGKILL, or memory that ran out. */
type TerminalGuardian = {
	/** The screen is ours from now on. */
	start(): void;
	/** The screen is somebody else's for a while, who would be disturbed. */
	stop(): void;
	/** The terminal is as it was: the guardian goes without a word. */
	end(): void;
};

const shell = '/bin/sh';

/**
Constant: nothing that comes from outside is in it. Lines say whether the screen is ours; they end when we are gone. The line
settings are touched only while signals of keys are off, as in raw mode: editors of command lines keep them on, so a shell
that has the terminal back is left alone. What is written: no half-drawn picture, no mouse, plain colours, the main screen,
the cursor; what is set again: all that raw mode takes away.

@source XTerm Control Sequences, "DEC Private Mode Set"; stty(1)
*/
const script = `
trap '' HUP INT QUIT TERM TSTP
state=off
while
	read -r line
do
	state=$line
done
[ "$state" = on ] || exit 0
printf '\\033[?2026l\\033[?1006l\\033[?1000l\\033[0m\\033[?1049l\\033[?25h'
case $(stty -a <&3) in
*-isig*) stty icrnl ixon opost onlcr icanon echo isig iexten <&3 ;;
esac
`;

type Child = import('execa').Subprocess['nodeChildProcess'];

/** In brackets: what execa gives can be waited for, and would be. */
const startChild = async (): Promise<{child: Child}> => {
	const {execa} = await import('execa');
	const {nodeChildProcess: child} = execa(shell, ['-c', script, 'daemon-top-guardian'], {
		// what is typed is never read: the last one is only whose settings are put right
		stdio: ['pipe', 'inherit', 'ignore', 0],
		// a session of its own: keys that signal everybody in ours leave it alone, and so does job control
		detached: true,
		cleanup: false,
		extendEnv: false,
		env: {PATH: trustedPath(process.env.PATH)},
		cwd: '/',
		buffer: false,
		reject: false,
	});
	child.stdin?.on('error', () => undefined);
	// nobody waits for it
	child.unref();
	(child.stdin as {unref?: () => void} | null)?.unref?.();
	return {child};
};

/**
A small process that holds a pipe to this one. When the pipe closes while the screen is ours, it writes what restores the
terminal to our output. It starts `delayMs` after the screen became ours, so that the first picture never waits for it.
Without `/bin/sh` there is none. Nothing here throws.
*/
export const createTerminalGuardian = (delayMs = 300): TerminalGuardian => {
	let child: Child | null = null;
	let timer: NodeJS.Timeout | null = null;
	let isOurs = false;
	let hasEnded = false;

	const tell = (): void => {
		if (child?.stdin?.writable) {
			child.stdin.write(isOurs ? 'on\n' : 'off\n');
		}
	};

	const begin = async (): Promise<void> => {
		({child} = await startChild());
		if (hasEnded) {
			child.kill('SIGKILL');
		} else {
			tell();
		}
	};

	const end = (): void => {
		hasEnded = true;
		process.off('exit', end);
		if (timer !== null) {
			clearTimeout(timer);
		}

		// it could not hear a good-bye that comes with the end of the pipe, but this it never outlives
		child?.kill('SIGKILL');
		// whoever goes first leaves a child that nobody has seen end
		child?.ref();
	};

	process.on('exit', end);
	return {
		start() {
			isOurs = true;
			if (timer === null && !hasEnded && mayRun(shell)) {
				timer = setTimeout(() => void begin().catch(() => undefined), delayMs);
				timer.unref();
			}

			tell();
		},
		stop() {
			isOurs = false;
			tell();
		},
		end,
	};
};
