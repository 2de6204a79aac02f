package io.copyflow.extract.body;

import io.copyflow.extract.ArticleDraft;
import io.copyflow.extract.ArticleDraft.Link;
import io.copyflow.extract.LinkKind;
import io.copyflow.extract.address.Resolver;
import io.copyflow.extract.body.Judge.Verdict;
import io.copyflow.extract.publisher.Mark;
import io.copyflow.extract.publisher.Marks;
import io.copyflow.extract.publisher.PublisherProfile;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads an article's body. Immutable and thread-safe. */
public final class BodyReader {

  private final PublisherProfile profile;
  private final @Nullable String title;
  private final Resolver resolver;
  private final int limit;

  /**
   * A reader for one article.
   *
   * @param profile its publisher's rules
   * @param title its title, which the body may repeat; null when it has none
   * @param resolver of its relative addresses
   * @param limit most links, pictures, media and dates of each kind
   */
  public BodyReader(
      PublisherProfile profile, @Nullable String title, Resolver resolver, int limit) {
    this.profile = profile;
    this.title = title;
    this.resolver = resolver;
    this.limit = limit;
  }

  /** Reads a parsed body. */
  public BodyText read(Element body) {
    var walk = new Walk(profile, resolver, limit);
    Element main = main(body);
    main.filter(walk);
    var judge = new Judge(profile, title);
    Marked marked = main == body ? walk.marked() : Marked.in(body, profile.markup().marks());
    new Markings(profile, judge.findings()).read(marked.elements(), limit);
    List<Block> blocks = walk.blocks();
    List<Verdict> verdicts = judge.judge(blocks);
    List<String> paragraphs = verdicts.stream().filter(Verdict::isText).map(Verdict::text).toList();
    return text(judge.findings(), paragraphs, walk, links(walk.links(), verdicts));
  }

  private Element main(Element body) {
    Marks marks = profile.markup().marks();
    return marks.give(Mark.MAIN)
        ? body.stream().filter(element -> Mark.MAIN.in(marks.of(element))).findFirst().orElse(body)
        : body;
  }

  private static BodyText text(
      Findings findings, List<String> paragraphs, Walk walk, List<Link> links) {
    return new BodyText(
        paragraphs,
        findings.dateline,
        List.copyOf(findings.authors),
        List.copyOf(findings.agencies),
        findings.rights,
        findings.issued,
        findings.updated,
        walk.pictures().images(),
        walk.pictures().media(),
        links,
        !walk.blocks().isEmpty());
  }

  /** The links with what their blocks turned out to be. */
  private static List<Link> links(List<Link> found, List<Verdict> verdicts) {
    var links = new ArrayList<>(found);
    for (Verdict verdict : verdicts) {
      for (int index : verdict.block().links()) {
        Link link = links.get(index);
        if (link.kind() == LinkKind.REFERENCE) {
          links.set(index, new ArticleDraft.Link(link.url(), link.text(), verdict.links()));
        }
      }
    }
    return links;
  }
}
