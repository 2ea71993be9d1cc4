import process from 'node:process';

/** Clicks and the wheel, with coordinates of any size. @source XTerm Control Sequences, "Mouse Tracking" */
const on = '\u001b[?1000h\u001b[?1006h';
const off = '\u001b[?1006l\u001b[?1000l';

/** The terminal tells what the mouse does. */
type MouseMode = {
	start(): void;
	stop(): void;
	/** Stops for good. */
	end(): void;
};

/** A terminal that goes on telling would type rubbish into the shell: whatever ends this process ends that as well. */
export const createMouseMode = (stdout: NodeJS.WriteStream): MouseMode => {
	let isOn = false;
	let hasEnded = false;
	const tell = (sequence: string): void => {
		if (!stdout.destroyed && !stdout.writableEnded) {
			stdout.write(sequence);
		}
	};

	const stop = (): void => {
		if (isOn) {
			isOn = false;
			tell(off);
		}
	};

	process.on('exit', stop);
	return {
		start() {
			if (!isOn && !hasEnded) {
				isOn = true;
				tell(on);
			}
		},
		stop,
		end() {
			hasEnded = true;
			stop();
			process.off('exit', stop);
		},
	};
};

export const noMouse: MouseMode = {start: () => undefined, stop: () => undefined, end: () => undefined};
