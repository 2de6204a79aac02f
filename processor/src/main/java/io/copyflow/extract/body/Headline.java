package io.copyflow.extract.body;

import io.copyflow.extract.publisher.PublisherProfile;
import io.copyflow.extract.text.Fold;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Titles as a reader wants them. */
public final class Headline {

  private Headline() {}

  /** The people whom the title names as its authors; none when it names nobody. */
  public static List<String> authors(@Nullable String title, PublisherProfile profile) {
    @Nullable Matcher match =
        title == null ? null : PublisherProfile.find(profile.rules().titleAuthors(), title);
    return match == null ? List.of() : Names.in(match.group("names"), profile);
  }

  /**
   * Entities decoded once, white space folded, the site's tails removed; brackets and source
   * prefixes stay. Null when nothing is left.
   */
  public static @Nullable String of(@Nullable String raw, PublisherProfile profile) {
    if (raw == null) {
      return null;
    }
    String title = Fold.line(Parser.unescapeEntities(raw, false));
    for (Pattern pattern : profile.rules().titleTails()) {
      Matcher tail = pattern.matcher(title);
      if (tail.find() && tail.end() == title.length() && tail.start() > 0) {
        title = title.substring(0, tail.start()).strip();
      }
    }
    return title.isEmpty() ? null : title;
  }
}
