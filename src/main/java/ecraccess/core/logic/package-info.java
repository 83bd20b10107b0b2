/**
 * Three-valued logic: what is known, what is not, and what may be concluded from either. Knows
 * nothing of AWS.
 */
@NullMarked
package ecraccess.core.logic;

import org.jspecify.annotations.NullMarked;
