package io.copyflow.extract.body;

import io.copyflow.extract.ArticleDraft;
import io.copyflow.extract.LinkKind;
import io.copyflow.extract.MediaKind;
import io.copyflow.extract.address.Resolver;
import io.copyflow.extract.publisher.PublisherProfile;
import io.copyflow.extract.text.Fold;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * One pass over the body: text to blocks; pictures, media and links on the way. Not thread-safe:
 * one per body.
 */
final class Walk implements NodeFilter {

  private final PublisherProfile profile;
  private final Resolver resolver;
  private final int limit;
  private final BlockBuilder blocks = new BlockBuilder();
  private final Pictures pictures;
  private final List<ArticleDraft.Link> links = new ArrayList<>();
  private int linkDepth;
  private int preDepth;

  Walk(PublisherProfile profile, Resolver resolver, int limit) {
    this.profile = profile;
    this.resolver = resolver;
    this.limit = limit;
    this.pictures = new Pictures(profile, resolver, limit);
  }

  List<Block> blocks() {
    blocks.end();
    return blocks.blocks();
  }

  Pictures pictures() {
    return pictures;
  }

  /** All links, in order; those of blocks as {@link LinkKind#REFERENCE} until somebody judges. */
  List<ArticleDraft.Link> links() {
    return links;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      blocks.append(text.getWholeText(), preDepth > 0, linkDepth > 0);
      return FilterResult.CONTINUE;
    }
    return node instanceof Element element ? head(element) : FilterResult.SKIP_ENTIRELY;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      tail(element);
    }
    return FilterResult.CONTINUE;
  }

  private FilterResult head(Element element) {
    if (Elements.isSilent(element) || isNoArticle(element)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    return switch (element.normalName()) {
      case "img" -> skip(() -> pictures.image(element));
      case "video" -> skip(() -> pictures.media(element, MediaKind.VIDEO));
      case "audio" -> skip(() -> pictures.media(element, MediaKind.AUDIO));
      case "iframe" -> skip(() -> pictures.media(element, MediaKind.EMBED));
      case "noscript" -> skip(() -> element.select("img").forEach(pictures::image));
      case "br" -> skip(blocks::lineBreak);
      default -> enter(element);
    };
  }

  private FilterResult enter(Element element) {
    if (isCaption(element)) {
      element.select("img").forEach(pictures::image);
      pictures.caption(CaptionText.of(element, profile.markup().drop()));
      return FilterResult.SKIP_ENTIRELY;
    }
    if (Elements.isBlock(element)) {
      blocks.begin(Elements.kind(element));
    } else if (element.normalName().equals("a")) {
      link(element, LinkKind.REFERENCE);
      linkDepth++;
    }
    preDepth += element.normalName().equals("pre") ? 1 : 0;
    return FilterResult.CONTINUE;
  }

  private void tail(Element element) {
    if (Elements.isBlock(element)) {
      blocks.end();
    } else if (Elements.isCell(element)) {
      blocks.space();
    }
    linkDepth -= element.normalName().equals("a") ? 1 : 0;
    preDepth -= element.normalName().equals("pre") ? 1 : 0;
  }

  /** What stands apart by its markup is no text; its links are worth keeping. */
  private boolean isNoArticle(Element element) {
    boolean apart = profile.markup().drop().match(element);
    if (apart) {
      LinkKind kind = LinkKinds.ofRegion(element);
      element.select("a[href]").forEach(a -> link(a, kind));
    }
    return apart;
  }

  private boolean isCaption(Element element) {
    return Elements.isGreyLine(element) || profile.markup().caption().match(element);
  }

  private void link(Element a, LinkKind kind) {
    if (links.size() >= limit) {
      return;
    }
    resolver
        .resolve(a.attr("href"))
        .map(url -> new ArticleDraft.Link(url, Fold.line(a.text()), LinkKinds.of(url, kind)))
        .ifPresent(this::add);
  }

  private void add(ArticleDraft.Link link) {
    blocks.link(links.size());
    links.add(link);
  }

  private static FilterResult skip(Runnable effect) {
    effect.run();
    return FilterResult.SKIP_ENTIRELY;
  }
}
