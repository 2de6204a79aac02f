package io.copyflow.ledger.explain;

import io.copyflow.avro.Document;
import io.copyflow.avro.Outcome;
import io.copyflow.topics.Keys;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants explained.
 *
 * @param text a document ({@code SOURCE/PATH}, or the end of a path), a file's whole path, a URL,
 *     an articleId, a content hash with its prefix, or a raw position ({@code PARTITION-OFFSET})
 * @param behindUrl the article that it names, where it is a URL; else null
 */
record Question(String text, @Nullable String behindUrl) {

  private static final Pattern POSITION = Pattern.compile("\\d+-\\d+");

  /** Whether it names one raw record by the key of its outcome. */
  boolean isPosition() {
    return POSITION.matcher(text).matches();
  }

  boolean fits(Outcome outcome) {
    String articleId = outcome.getArticleId();
    return text.equals(articleId)
        || (behindUrl != null && behindUrl.equals(articleId))
        || text.equals(Keys.of(outcome.getRaw()))
        || text.equals(outcome.getContentHash())
        || text.equals(outcome.getFoldedHash())
        || fits(outcome.getDocument());
  }

  boolean fits(Document document) {
    String key = Keys.of(document);
    return key.equals(text)
        || key.endsWith("/" + text)
        || text.endsWith("/" + key)
        || text.endsWith("/" + document.getPath());
  }
}
