package io.copyflow.extract.body;

import io.copyflow.extract.LinkKind;
import io.copyflow.extract.publisher.LinePatterns;
import org.jsoup.nodes.Element;

/** What a link is for, as far as its address or the region around it tells. */
final class LinkKinds {

  /** Endpoints that post the page's address to a network, wherever they stand. */
  private static final LinePatterns SHARE =
      LinePatterns.of(
          "(?is)https?://(?:www\\.|web\\.|m\\.)?(?:facebook\\.com/(?:dialog/share|sharer)"
              + "|(?:twitter|x)\\.com/(?:intent|share)|(?:api\\.)?whatsapp\\.com/send"
              + "|(?:t|telegram)\\.me/share|service\\.weibo\\.com/share|linkedin\\.com/share"
              + "|reddit\\.com/submit|pinterest\\.com/pin/create|del\\.icio\\.us/post).*");

  private static final LinePatterns SHARE_REGION = LinePatterns.of("(?i)shar(?:e|ing)|social");
  private static final LinePatterns RELATED_REGION =
      LinePatterns.of("(?i)relat|more|read-?next|recommend");

  private LinkKinds() {}

  /** The kind of a link, which its address may overrule. */
  static LinkKind of(String url, LinkKind otherwise) {
    return SHARE.whole(url) != null ? LinkKind.SHARE : otherwise;
  }

  /** The kind of the links in a region that is no article text. */
  static LinkKind ofRegion(Element region) {
    String names = region.className() + " " + region.id();
    if (SHARE_REGION.find(names) != null) {
      return LinkKind.SHARE;
    }
    return RELATED_REGION.find(names) != null ? LinkKind.RELATED : LinkKind.OTHER;
  }
}
