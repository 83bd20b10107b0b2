/**
 * A template as the macro sees it: its sections, resources, intrinsic functions and logical IDs,
 * and what can be wrong with it. Knows nothing of the shorthand.
 */
@NullMarked
package ecraccess.template;

import org.jspecify.annotations.NullMarked;
