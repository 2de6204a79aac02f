package io.copyflow.cli;

import io.copyflow.avro.RawArticle;
import io.copyflow.extract.Extractor;
import io.copyflow.extract.Hints;
import io.copyflow.identity.Identity;
import io.copyflow.ledger.explain.Rereading;
import io.copyflow.topology.Preview;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** The extraction rules of this version, for explanations. */
final class ExtractionRules implements Rereading {

  private final Extractor extractor;
  private final Preview preview;

  ExtractionRules(Extractor extractor) {
    this.extractor = extractor;
    this.preview = new Preview(extractor);
  }

  @Override
  public SpecificRecord read(RawArticle file) {
    return preview.of(file);
  }

  @Override
  public Optional<String> form(RawArticle file) {
    if (file.getContent() == null) {
      return Optional.empty();
    }
    var bytes = new byte[file.getContent().remaining()];
    file.getContent().duplicate().get(bytes);
    return extractor.form(bytes, new Hints(file.getMediaType(), file.getCharset(), file.getUrl()));
  }

  @Override
  public Optional<String> articleId(String url) {
    return extractor.address(url).map(Identity::articleId);
  }
}
