/**
 * What the rest of a template says of a shorthand's parts, rewritten to what was generated from it.
 * Touches functions only, and of them only whole names.
 */
@NullMarked
package ecraccess.macro.expand.reference;

import org.jspecify.annotations.NullMarked;
