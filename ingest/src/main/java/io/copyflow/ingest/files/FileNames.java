package io.copyflow.ingest.files;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * File names as text that loses nothing. A file name on Linux is bytes; most are UTF-8, none has to
 * be. A byte that is not UTF-8 becomes {@code %XX}, and a {@code %} that would be read as one of
 * those becomes {@code %25}; all else stays as it is, so a name that is text is its own text, and
 * two names never meet in one.
 */
public final class FileNames {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /** What {@link #encode} writes: a byte that cannot be UTF-8 by itself, or a percent sign. */
  private static final Pattern ESCAPE = Pattern.compile("%(25|[89A-F][0-9A-F])");

  private static final char MAX_ASCII = 0x7F;

  private FileNames() {}

  /** The last name of a path; empty for a root folder, which has none. */
  public static String last(Path path) {
    Path name = path.getFileName();
    String text = name == null ? "" : name.toString();
    return !isDots(text) && isItself(text) ? text : lastOfBytes(path);
  }

  /** "." and ".." are no names of their own. */
  private static boolean isDots(String text) {
    return text.isEmpty() || text.equals(".") || text.equals("..");
  }

  /**
   * Whether a name as the JVM shows it is its own text: asking for its bytes takes a look at the
   * file, and nearly all names are plain. The JVM decodes names by the locale, of which all that
   * are used with files take ASCII as it is.
   */
  private static boolean isItself(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%' || c > MAX_ASCII) {
        return false;
      }
    }
    return true;
  }

  private static String lastOfBytes(Path path) {
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

  /** A file's path from a folder above it, names encoded, {@code /} between them. */
  public static String relative(Path folder, Path file) {
    byte[] above = bytes(folder);
    int start = above.length;
    while (start > 0 && above[start - 1] == '/') {
      start--;
    }
    byte[] bytes = bytes(file);
    return encode(ByteBuffer.wrap(bytes, start + 1, bytes.length - start - 1));
  }

  /** The path that bytes name, whatever the locale can say. */
  public static Path path(Path folder, byte[] path) {
    var uri = new StringBuilder(folder.toUri().getRawPath());
    if (path.length > 0 && path[0] == '/') {
      uri.setLength(0);
    } else if (uri.charAt(uri.length() - 1) != '/') {
      uri.append('/');
    }
    for (byte b : path) {
      if (b == '/') {
        uri.append('/');
      } else {
        escape(uri, b);
      }
    }
    return Path.of(URI.create("file://" + uri));
  }

  /** A path as it may be printed and logged: in one line, control characters as {@code %XX}. */
  public static String shown(Path path) {
    return text(encode(ByteBuffer.wrap(bytes(path))));
  }

  /** Any text in one line, its control characters as {@code %XX}. */
  public static String text(String name) {
    var line = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isISOControl(c)) {
        for (byte b : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
          escape(line, b);
        }
      } else {
        line.append(c);
      }
    }
    return line.toString();
  }

  /** The text of a name's bytes. */
  public static String encode(byte[] name) {
    return encode(ByteBuffer.wrap(name));
  }

  /** The bytes of a name's text; the inverse of {@link #encode(byte[])}. */
  public static byte[] decode(String text) {
    var bytes = new ByteArrayOutputStream(text.length());
    int done = 0;
    for (Matcher escape = ESCAPE.matcher(text); escape.find(); done = escape.end()) {
      bytes.writeBytes(text.substring(done, escape.start()).getBytes(StandardCharsets.UTF_8));
      bytes.write(HexFormat.fromHexDigits(text, escape.start() + 1, escape.end()));
    }
    bytes.writeBytes(text.substring(done).getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }

  /**
   * The absolute path's bytes. {@code Path.toString} decodes them by the locale and loses what the
   * locale cannot say (under {@code LC_ALL=POSIX} all but ASCII); the URI holds every byte.
   */
  private static byte[] bytes(Path path) {
    return percentDecoded(path.toUri().getRawPath());
  }

  /** Bytes of a URI's path, in which every {@code %} begins an escape. */
  private static byte[] percentDecoded(String path) {
    var bytes = new ByteArrayOutputStream(path.length());
    for (int i = 0; i < path.length(); i++) {
      if (path.charAt(i) == '%') {
        bytes.write(HexFormat.fromHexDigits(path, i + 1, i + 3));
        i += 2;
      } else {
        bytes.write(path.charAt(i));
      }
    }
    return bytes.toByteArray();
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
      text.append(ESCAPE.matcher(chars.flip()).replaceAll(found -> "%25" + found.group(1)));
      chars.clear();
      for (int i = 0; result.isError() && i < result.length(); i++) {
        escape(text, name.get());
      }
    }
    return text.toString();
  }

  private static void escape(StringBuilder text, byte b) {
    text.append('%').append(HEX.toHexDigits(b));
  }
}
