/**
 * The command line: one class per command, and what the commands share. Does around the macro what
 * CloudFormation does, on a file and without AWS; {@code doctor} alone asks a live account.
 */
@NullMarked
package ecraccess.cli;

import org.jspecify.annotations.NullMarked;
