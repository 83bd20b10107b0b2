/**
 * Judges a network: will its endpoints come to life, and will what pulls images in it get them?
 * Every answer is proved by the facts, or says what is missing.
 */
@NullMarked
package ecraccess.judge;

import org.jspecify.annotations.NullMarked;
