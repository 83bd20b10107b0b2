/**
 * Task definitions of a live account, or of a file in the form that ECS has for them: read as a
 * template's are, so that what a task pulls and calls is told by the same rules. One class speaks
 * to AWS, read-only.
 */
@NullMarked
package ecraccess.task;

import org.jspecify.annotations.NullMarked;
