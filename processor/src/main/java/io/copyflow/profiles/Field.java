package io.copyflow.profiles;

import io.copyflow.extract.ArticleAddress;
import io.copyflow.extract.ArticleDraft;
import io.copyflow.extract.Extraction;
import io.copyflow.extract.Extraction.Empty;
import io.copyflow.extract.Extraction.Extracted;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a publisher file can change in an article, as lines that can be compared. */
public enum Field {
  /** Whether it is an article at all. */
  OUTCOME("outcome", draft -> Stream.empty()),
  /** The title. */
  TITLE("title", draft -> one(draft.title())),
  /** The publisher's own id in the address. */
  ARTICLE_ID("articleId", draft -> one(address(draft, ArticleAddress::publisherArticleId))),
  /** The canonical address. */
  CANONICAL_URL("canonicalUrl", draft -> one(address(draft, ArticleAddress::canonicalUrl))),
  /** The authors. */
  AUTHORS("authors", draft -> draft.authors().stream()),
  /** The credited agencies. */
  AGENCIES("agencies", draft -> draft.agencies().stream()),
  /** When it was issued, and when last changed. */
  DATES(
      "dates",
      draft -> Stream.of(date(draft.dates().publishedAt()), updated(draft)).flatMap(List::stream)),
  /** The text, line by line. */
  TEXT("text", draft -> draft.text().lines().filter(line -> !line.isEmpty())),
  /** The dateline. */
  DATELINE("dateline", draft -> one(draft.dateline())),
  /** The pictures. */
  IMAGES("images", draft -> draft.images().stream().map(ArticleDraft.Image::url)),
  /** The captions of pictures and players. */
  CAPTIONS(
      "captions",
      draft ->
          Stream.concat(
                  draft.images().stream().map(ArticleDraft.Image::caption),
                  draft.media().stream().map(ArticleDraft.Media::caption))
              .flatMap(Field::one)),
  /** The links, with what they are for. */
  LINKS("links", draft -> draft.links().stream().map(link -> link.kind() + " " + link.url())),
  /** The copyright line. */
  RIGHTS("rights", draft -> one(draft.rights()));

  private final String label;
  private final Function<ArticleDraft, Stream<String>> lines;

  Field(String label, Function<ArticleDraft, Stream<String>> lines) {
    this.label = label;
    this.lines = lines;
  }

  /** The name for readers and for JSON. */
  public String label() {
    return label;
  }

  /** The lines of an extraction; none when the field is empty. */
  List<String> of(Extraction extraction) {
    if (this == OUTCOME) {
      return List.of(extraction.getClass().getSimpleName());
    }
    @Nullable ArticleDraft draft = draft(extraction);
    return draft == null ? List.of() : lines.apply(draft).toList();
  }

  /** The fields of what was read; null when it was refused. */
  static @Nullable ArticleDraft draft(Extraction extraction) {
    if (extraction instanceof Extracted article) {
      return article.draft();
    }
    return extraction instanceof Empty empty ? empty.draft() : null;
  }

  private static Stream<String> one(@Nullable String value) {
    return Stream.ofNullable(value);
  }

  private static @Nullable String address(
      ArticleDraft draft, Function<ArticleAddress, @Nullable String> part) {
    @Nullable ArticleAddress address = draft.address();
    return address == null ? null : part.apply(address);
  }

  private static List<String> date(ArticleDraft.@Nullable Date date) {
    return date == null
        ? List.of()
        : List.of(date.instant() + " from " + date.origin() + " \"" + date.text() + "\"");
  }

  private static List<String> updated(ArticleDraft draft) {
    return date(draft.dates().updatedAt()).stream().map(date -> "updated " + date).toList();
  }
}
