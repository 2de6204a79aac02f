package io.copyflow.extract.address;

import crawlercommons.domains.EffectiveTldFinder;

/**
 * The part of a host that somebody registered, by the public suffix list.
 *
 * @see <a href="https://publicsuffix.org/list/">Public Suffix List</a>
 */
public final class RegistrableDomain {

  private RegistrableDomain() {}

  /** The domain of a host; the host itself when it has none (an address in digits, localhost). */
  public static String of(String host) {
    String domain = EffectiveTldFinder.getAssignedDomain(host, false, false);
    return domain == null || domain.isEmpty() ? host : domain;
  }
}
