package io.copyflow.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Article ids as bytes, for stores: half the size for the hashed ones. An id's first byte says how
 * the rest is written.
 */
final class ArticleKeys {

  private static final Pattern HASHED = Pattern.compile("[uc]:[0-9a-f]{32}");
  private static final HexFormat HEX = HexFormat.of();
  private static final int TAG_CHARS = 2;
  private static final int HASHED_BYTES = 17;

  private ArticleKeys() {}

  /** The bytes of an id that stands at the end of a value. */
  static byte[] bytes(String articleId) {
    if (!HASHED.matcher(articleId).matches()) {
      return ("=" + articleId).getBytes(UTF_8);
    }
    return ByteBuffer.allocate(HASHED_BYTES)
        .put((byte) articleId.charAt(0))
        .put(HEX.parseHex(articleId, TAG_CHARS, articleId.length()))
        .array();
  }

  /** The id in the bytes from the buffer's position to its end. */
  static String read(ByteBuffer from) {
    char tag = (char) from.get();
    var rest = new byte[from.remaining()];
    from.get(rest);
    return tag == '=' ? new String(rest, UTF_8) : tag + ":" + HEX.formatHex(rest);
  }

  /**
   * The key of an article's group: no article's begins another's, because a hashed id has its own
   * first byte and one length, and any other ends in a NUL, which no id holds.
   */
  static byte[] group(String articleId) {
    byte[] bytes = bytes(articleId);
    return bytes[0] == '=' ? ByteBuffer.allocate(bytes.length + 1).put(bytes).array() : bytes;
  }
}
