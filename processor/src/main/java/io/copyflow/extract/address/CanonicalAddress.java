package io.copyflow.extract.address;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The one spelling of an article's address: https, no {@code www.}, no default port, no fragment,
 * no tracking parameters, no empty path segments, no trailing slash, percent-encoding normalised.
 * Everything else of the query stays, for it may be all that names the article.
 */
public final class CanonicalAddress {

  private static final String WWW = "www.";

  private static final Set<String> TRACKING =
      Set.of(
          "fbclid",
          "gclid",
          "dclid",
          "msclkid",
          "yclid",
          "twclid",
          "igshid",
          "mc_cid",
          "mc_eid",
          "_ga",
          "_gl",
          "spm",
          "ocid",
          "cmpid",
          "smid",
          "ref_src",
          "ref_url",
          "ns_mchannel",
          "at_medium",
          "at_campaign",
          "xtor",
          "wt_mc");

  private CanonicalAddress() {}

  /**
   * The canonical form.
   *
   * @param address the address
   * @param tracking names of parameters that the publisher uses for tracking only
   */
  public static String of(WebAddress address, Set<String> tracking) {
    String query = query(address.query(), tracking);
    return new WebAddress(
            "https", host(address.host()), address.port(), path(address.path()), query)
        .toString();
  }

  /** Without {@code www.}, unless that is all there is of a name. */
  private static String host(String host) {
    boolean isPrefix = host.startsWith(WWW) && host.indexOf('.', WWW.length()) >= 0;
    return isPrefix ? host.substring(WWW.length()) : host;
  }

  private static String path(String path) {
    String single = path.contains("//") ? path.replaceAll("/{2,}", "/") : path;
    return single.endsWith("/") ? single.substring(0, single.length() - 1) : single;
  }

  private static String query(String query, Set<String> tracking) {
    if (query.isEmpty()) {
      return query;
    }
    return Arrays.stream(query.split("&", -1))
        .filter(parameter -> !parameter.isEmpty() && !isTracking(parameter, tracking))
        .collect(Collectors.joining("&"));
  }

  private static boolean isTracking(String parameter, Set<String> tracking) {
    String name = parameter.replaceFirst("=.*", "");
    return name.startsWith("utm_") || TRACKING.contains(name) || tracking.contains(name);
  }
}
