package io.copyflow.extract.charset;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Decodes UTF-8 strictly and counts control characters on the way. The JDK decodes a page into
 * three arrays one after the other, and moving that much memory took half of the time. Not
 * thread-safe: one per file.
 *
 * @see <a href="https://www.unicode.org/versions/Unicode15.0.0/ch03.pdf">Unicode, table 3-7</a>
 */
final class Utf8 {

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int STRIDE = Long.BYTES;

  /** The bit in each of eight bytes that no ASCII character has. */
  private static final long NOT_ASCII = 0x8080808080808080L;

  private static final long SPACES = 0x2020202020202020L;

  /** One for each ASCII control character that is neither a line end nor a tab. */
  private static final byte[] CONTROLS = new byte[0x80];

  static {
    for (char c = 0; c < ' '; c++) {
      CONTROLS[c] = (byte) ("\t\n\r".indexOf(c) < 0 ? 1 : 0);
    }
  }

  private final byte[] bytes;
  private final char[] chars;
  private int at;
  private int length;
  private int controls;

  private Utf8(byte[] bytes) {
    this.bytes = bytes;
    this.chars = new char[bytes.length];
  }

  /** The decoded bytes; null when they do not all fit. */
  static @Nullable Utf8 of(byte[] bytes) {
    var decoded = new Utf8(bytes);
    return decoded.decode() ? decoded : null;
  }

  String text() {
    return new String(chars, 0, length);
  }

  /** How many {@code char}s it has. */
  int length() {
    return length;
  }

  /** How many of them are ASCII controls, line ends and tabs apart. */
  int controls() {
    return controls;
  }

  private boolean decode() {
    while (at < bytes.length) {
      takeAscii();
      // By the character, until a run of ASCII is worth a look again.
      int stop = Math.min(bytes.length, at + STRIDE);
      while (at < stop) {
        if (!take()) {
          return false;
        }
      }
    }
    return true;
  }

  /** Eight at once, as long as there are so many in a row. */
  private void takeAscii() {
    int from = at;
    int to = length;
    for (; from <= bytes.length - STRIDE; from += STRIDE) {
      long eight = (long) EIGHT.get(bytes, from);
      if ((eight & NOT_ASCII) != 0) {
        break;
      }
      if (((eight - SPACES) & NOT_ASCII) != 0) {
        countControls(from);
      }
      for (int i = 0; i < STRIDE; i++) {
        chars[to++] = (char) ((eight >>> (i * Byte.SIZE)) & 0x7F);
      }
    }
    at = from;
    length = to;
  }

  private void countControls(int from) {
    for (int i = from; i < from + STRIDE; i++) {
      controls += CONTROLS[bytes[i]];
    }
  }

  /** False when the next bytes are no character. */
  private boolean take() {
    int first = bytes[at];
    if (first >= 0) {
      controls += CONTROLS[first];
      chars[length++] = (char) first;
      at++;
      return true;
    }
    int size = size(first & 0xFF);
    return size > 0 && at + size <= bytes.length && take(first, size);
  }

  /** Bytes of a character that begins so; 0 when none does. */
  private static int size(int first) {
    if (first < 0xE0) {
      return first < 0xC2 ? 0 : 2;
    }
    return first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
  }

  private boolean take(int first, int size) {
    int character = first & (0x7F >> size);
    for (int i = 1; i < size; i++) {
      int next = bytes[at + i];
      if ((next & 0xC0) != 0x80) {
        return false;
      }
      character = (character << 6) | (next & 0x3F);
    }
    return isWellFormed(character, size) && put(character, size);
  }

  /** Neither longer than it need be, nor half of a pair, nor beyond Unicode. */
  private static boolean isWellFormed(int character, int size) {
    return switch (size) {
      case 3 -> character >= 0x800 && (character & 0xF800) != 0xD800;
      case 4 -> character >= 0x10000 && character <= Character.MAX_CODE_POINT;
      default -> true;
    };
  }

  private boolean put(int character, int size) {
    length += Character.toChars(character, chars, length);
    at += size;
    return true;
  }
}
