/**
 * Everything that is decided before a shorthand is written out: its names, route tables, security
 * group rules, and whether the live network has to be asked. Writes no resource.
 */
@NullMarked
package ecraccess.macro.expand.plan;

import org.jspecify.annotations.NullMarked;
