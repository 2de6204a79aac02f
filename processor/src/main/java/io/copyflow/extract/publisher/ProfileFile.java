package io.copyflow.extract.publisher;

import io.copyflow.extract.HeadlineSource;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One publisher's data file, or the part of it that holds for one layout. A misspelt key is an
 * error, not a silent default.
 */
final class ProfileFile {

  /** Keys that hold lists of rules. */
  static final Set<String> LISTS =
      Set.of(
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
          "main",
          "drop",
          "caption",
          "author",
          "image",
          "agencies",
          "places",
          "elsewhere");

  private static final Set<String> OF_ALL = Set.of("ownNames", "tracking", "domains", "layouts");
  private static final Set<String> SINGLES = Set.of("name", "zone", "dayFirst", "headline");
  private static final Set<String> SINGLES_OF_ALL = Set.of("authorInFrontMatter");
  private static final Set<String> OF_LAYOUT = Set.of("validFrom", "validUntil");

  private static final String SOURCES =
      Arrays.stream(HeadlineSource.values())
          .map(HeadlineSource::key)
          .collect(Collectors.joining(", "));

  private final String file;
  private final YamlValue.Keys keys;

  /**
   * Reads a file.
   *
   * @param file its name, for messages
   * @throws PublisherFileException when it has a mistake
   */
  static ProfileFile read(String file, String yaml) {
    var keys = YamlValue.read(file, yaml);
    return new ProfileFile(file, keys, List.of(LISTS, OF_ALL, SINGLES, SINGLES_OF_ALL));
  }

  private ProfileFile(String file, YamlValue.Keys keys, List<Set<String>> known) {
    this.file = file;
    this.keys = keys;
    keys.keys().keySet().stream()
        .filter(key -> known.stream().noneMatch(names -> names.contains(key)))
        .findFirst()
        .ifPresent(key -> {
          var names = new TreeSet<String>();
          known.forEach(names::addAll);
          throw wrong(key, "no such key; known are " + String.join(", ", names));
        });
  }

  /** The layouts that the file tells apart, each with the days for which its rules hold. */
  List<Layout> layouts() {
    var layouts = new ArrayList<Layout>();
    for (YamlValue item : items("layouts")) {
      if (!(item instanceof YamlValue.Keys of)) {
        throw new PublisherFileException(file, item.line(), "key layouts: must list maps of keys");
      }
      var part = new ProfileFile(file, of, List.of(LISTS, SINGLES, OF_LAYOUT));
      layouts.add(
          new Layout(
              part.day("validFrom", LocalDate.MIN), part.day("validUntil", LocalDate.MAX), part));
    }
    return layouts;
  }

  @Nullable String text(String key) {
    YamlValue value = keys.keys().get(key);
    if (value == null || value instanceof YamlValue.Text) {
      return value == null ? null : ((YamlValue.Text) value).text();
    }
    throw wrong(key, "must be one value, not a list");
  }

  /** Whether a key says yes; null when it is not there. */
  @Nullable Boolean flag(String key) {
    @Nullable String text = text(key);
    if (text == null) {
      return null;
    }
    if (!text.equals("true") && !text.equals("false")) {
      throw wrong(key, "must be true or false, not " + text);
    }
    return Boolean.valueOf(text);
  }

  @Nullable ZoneId zone() {
    @Nullable String zone = text("zone");
    try {
      return zone == null ? null : ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw wrong("zone", "no such zone: " + zone + "; write one like Asia/Taipei or UTC");
    }
  }

  /** Which headline of a page is meant; null when the key is not there. */
  @Nullable HeadlineSource headline() {
    @Nullable String key = text("headline");
    return key == null
        ? null
        : HeadlineSource.of(key)
            .orElseThrow(() -> wrong("headline", "no such source: " + key + "; write " + SOURCES));
  }

  /** The texts of a list; empty when the key is not there. */
  List<YamlValue.Text> texts(String key) {
    var texts = new ArrayList<YamlValue.Text>();
    for (YamlValue item : items(key)) {
      if (!(item instanceof YamlValue.Text text)) {
        throw new PublisherFileException(file, item.line(), "key " + key + ": must list texts");
      }
      texts.add(text);
    }
    return texts;
  }

  /** The same without the lines on which they stand. */
  List<String> words(String key) {
    return texts(key).stream().map(YamlValue.Text::text).toList();
  }

  PublisherFileException wrong(String key, int line, String why) {
    return new PublisherFileException(file, line, "key " + key + ": " + why);
  }

  private PublisherFileException wrong(String key, String why) {
    YamlValue value = keys.keys().get(key);
    return wrong(key, value == null ? keys.line() : value.line(), why);
  }

  private List<YamlValue> items(String key) {
    YamlValue value = keys.keys().get(key);
    if (value != null && !(value instanceof YamlValue.Items)) {
      throw wrong(key, "must be a list; begin each item with a dash");
    }
    return value == null ? List.of() : ((YamlValue.Items) value).items();
  }

  private LocalDate day(String key, LocalDate otherwise) {
    @Nullable String day = text(key);
    try {
      return day == null ? otherwise : LocalDate.parse(day);
    } catch (DateTimeException e) {
      throw wrong(key, "no such day: " + day + "; write one like 2023-05-31");
    }
  }
}
