import type {systemdDirectives as English} from '../en/systemd-directives.js';
import type {Widened} from '../widened.js';
import {initScriptKeys} from './init-script.js';
import {execDirectives} from './systemd-exec.js';
import {killDirectives} from './systemd-kill.js';
import {limitDirectives} from './systemd-limits.js';
import {resourceDirectives} from './systemd-resource.js';
import {sandboxDirectives} from './systemd-sandbox.js';
import {serviceDirectives} from './systemd-service.js';
import {socketDirectives} from './systemd-socket.js';
import {foreignDirectives, mountDirectives, pathDirectives, timerDirectives} from './systemd-timer.js';
import {installDirectives, unitDirectives} from './systemd-unit.js';

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
