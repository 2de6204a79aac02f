package io.copyflow.extract.publisher;

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
   * @param datelines datelines, at the start; groups {@code names}, {@code date}
   * @param endMarks end marks, at the end; groups {@code minguo}, {@code date}
   * @param credits credit lines, whole; all agencies in them count
   * @param bylines lines that name the authors, whole; the group {@code names} holds them, and
   *     another one the agencies
   * @param rights copyright lines, at the start; the match is what is kept
   * @param boilerplate lines that are no article text, whole
   * @param cutOut pieces of lines that are no article text, wherever they stand; the group {@code
   *     names} holds authors
   * @param related labels of further reading, at the start
   * @param cutFrom lines with which the article has ended, at the start
   * @param agencies names of news agencies
   */
  public record Rules(
      List<Pattern> titleTails,
      List<Pattern> titleAuthors,
      List<Pattern> articleIds,
      List<Pattern> urlDates,
      LinePatterns datelines,
      LinePatterns endMarks,
      LinePatterns credits,
      LinePatterns bylines,
      LinePatterns rights,
      LinePatterns boilerplate,
      List<Pattern> cutOut,
      LinePatterns related,
      LinePatterns cutFrom,
      Pattern agencies) {}

  /**
   * Selectors.
   *
   * @param main the article inside a page; the whole body when nothing matches
   * @param drop what is no article text
   * @param caption captions of the picture before
   * @param author elements that name an author
   * @param elsewhere regions whose dates and authors are not the article's
   * @param image patterns of image addresses that are no pictures of the article
   */
  public record Markup(
      Marks main, Marks drop, Marks caption, Marks author, Marks elsewhere, List<Pattern> image) {}

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
