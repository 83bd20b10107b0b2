/**
 * The macro's Lambda function: an event in, the expanded template or the problems out. Whatever
 * arrives, it answers.
 */
@NullMarked
package ecraccess.lambda.macro;

import org.jspecify.annotations.NullMarked;
