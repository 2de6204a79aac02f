package io.copyflow.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an article of the golden folder is expected to give.
 *
 * @param article its path in the folder
 * @param expected kind of the extraction, a space, and its fields as JSON; empty when unknown yet
 */
record Golden(String article, String expected) {

  static final Path FOLDER = Path.of("src/test/resources/golden");

  private static final ObjectMapper JSON = new ObjectMapper();

  static Golden of(Path article) {
    Path file = expectation(article);
    try {
      return new Golden(
          FOLDER.relativize(article).toString(), Files.exists(file) ? Files.readString(file) : "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path expectation(Path article) {
    return withSuffix(article, ".txt", ".json");
  }

  static Path article(Path expectation) {
    return withSuffix(expectation, ".json", ".txt");
  }

  /** The name of the profile that reads the article; what it is refused as, where none does. */
  String profile() {
    JsonNode profile = draft(expected).path("profile");
    return profile.isMissingNode() ? "none" : profile.asText();
  }

  /** In words: which profile no longer gives which fields. */
  String drift(String actual) {
    return "profile %s no longer reads %s as expected: %s"
        .formatted(profile(), article, String.join(", ", fields(actual)));
  }

  /** For lists of tests. */
  @Override
  public String toString() {
    return "profile " + profile() + ": " + article;
  }

  private List<String> fields(String actual) {
    JsonNode before = draft(expected);
    JsonNode after = draft(actual);
    var names = new TreeSet<String>();
    before.fieldNames().forEachRemaining(names::add);
    after.fieldNames().forEachRemaining(names::add);
    var changed = new ArrayList<String>();
    if (!kind(expected).equals(kind(actual))) {
      changed.add("outcome " + kind(actual) + " instead of " + kind(expected));
    }
    names.stream().filter(n -> !before.path(n).equals(after.path(n))).forEach(changed::add);
    return changed;
  }

  private static String kind(String extraction) {
    return extraction.split(" ", 2)[0];
  }

  private static JsonNode draft(String extraction) {
    int start = extraction.indexOf('{');
    @Nullable String json = start < 0 ? null : extraction.substring(start);
    try {
      return json == null ? JSON.createObjectNode() : JSON.readTree(json).path("draft");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path withSuffix(Path file, String from, String to) {
    String name = file.getFileName().toString();
    return file.resolveSibling(name.substring(0, name.length() - from.length()) + to);
  }
}
