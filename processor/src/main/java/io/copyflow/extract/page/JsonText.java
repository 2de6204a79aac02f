package io.copyflow.extract.page;

/** Strings of JSON as they are meant. */
final class JsonText {

  private JsonText() {}

  /** Resolves the escapes in a part of a text; what is no escape stays as it is. */
  static String unescape(CharSequence json, int from, int to) {
    var text = new StringBuilder(Math.max(0, to - from));
    for (int i = from; i < to; i++) {
      char c = json.charAt(i);
      if (c != '\\' || i + 1 >= to) {
        text.append(c);
        continue;
      }
      char escaped = json.charAt(++i);
      int code = escaped == 'u' && i + 4 < to ? hex(json, i + 1) : -1;
      text.append(code < 0 ? plain(escaped) : (char) code);
      i += code < 0 ? 0 : 4;
    }
    return text.toString();
  }

  private static char plain(char escaped) {
    return switch (escaped) {
      case 'n', 'r', 't', 'b', 'f' -> ' ';
      default -> escaped;
    };
  }

  /** The number of four hexadecimal digits; -1 when they are none. */
  private static int hex(CharSequence json, int from) {
    int code = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = Character.digit(json.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      code = code * 16 + digit;
    }
    return code;
  }
}
