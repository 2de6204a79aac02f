package io.copyflow.console;

import io.copyflow.avro.RawArticle;
import io.copyflow.ledger.explain.Rereading;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Reads nothing. */
final class NoRules implements Rereading {

  @Override
  public SpecificRecord read(RawArticle file) {
    return file;
  }

  @Override
  public Optional<String> form(RawArticle file) {
    return Optional.empty();
  }

  @Override
  public Optional<String> articleId(String url) {
    return Optional.empty();
  }
}
