/**
 * A model of a network and of what pulls images in it, whatever it was read from: a template or a
 * live account. Every fact may be known or not; what has not been seen is unknown, not absent.
 */
@NullMarked
package ecraccess.reach.model;

import org.jspecify.annotations.NullMarked;
