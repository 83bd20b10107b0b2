/**
 * Shows a judgement: the words and signs that every rendering of one shares, and its picture as
 * Mermaid and as SVG.
 */
@NullMarked
package ecraccess.picture;

import org.jspecify.annotations.NullMarked;
