/**
 * A template file as its author wrote it, YAML or JSON: read with the place of every value, and
 * rewritten so that only what changed looks different. For the command line alone; the macro gets
 * JSON.
 */
@NullMarked
package ecraccess.cli.source;

import org.jspecify.annotations.NullMarked;
