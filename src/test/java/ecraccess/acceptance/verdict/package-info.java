/**
 * The proof of the judge: healthy templates of every kind, one fault at a time, each fault hidden,
 * and other people's templates. Nothing here knows how verdicts come about; see {@link Judged}.
 */
@NullMarked
package ecraccess.acceptance.verdict;

import org.jspecify.annotations.NullMarked;
