/**
 * From a template with shorthands to the same template with their endpoints, or to everything that
 * is wrong with it. No AWS call, no clock, no environment: the same input gives the same output.
 */
@NullMarked
package ecraccess.macro.expand;

import org.jspecify.annotations.NullMarked;
