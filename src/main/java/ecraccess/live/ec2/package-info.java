/**
 * Asks Amazon EC2, read-only, and puts its answers into the words of {@code live.lookup}. The only
 * room that knows the EC2 client.
 */
@NullMarked
package ecraccess.live.ec2;

import org.jspecify.annotations.NullMarked;
