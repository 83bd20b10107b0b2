/**
 * A template file as its author wrote it, YAML or JSON: read with the place of every value, shown
 * as the JSON that CloudFormation makes of it, and rewritten so that only what changed looks
 * different. For the command line alone; the macro gets JSON.
 */
@NullMarked
package ecraccess.source;

import org.jspecify.annotations.NullMarked;
