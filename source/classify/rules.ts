import type {Rule} from './rule.js';
import {behaviourRules} from './rules-behaviour.js';
import {circumstanceRules} from './rules-circumstance.js';
import {familyRules} from './rules-family.js';
import {launchdRules} from './rules-launchd.js';
import {launchdConventionRules} from './rules-launchd-conventions.js';
import {managerRules} from './rules-manager.js';

/**
Facts that decide by themselves, in the order in which they are believed: the kernel's word, then the service manager's,
then the supervisor's, then the terminal's, then the family's. The first that holds gives the kind; the others that hold
stay as evidence.

@source the decision order in README.md, "How it decides"
*/
export const decisiveRules: readonly Rule[] = [...managerRules, ...launchdRules, ...familyRules];

/**
Signs that add up where no fact decides alone. Each weighs as much as it was measured to tell services from everything
else on recorded machines; two points are enough for a background service.
*/
export const signRules: readonly Rule[] = [...circumstanceRules, ...behaviourRules, ...launchdConventionRules];
