/**
 * From a template with shorthands to the same template with their endpoints: the writer of the
 * endpoints and the rewriter of references. No AWS call, no clock, no environment: the same input
 * gives the same output.
 */
@NullMarked
package ecraccess.expand;

import org.jspecify.annotations.NullMarked;
