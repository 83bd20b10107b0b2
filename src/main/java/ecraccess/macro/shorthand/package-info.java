/**
 * The shorthand, {@code Type: PrivateEcrAccess}: which properties it has, what may stand in each,
 * and the way from a template's resource to a checked record. Writes nothing.
 */
@NullMarked
package ecraccess.macro.shorthand;

import org.jspecify.annotations.NullMarked;
