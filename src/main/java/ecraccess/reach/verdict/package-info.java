/**
 * What may be found: a verdict on one question, a trace of one request, and the judgement that
 * holds them all. Knows no rule that leads to one.
 */
@NullMarked
package ecraccess.reach.verdict;

import org.jspecify.annotations.NullMarked;
