/**
 * Exact sets of IP addresses, of ports, and of both together: union, intersection, difference. It
 * knows how blocks are written and nothing of AWS.
 */
@NullMarked
package ecraccess.core.net;

import org.jspecify.annotations.NullMarked;
