package io.copyflow.extract.address;

import com.ibm.icu.text.IDNA;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A web address in its parts. Reads what {@link java.net.URI} refuses: raw non-ASCII characters,
 * spaces and brackets, as browsers do.
 *
 * @param scheme {@code http} or {@code https}
 * @param host lower case, ASCII (Punycode), with {@code www.} where it was written
 * @param port as written without leading zeros; empty for the scheme's own
 * @param path from its first slash, percent-encoding normalised, without dot segments; never empty
 * @param query without its question mark, percent-encoding normalised; may be empty
 * @see <a href="https://url.spec.whatwg.org/">WHATWG URL Standard</a>
 * @see <a href="https://www.unicode.org/reports/tr46/">UTS 46</a>
 */
public record WebAddress(String scheme, String host, String port, String path, String query) {

  private static final Pattern PARTS =
      Pattern.compile(
          "(?i)(https?):/{2,9}(?:[^/?#@\\s]{0,200}@)?([^/?#:\\s\\\\]{1,253})(?::(\\d{0,5}))?"
              + "([/\\\\][^?#]*)?(?:\\?([^#]*))?(?:#.*)?",
          Pattern.DOTALL);

  private static final Pattern HOST = Pattern.compile("[a-z0-9._~-]+");

  /** Domain names as browsers read them; what they still tell apart stays apart. */
  private static final IDNA HOSTS =
      IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.NONTRANSITIONAL_TO_UNICODE);

  private static final int LONGEST = 8_192;

  private static final int LONGEST_HOST = 253;

  /** Parses an absolute address; empty when it is not one of the web. */
  public static Optional<WebAddress> parse(String text) {
    String trimmed = text.strip();
    if (trimmed.length() > LONGEST) {
      return Optional.empty();
    }
    int host = startOfHost(trimmed);
    int end = host < 0 ? -1 : endOfPlainHost(trimmed, host);
    if (end > host && trimmed.charAt(end - 1) != '.') {
      return Optional.of(plain(trimmed, host, end));
    }
    Matcher parts = PARTS.matcher(trimmed);
    return parts.matches() ? host(parts.group(2)).map(name -> of(parts, name)) : Optional.empty();
  }

  /**
   * True when a text without white space at its ends would parse. Nearly all addresses show it by
   * their first characters, without a pattern.
   */
  static boolean isOne(String text) {
    int host = startOfHost(text);
    int end = host > 0 && text.length() <= LONGEST ? endOfPlainHost(text, host) : -1;
    return end > host && text.charAt(end - 1) != '.' || parse(text).isPresent();
  }

  /** Behind the scheme; -1 when it is not written as nearly everybody writes it. */
  private static int startOfHost(String text) {
    return text.startsWith("https://") ? 8 : text.startsWith("http://") ? 7 : -1;
  }

  /** Where a host of plain characters ends that has neither user nor port; -1 without one. */
  private static int endOfPlainHost(String text, int host) {
    int end = host;
    while (end < text.length() && isPlainOfHost(text.charAt(end))) {
      end++;
    }
    return end > host && end - host <= LONGEST_HOST && isEndOfHost(text, end) ? end : -1;
  }

  /**
   * What the pattern would find, where nothing is to be found but slash, question mark and hash.
   */
  private static WebAddress plain(String text, int host, int endOfHost) {
    int fragment = text.indexOf('#', endOfHost);
    int end = fragment < 0 ? text.length() : fragment;
    int mark = text.indexOf('?', endOfHost);
    boolean hasQuery = mark >= 0 && mark < end;
    String path = text.substring(endOfHost, hasQuery ? mark : end);
    return new WebAddress(
        text.substring(0, host - "://".length()),
        text.substring(host, endOfHost),
        "",
        path(path),
        PercentEncoding.normalise(hasQuery ? text.substring(mark + 1, end) : ""));
  }

  private static String path(String written) {
    String path = DotSegments.remove(PercentEncoding.normalise(written.replace('\\', '/')));
    return path.isEmpty() ? "/" : path;
  }

  private static boolean isPlainOfHost(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
  }

  private static boolean isEndOfHost(String text, int at) {
    return at == text.length() || "/?#".indexOf(text.charAt(at)) >= 0;
  }

  /** The whole address. */
  @Override
  public String toString() {
    String suffix = query.isEmpty() ? "" : "?" + query;
    return scheme + "://" + host + (port.isEmpty() ? "" : ":" + port) + path + suffix;
  }

  private static WebAddress of(Matcher parts, String host) {
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    String query = PercentEncoding.normalise(text(parts, 5));
    return new WebAddress(scheme, host, port(scheme, text(parts, 3)), path(text(parts, 4)), query);
  }

  private static String text(Matcher parts, int group) {
    String found = parts.group(group);
    return found == null ? "" : found;
  }

  private static String port(String scheme, String written) {
    if (written.isEmpty()) {
      return written;
    }
    String digits = written.replaceFirst("^0+", "");
    boolean usual = digits.equals(scheme.equals("http") ? "80" : "443");
    return usual ? "" : digits;
  }

  private static Optional<String> host(String written) {
    String plain = written.toLowerCase(Locale.ROOT);
    if (HOST.matcher(plain).matches()) {
      return named(plain);
    }
    var ascii = new StringBuilder();
    var info = new IDNA.Info();
    HOSTS.nameToASCII(PercentEncoding.decode(written), ascii, info);
    String host = ascii.toString().toLowerCase(Locale.ROOT);
    return info.hasErrors() || !HOST.matcher(host).matches() ? Optional.empty() : named(host);
  }

  /** Without the dot of the root, which says nothing; empty when there is nothing but dots. */
  private static Optional<String> named(String host) {
    boolean isNamed = host.chars().anyMatch(c -> c != '.');
    String withoutRoot = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    return isNamed ? Optional.of(withoutRoot) : Optional.empty();
  }
}
