/**
 * Reads from a template what it says of its network and of what pulls images in it. What cannot be
 * seen in a template is unknown.
 */
@NullMarked
package ecraccess.survey;

import org.jspecify.annotations.NullMarked;
