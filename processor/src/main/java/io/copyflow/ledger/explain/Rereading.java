package io.copyflow.ledger.explain;

import io.copyflow.avro.RawArticle;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** The extraction rules, as far as explanations need them; how they work is not their concern. */
public interface Rereading {

  /**
   * What the rules make of a file: its {@code Article}, or an {@code Outcome} that says why there
   * is none.
   */
  SpecificRecord read(RawArticle file);

  /** In which form a file is written, in words; empty when it is in none, or has no bytes. */
  Optional<String> form(RawArticle file);

  /** The article behind a URL; empty when it is no web address. */
  Optional<String> articleId(String url);
}
