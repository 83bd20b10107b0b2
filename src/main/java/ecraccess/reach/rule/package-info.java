/**
 * What EC2 refuses in an endpoint, and what cuts an endpoint off for everybody. Each rule looks at
 * a network by itself, whoever pulls in it.
 */
@NullMarked
package ecraccess.reach.rule;

import org.jspecify.annotations.NullMarked;
