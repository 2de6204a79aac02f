package io.copyflow.extract;

import io.copyflow.extract.Extraction.Empty;
import io.copyflow.extract.Extraction.Extracted;
import io.copyflow.extract.Extraction.Rejected;
import io.copyflow.extract.body.MarkupScan;
import io.copyflow.extract.charset.Decoder;
import io.copyflow.extract.charset.Decoding;
import io.copyflow.extract.form.Forms;
import io.copyflow.extract.form.Reading;
import io.copyflow.extract.publisher.Publishers;
import java.nio.charset.Charset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of an article file to its fields.
 *
 * <pre>
 * bytes ─▶ decode ─▶ form ─▶ publisher ─▶ body ─▶ draft
 *             │        │                    │
 *             └────────┴──── Rejected ◀─────┘
 * </pre>
 *
 * <p>Deterministic: the same bytes and hints give the same result on every machine and at every
 * time. Thread-safe. It fetches nothing. It throws on our own defects only.
 */
public final class Extractor {

  /** Name of these rules. */
  public static final String NAME = "copyflow";

  /** Version of these rules: it changes whenever any file may come out differently. */
  public static final String VERSION = "1";

  private final Limits limits;
  private final Publishers publishers;

  /** An extractor with limits of your own. */
  public Extractor(Limits limits) {
    this.limits = limits;
    this.publishers = Publishers.standard();
  }

  /** An extractor with {@link Limits#standard()}. */
  public static Extractor standard() {
    return new Extractor(Limits.standard());
  }

  /**
   * Reads an article file.
   *
   * @param content the file's bytes, verbatim
   * @param hints what the producer was told about them
   */
  public Extraction extract(byte[] content, Hints hints) {
    if (content.length > limits.maxBytes()) {
      String detail = content.length + " bytes, the limit is " + limits.maxBytes();
      return new Rejected(RejectReason.TOO_LARGE, detail, -1);
    }
    Decoding decoding = Decoder.decode(content, hints);
    if (decoding instanceof Decoding.Text text) {
      return read(text, hints.url());
    }
    var failed = (Decoding.Failed) decoding;
    return new Rejected(failed.reason(), failed.detail(), failed.at());
  }

  /** What an article's address says of it, by the same rules; empty when it is no web address. */
  public Optional<ArticleAddress> address(String url) {
    return ArticleAddress.of(url, publishers);
  }

  private Extraction read(Decoding.Text text, @Nullable String fetchedFrom) {
    Reading reading = Forms.read(text.text());
    if (reading instanceof Reading.Refused refused) {
      return new Rejected(refused.reason(), refused.detail(), offset(text, refused.at()));
    }
    var envelope = ((Reading.Read) reading).envelope();
    Optional<String> danger = MarkupScan.check(envelope.body(), limits);
    if (danger.isPresent()) {
      return new Rejected(RejectReason.TOO_COMPLEX, "the body has " + danger.get(), -1);
    }
    var drafting = new Drafting(publishers, limits, envelope, text.charset(), fetchedFrom);
    ArticleDraft draft = drafting.draft();
    return draft.text().isEmpty()
        ? new Empty(draft, drafting.emptyReason(draft))
        : new Extracted(draft);
  }

  /** Byte offset of a character, as far as the encoding tells. */
  private static long offset(Decoding.Text text, int at) {
    return at < 0
        ? -1
        : text.text()
            .substring(0, Math.min(at, text.text().length()))
            .getBytes(Charset.forName(text.charset()))
            .length;
  }
}
