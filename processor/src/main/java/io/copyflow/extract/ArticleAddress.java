package io.copyflow.extract;

import io.copyflow.extract.ArticleDraft.Publisher;
import io.copyflow.extract.address.CanonicalAddress;
import io.copyflow.extract.address.RegistrableDomain;
import io.copyflow.extract.address.WebAddress;
import io.copyflow.extract.publisher.PublisherProfile;
import io.copyflow.extract.publisher.Publishers;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a web address says of the article behind it.
 *
 * @param canonicalUrl the address in canonical form
 * @param publisher who publishes there; null for a host without a registrable domain
 * @param publisherArticleId the publisher's own id of the article, unique under {@code
 *     publisher.domain}; null where the address has no known pattern
 */
public record ArticleAddress(
    String canonicalUrl, @Nullable Publisher publisher, @Nullable String publisherArticleId) {

  /** Reads an address; empty when it is no web address. */
  static Optional<ArticleAddress> of(String url, Publishers publishers) {
    return WebAddress.parse(url).map(address -> of(address, publishers));
  }

  private static ArticleAddress of(WebAddress address, Publishers publishers) {
    @Nullable String domain = RegistrableDomain.of(address.host());
    PublisherProfile profile = publishers.of(domain);
    String canonical = CanonicalAddress.of(address, profile.tracking());
    var publisher = domain == null ? null : new Publisher(domain, profile.name());
    return new ArticleAddress(canonical, publisher, articleId(canonical, profile));
  }

  private static @Nullable String articleId(String canonicalUrl, PublisherProfile profile) {
    @Nullable Matcher id = profile.rules().articleIds().find(canonicalUrl);
    return id == null
        ? null
        : IntStream.rangeClosed(1, id.groupCount())
            .mapToObj(id::group)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("-"));
  }
}
