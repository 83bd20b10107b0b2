/**
 * What every CloudFormation tool knows of a template: its resources, intrinsic functions and
 * logical IDs, and how a problem with it is told. Evaluates nothing, and knows nothing of the
 * shorthand.
 */
@NullMarked
package ecraccess.core.cfn;

import org.jspecify.annotations.NullMarked;
