/**
 * Writes the resources that a shorthand stands for: endpoints, their policies, a security group,
 * the look-up. Decides nothing; a plan tells what is wanted.
 */
@NullMarked
package ecraccess.macro.expand.resource;

import org.jspecify.annotations.NullMarked;
