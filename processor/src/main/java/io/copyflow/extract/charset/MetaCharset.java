package io.copyflow.extract.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The encoding that a page's meta tag or XML declaration names. It is often a lie: whoever converts
 * a file seldom changes what stands in it.
 *
 * @see <a
 *     href="https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding">HTML,
 *     prescan</a>
 */
final class MetaCharset {

  /** The standard says 1,024; sites put it later. */
  private static final int REACH = 8_192;

  private static final Pattern DECLARED =
      Pattern.compile(
          "(?i)<(?:meta\\s[^>]{0,200}?charset|\\?xml\\s[^>]{0,100}?encoding)\\s?=\\s?[\"']?\\s?([\\w:.-]{2,40})");

  /** What a name means on the web, where it is not what it says. */
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

  private MetaCharset() {}

  /** The declared encoding; empty when none is declared or none of that name is known. */
  static Optional<Charset> of(byte[] bytes) {
    int length = Math.min(bytes.length, REACH);
    String start = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    Matcher declared = DECLARED.matcher(start);
    return declared.find() ? named(declared.group(1)) : Optional.empty();
  }

  private static Optional<Charset> named(String name) {
    try {
      return Optional.of(Charset.forName(MEANT.getOrDefault(name.toLowerCase(Locale.ROOT), name)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
