/**
 * Endpoint policies: which calls a pull makes, and whether a policy lets each of them through.
 * Knows no network beyond the request at hand.
 */
@NullMarked
package ecraccess.reach.policy;

import org.jspecify.annotations.NullMarked;
