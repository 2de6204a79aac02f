package io.copyflow.ledger.manifest;

import io.copyflow.avro.ChangedPart;
import io.copyflow.avro.Outcome;
import io.copyflow.avro.OutcomeKind;
import io.copyflow.avro.RawPosition;
import io.copyflow.ledger.manifest.Manifest.Expected;
import io.copyflow.topics.Keys;
import io.copyflow.topics.TopicReader;
import io.copyflow.topics.Topics;
import io.copyflow.wire.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds the outcomes of one source against a manifest, file by file. What the manifest names by
 * groups, articles and contents, has to be a one-to-one match: files of one group have one id, and
 * files of two groups have two. Holds both sides in memory. Not thread-safe.
 */
public final class ManifestCheck {

  private final Manifest manifest;

  /** The latest outcomes, by the key of their raw record. */
  private final Map<String, Outcome> outcomes = new LinkedHashMap<>();

  private final OneToOne articles = new OneToOne("article");
  private final OneToOne contents = new OneToOne("content");

  /** A check that has seen no outcome yet. */
  ManifestCheck(Manifest manifest) {
    this.manifest = manifest;
  }

  /**
   * Reads the outcomes of a cluster, as committed when it starts, and compares.
   *
   * @param kafka client properties, {@code bootstrap.servers} among them
   * @return the files that differ, in the order of the manifest, then those that it does not name
   */
  public static List<Difference> differences(
      Manifest manifest, Topics topics, Wire wire, Map<String, Object> kafka) {
    var check = new ManifestCheck(manifest);
    var outcomes = wire.serde(Outcome.class).deserializer();
    TopicReader.readAll(
        kafka,
        topics.outcomes().name(),
        record -> check.told(record.key(), outcomes.deserialize(record.topic(), record.value())));
    return check.differences();
  }

  /** An outcome; a later one with the same key replaces it. */
  void told(String key, @Nullable Outcome outcome) {
    if (outcome == null) {
      outcomes.remove(key);
    } else if (outcome.getDocument().getSource().equals(manifest.source())) {
      outcomes.put(key, outcome);
    }
  }

  /** What differs. */
  List<Difference> differences() {
    Map<String, List<Outcome>> told = byPath();
    var differences = new ArrayList<Difference>();
    for (Expected file : manifest.files().values()) {
      List<Outcome> ofFile = told.getOrDefault(file.path(), List.of());
      difference(file, ofFile)
          .ifPresent(what -> differences.add(new Difference(file.path(), what)));
    }
    told.keySet().stream()
        .filter(path -> !manifest.files().containsKey(path))
        .forEach(path -> differences.add(new Difference(path, "is not in the manifest")));
    return differences;
  }

  private Map<String, List<Outcome>> byPath() {
    return outcomes.values().stream()
        .collect(
            Collectors.groupingBy(
                outcome -> outcome.getDocument().getPath(), TreeMap::new, Collectors.toList()));
  }

  private Optional<String> difference(Expected file, List<Outcome> told) {
    return told.size() == 1
        ? difference(file, told.get(0))
        : Optional.of("has " + told.size() + " outcomes, expected 1");
  }

  /** The first thing that differs about a file. */
  private Optional<String> difference(Expected file, Outcome told) {
    return Stream.of(
            differs("outcome", file.outcome().name(), told.getKind().name()),
            differs("reason", file.reason(), told.getReason()),
            articles.differs(file.article(), told.getArticleId()),
            contents.differs(file.content(), told.getContentHash()),
            differs("revision", file.revision(), told.getRevision()),
            differs("change", changed(file), changed(told)),
            differs("other file", file.other(), other(told)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static @Nullable List<String> changed(Expected file) {
    return file.outcome() == OutcomeKind.REVISED ? file.changed() : null;
  }

  private static List<String> changed(Outcome told) {
    return told.getChanged().stream().map(ChangedPart::name).toList();
  }

  private @Nullable String other(Outcome told) {
    if (told.getOther() == null) {
      return null;
    }
    RawPosition raw = told.getOther().getRaw();
    Outcome other = outcomes.get(Keys.of(raw));
    return other == null ? "raw record " + Keys.of(raw) : other.getDocument().getPath();
  }

  private static Optional<String> differs(
      String name, @Nullable Object expected, @Nullable Object told) {
    return expected == null || expected.equals(told)
        ? Optional.empty()
        : Optional.of(name + " " + told + ", expected " + expected);
  }
}
