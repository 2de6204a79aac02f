package io.copyflow.identity;

import io.copyflow.extract.ArticleAddress;
import io.copyflow.extract.ArticleDraft;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What makes an extracted article the same as another.
 *
 * @param articleId the article, over all its revisions: {@code p:DOMAIN:ID} from the publisher's
 *     own id, else {@code u:HASH} of the canonical URL, else {@code c:HASH} of the content; null
 *     for a draft that has neither URL nor text
 * @param content hashes of the text; of a short text, with title and host
 * @param title hashes of the title
 */
public record Identity(@Nullable String articleId, Hashes content, Hashes title) {

  private static final String PUBLISHERS = "p:";

  /** 128 bits: no two of 10^15 URLs meet by chance. */
  private static final int ID_HEX = 32;

  /** Longer than any publisher's; what a hostile URL puts in its place is hashed like any other. */
  private static final int MAX_PUBLISHER_ID = 200;

  /** Identity of a draft. */
  public static Identity of(ArticleDraft draft) {
    var content = Hashes.ofText(draft.text(), draft.title(), host(draft.address()));
    String articleId = articleId(draft.address(), draft.text(), content.asWritten());
    return new Identity(articleId, content, Hashes.ofTitle(draft.title()));
  }

  /** The hash of the content as it is written. */
  public ContentHash contentHash() {
    return content.asWritten();
  }

  /** The hash of the title as it is written. */
  public ContentHash titleHash() {
    return title.asWritten();
  }

  /** The article behind an address, whatever it shows. */
  public static String articleId(ArticleAddress address) {
    String id = address.publisherArticleId();
    return address.publisher() != null && id != null && id.length() <= MAX_PUBLISHER_ID
        ? PUBLISHERS + address.publisher().domain() + ":" + id
        : "u:" + ContentHash.sha256Hex(address.canonicalUrl()).substring(0, ID_HEX);
  }

  /** Whether two articles have ids of their own from one and the same publisher. */
  public static boolean samePublisher(String articleId, String other) {
    int end = articleId.indexOf(':', PUBLISHERS.length());
    return articleId.startsWith(PUBLISHERS)
        && end > 0
        && other.startsWith(articleId.substring(0, end + 1));
  }

  static @Nullable String articleId(
      @Nullable ArticleAddress address, String text, ContentHash content) {
    if (address != null) {
      return articleId(address);
    }
    return text.isEmpty()
        ? null
        : "c:" + ContentHash.sha256Hex(content.value()).substring(0, ID_HEX);
  }

  static @Nullable String host(@Nullable ArticleAddress address) {
    return address == null ? null : URI.create(address.canonicalUrl()).getHost();
  }
}
