/**
 * The shorthand, {@code Type: PrivateEcrAccess}: which properties it has, what may stand in each,
 * and the way from a template's resource to a checked record.
 */
@NullMarked
package ecraccess.shorthand;

import org.jspecify.annotations.NullMarked;
