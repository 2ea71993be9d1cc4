import {initScriptKeys} from './en-init-script.js';
import {execDirectives} from './en-systemd-exec.js';
import {killDirectives} from './en-systemd-kill.js';
import {limitDirectives} from './en-systemd-limits.js';
import {resourceDirectives} from './en-systemd-resource.js';
import {sandboxDirectives} from './en-systemd-sandbox.js';
import {serviceDirectives} from './en-systemd-service.js';
import {socketDirectives} from './en-systemd-socket.js';
import {foreignDirectives, mountDirectives, pathDirectives, timerDirectives} from './en-systemd-timer.js';
import {installDirectives, unitDirectives} from './en-systemd-unit.js';

/** What each directive of a unit file, and each key of an init script, means for its value. */
export const systemdDirectives = {
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
