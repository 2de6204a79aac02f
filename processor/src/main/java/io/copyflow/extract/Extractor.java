package io.copyflow.extract;

import io.copyflow.extract.Extraction.Empty;
import io.copyflow.extract.Extraction.Extracted;
import io.copyflow.extract.Extraction.Rejected;
import io.copyflow.extract.body.MarkupScan;
import io.copyflow.extract.charset.CharsetOrigin;
import io.copyflow.extract.charset.Decoder;
import io.copyflow.extract.charset.Decoding;
import io.copyflow.extract.form.Envelope;
import io.copyflow.extract.form.Forms;
import io.copyflow.extract.form.Reading;
import io.copyflow.extract.publisher.Publishers;
import io.copyflow.extract.warc.Capture;
import io.copyflow.extract.warc.WarcFile;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of an article file to its fields.
 *
 * <pre>
 * bytes ─▶ unpack ─▶ decode ─▶ form ─▶ publisher ─▶ body ─▶ draft
 *             │         │        │                    │
 *             └─────────┴────────┴──── Rejected ◀─────┘
 * </pre>
 *
 * <p>Deterministic: the same bytes and hints give the same result on every machine and at every
 * time. Thread-safe. It fetches nothing. It throws on our own defects only.
 */
public final class Extractor {

  /** Name of these rules. */
  public static final String NAME = "copyflow";

  /** Version of the code of these rules: it changes whenever any file may come out differently. */
  public static final String VERSION = "1";

  private final Limits limits;
  private final Publishers publishers;

  /** An extractor with limits of your own. */
  public Extractor(Limits limits) {
    this(limits, Publishers.standard());
  }

  /** An extractor with limits and publishers of your own. */
  public Extractor(Limits limits, Publishers publishers) {
    this.limits = limits;
    this.publishers = publishers;
  }

  /** An extractor with {@link Limits#standard()}. */
  public static Extractor standard() {
    return new Extractor(Limits.standard());
  }

  /** The standard one with publishers of your own. */
  public static Extractor with(Publishers publishers) {
    return new Extractor(Limits.standard(), publishers);
  }

  /**
   * Version of this extractor's rules: two that have the same read every file alike. {@link
   * #VERSION}, a plus sign, a digest of all publisher files; behind a point the limits, where they
   * are not the standard ones.
   */
  public String version() {
    String rules = VERSION + "+" + publishers.digest();
    return limits.equals(Limits.standard()) ? rules : rules + "." + limits.label();
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
    return WarcFile.read(content, limits.maxBytes())
        .map(this::captured)
        .orElseGet(() ->
            read(
                Decoder.decode(content, hints.charset(), CharsetOrigin.HINT),
                Forms::read,
                hints.url()));
  }

  /**
   * In which form a file is written, in words, for explanations; empty when it is in none.
   *
   * @param content the file's bytes, verbatim
   * @param hints what the producer was told about them
   */
  public Optional<String> form(byte[] content, Hints hints) {
    if (WarcFile.read(content, limits.maxBytes()).isPresent()) {
      return Optional.of("captured page");
    }
    return Decoder.decode(content, hints.charset(), CharsetOrigin.HINT)
            instanceof Decoding.Text text
        ? Forms.name(text.text())
        : Optional.empty();
  }

  /** What an article's address says of it, by the same rules; empty when it is no web address. */
  public Optional<ArticleAddress> address(String url) {
    return ArticleAddress.of(url, publishers);
  }

  /** Offsets are those of the file, so there is none for what was unpacked from it. */
  private Extraction captured(Capture capture) {
    if (capture instanceof Capture.Refused refused) {
      return new Rejected(refused.reason(), refused.detail(), -1);
    }
    var page = (Capture.Page) capture;
    Decoding decoding = Decoder.decode(page.content(), page.charset(), CharsetOrigin.HTTP);
    Extraction extraction = read(decoding, Forms::captured, page.url());
    return extraction instanceof Rejected rejected
        ? new Rejected(rejected.reason(), rejected.detail(), -1)
        : extraction;
  }

  private Extraction read(
      Decoding decoding, Function<String, Reading> form, @Nullable String fetchedFrom) {
    if (decoding instanceof Decoding.Failed failed) {
      return rejected(failed);
    }
    Decoding.@Nullable Damaged damaged = decoding instanceof Decoding.Damaged d ? d : null;
    var text = damaged == null ? (Decoding.Text) decoding : damaged.text();
    Reading reading = form.apply(text.text());
    if (damaged != null && !isPage(reading)) {
      return rejected(damaged.refusal());
    }
    if (reading instanceof Reading.Refused refused) {
      return new Rejected(refused.reason(), refused.detail(), offset(text, refused.at()));
    }
    return read(text, ((Reading.Read) reading).envelope(), fetchedFrom);
  }

  private static Rejected rejected(Decoding.Failed failed) {
    return new Rejected(failed.reason(), failed.detail(), failed.at());
  }

  private static boolean isPage(Reading reading) {
    return reading instanceof Reading.Read read && read.envelope().markup() == Envelope.Markup.PAGE;
  }

  private Extraction read(Decoding.Text text, Envelope envelope, @Nullable String fetchedFrom) {
    Optional<String> danger = MarkupScan.check(envelope.body(), limits);
    if (danger.isPresent()) {
      return new Rejected(RejectReason.TOO_COMPLEX, "the body has " + danger.get(), -1);
    }
    var drafting = new Drafting(publishers, limits, envelope, text, fetchedFrom);
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
