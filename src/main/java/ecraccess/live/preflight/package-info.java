/**
 * Looks at a live account before endpoints are made: the facts that matter, what EC2 would refuse,
 * and the judgement of the rest. Every reason to stop is told at once.
 */
@NullMarked
package ecraccess.live.preflight;

import org.jspecify.annotations.NullMarked;
