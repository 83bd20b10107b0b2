/**
 * Every two values of every two properties together: the values stand in {@code
 * src/test/resources/pairs/values.yaml}, and the templates around them beside it.
 */
@NullMarked
package ecraccess.acceptance.pairs;

import org.jspecify.annotations.NullMarked;
