package io.copyflow.extract.warc;

import static io.copyflow.extract.RejectReason.HTTP_STATUS;
import static io.copyflow.extract.RejectReason.NOT_HTML;
import static io.copyflow.extract.RejectReason.WARC_DAMAGED;

import io.copyflow.extract.text.Fold;
import io.copyflow.extract.warc.Capture.Page;
import io.copyflow.extract.warc.Capture.Refused;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.WarcResponse;

/** One HTTP response: its status and type judged, its transfer and content encodings undone. */
final class CapturedResponse {

  private static final Set<String> PAGES = Set.of("text/html", "application/xhtml+xml");

  private static final Set<String> GZIP = Set.of("gzip", "x-gzip");

  private static final Pattern CHARSET =
      Pattern.compile("(?i);\\s{0,9}charset\\s{0,9}=\\s{0,9}[\"']?([\\w:.-]{2,40})");

  private CapturedResponse() {}

  static Capture read(WarcResponse record, int maxBytes) throws IOException {
    Optional<String> cut = record.headers().first("WARC-Truncated");
    if (cut.isPresent()) {
      return new Refused(
          WARC_DAMAGED, "the crawler cut the page off: " + Fold.printable(cut.get()));
    }
    HttpResponse http = record.http();
    if (http.status() < 200 || http.status() > 299) {
      return new Refused(HTTP_STATUS, "the server answered with status " + http.status());
    }
    // Read as a string: the library's media type forgets what it cannot parse.
    Optional<String> type = http.headers().first("Content-Type");
    if (!type.map(CapturedResponse::isPage).orElse(true)) {
      return new Refused(NOT_HTML, "the server sent " + Fold.printable(type.get()));
    }
    byte[] content = content(http, maxBytes);
    return content.length > maxBytes
        ? WarcFile.tooLarge(maxBytes)
        : new Page(content, record.target(), type.flatMap(CapturedResponse::charset).orElse(null));
  }

  /**
   * Undoes the content encoding. Of gzip the bytes decide, for crawlers unpack a body and keep its
   * headers.
   */
  private static byte[] content(HttpResponse http, int maxBytes) throws IOException {
    String encoding = http.headers().first("Content-Encoding").orElse("").strip();
    if (!encoding.isEmpty() && !GZIP.contains(encoding.toLowerCase(Locale.ROOT))) {
      return http.bodyDecoded().stream().readNBytes(maxBytes + 1);
    }
    byte[] body = http.body().stream().readNBytes(maxBytes + 1);
    return Gzip.begins(body) ? Gzip.unpacked(body, maxBytes) : body;
  }

  /** No type at all leaves it to the content. */
  private static boolean isPage(String type) {
    int end = type.indexOf(';');
    String name = (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    return name.isEmpty() || PAGES.contains(name);
  }

  private static Optional<String> charset(String type) {
    Matcher charset = CHARSET.matcher(type);
    return charset.find() ? Optional.of(charset.group(1)) : Optional.empty();
  }
}
