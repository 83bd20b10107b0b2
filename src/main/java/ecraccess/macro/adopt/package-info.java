/**
 * From VPC endpoints written by hand to the shorthand: which endpoints can come from one, what it
 * must say, and the proof that what expands is what was there. Knows trees, not files.
 */
@NullMarked
package ecraccess.macro.adopt;

import org.jspecify.annotations.NullMarked;
