/**
 * The command line: one class per command, and what the commands share. Does around the macro what
 * CloudFormation does, on a file and without AWS.
 */
@NullMarked
package ecraccess.cli;

import org.jspecify.annotations.NullMarked;
