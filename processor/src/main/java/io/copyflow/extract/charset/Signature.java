package io.copyflow.extract.charset;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** File signatures of what is often mistaken for an article. */
final class Signature {

  private static final Map<String, String> KNOWN = new LinkedHashMap<>();

  static {
    KNOWN.put("%PDF-", "a PDF");
    KNOWN.put("\u0089PNG\r\n", "a PNG image");
    KNOWN.put("\u00FF\u00D8\u00FF", "a JPEG image");
    KNOWN.put("GIF8", "a GIF image");
    KNOWN.put("PK\u0003\u0004", "a ZIP archive");
    KNOWN.put("\u001F\u008B", "gzip data");
    KNOWN.put("\u007FELF", "an executable");
    KNOWN.put("(\u00B5/\u00FD", "zstd data");
    KNOWN.put("\u00CA\u00FE\u00BA\u00BE", "a Java class");
  }

  private Signature() {}

  /** What the bytes are, in words, when a signature tells that they are no text. */
  static Optional<String> of(byte[] content) {
    return KNOWN.entrySet().stream()
        .filter(known -> begins(content, known.getKey().getBytes(StandardCharsets.ISO_8859_1)))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static boolean begins(byte[] content, byte[] start) {
    return content.length >= start.length
        && Arrays.equals(content, 0, start.length, start, 0, start.length);
  }
}
