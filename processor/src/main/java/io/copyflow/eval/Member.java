package io.copyflow.eval;

import io.copyflow.extract.Extractor;
import io.copyflow.extract.Hints;
import io.copyflow.identity.ContentHash;
import io.copyflow.identity.Identity;
import io.copyflow.identity.Normalisation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One of two documents that a label speaks of. */
sealed interface Member {

  /** As the label names it. */
  String name();

  /** What tells whether it is another one's article or copy. */
  Seen see(Extractor extractor) throws IOException;

  /**
   * What was seen of a document.
   *
   * @param article its article id, or why it has none
   * @param content its content hash; null without a text
   * @param text normalised; empty when there is none, or only the address is known
   */
  record Seen(String article, @Nullable ContentHash content, String text) {

    boolean isSameArticle(Seen other) {
      return article.equals(other.article);
    }

    boolean isSameContent(Seen other) {
      return content != null && content.equals(other.content);
    }
  }

  /**
   * A file.
   *
   * @param name its path in the label
   * @param file where it is
   */
  record OfFile(String name, Path file) implements Member {

    @Override
    public Seen see(Extractor extractor) throws IOException {
      Found found = Found.of(extractor.extract(Files.readAllBytes(file), Hints.NONE));
      if (found.draft() == null) {
        return new Seen("REJECTED " + name, null, "");
      }
      Identity identity = Identity.of(found.draft());
      String text = Normalisation.normalise(found.draft().text());
      String article = identity.articleId() == null ? "no address " + name : identity.articleId();
      return new Seen(article, text.isEmpty() ? null : identity.contentHash(), text);
    }
  }

  /**
   * A document of which the address is known.
   *
   * @param name its id in the label
   * @param url its address
   */
  record OfAddress(String name, String url) implements Member {

    @Override
    public Seen see(Extractor extractor) {
      String article =
          extractor.address(url).map(Identity::articleId).orElse("no web address " + url);
      return new Seen(article, null, "");
    }
  }
}
