import 'core-js/actual/promise/with-resolvers.js';
import 'core-js/actual/set/union.js';
