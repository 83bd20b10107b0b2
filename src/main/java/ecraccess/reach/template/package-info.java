/**
 * Reads the model from a template: its network, its tasks and what they call. What cannot be seen
 * in a template is unknown; what is read follows its functions and conditions.
 */
@NullMarked
package ecraccess.reach.template;

import org.jspecify.annotations.NullMarked;
