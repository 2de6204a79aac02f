package io.copyflow.cli;

import io.copyflow.avro.Article;
import io.copyflow.avro.ArticleDate;
import io.copyflow.avro.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What was extracted from a file, as lines for people. */
final class ArticleText {

  private final List<String> lines = new ArrayList<>();

  private ArticleText() {}

  static List<String> of(Path file, SpecificRecord found) {
    var text = new ArticleText();
    text.lines.add(file.toString());
    if (found instanceof Article article) {
      text.article(article);
    } else {
      text.refusal((Outcome) found);
    }
    text.lines.add("");
    return text.lines;
  }

  private void refusal(Outcome outcome) {
    String detail = outcome.getDetail() == null ? "" : ": " + outcome.getDetail();
    fact(outcome.getKind().name().toLowerCase(Locale.ROOT), outcome.getReason() + detail);
  }

  private void article(Article article) {
    fact("title", article.getTitle());
    fact("url", article.getUrl());
    fact("article", article.getArticleId());
    fact("publisher", article.getPublisher() == null ? null : article.getPublisher().getDomain());
    fact("language", article.getLanguage());
    fact("published", date(article.getPublishedAt()));
    fact("authors", list(article.getAuthors()));
    fact("agencies", list(article.getAgencies()));
    fact("dateline", article.getDateline());
    article.getImages().forEach(image -> fact("image", image.getUrl()));
    fact("text", article.getCharacters() + " characters, " + article.getWords() + " words");
    article.getText().lines().filter(line -> !line.isBlank()).forEach(line -> fact("", line));
  }

  private static @Nullable String date(@Nullable ArticleDate date) {
    return date == null
        ? null
        : date.getInstant() + " from " + date.getOrigin() + " \"" + date.getText() + "\"";
  }

  private static @Nullable String list(List<String> items) {
    return items.isEmpty() ? null : String.join(", ", items);
  }

  private void fact(String name, @Nullable String value) {
    if (value != null) {
      lines.add(String.format(Locale.ROOT, "  %-11s%s", name, value));
    }
  }
}
