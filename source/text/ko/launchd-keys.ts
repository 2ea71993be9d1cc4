import type {launchdKeys as English} from '../en/launchd-keys.js';
import type {Widened} from '../widened.js';
import {processKeys} from './launchd-process-keys.js';
import {serviceKeys} from './launchd-service-keys.js';
import {startKeys} from './launchd-start-keys.js';

/** What each key of a launchd property list means for its value, in Korean; `now` is in milliseconds since the epoch. */
export const launchdKeys: Widened<typeof English> = {...startKeys, ...serviceKeys, ...processKeys};
