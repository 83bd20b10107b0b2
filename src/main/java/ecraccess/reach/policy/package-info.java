/**
 * Endpoint policies: what a policy says of a call, in three values and with its evidence, and which
 * calls go through each endpoint. Nothing here knows a template, only policies as trees.
 */
@NullMarked
package ecraccess.reach.policy;

import org.jspecify.annotations.NullMarked;
