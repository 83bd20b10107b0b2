/**
 * Task definitions of a live account, or of a file in the form that ECS has for them, read as a
 * template's are. The only room that knows the ECS client.
 */
@NullMarked
package ecraccess.live.ecs;

import org.jspecify.annotations.NullMarked;
