package io.copyflow.topology;

/** Text for logs and verdicts, where a file's content must not be able to forge a line. */
final class OneLine {

  private static final int MAX = 300;

  private OneLine() {}

  /** The text with control and bidirectional characters escaped, cut to 300 characters. */
  static String of(String text) {
    var line = new StringBuilder();
    text.codePoints()
        .limit(MAX)
        .forEach(point -> {
          if (Character.isISOControl(point) || Character.getType(point) == Character.FORMAT) {
            line.append(String.format("\\u%04x", point));
          } else {
            line.appendCodePoint(point);
          }
        });
    return line.toString();
  }
}
