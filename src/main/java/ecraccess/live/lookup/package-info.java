/**
 * What a stack asks about a live network and what an account can be asked: plain records and
 * read-only questions. Knows no AWS client.
 */
@NullMarked
package ecraccess.live.lookup;

import org.jspecify.annotations.NullMarked;
