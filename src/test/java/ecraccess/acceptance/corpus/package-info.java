/**
 * Other people's templates, where they lie beside the checkout, with their endpoints written as
 * shorthands by hand: each must expand to what its author had. The shorthands are in {@code
 * src/test/resources/corpus}, one file for each template and of the same name.
 */
@NullMarked
package ecraccess.acceptance.corpus;

import org.jspecify.annotations.NullMarked;
