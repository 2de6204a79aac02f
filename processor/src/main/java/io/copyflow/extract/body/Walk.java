package io.copyflow.extract.body;

import io.copyflow.extract.ArticleDraft;
import io.copyflow.extract.LinkKind;
import io.copyflow.extract.MediaKind;
import io.copyflow.extract.address.Resolver;
import io.copyflow.extract.publisher.Mark;
import io.copyflow.extract.publisher.PublisherProfile;
import io.copyflow.extract.text.Fold;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.QueryParser;

/**
 * One pass over the body: text to blocks; pictures, media and links on the way. Not thread-safe:
 * one per body.
 */
final class Walk implements NodeFilter {

  /** Feeds mark captions by nothing but their colour. */
  private static final Pattern GREY = Pattern.compile("(?i)color:\\s?#999");

  private static final Evaluator LINKS = QueryParser.parse("a[href]");
  private static final Evaluator PICTURES = QueryParser.parse("img");

  private final PublisherProfile profile;
  private final Resolver resolver;
  private final int limit;
  private final BlockBuilder blocks = new BlockBuilder();
  private final Pictures pictures;
  private final Marked marked;
  private final List<ArticleDraft.Link> links = new ArrayList<>();
  private int linkDepth;
  private int preDepth;

  Walk(PublisherProfile profile, Resolver resolver, int limit) {
    this.profile = profile;
    this.resolver = resolver;
    this.limit = limit;
    this.marked = new Marked(profile.markup().marks());
    this.pictures = new Pictures(profile, resolver, limit);
  }

  List<Block> blocks() {
    blocks.end();
    return blocks.blocks();
  }

  /** What the markup names for machines, wherever it stands. */
  Marked marked() {
    return marked;
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
    int marks = profile.markup().marks().of(element);
    marked.see(element, marks);
    FilterResult way = head(element, marks);
    if (way == FilterResult.SKIP_ENTIRELY) {
      marked.seeInside(element);
    }
    return way;
  }

  private FilterResult head(Element element, int marks) {
    Role role = Role.of(element);
    if (role == Role.SILENT) {
      return FilterResult.SKIP_ENTIRELY;
    }
    if (Mark.DROP.in(marks)) {
      keepLinks(element);
      return FilterResult.SKIP_ENTIRELY;
    }
    return switch (role) {
      case PICTURE -> skip(() -> pictures.image(element));
      case VIDEO -> skip(() -> pictures.media(element, MediaKind.VIDEO));
      case AUDIO -> skip(() -> pictures.media(element, MediaKind.AUDIO));
      case EMBED -> skip(() -> pictures.media(element, MediaKind.EMBED));
      case NOSCRIPT -> skip(() -> element.select(PICTURES).forEach(pictures::image));
      case BREAK -> skip(blocks::lineBreak);
      default -> enter(element, role, marks);
    };
  }

  private FilterResult enter(Element element, Role role, int marks) {
    if (Mark.CAPTION.in(marks) || isGreyLine(element)) {
      element.select(PICTURES).forEach(pictures::image);
      pictures.caption(CaptionText.of(element, profile.markup().marks()));
      return FilterResult.SKIP_ENTIRELY;
    }
    if (role.isBlock()) {
      blocks.begin(role.kind());
    } else if (role == Role.LINK) {
      link(element, LinkKind.REFERENCE);
      linkDepth++;
    }
    preDepth += role == Role.PREFORMATTED ? 1 : 0;
    return FilterResult.CONTINUE;
  }

  private void tail(Element element) {
    Role role = Role.of(element);
    if (role.isBlock()) {
      blocks.end();
    } else if (role == Role.CELL) {
      blocks.space();
    }
    linkDepth -= role == Role.LINK ? 1 : 0;
    preDepth -= role == Role.PREFORMATTED ? 1 : 0;
  }

  /** What stands apart by its markup is no text; its links are worth keeping. */
  private void keepLinks(Element element) {
    LinkKind kind = LinkKinds.ofRegion(element);
    element.select(LINKS).forEach(a -> link(a, kind));
  }

  private static boolean isGreyLine(Element element) {
    return element.normalName().equals("small") && GREY.matcher(element.attr("style")).find();
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
