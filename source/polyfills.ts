// Ink 8 and execa 10 call these two; Node 20 does not have them yet.
import 'core-js/actual/promise/with-resolvers.js';
import 'core-js/actual/set/union.js';
