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
    String host = address.host().replaceFirst("^www\\.(?=.*\\.)", "");
    String path = address.path().replaceAll("/{2,}", "/").replaceFirst("/$", "");
    String query = query(address.query(), tracking);
    return new WebAddress("https", host, address.port(), path, query).toString();
  }

  private static String query(String query, Set<String> tracking) {
    return Arrays.stream(query.split("&", -1))
        .filter(parameter -> !parameter.isEmpty() && !isTracking(parameter, tracking))
        .collect(Collectors.joining("&"));
  }

  private static boolean isTracking(String parameter, Set<String> tracking) {
    String name = parameter.replaceFirst("=.*", "");
    return name.startsWith("utm_") || TRACKING.contains(name) || tracking.contains(name);
  }
}
