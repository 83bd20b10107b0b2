/** Sets of addresses and ports against brute force on small universes. */
@NullMarked
package ecraccess.core.net;

import org.jspecify.annotations.NullMarked;
