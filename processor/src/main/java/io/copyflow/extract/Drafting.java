package io.copyflow.extract;

import io.copyflow.extract.ArticleDraft.Dates;
import io.copyflow.extract.ArticleDraft.Publisher;
import io.copyflow.extract.address.CanonicalAddress;
import io.copyflow.extract.address.RegistrableDomain;
import io.copyflow.extract.address.Resolver;
import io.copyflow.extract.address.WebAddress;
import io.copyflow.extract.body.BodyReader;
import io.copyflow.extract.body.BodyText;
import io.copyflow.extract.body.Headline;
import io.copyflow.extract.body.Names;
import io.copyflow.extract.date.DateChoice;
import io.copyflow.extract.date.HeaderDates;
import io.copyflow.extract.form.Envelope;
import io.copyflow.extract.publisher.PublisherProfile;
import io.copyflow.extract.publisher.Publishers;
import io.copyflow.extract.text.Counts;
import io.copyflow.extract.text.Fold;
import io.copyflow.extract.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** Puts one draft together. Not thread-safe: one per file. */
final class Drafting {

  private final Envelope envelope;
  private final String charset;
  private final PublisherProfile profile;
  private final @Nullable String url;
  private final @Nullable String canonicalUrl;
  private final @Nullable Publisher publisher;
  private final @Nullable String title;
  private final BodyText body;

  Drafting(Publishers publishers, Limits limits, Envelope envelope, String charset) {
    this.envelope = envelope;
    this.charset = charset;
    this.url = url(envelope);
    @Nullable WebAddress address = url == null ? null : WebAddress.parse(url).orElse(null);
    @Nullable String domain = address == null ? null : RegistrableDomain.of(address.host());
    this.profile = publishers.of(domain);
    this.canonicalUrl = address == null ? null : CanonicalAddress.of(address, profile.tracking());
    this.publisher = domain == null ? null : new Publisher(domain, profile.name());
    this.title = Headline.of(envelope.title(), profile);
    var reader = new BodyReader(profile, title, new Resolver(url), limits.maxItems());
    this.body = reader.read(Jsoup.parseBodyFragment(envelope.body()).body());
  }

  ArticleDraft draft() {
    String text = String.join("\n\n", body.paragraphs());
    Counts counts = Counts.of(text);
    return new ArticleDraft(
        url,
        canonicalUrl,
        publisher,
        publisherArticleId(),
        title,
        Language.of(text.isEmpty() ? Objects.requireNonNullElse(title, "") : text),
        authors(),
        body.agencies(),
        dates(),
        body.paragraphs().stream().findFirst().orElse(null),
        text,
        body.dateline(),
        body.images(),
        body.media(),
        body.links(),
        body.rights(),
        counts.characters(),
        counts.words(),
        charset,
        profile.id());
  }

  EmptyReason emptyReason(ArticleDraft draft) {
    if (draft.links().stream().anyMatch(link -> link.kind() == LinkKind.RELATED)) {
      return EmptyReason.ONLY_LINKS;
    }
    if (!draft.images().isEmpty() || !draft.media().isEmpty()) {
      return EmptyReason.ONLY_MEDIA;
    }
    return body.hadText() ? EmptyReason.ONLY_BOILERPLATE : EmptyReason.NO_CONTENT;
  }

  private static @Nullable String url(Envelope envelope) {
    String text = Fold.line(Objects.requireNonNullElse(envelope.url(), ""));
    return text.isEmpty() ? envelope.frontMatter().value("from") : text;
  }

  private @Nullable String publisherArticleId() {
    @Nullable Matcher id =
        canonicalUrl == null
            ? null
            : PublisherProfile.find(profile.rules().articleIds(), canonicalUrl);
    return id == null
        ? null
        : IntStream.rangeClosed(1, id.groupCount())
            .mapToObj(id::group)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("-"));
  }

  /** The body's bylines; without any, the front matter's author where he is a person. */
  private List<String> authors() {
    @Nullable String author = envelope.frontMatter().value("author");
    boolean known = !body.authors().isEmpty() || !profile.authorInFrontMatter();
    if (known || author == null || isCollection(author)) {
      return body.authors();
    }
    return Names.in(author, profile);
  }

  /** Collectors of feeds write the feed's name as author, tag and category. */
  private boolean isCollection(String author) {
    return envelope.frontMatter().list("tags").contains(author)
        || envelope.frontMatter().list("categories").contains(author);
  }

  private Dates dates() {
    var issued = new ArrayList<>(HeaderDates.of(envelope, canonicalUrl, profile));
    issued.addAll(body.issued());
    return DateChoice.of(issued, body.updated());
  }
}
