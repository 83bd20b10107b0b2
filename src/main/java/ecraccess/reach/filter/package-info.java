/**
 * Security groups and network ACLs as sets of traffic: what they let through, with the rules and
 * entries that decide. Knows nothing of routes and names.
 */
@NullMarked
package ecraccess.reach.filter;

import org.jspecify.annotations.NullMarked;
