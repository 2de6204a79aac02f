package io.copyflow.extract.publisher;

import io.copyflow.extract.publisher.PublisherProfile.Markup;
import io.copyflow.extract.publisher.PublisherProfile.Rules;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jsoup.select.Selector.SelectorParseException;
import org.jspecify.annotations.Nullable;

/**
 * The rules of several files together.
 *
 * @param files the most particular one first: its rules are tried first, its single values win
 */
record RuleSet(List<ProfileFile> files) {

  /** What names a date for machines, whoever publishes. */
  private static final List<String> DATES =
      List.of(
          "[datetime]",
          "[itemprop=datePublished]",
          "[itemprop=dateModified]",
          "[itemprop=dateCreated]",
          "[property^=dc:date]",
          "[property=article:published_time]",
          "[property=article:modified_time]");

  private static final Pattern LATIN = Pattern.compile("[A-Za-z].*[A-Za-z]");

  /**
   * Compiles them.
   *
   * @param id what the profile is called
   * @param own the publisher's file, whose name, own names and habits are those of the profile
   */
  PublisherProfile profile(String id, ProfileFile own) {
    return new PublisherProfile(
        id,
        own.text("name"),
        Set.copyOf(own.words("ownNames")),
        first(ProfileFile::zone),
        first(file -> file.flag("dayFirst")),
        first(ProfileFile::headline),
        !Boolean.FALSE.equals(own.flag("authorInFrontMatter")),
        Set.copyOf(own.words("tracking")),
        rules(),
        markup());
  }

  private Rules rules() {
    return new Rules(
        patterns("titleTails"),
        patterns("titleAuthors"),
        lines("articleIds"),
        lines("urlDates"),
        lineStarts(),
        lines("endMarks"),
        lines("cutOut"),
        Pattern.compile(alternatives("agencies")));
  }

  private LineStarts<LineRules> lineStarts() {
    return LineStarts.of(
        new LineRules(
            lines("datelines"),
            lines("credits"),
            lines("bylines"),
            lines("rights"),
            lines("boilerplate"),
            lines("related"),
            lines("cutFrom")));
  }

  private Markup markup() {
    var selectors = new EnumMap<Mark, List<String>>(Mark.class);
    selectors.put(Mark.MAIN, selectors("main"));
    selectors.put(Mark.DROP, selectors("drop"));
    selectors.put(Mark.CAPTION, selectors("caption"));
    selectors.put(Mark.AUTHOR, selectors("author"));
    selectors.put(Mark.ELSEWHERE, selectors("elsewhere"));
    selectors.put(Mark.DATE, DATES);
    return new Markup(new Marks(selectors), lines("image"));
  }

  private <T> @Nullable T first(Function<ProfileFile, @Nullable T> value) {
    return files.stream().map(value).filter(Objects::nonNull).findFirst().orElse(null);
  }

  private List<Pattern> patterns(String key) {
    return files.stream()
        .flatMap(file -> file.texts(key).stream().map(text -> compile(file, key, text)))
        .toList();
  }

  private LinePatterns lines(String key) {
    return new LinePatterns(patterns(key));
  }

  private Pattern compile(ProfileFile file, String key, YamlValue.Text pattern) {
    try {
      return Pattern.compile(
          pattern
              .text()
              .replace("{agency}", "(?:" + alternatives("agencies") + ")")
              .replace("{place}", "(?:" + alternatives("places") + ")"));
    } catch (PatternSyntaxException e) {
      throw file.wrong(
          key,
          pattern.line(),
          e.getDescription() + " in the pattern " + pattern.text() + "; correct it");
    }
  }

  private List<String> selectors(String key) {
    for (ProfileFile file : files) {
      file.texts(key).forEach(selector -> check(file, key, selector));
    }
    return files.stream().flatMap(file -> file.words(key).stream()).toList();
  }

  private static void check(ProfileFile file, String key, YamlValue.Text selector) {
    try {
      var unused = new Marks(Map.of(Mark.DROP, List.of(selector.text())));
    } catch (SelectorParseException | IllegalArgumentException e) {
      throw file.wrong(
          key,
          selector.line(),
          "no CSS selector: " + selector.text() + "; correct it: " + e.getMessage());
    }
  }

  /** Longest first, so that no name hides a longer one that begins with it. */
  private String alternatives(String key) {
    return files.stream()
        .flatMap(file -> file.words(key).stream())
        .sorted((a, b) -> b.length() - a.length())
        .map(RuleSet::word)
        .collect(Collectors.joining("|"));
  }

  /** A name in Latin letters is a word of its own, not a piece of one. */
  private static String word(String name) {
    String quoted = Pattern.quote(name);
    return LATIN.matcher(name).matches() ? "(?<![A-Za-z])" + quoted + "(?![A-Za-z])" : quoted;
  }
}
