package io.copyflow.extract;

import io.copyflow.extract.ArticleDraft.Dates;
import io.copyflow.extract.address.Resolver;
import io.copyflow.extract.body.BodyReader;
import io.copyflow.extract.body.BodyText;
import io.copyflow.extract.body.Headline;
import io.copyflow.extract.body.Names;
import io.copyflow.extract.body.Reporters;
import io.copyflow.extract.charset.Decoding;
import io.copyflow.extract.date.DateChoice;
import io.copyflow.extract.date.DateText;
import io.copyflow.extract.date.HeaderDates;
import io.copyflow.extract.date.LayoutDay;
import io.copyflow.extract.form.Envelope;
import io.copyflow.extract.metadata.PageFacts;
import io.copyflow.extract.page.Page;
import io.copyflow.extract.publisher.PublisherProfile;
import io.copyflow.extract.publisher.Publishers;
import io.copyflow.extract.text.Counts;
import io.copyflow.extract.text.Fold;
import io.copyflow.extract.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** Puts one draft together. Not thread-safe: one per file. */
final class Drafting {

  private final Envelope envelope;
  private final Decoding.Text decoded;
  private final PublisherProfile profile;
  private final @Nullable Page page;
  private final @Nullable String url;
  private final @Nullable ArticleAddress address;
  private final Resolver resolver;
  private final @Nullable String title;
  private final BodyText body;

  Drafting(
      Publishers publishers,
      Limits limits,
      Envelope envelope,
      Decoding.Text decoded,
      @Nullable String fetchedFrom) {
    this.envelope = envelope;
    this.decoded = decoded;
    this.page = page(envelope, fetchedFrom);
    @Nullable String named = page == null ? url(envelope) : page.facts().url();
    this.url = line(named == null ? fetchedFrom : named);
    this.resolver = new Resolver(page == null ? url : page.facts().base());
    this.address = url == null ? null : ArticleAddress.of(url, publishers).orElse(null);
    this.profile = profile(publishers, envelope, page, address);
    this.title =
        Headline.of(
            page == null ? envelope.title() : page.facts().title(profile.headline()), profile);
    var reader = new BodyReader(profile, title, resolver, limits.maxItems());
    this.body =
        reader.read(page == null ? Jsoup.parseBodyFragment(envelope.body()).body() : page.main());
  }

  /** The page that a file is; null when it is an article under a header. */
  private static @Nullable Page page(Envelope envelope, @Nullable String fetchedFrom) {
    return switch (envelope.markup()) {
      case BODY -> null;
      case FRAGMENT -> Page.ofFragment(envelope.body(), fetchedFrom);
      case PAGE -> Page.of(envelope.body(), fetchedFrom);
    };
  }

  /** The publisher's rules as they were when the article was issued. */
  private static PublisherProfile profile(
      Publishers publishers,
      Envelope envelope,
      @Nullable Page page,
      @Nullable ArticleAddress address) {
    @Nullable String domain = domain(address);
    PublisherProfile undated = publishers.of(domain);
    if (!publishers.dependOnDay(domain)) {
      return undated;
    }
    var claims = new ArrayList<>(around(envelope, address, undated));
    if (page != null) {
      claims.addAll(read(page.facts().issued(), undated));
    }
    return LayoutDay.of(claims, undated.zone())
        .map(day -> publishers.of(domain, day))
        .orElse(undated);
  }

  private static List<ArticleDraft.Date> around(
      Envelope envelope, @Nullable ArticleAddress address, PublisherProfile profile) {
    return HeaderDates.of(envelope, address == null ? null : address.canonicalUrl(), profile);
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
        images(),
        body.media(),
        body.links(),
        body.rights(),
        counts.characters(),
        counts.words(),
        decoded.charset(),
        decoded.origin(),
        decoded.undecodable(),
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
    @Nullable String written = line(envelope.url());
    return written == null ? envelope.frontMatter().value("from") : written;
  }

  /** Whoever wrote it, it may hold what nobody sees. */
  private static @Nullable String line(@Nullable String written) {
    String line = written == null ? "" : Fold.line(written);
    return line.isEmpty() ? null : line;
  }

  /** The body's bylines; without any, the title's, else a person whom the front matter names. */
  private List<String> authors() {
    if (page != null && !page.facts().authors().isEmpty()) {
      return page.facts().authors().stream()
          .filter(name -> !profile.ownNames().contains(name))
          .toList();
    }
    @Nullable String author = envelope.frontMatter().value("author");
    List<String> named =
        body.authors().isEmpty() ? Headline.authors(title, profile) : body.authors();
    boolean known = !named.isEmpty() || !profile.authorInFrontMatter();
    if (known || author == null || isCollection(author)) {
      return named.isEmpty() && page != null ? Reporters.in(body.paragraphs(), profile) : named;
    }
    return Names.pens(author, profile);
  }

  /** Collectors of feeds write the feed's name as author, tag and category. */
  private boolean isCollection(String author) {
    return envelope.frontMatter().list("tags").contains(author)
        || envelope.frontMatter().list("categories").contains(author);
  }

  private Dates dates() {
    var issued = new ArrayList<>(around(envelope, address, profile));
    var updated = new ArrayList<>(body.updated());
    if (page != null) {
      List<ArticleDraft.Date> marked = read(page.facts().issued(), profile);
      issued.addAll(marked);
      if (marked.stream().allMatch(date -> date.instant() == null)) {
        issued.addAll(shown(page.facts()));
      }
      updated.addAll(read(page.facts().updated(), profile));
    }
    body.issued().stream().filter(date -> isNew(date, issued)).forEach(issued::add);
    return DateChoice.of(issued, updated);
  }

  /** A page's own text repeats what its head has said already. */
  private boolean isNew(ArticleDraft.Date date, List<ArticleDraft.Date> known) {
    return page == null || !known.contains(date);
  }

  /** The first date that a page shows, for want of one that it marks up and that says a day. */
  private List<ArticleDraft.Date> shown(PageFacts facts) {
    var dates = new DateText(profile);
    List<ArticleDraft.Date> found =
        facts.shown().stream().flatMap(line -> dates.find(line, dayFirst(facts)).stream()).toList();
    return found.stream()
        .filter(date -> date.instant() != null)
        .findFirst()
        .or(() -> found.stream().findFirst())
        .stream()
        .toList();
  }

  /** English is written in both orders, any other language with the day first. */
  private @Nullable Boolean dayFirst(PageFacts facts) {
    if (profile.dayFirst() != null || facts.language() == null) {
      return profile.dayFirst();
    }
    return facts.language().startsWith("en") ? null : Boolean.TRUE;
  }

  /** The dates among texts that a page marks up as dates. */
  private static List<ArticleDraft.Date> read(List<String> texts, PublisherProfile profile) {
    var dates = new DateText(profile);
    return texts.stream()
        .flatMap(text -> dates.read(Fold.line(text), DateOrigin.META).stream())
        .toList();
  }

  /** The pictures of the text; before them the one that stands for the article. */
  private List<ArticleDraft.Image> images() {
    @Nullable String lead = page == null ? null : page.facts().image();
    return Optional.ofNullable(lead)
        .flatMap(resolver::resolve)
        .map(address -> LeadPicture.before(body.images(), address))
        .orElseGet(body::images);
  }
}
