package io.copyflow.ingest.files;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * File names as text that loses nothing. A file name on Linux is bytes; most are UTF-8, none has to
 * be. Bytes that are not UTF-8, control characters (line breaks among them) and {@code %} become
 * {@code %XX}; all else stays as it is, so the text is safe to print and two names never meet in
 * one text.
 */
public final class FileNames {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private FileNames() {}

  /** The last name of a path; empty for a root folder, which has none. */
  public static String last(Path path) {
    byte[] bytes = bytes(path);
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] == '/') {
      end--;
    }
    int start = end;
    while (start > 0 && bytes[start - 1] != '/') {
      start--;
    }
    return encode(ByteBuffer.wrap(bytes, start, end - start));
  }

  /** A path as it may be printed and logged, in one line. */
  public static String shown(Path path) {
    return encode(ByteBuffer.wrap(bytes(path)));
  }

  /** A name that is text already, with the same characters escaped. */
  public static String text(String name) {
    return encode(name.getBytes(StandardCharsets.UTF_8));
  }

  /** The text of a name's bytes. */
  public static String encode(byte[] name) {
    return encode(ByteBuffer.wrap(name));
  }

  /**
   * The bytes of a name's text; the inverse of {@link #encode(byte[])}.
   *
   * @throws IllegalArgumentException when a {@code %} is not followed by two hex digits
   */
  public static byte[] decode(String text) {
    var bytes = new ByteArrayOutputStream(text.length());
    for (int at = 0; at < text.length(); ) {
      int next = text.indexOf('%', at);
      int end = next < 0 ? text.length() : next;
      bytes.writeBytes(text.substring(at, end).getBytes(StandardCharsets.UTF_8));
      at = end;
      if (next >= 0) {
        at = unescape(text, at, bytes);
      }
    }
    return bytes.toByteArray();
  }

  private static int unescape(String text, int at, ByteArrayOutputStream bytes) {
    if (at + 3 > text.length()) {
      throw new IllegalArgumentException("% without two hex digits: " + text);
    }
    bytes.write(HexFormat.fromHexDigits(text, at + 1, at + 3));
    return at + 3;
  }

  /**
   * The absolute path's bytes. {@code Path.toString} decodes them by the locale and loses what the
   * locale cannot say (under {@code LC_ALL=POSIX} all but ASCII); the URI holds every byte.
   */
  private static byte[] bytes(Path path) {
    return decode(path.toUri().getRawPath());
  }

  private static String encode(ByteBuffer name) {
    CharsetDecoder utf8 =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var text = new StringBuilder(name.remaining());
    var chars = CharBuffer.allocate(name.remaining());
    while (name.hasRemaining()) {
      CoderResult result = utf8.decode(name, chars, true);
      append(text, chars.flip());
      chars.clear();
      for (int i = 0; result.isError() && i < result.length(); i++) {
        escape(text, name.get());
      }
    }
    return text.toString();
  }

  private static void append(StringBuilder text, CharSequence decoded) {
    for (int i = 0; i < decoded.length(); i++) {
      char c = decoded.charAt(i);
      if (c == '%' || Character.isISOControl(c)) {
        for (byte b : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
          escape(text, b);
        }
      } else {
        text.append(c);
      }
    }
  }

  private static void escape(StringBuilder text, byte b) {
    text.append('%').append(HEX.toHexDigits(b));
  }
}
