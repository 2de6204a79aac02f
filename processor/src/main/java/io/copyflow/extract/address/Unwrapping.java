package io.copyflow.extract.address;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes addresses out of image proxies and programming interfaces. */
public final class Unwrapping {

  private record Rule(Pattern pattern, String replacement) {}

  /** A proxy's address says where the picture is; an API's which page it speaks of. */
  private static final List<Rule> REWRITES =
      List.of(
          rule("https?://i\\d\\.wp\\.com/([^?]+)(?:\\?.*)?", "https://$1"),
          rule("https?://api\\.dw\\.com/api/detail/article/(\\d+).*", "https://www.dw.com/a-$1"));

  /** Hosts of the rules: what stands elsewhere is spared them. */
  private static final Pattern WRAPPED =
      Pattern.compile("(?i)https?://(?:i\\d\\.wp\\.com|api\\.dw\\.com|images\\.weserv\\.nl)");

  private static final Pattern PROXY = Pattern.compile("(?i)https?://images\\.weserv\\.nl/?\\?");

  private static final int DEEPEST = 4;

  private static final Pattern OWN_PARAMETERS =
      Pattern.compile("&(?=(?:w|h|fit|q|output|n|we|il)=)");

  private static final Pattern SLASHES = Pattern.compile("^//");

  /** Another way to say https, which only the proxy knows. */
  private static final Pattern SSL = Pattern.compile("^ssl:https://|^https://ssl:");

  private Unwrapping() {}

  /** The address behind an absolute address, through proxies of proxies; itself when unwrapped. */
  public static String unwrap(String address) {
    String inner = address;
    for (int depth = 0; depth < DEEPEST && WRAPPED.matcher(inner).lookingAt(); depth++) {
      String outer = inner;
      inner = proxied(outer).orElseGet(() -> rewritten(outer));
    }
    return inner;
  }

  /** {@code images.weserv.nl/?url=HOST/PATH}: the scheme is often left out. */
  private static Optional<String> proxied(String address) {
    if (!PROXY.matcher(address).lookingAt()) {
      return Optional.empty();
    }
    return parameter(address, "url")
        .map(target ->
            target.contains("://") ? target : "https://" + SLASHES.matcher(target).replaceFirst(""))
        .map(target -> SSL.matcher(target).replaceFirst("https://"));
  }

  private static Optional<String> parameter(String address, String name) {
    String query = address.substring(address.indexOf('?') + 1);
    // An unescaped target keeps its own parameters: only the proxy's own follow an ampersand.
    return Arrays.stream(OWN_PARAMETERS.split(query))
        .filter(parameter -> parameter.startsWith(name + "="))
        .map(parameter -> parameter.substring(name.length() + 1))
        .map(value ->
            value.contains("%2F") || value.contains("%2f") ? PercentEncoding.decode(value) : value)
        .findFirst();
  }

  private static String rewritten(String address) {
    for (Rule rule : REWRITES) {
      Matcher matcher = rule.pattern().matcher(address);
      if (matcher.matches()) {
        return matcher.replaceFirst(rule.replacement());
      }
    }
    return address;
  }

  private static Rule rule(String pattern, String replacement) {
    return new Rule(Pattern.compile(pattern), replacement);
  }
}
