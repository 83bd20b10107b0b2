/**
 * The network function's side of a custom resource: a request in, exactly one answer to its
 * pre-signed URL out, whatever happens in between. Knows Lambda and HTTP; what there is to see in a
 * network it leaves to {@code live}.
 */
@NullMarked
package ecraccess.lambda.network;

import org.jspecify.annotations.NullMarked;
