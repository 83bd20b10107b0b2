/**
 * Endpoint policies: which calls a pull makes, and what a policy says of each, in three values and
 * with its evidence. Knows no network beyond the request at hand.
 */
@NullMarked
package ecraccess.reach.policy;

import org.jspecify.annotations.NullMarked;
