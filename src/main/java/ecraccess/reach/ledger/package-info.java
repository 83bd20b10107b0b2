/**
 * The ledger: says of every property of every type that can bear on a pull whether it is read, is
 * harmless, or makes something unknown. What it does not list is unknown.
 */
@NullMarked
package ecraccess.reach.ledger;

import org.jspecify.annotations.NullMarked;
