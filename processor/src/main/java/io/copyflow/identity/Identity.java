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
 * @param contentHash of the text; of a short text, with title and host
 * @param titleHash of the title
 */
public record Identity(@Nullable String articleId, ContentHash contentHash, ContentHash titleHash) {

  /** 128 bits: no two of 10^15 URLs meet by chance. */
  private static final int ID_HEX = 32;

  /** Longer than any publisher's; what a hostile URL puts in its place is hashed like any other. */
  private static final int MAX_PUBLISHER_ID = 200;

  /** Identity of a draft. */
  public static Identity of(ArticleDraft draft) {
    var content = ContentHash.ofText(draft.text(), draft.title(), host(draft.address()));
    return new Identity(articleId(draft, content), content, ContentHash.ofTitle(draft.title()));
  }

  /** The article behind an address, whatever it shows. */
  public static String articleId(ArticleAddress address) {
    String id = address.publisherArticleId();
    return address.publisher() != null && id != null && id.length() <= MAX_PUBLISHER_ID
        ? "p:" + address.publisher().domain() + ":" + id
        : "u:" + ContentHash.sha256Hex(address.canonicalUrl()).substring(0, ID_HEX);
  }

  private static @Nullable String articleId(ArticleDraft draft, ContentHash content) {
    if (draft.address() != null) {
      return articleId(draft.address());
    }
    return draft.text().isEmpty()
        ? null
        : "c:" + ContentHash.sha256Hex(content.value()).substring(0, ID_HEX);
  }

  private static @Nullable String host(@Nullable ArticleAddress address) {
    return address == null ? null : URI.create(address.canonicalUrl()).getHost();
  }
}
