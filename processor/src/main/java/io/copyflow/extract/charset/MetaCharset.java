package io.copyflow.extract.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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

  private MetaCharset() {}

  /** The declared encoding; empty when none is declared or none of that name is known. */
  static Optional<Charset> of(byte[] bytes) {
    int length = Math.min(bytes.length, REACH);
    String start = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    Matcher declared = DECLARED.matcher(start);
    return declared.find()
        ? WebCharset.named(declared.group(1)).filter(MetaCharset::isPossible)
        : Optional.empty();
  }

  /** A tag that could be read byte by byte is not in an encoding of two bytes. */
  private static boolean isPossible(Charset charset) {
    return !charset.name().startsWith("UTF-16") && !charset.name().startsWith("UTF-32");
  }
}
