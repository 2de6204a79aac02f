package io.copyflow.extract.publisher;

import io.copyflow.extract.HeadlineSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is particular to one publisher, the general rules included. One data file each gives it;
 * {@code docs/extraction.md} shows how such a file looks. Immutable.
 *
 * @param id name of the file, the registrable domain; {@code general} for everybody else
 * @param name name for readers; null for the general profile
 * @param ownNames how the publisher names itself; never an agency or an author of its own articles
 * @param zone zone of dates that it writes without one; null when not known
 * @param dayFirst whether {@code 03/04} is 3 April; null when not known
 * @param headline which of a page's headlines its desk means; null when they need weighing
 * @param authorInFrontMatter whether the front matter's author is a person or a pen name
 * @param tracking query parameters that it uses for tracking only
 * @param rules patterns on lines of text
 * @param markup selectors on the body's elements
 */
public record PublisherProfile(
    String id,
    @Nullable String name,
    Set<String> ownNames,
    @Nullable ZoneId zone,
    @Nullable Boolean dayFirst,
    @Nullable HeadlineSource headline,
    boolean authorInFrontMatter,
    Set<String> tracking,
    Rules rules,
    Markup markup) {

  /**
   * Patterns. Each is tried on one line, white space folded; those that say "whole" must match all
   * of it, the others begin at its start or end as they say themselves.
   *
   * @param titleTails what the site appends to titles, at the end
   * @param titleAuthors beginnings of titles that name the authors; the group {@code names}
   * @param articleIds the publisher's id in the canonical address; groups are joined by a dash
   * @param urlDates a date in the canonical address; groups {@code y}, {@code m}, {@code d}
   * @param lines patterns on the start of a line and on whole lines
   * @param endMarks end marks, at the end; groups {@code minguo}, {@code date}
   * @param cutOut pieces of lines that are no article text, wherever they stand; the group {@code
   *     names} holds authors
   * @param agencies names of news agencies
   */
  public record Rules(
      List<Pattern> titleTails,
      List<Pattern> titleAuthors,
      LinePatterns articleIds,
      LinePatterns urlDates,
      LineStarts<LineRules> lines,
      LinePatterns endMarks,
      LinePatterns cutOut,
      Pattern agencies) {}

  /**
   * What the markup tells.
   *
   * @param marks what elements are, by the publisher's selectors
   * @param image patterns of image addresses that are no pictures of the article
   */
  public record Markup(Marks marks, LinePatterns image) {}

  /** The first match of any of the patterns, wherever they look; null when there is none. */
  public static @Nullable Matcher find(List<Pattern> patterns, String line) {
    for (Pattern pattern : patterns) {
      Matcher matcher = pattern.matcher(line);
      if (matcher.find()) {
        return matcher;
      }
    }
    return null;
  }
}
