/**
 * The model of a live VPC as it will be once the planned endpoints are there, and what a stack
 * takes from it. Asks nothing itself.
 */
@NullMarked
package ecraccess.live.network;

import org.jspecify.annotations.NullMarked;
