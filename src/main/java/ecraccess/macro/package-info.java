/** The macro's Lambda function: an event in, the expanded template or the problems out. */
@NullMarked
package ecraccess.macro;

import org.jspecify.annotations.NullMarked;
