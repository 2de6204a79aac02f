package io.copyflow.extract;

import io.copyflow.extract.ArticleDraft.Dates;
import io.copyflow.extract.address.Resolver;
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
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** Puts one draft together. Not thread-safe: one per file. */
final class Drafting {

  private final Envelope envelope;
  private final String charset;
  private final PublisherProfile profile;
  private final @Nullable String url;
  private final @Nullable ArticleAddress address;
  private final @Nullable String title;
  private final BodyText body;

  Drafting(Publishers publishers, Limits limits, Envelope envelope, String charset) {
    this.envelope = envelope;
    this.charset = charset;
    this.url = url(envelope);
    this.address = url == null ? null : ArticleAddress.of(url, publishers).orElse(null);
    this.profile = publishers.of(domain(address));
    this.title = Headline.of(envelope.title(), profile);
    var reader = new BodyReader(profile, title, new Resolver(url), limits.maxItems());
    this.body = reader.read(Jsoup.parseBodyFragment(envelope.body()).body());
  }

  private static @Nullable String domain(@Nullable ArticleAddress address) {
    return address == null || address.publisher() == null ? null : address.publisher().domain();
  }

  ArticleDraft draft() {
    String text = String.join("\n\n", body.paragraphs());
    Counts counts = Counts.of(text);
    return new ArticleDraft(
        url,
        address,
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
    var issued =
        new ArrayList<>(
            HeaderDates.of(envelope, address == null ? null : address.canonicalUrl(), profile));
    issued.addAll(body.issued());
    return DateChoice.of(issued, body.updated());
  }
}
