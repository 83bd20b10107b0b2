/**
 * Judges every network that the facts leave possible, and tells what they agree on. Where they
 * differ, the assumptions that decide are what is missing.
 */
@NullMarked
package ecraccess.reach.judge;

import org.jspecify.annotations.NullMarked;
