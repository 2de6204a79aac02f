package io.copyflow.extract.form;

import static io.copyflow.extract.RejectReason.IMAGE;
import static io.copyflow.extract.RejectReason.XML;

import io.copyflow.extract.form.Reading.Refused;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Markup that is no page although it looks like one: a feed holds paragraphs too, of many articles.
 */
final class ForeignMarkup {

  /** A document type may stand before the root. */
  private static final Pattern ROOT =
      Pattern.compile(
          "(?i)(?:<!doctype\\s[^>]{0,500}>\\s{0,99})?"
              + "<(svg|rss|feed|rdf:rdf|opml|urlset|sitemapindex)(?=[\\s>/])");

  private static final String PICTURE = "svg";

  private ForeignMarkup() {}

  /** Why a file is refused; empty unless its root element tells that it is something else. */
  static Optional<Refused> in(String content) {
    Matcher root = ROOT.matcher(content).region(BareMarkup.start(content), content.length());
    return root.lookingAt() ? Optional.of(refused(root.group(1))) : Optional.empty();
  }

  private static Refused refused(String root) {
    return root.equalsIgnoreCase(PICTURE)
        ? new Refused(IMAGE, "the file is an SVG image", 0)
        : new Refused(XML, "the file is XML, its root is <" + root + ">", 0);
  }
}
