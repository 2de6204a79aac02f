package io.copyflow.ingest.files;

import java.util.regex.Pattern;

/**
 * A pattern for paths. {@code *} stands for any characters of a name, {@code ?} for one, {@code **}
 * for any characters with their slashes. A glob without a slash is for names, wherever they lie;
 * one with a slash for whole paths from the base. Names are matched as they stand in documents,
 * bytes that are not UTF-8 percent-encoded.
 */
public final class Glob {

  private final String text;
  private final Pattern pattern;

  /** A glob as it is written. */
  public Glob(String text) {
    this.text = text;
    this.pattern = pattern(text.startsWith("/") ? text.substring(1) : text);
  }

  /** Whether a path is meant. */
  boolean matches(String path) {
    String subject = text.indexOf('/') < 0 ? path.substring(path.lastIndexOf('/') + 1) : path;
    return pattern.matcher(subject).matches();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Glob glob && glob.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }

  private static Pattern pattern(String glob) {
    var regex = new StringBuilder("(?s)");
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      if (glob.startsWith("**/", i)) {
        regex.append("(?:.*/)?");
        i += 2;
      } else if (glob.startsWith("**", i)) {
        regex.append(".*");
        i++;
      } else if (c == '*') {
        regex.append("[^/]*");
      } else if (c == '?') {
        regex.append("[^/]");
      } else {
        regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(regex.toString());
  }
}
