package io.copyflow.extract.address;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Resolves references against the article's address, as a browser would, and never fetches.
 * Immutable.
 */
public final class Resolver {

  private static final Pattern SCHEME =
      Pattern.compile("(?i)[a-z][a-z0-9+.-]{0,20}:.*", Pattern.DOTALL);

  private final @Nullable WebAddress base;

  /** Resolves against an address; against nothing when it is null or no web address. */
  public Resolver(@Nullable String base) {
    this.base = base == null ? null : WebAddress.parse(base).orElse(null);
  }

  /**
   * The absolute address of a reference, taken out of proxies. Empty for anything but http and
   * https ({@code javascript:}, {@code data:}, {@code mailto:}), for a bare fragment, and for a
   * relative reference without a base.
   */
  public Optional<String> resolve(String reference) {
    String text = withoutBlanks(reference.strip());
    if (text.isEmpty() || text.startsWith("#")) {
      return Optional.empty();
    }
    return absolute(text).map(Unwrapping::unwrap).filter(WebAddress::isOne);
  }

  /** As browsers do: line breaks within an address are nothing, other blanks are escaped. */
  private static String withoutBlanks(String text) {
    int first = 0;
    while (first < text.length() && !isBlank(text.charAt(first))) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    var out = new StringBuilder(text.length() + 16).append(text, 0, first);
    for (int i = first; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isBlank(c)) {
        out.append(c);
      } else if (c != '\t' && c != '\n' && c != '\r') {
        out.append(PercentEncoding.normalise(Character.toString(c)));
      }
    }
    return out.toString();
  }

  private static boolean isBlank(char c) {
    return c <= ' ' || (c >= 0x7F && (Character.isISOControl(c) || Character.isSpaceChar(c)));
  }

  private Optional<String> absolute(String text) {
    if (text.startsWith("//")) {
      return Optional.of("https:" + text);
    }
    if (text.startsWith("http://")
        || text.startsWith("https://")
        || SCHEME.matcher(text).matches()) {
      return Optional.of(text);
    }
    return Optional.ofNullable(base).map(address -> relative(address, text));
  }

  private static String relative(WebAddress base, String text) {
    String root =
        base.scheme() + "://" + base.host() + (base.port().isEmpty() ? "" : ":" + base.port());
    if (text.startsWith("/")) {
      return root + text;
    }
    if (text.startsWith("?")) {
      return root + base.path() + text;
    }
    String folder = base.path().substring(0, base.path().lastIndexOf('/') + 1);
    int end = endOfPath(text);
    return root + DotSegments.remove(folder + text.substring(0, end)) + text.substring(end);
  }

  private static int endOfPath(String text) {
    int end = 0;
    while (end < text.length() && "?#".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }
}
