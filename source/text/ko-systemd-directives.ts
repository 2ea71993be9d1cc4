import type {systemdDirectives as English} from './en-systemd-directives.js';
import {initScriptKeys} from './ko-init-script.js';
import {execDirectives} from './ko-systemd-exec.js';
import {killDirectives} from './ko-systemd-kill.js';
import {limitDirectives} from './ko-systemd-limits.js';
import {resourceDirectives} from './ko-systemd-resource.js';
import {sandboxDirectives} from './ko-systemd-sandbox.js';
import {serviceDirectives} from './ko-systemd-service.js';
import {socketDirectives} from './ko-systemd-socket.js';
import {foreignDirectives, mountDirectives, pathDirectives, timerDirectives} from './ko-systemd-timer.js';
import {installDirectives, unitDirectives} from './ko-systemd-unit.js';
import type {Widened} from './widened.js';

/** What each directive of a unit file, and each key of an init script, means for its value; in Korean. */
export const systemdDirectives: Widened<typeof English> = {
	...unitDirectives,
	...installDirectives,
	...serviceDirectives,
	...execDirectives,
	...limitDirectives,
	...sandboxDirectives,
	...killDirectives,
	...resourceDirectives,
	...socketDirectives,
	...timerDirectives,
	...pathDirectives,
	...mountDirectives,
	...foreignDirectives,
	...initScriptKeys,
};
