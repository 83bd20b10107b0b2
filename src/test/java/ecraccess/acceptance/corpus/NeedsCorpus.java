package ecraccess.acceptance.corpus;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/** Skipped where the corpus is not at hand. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf(
    value = "ecraccess.acceptance.corpus.Corpus#isAtHand",
    disabledReason = "the corpus is not at hand: no folder ../shared/corpus beside the checkout")
@interface NeedsCorpus {}
