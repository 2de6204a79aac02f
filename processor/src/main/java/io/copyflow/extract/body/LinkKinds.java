package io.copyflow.extract.body;

import io.copyflow.extract.LinkKind;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What a link is for, as far as its address or the region around it tells. */
final class LinkKinds {

  /** Endpoints that post the page's address to a network, wherever they stand. */
  private static final Pattern SHARE =
      Pattern.compile(
          "(?i)https?://(?:www\\.|web\\.|m\\.)?(?:facebook\\.com/(?:dialog/share|sharer)"
              + "|(?:twitter|x)\\.com/(?:intent|share)|(?:api\\.)?whatsapp\\.com/send"
              + "|(?:t|telegram)\\.me/share|service\\.weibo\\.com/share|linkedin\\.com/share"
              + "|reddit\\.com/submit|pinterest\\.com/pin/create|del\\.icio\\.us/post).*",
          Pattern.DOTALL);

  private static final Pattern SHARE_REGION = Pattern.compile("(?i)shar(?:e|ing)|social");
  private static final Pattern RELATED_REGION =
      Pattern.compile("(?i)relat|more|read-?next|recommend");

  private LinkKinds() {}

  /** The kind of a link, which its address may overrule. */
  static LinkKind of(String url, LinkKind otherwise) {
    return SHARE.matcher(url).matches() ? LinkKind.SHARE : otherwise;
  }

  /** The kind of the links in a region that is no article text. */
  static LinkKind ofRegion(Element region) {
    String names = region.className() + " " + region.id();
    if (SHARE_REGION.matcher(names).find()) {
      return LinkKind.SHARE;
    }
    return RELATED_REGION.matcher(names).find() ? LinkKind.RELATED : LinkKind.OTHER;
  }
}
