/**
 * The tasks, services and clusters that a template runs, as far as they bear on endpoints: small
 * records of what stands there, and the AWS services that follow from it. {@code Needs} evaluates
 * nothing: every branch of an {@code Fn::If} and every resource with a condition counts as there.
 * {@code Workload} sees what its caller has decided. Malformed values are passed over, since
 * CloudFormation judges them.
 */
@NullMarked
package ecraccess.workload;

import org.jspecify.annotations.NullMarked;
