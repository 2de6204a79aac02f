package io.copyflow.extract.address;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Percent-encoding in one spelling.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-6.2.2">RFC 3986, 6.2.2</a>
 */
final class PercentEncoding {

  private static final String UNRESERVED = "-._~";
  private static final String KEPT = "!$&'()*+,;=:@/?";
  private static final String HEX = "0123456789ABCDEF";

  /** What an address may hold as it is. */
  private static final boolean[] BARE = new boolean[128];

  static {
    for (char c = 0; c < BARE.length; c++) {
      BARE[c] = isUnreserved(c) || KEPT.indexOf(c) >= 0;
    }
  }

  private PercentEncoding() {}

  /**
   * Upper-case hex digits; escapes of unreserved characters undone; everything that may not stand
   * bare escaped. What an escape escapes is never touched: {@code %2541} stays.
   */
  static String normalise(String text) {
    return isNormal(text) ? text : rewritten(text);
  }

  /** Most addresses have nothing but what may stand bare. */
  private static boolean isNormal(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= BARE.length || !BARE[c]) {
        return false;
      }
    }
    return true;
  }

  private static String rewritten(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    var out = new StringBuilder(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int escaped = escape(bytes, i);
      if (escaped >= 0) {
        i += 2;
      }
      append(out, escaped >= 0 ? escaped : bytes[i] & 0xFF, escaped >= 0);
    }
    return out.toString();
  }

  /** Decodes once; the text itself when it does not decode to UTF-8. */
  static String decode(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    var out = ByteBuffer.allocate(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int escaped = escape(bytes, i);
      out.put(escaped >= 0 ? (byte) escaped : bytes[i]);
      i += escaped >= 0 ? 2 : 0;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(out.flip()).toString();
    } catch (CharacterCodingException e) {
      return text;
    }
  }

  private static int escape(byte[] bytes, int at) {
    if (bytes[at] != '%' || at + 2 >= bytes.length) {
      return -1;
    }
    int high = Character.digit(bytes[at + 1], 16);
    int low = Character.digit(bytes[at + 2], 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  private static void append(StringBuilder out, int b, boolean wasEscaped) {
    boolean bare = isUnreserved(b) || (!wasEscaped && KEPT.indexOf(b) >= 0);
    if (bare) {
      out.append((char) b);
    } else {
      out.append('%').append(HEX.charAt(b >> 4)).append(HEX.charAt(b & 15));
    }
  }

  private static boolean isUnreserved(int b) {
    return (b >= '0' && b <= '9')
        || (b >= 'A' && b <= 'Z')
        || (b >= 'a' && b <= 'z')
        || UNRESERVED.indexOf(b) >= 0;
  }
}
