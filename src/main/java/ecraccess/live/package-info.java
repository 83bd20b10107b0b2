/**
 * Looks at a live account: the facts of one VPC and of what a stack is about to put into it, the
 * look-ups that the stack needs, and what would fail. One class speaks to AWS, read-only; all
 * others know its answers only.
 */
@NullMarked
package ecraccess.live;

import org.jspecify.annotations.NullMarked;
