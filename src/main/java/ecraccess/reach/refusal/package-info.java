/**
 * What CloudFormation itself refuses in a template, whatever the network looks like: types that do
 * not exist, lists and single values mixed up, functions that are forgotten or come too early,
 * resources that wait for each other. Knows no network.
 */
@NullMarked
package ecraccess.reach.refusal;

import org.jspecify.annotations.NullMarked;
