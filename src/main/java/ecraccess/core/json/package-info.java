/**
 * JSON as CloudFormation sends it: an immutable tree that keeps the order of members, the text of
 * numbers and every {@code null}, with the paths that point into it and the way from text to tree
 * and back. Knows nothing of templates.
 */
@NullMarked
package ecraccess.core.json;

import org.jspecify.annotations.NullMarked;
