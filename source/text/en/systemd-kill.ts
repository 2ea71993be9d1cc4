import {signalNameOf} from '../signal-names.js';
import {missing, onChoice, onFlag, onText, type SayDirective, takenBack, wrong} from './systemd-words.js';

const meanings: Readonly<Record<string, string>> = {
	SIGTERM: 'please end',
	SIGHUP: 'the terminal is gone, or: re-read your settings',
	SIGINT: 'interrupt, as Ctrl-C does',
	SIGQUIT: 'end, with a core dump or in an orderly way',
	SIGABRT: 'abort, with a core dump',
	SIGKILL: 'end at once; it cannot be refused',
	SIGUSR1: 'means what the program likes',
	SIGUSR2: 'means what the program likes',
	SIGWINCH: 'the window changed; some servers end gracefully on it',
	SIGCONT: 'go on',
	SIGSTOP: 'stop for now',
};

const signalOf = (signal: string): string => {
	const name = /^\d/.test(signal) ? `signal ${signal}` : signal;
	return Object.hasOwn(meanings, name) ? `${name} (${meanings[name]})` : name;
};

const onSignal = (say: (signal: string) => string): SayDirective =>
	onText((text, value) => {
		const signal = signalNameOf(text);
		return signal === null ? wrong(value) : say(signalOf(signal));
	}, missing);

/** How processes of a unit are ended. @source systemd.kill(5) */
export const killDirectives = {
	'Kill.KillMode': onChoice(
		{
			'control-group': 'On stop, all its processes are ended.',
			mixed: 'On stop, only its main process is asked to end; what is left then is killed.',
			process: 'On stop, only its main process is ended; all others live on.',
			none: 'On stop, nothing is ended but by ExecStop=; processes may live on.',
		},
		takenBack,
	),
	'Kill.KillSignal': onSignal(signal => `To stop it, it is first sent ${signal}.`),
	'Kill.RestartKillSignal': onSignal(signal => `To stop it for a restart, it is sent ${signal}.`),
	'Kill.ReloadSignal': onSignal(signal => `To re-read its settings, it is sent ${signal}.`),
	'Kill.FinalKillSignal': onSignal(signal => `What does not end in time is sent ${signal}.`),
	'Kill.WatchdogSignal': onSignal(signal => `When it stops reporting in, it is sent ${signal}.`),
	'Kill.SendSIGHUP': onFlag('On stop it is also sent SIGHUP, which shells expect.', 'On stop it is not sent SIGHUP.'),
	'Kill.SendSIGKILL': onFlag('What does not end in time is killed.', 'What does not end in time is left alone, not killed.'),
};
