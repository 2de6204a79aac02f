package io.copyflow.extract.charset;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Encodings by the names that the web gives them. Many a name means more than it says: whoever
 * writes GB2312 means the larger set that contains it.
 *
 * @see <a href="https://encoding.spec.whatwg.org/#names-and-labels">Encoding, names and labels</a>
 */
final class WebCharset {

  private static final Map<String, String> MEANT =
      Map.of(
          "iso-8859-1", "windows-1252",
          "latin1", "windows-1252",
          "us-ascii", "windows-1252",
          "iso-8859-9", "windows-1254",
          "gb2312", "GB18030",
          "gbk", "GB18030",
          "shift_jis", "windows-31j",
          "euc-kr", "x-windows-949",
          "big5", "Big5-HKSCS");

  private WebCharset() {}

  /** The encoding that a name means; empty when there is no name or nobody knows it. */
  static Optional<Charset> named(@Nullable String name) {
    if (name == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Charset.forName(MEANT.getOrDefault(name.toLowerCase(Locale.ROOT), name)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
