/**
 * AWS's own names and numbers: partitions, endpoint services, hosts, limits, all read from {@code
 * facts.json} with the source and date of each. Knows nothing of templates.
 */
@NullMarked
package ecraccess.core.aws;

import org.jspecify.annotations.NullMarked;
