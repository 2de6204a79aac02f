package io.copyflow.ledger.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.copyflow.avro.OutcomeKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is expected of the files of one source: a file of JSON lines, one for each file. Fields that
 * are not listed here are the maker's own. Held in memory: a few hundred bytes for each file.
 *
 * @param source the source whose documents the paths are
 * @param files what is expected of each, by path, in the order of the lines
 */
public record Manifest(String source, Map<String, Expected> files) {

  private static final ObjectReader LINE = new ObjectMapper().readerFor(Expected.class);

  /**
   * What is expected of a file.
   *
   * @param path inside the source
   * @param outcome its kind
   * @param reason code for {@code EMPTY} and {@code REJECTED}; null where any will do
   * @param article any name: files of one article have the same, others another; null where the
   *     article does not matter
   * @param content likewise of contents
   * @param revision that it makes or repeats; null where it does not matter
   * @param changed parts that a revision changed; counts for {@code REVISED} alone
   * @param other path of the file that the verdict rests on; null where it does not matter
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Expected(
      @JsonProperty(required = true) String path,
      @JsonProperty(required = true) OutcomeKind outcome,
      @JsonProperty @Nullable String reason,
      @JsonProperty @Nullable String article,
      @JsonProperty @Nullable String content,
      @JsonProperty @Nullable Integer revision,
      @JsonProperty @Nullable List<String> changed,
      @JsonProperty @Nullable String other) {}

  /**
   * Reads a manifest.
   *
   * @param file of JSON lines
   * @param source of the files; null for the name of the folder that the manifest lies in, which is
   *     what ingestion calls the folder
   * @throws ManifestException when a line is no expectation, or names a file twice
   * @throws IOException when the file cannot be read
   */
  public static Manifest read(Path file, @Nullable String source)
      throws ManifestException, IOException {
    var files = new LinkedHashMap<String, Expected>();
    int number = 0;
    try (var lines = Files.newBufferedReader(file, UTF_8)) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        Expected expected = expected(file + ":" + ++number, line);
        if (files.put(expected.path(), expected) != null) {
          throw new ManifestException(
              file + ":" + number + ": names " + expected.path() + " again; keep one of the lines");
        }
      }
    }
    return new Manifest(source == null ? folder(file) : source, files);
  }

  private static Expected expected(String where, String line) throws ManifestException {
    try {
      return LINE.readValue(line);
    } catch (JsonProcessingException e) {
      throw new ManifestException(
          where
              + ": no expectation ("
              + e.getOriginalMessage()
              + "); write one JSON object a line");
    }
  }

  private static String folder(Path file) {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().normalize().getParent());
    return String.valueOf(folder.getFileName());
  }
}
