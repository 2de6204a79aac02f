package io.copyflow.extract.metadata;

import io.copyflow.extract.address.RegistrableDomain;
import io.copyflow.extract.address.WebAddress;
import io.copyflow.extract.text.Letters;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names of a page's site, in letters only: what it calls itself, and its domain. */
final class SiteNames {

  /** A shorter name may begin any headline. */
  private static final int TELLING = 4;

  /** A longer title element is bait: each of its ends would be kept. */
  private static final int LONGEST = 400;

  private static final Pattern TAIL = Pattern.compile("[|｜_»·•–—-]");

  private final Set<String> names = new HashSet<>();

  /** What the title element ends with; too vague to be cut off, and no author. */
  private final Set<String> tails = new HashSet<>();

  SiteNames(PageIndex page, JsonLd linked, MetaTags meta, @Nullable String url) {
    Stream.concat(
            meta.values("og:site_name", "application-name", "apple-mobile-web-app-title"),
            linked.names("publisher", true).stream())
        .forEach(this::add);
    String title = page.title();
    if (title.length() <= LONGEST) {
      TAIL.matcher(title).results().map(tail -> title.substring(tail.end())).forEach(this::addTail);
    }
    Optional.ofNullable(url).flatMap(WebAddress::parse).ifPresent(this::addDomain);
  }

  private void addTail(String end) {
    tails.add(Letters.lower(end));
  }

  private void addDomain(WebAddress address) {
    String domain = RegistrableDomain.of(address.host());
    add(address.host());
    add(domain);
    add(domain.substring(0, Math.max(domain.indexOf('.'), 0)));
  }

  /** One more name, of which something else than the site's own account tells. */
  void add(String name) {
    String letters = Letters.lower(name);
    if (letters.length() > 1) {
      names.add(letters);
    }
  }

  /** Whether a text is a name of the site and nothing else. */
  boolean isOne(String text) {
    return names.contains(Letters.lower(text));
  }

  /** Whether a text is a name of the site, or begins or ends with one: its desk, its address. */
  boolean isLike(String text) {
    String letters = Letters.lower(text);
    return names.contains(letters)
        || tails.stream().anyMatch(tail -> tail.startsWith(letters))
        || names.stream()
            .anyMatch(name ->
                name.length() >= TELLING && (letters.startsWith(name) || letters.endsWith(name)));
  }

  /** Whether the end of a title names the site, be it shortened or with more behind it. */
  boolean isTail(String end) {
    String letters = Letters.lower(end);
    return names.contains(letters)
        || names.stream()
            .anyMatch(name ->
                Math.min(name.length(), letters.length()) >= TELLING
                    && (name.startsWith(letters)
                        || (letters.startsWith(name) && letters.length() < 3 * name.length())));
  }
}
