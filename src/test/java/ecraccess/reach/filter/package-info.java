/** Filters: tables of single rules, and all of them against brute force. */
@NullMarked
package ecraccess.reach.filter;

import org.jspecify.annotations.NullMarked;
