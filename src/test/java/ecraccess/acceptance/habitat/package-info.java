/**
 * The macro in its real habitat: built by SAM, run by AWS's own runtime client and runtime
 * emulator, on the events CloudFormation sends. Knows the macro only as a package on disk and as
 * bytes.
 */
@NullMarked
package ecraccess.acceptance.habitat;

import org.jspecify.annotations.NullMarked;
