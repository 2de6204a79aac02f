package io.copyflow.generate.page;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.List;

/** The encodings that a reader can tell from the bytes alone. */
final class Encodings {

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final List<Charset> MARKED = List.of(UTF_8, UTF_16LE, UTF_16BE);
  private static final Charset GB18030 = Charset.forName("GB18030");

  private Encodings() {}

  /** The text in one of the encodings; {@code number} says in which. */
  static byte[] choose(String text, int number) {
    int choice = number % (MARKED.size() + 1);
    return choice < MARKED.size()
        ? (BYTE_ORDER_MARK + text).getBytes(MARKED.get(choice))
        : text.getBytes(isChinese(text) ? GB18030 : UTF_8);
  }

  /** Enough Chinese for statistics to tell; an English page may hold a few characters of it. */
  private static boolean isChinese(String text) {
    long han = text.codePoints().filter(Character::isIdeographic).count();
    return han > text.length() / 4;
  }
}
