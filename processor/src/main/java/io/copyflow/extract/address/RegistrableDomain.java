package io.copyflow.extract.address;

import crawlercommons.domains.EffectiveTldFinder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The part of a host that somebody registered, by the public suffix list.
 *
 * @see <a href="https://publicsuffix.org/list/">Public Suffix List</a>
 */
public final class RegistrableDomain {

  private static final int MOST_KNOWN = 2_048;

  /** An archive has many articles of few hosts. */
  private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

  private RegistrableDomain() {}

  /** The domain of a host; the host itself when it has none (an address in digits, localhost). */
  public static String of(String host) {
    @Nullable String known = KNOWN.get(host);
    if (known != null) {
      return known;
    }
    if (KNOWN.size() >= MOST_KNOWN) {
      KNOWN.clear();
    }
    String domain = find(host);
    KNOWN.put(host, domain);
    return domain;
  }

  private static String find(String host) {
    String domain = EffectiveTldFinder.getAssignedDomain(host, false, false);
    return domain == null || domain.isEmpty() ? host : domain;
  }
}
