/**
 * A second opinion on the judge: random networks and random endpoint policies, decided by brute
 * force and compared with what {@code ecr-access check} says. {@link
 * ecraccess.acceptance.oracle.PacketWalk} shares no code with the judge: it tries concrete
 * addresses, ports and requests.
 */
@NullMarked
package ecraccess.acceptance.oracle;

import org.jspecify.annotations.NullMarked;
