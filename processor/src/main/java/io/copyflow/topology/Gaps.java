package io.copyflow.topology;

import io.copyflow.extract.ArticleAddress;
import io.copyflow.extract.ArticleDraft;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an article lacks: a publisher that changes its pages shows here first.
 *
 * @param publisher the article's registrable domain; null when it names no address
 * @param missing the fields that the file did not give
 */
public record Gaps(@Nullable String publisher, Set<Field> missing) {

  /** A field that nearly every article has. */
  public enum Field {
    /** The headline. */
    TITLE,
    /** When it was published, to the day at least. */
    PUBLISHED_AT,
    /** Bylines or credited agencies. */
    AUTHORS,
    /** In which language it is. */
    LANGUAGE
  }

  /** Nothing is lacking, or nobody knows. */
  static final Gaps NONE = new Gaps(null, Set.of());

  static Gaps of(ArticleDraft draft) {
    var missing = EnumSet.noneOf(Field.class);
    note(missing, Field.TITLE, draft.title() == null);
    var publishedAt = draft.dates().publishedAt();
    note(missing, Field.PUBLISHED_AT, publishedAt == null || publishedAt.instant() == null);
    note(missing, Field.AUTHORS, draft.authors().isEmpty() && draft.agencies().isEmpty());
    note(missing, Field.LANGUAGE, draft.language() == null);
    return new Gaps(publisher(draft.address()), missing);
  }

  private static @Nullable String publisher(@Nullable ArticleAddress address) {
    return address == null || address.publisher() == null ? null : address.publisher().domain();
  }

  private static void note(Set<Field> missing, Field field, boolean isMissing) {
    if (isMissing) {
      missing.add(field);
    }
  }
}
