/** Tests of the policy engine, against tables and against a brute-force evaluator. */
@NullMarked
package ecraccess.reach.policy;

import org.jspecify.annotations.NullMarked;
