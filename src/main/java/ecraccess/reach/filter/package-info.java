/**
 * Security groups and network ACLs on the way of a request and of its answer. Knows no routes and
 * no endpoints' policies.
 */
@NullMarked
package ecraccess.reach.filter;

import org.jspecify.annotations.NullMarked;
