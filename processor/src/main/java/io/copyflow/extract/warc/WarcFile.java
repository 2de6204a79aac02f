package io.copyflow.extract.warc;

import static io.copyflow.extract.RejectReason.SEVERAL_ARTICLES;
import static io.copyflow.extract.RejectReason.TOO_LARGE;
import static io.copyflow.extract.RejectReason.WARC_DAMAGED;
import static io.copyflow.extract.RejectReason.WARC_NO_RESPONSE;

import io.copyflow.extract.text.Fold;
import io.copyflow.extract.warc.Capture.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/**
 * Reads a file that is a WARC record of one HTTP response, plain or gzipped. Records that a crawler
 * writes beside it, such as the request, may stand around it. Stateless.
 *
 * @see <a
 *     href="https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/">The
 *     WARC format 1.1</a>
 */
public final class WarcFile {

  private static final byte[] START = "WARC/".getBytes(StandardCharsets.US_ASCII);

  private WarcFile() {}

  /**
   * Takes the page out of a WARC file.
   *
   * @param content the file
   * @param maxBytes most bytes that the file, or the page in it, may unpack to
   * @return empty when the file is no WARC file
   */
  public static Optional<Capture> read(byte[] content, int maxBytes) {
    if (!isWarc(content)) {
      return Optional.empty();
    }
    try {
      byte[] records = Gzip.begins(content) ? Gzip.unpacked(content, maxBytes) : content;
      return Optional.of(
          records.length > maxBytes ? tooLarge(maxBytes) : response(records, maxBytes));
    } catch (IOException | RuntimeException e) {
      // The reader's own exceptions are unchecked where a header's value makes no sense.
      return Optional.of(new Refused(WARC_DAMAGED, "the WARC file is damaged: " + said(e)));
    }
  }

  static Refused tooLarge(int maxBytes) {
    return new Refused(TOO_LARGE, "unpacked, it holds more than " + maxBytes + " bytes");
  }

  private static String said(Exception e) {
    return Fold.printable(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
  }

  private static Capture response(byte[] records, int maxBytes) throws IOException {
    Capture found = null;
    try (var reader = new WarcReader(new ByteArrayInputStream(records))) {
      reader.setLenient(true);
      for (var next = reader.next(); next.isPresent(); next = reader.next()) {
        if (!isHttpResponse(next.get())) {
          continue;
        }
        if (found != null) {
          return new Refused(SEVERAL_ARTICLES, "the WARC file holds more than one response");
        }
        found = CapturedResponse.read((WarcResponse) next.get(), maxBytes);
      }
    }
    return found == null
        ? new Refused(WARC_NO_RESPONSE, "the WARC file holds no HTTP response")
        : found;
  }

  private static boolean isHttpResponse(WarcRecord record) {
    // Crawlers keep look-ups of host names as responses, too.
    return record instanceof WarcResponse response
        && response.headers().first("WARC-Target-URI").map(WarcFile::isWebAddress).orElse(true);
  }

  private static boolean isWebAddress(String target) {
    return target.startsWith("http") || target.startsWith("<http");
  }

  private static boolean isWarc(byte[] content) {
    byte[] start =
        Gzip.begins(content) ? Gzip.beginning(content, START.length) : beginning(content);
    return Arrays.equals(start, START);
  }

  private static byte[] beginning(byte[] content) {
    return Arrays.copyOf(content, START.length);
  }
}
