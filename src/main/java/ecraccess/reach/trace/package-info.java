/**
 * Follows a request through DNS, routes, filters and policies to the endpoint, the NAT gateway or
 * the internet, or to where it ends. One trace for each request of each workload from each subnet.
 */
@NullMarked
package ecraccess.reach.trace;

import org.jspecify.annotations.NullMarked;
