/**
 * One request from one subnet, and what every rule asks about it: whom it calls, which endpoints
 * may serve it, and what AWS says when it fails. Decides no way.
 */
@NullMarked
package ecraccess.reach.flow;

import org.jspecify.annotations.NullMarked;
