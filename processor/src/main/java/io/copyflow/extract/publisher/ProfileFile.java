package io.copyflow.extract.publisher;

import io.copyflow.extract.publisher.PublisherProfile.Markup;
import io.copyflow.extract.publisher.PublisherProfile.Rules;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jsoup.select.Selector.SelectorParseException;
import org.jspecify.annotations.Nullable;

/** One publisher's data file as parsed YAML. A misspelt key is an error, not a silent default. */
final class ProfileFile {

  private static final Set<String> LISTS =
      Set.of(
          "ownNames",
          "titleTails",
          "titleAuthors",
          "articleIds",
          "urlDates",
          "datelines",
          "endMarks",
          "credits",
          "bylines",
          "rights",
          "boilerplate",
          "cutOut",
          "related",
          "cutFrom",
          "tracking",
          "main",
          "drop",
          "caption",
          "author",
          "image",
          "agencies",
          "places",
          "elsewhere");

  private static final Set<String> SINGLES =
      Set.of("name", "zone", "dayFirst", "authorInFrontMatter");

  private final String id;
  private final Map<String, Object> keys;

  ProfileFile(String id, Map<String, Object> keys) {
    this.id = id;
    this.keys = keys;
    keys.keySet().stream()
        .filter(key -> !LISTS.contains(key) && !SINGLES.contains(key) && !key.equals("domains"))
        .findFirst()
        .ifPresent(key -> {
          throw wrong(key, "no such key; known are " + new TreeSet<>(LISTS) + SINGLES);
        });
  }

  /** The general profile. */
  PublisherProfile profile() {
    return profile(new ProfileFile(id, Map.of()), this);
  }

  /** A publisher's profile: its own rules first, then the general ones. */
  PublisherProfile profile(ProfileFile general) {
    return profile(this, general);
  }

  private PublisherProfile profile(ProfileFile own, ProfileFile general) {
    return new PublisherProfile(
        id,
        own.text("name"),
        Set.copyOf(own.list("ownNames")),
        zone(),
        own.text("dayFirst") == null ? null : Boolean.valueOf(own.text("dayFirst")),
        !"false".equals(own.text("authorInFrontMatter")),
        Set.copyOf(own.list("tracking")),
        new Merge(own, general).rules(),
        new Merge(own, general).markup());
  }

  private @Nullable ZoneId zone() {
    String zone = text("zone");
    return zone == null ? null : ZoneId.of(zone);
  }

  private @Nullable String text(String key) {
    Object value = keys.get(key);
    return value == null ? null : value.toString();
  }

  private List<String> list(String key) {
    Object value = keys.get(key);
    if (value != null && !(value instanceof List<?>)) {
      throw wrong(key, "must be a list");
    }
    return value instanceof List<?> items
        ? items.stream().map(String::valueOf).toList()
        : List.of();
  }

  private IllegalStateException wrong(String key, String why) {
    return new IllegalStateException("publisher file " + id + ".yaml, key " + key + ": " + why);
  }

  /** Own and general lists together. */
  private record Merge(ProfileFile own, ProfileFile general) {

    private static final Pattern LATIN = Pattern.compile("[A-Za-z].*[A-Za-z]");

    Rules rules() {
      return new Rules(
          patterns("titleTails"),
          patterns("titleAuthors"),
          patterns("articleIds"),
          patterns("urlDates"),
          lines("datelines"),
          patterns("endMarks"),
          lines("credits"),
          lines("bylines"),
          lines("rights"),
          lines("boilerplate"),
          patterns("cutOut"),
          lines("related"),
          lines("cutFrom"),
          Pattern.compile(alternatives("agencies")));
    }

    Markup markup() {
      return new Markup(
          marks("main"),
          marks("drop"),
          marks("caption"),
          marks("author"),
          marks("elsewhere"),
          patterns("image"));
    }

    private List<String> both(String key) {
      var all = new ArrayList<>(own.list(key));
      all.addAll(general.list(key));
      return all;
    }

    private List<Pattern> patterns(String key) {
      return both(key).stream().map(pattern -> compile(key, pattern)).toList();
    }

    private LinePatterns lines(String key) {
      return new LinePatterns(patterns(key));
    }

    private Pattern compile(String key, String pattern) {
      try {
        return Pattern.compile(
            pattern
                .replace("{agency}", "(?:" + alternatives("agencies") + ")")
                .replace("{place}", "(?:" + alternatives("places") + ")"));
      } catch (PatternSyntaxException e) {
        throw own.wrong(key, e.getDescription() + " in " + pattern);
      }
    }

    private Marks marks(String key) {
      try {
        return new Marks(both(key));
      } catch (SelectorParseException e) {
        throw own.wrong(key, String.valueOf(e.getMessage()));
      }
    }

    /** A name in Latin letters is a word of its own, not a piece of one. */
    private static String word(String name) {
      String quoted = Pattern.quote(name);
      return LATIN.matcher(name).matches() ? "(?<![A-Za-z])" + quoted + "(?![A-Za-z])" : quoted;
    }

    /** Longest first, so that no name hides a longer one that begins with it. */
    private String alternatives(String key) {
      return both(key).stream()
          .sorted((a, b) -> b.length() - a.length())
          .map(Merge::word)
          .collect(Collectors.joining("|"));
    }
  }
}
