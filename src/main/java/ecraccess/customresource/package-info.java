/**
 * The network function's side of a custom resource: a request in, exactly one answer to its
 * pre-signed URL out, whatever happens in between. Knows Lambda and HTTP, and nothing of networks.
 */
@NullMarked
package ecraccess.customresource;

import org.jspecify.annotations.NullMarked;
