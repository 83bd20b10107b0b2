/** Three-valued logic: what is known, what is not, and what may be concluded from either. */
@NullMarked
package ecraccess.logic;

import org.jspecify.annotations.NullMarked;
