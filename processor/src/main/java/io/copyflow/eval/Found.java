package io.copyflow.eval;

import io.copyflow.extract.ArticleAddress;
import io.copyflow.extract.ArticleDraft;
import io.copyflow.extract.ArticleDraft.Image;
import io.copyflow.extract.ArticleDraft.Media;
import io.copyflow.extract.Extraction;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the extractor made of a file, with nothing where it refused.
 *
 * @param outcome {@code ARTICLE}, {@code EMPTY} or {@code REJECTED}
 * @param reason why it is no article; empty for an article
 * @param draft the fields; null for a refused file
 */
record Found(String outcome, String reason, @Nullable ArticleDraft draft) {

  static Found of(Extraction extraction) {
    if (extraction instanceof Extraction.Extracted extracted) {
      return new Found("ARTICLE", "", extracted.draft());
    } else if (extraction instanceof Extraction.Empty empty) {
      return new Found("EMPTY", empty.reason().name(), empty.draft());
    }
    var rejected = (Extraction.Rejected) extraction;
    return new Found("REJECTED", rejected.reason() + ": " + rejected.detail(), null);
  }

  /** A text field; empty when there is none. */
  String field(Function<ArticleDraft, @Nullable String> field) {
    return draft == null ? "" : Objects.requireNonNullElse(field.apply(draft), "");
  }

  /** A field with many values; empty when there are none. */
  <T> List<T> list(Function<ArticleDraft, List<T>> field) {
    return draft == null ? List.of() : field.apply(draft);
  }

  String publisher() {
    return Optional.ofNullable(draft)
        .map(ArticleDraft::address)
        .map(ArticleAddress::publisher)
        .map(ArticleDraft.Publisher::domain)
        .orElse("");
  }

  /** Those of pictures and of players. */
  List<String> captions() {
    return Stream.concat(
            list(ArticleDraft::images).stream().map(Image::caption),
            list(ArticleDraft::media).stream().map(Media::caption))
        .filter(Objects::nonNull)
        .toList();
  }

  List<String> pictures() {
    return list(ArticleDraft::images).stream().map(Image::url).toList();
  }

  Optional<ArticleDraft.Date> published() {
    return Optional.ofNullable(draft).map(found -> found.dates().publishedAt());
  }

  /** Every date that the file claims. */
  Stream<ArticleDraft.Date> candidates() {
    return Stream.ofNullable(draft).flatMap(found -> found.dates().candidates().stream());
  }
}
