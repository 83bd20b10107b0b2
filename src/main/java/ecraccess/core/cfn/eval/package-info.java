/**
 * What the expressions of a template mean, as far as one can tell before the deployment:
 * parameters, conditions, functions and attributes, under assumptions about what is open. Knows no
 * resource type's meaning.
 */
@NullMarked
package ecraccess.core.cfn.eval;

import org.jspecify.annotations.NullMarked;
