package io.copyflow.eval;

import io.copyflow.extract.Hints;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Archive files judged by hand: {@code GOLD.jsonl} and {@code files/}. */
final class ArchiveLayout implements Layout {

  /** A list of links and the like: refusing and keeping it are both defensible. */
  private static final String DOUBTFUL = "REJECTED?";

  @Override
  public Row read(Path folder, String dataset, Label label) {
    Optional<String> path = label.path("path");
    if (path.isEmpty()) {
      return new Skipped(
          dataset,
          label.text("path").orElse("?"),
          label.text("path").orElse("a row") + Skipped.NO_FILE);
    }
    return new LabelledFile(
        dataset,
        label.text("publisherDomain").orElse("?"),
        path.get(),
        path.get(),
        file(folder, path.get()),
        new Fingerprint(label.text("sha256").orElse(null), -1),
        Hints.NONE,
        DOUBTFUL.equals(label.text("outcome").orElse("")) ? List.of() : expectations(label));
  }

  /** Files lie under {@code files/}; a bare name may be that of a sample beside the folder. */
  private static Path file(Path folder, String path) {
    Path usual = folder.resolve("files").resolve(path);
    if (path.contains("/") || Files.exists(usual)) {
      return usual;
    }
    return Stream.of(
            folder.resolve(path),
            folder.toAbsolutePath().normalize().resolveSibling("seeds").resolve(path))
        .filter(Files::exists)
        .findFirst()
        .orElse(usual);
  }

  private static List<Expectation> expectations(Label label) {
    var all = new ArrayList<Expectation>();
    label.text("outcome").map(FieldExpectations::outcome).ifPresent(all::add);
    label.text("title").map(FieldExpectations::title).ifPresent(all::add);
    label.text("url").map(FieldExpectations::url).ifPresent(all::add);
    label.text("publisherDomain").map(FieldExpectations::publisher).ifPresent(all::add);
    label.text("language").map(FieldExpectations::language).ifPresent(all::add);
    label.text("rights").map(FieldExpectations::rights).ifPresent(all::add);
    label.ifList("authors", names -> all.add(FieldExpectations.authors(names)));
    label.ifList("agencies", names -> all.add(FieldExpectations.agencies(names)));
    label.ifList("captions", lines -> all.add(FieldExpectations.captions(lines)));
    label.ifList(
        "images",
        urls -> all.add(FieldExpectations.images(urls.stream().map(url -> Set.of(url)).toList())));
    segments(label).ifPresent(all::add);
    dates(label, all);
    return all;
  }

  private static Optional<Expectation> segments(Label label) {
    List<String> wanted = label.texts("mustContain");
    List<String> unwanted = label.texts("mustNotContain");
    return wanted.isEmpty() && unwanted.isEmpty()
        ? Optional.empty()
        : Optional.of(TextExpectations.segments(wanted, unwanted));
  }

  private static void dates(Label label, List<Expectation> all) {
    label
        .number("epochMillis")
        .map(Instant::ofEpochMilli)
        .map(DateExpectations::headerDate)
        .ifPresent(all::add);
    Label body = label.inner("bodyDate");
    body.text("text")
        .map(text -> DateExpectations.bodyDate(text, instant(body)))
        .ifPresent(all::add);
  }

  private static @Nullable Instant instant(Label body) {
    try {
      return body.text("instant").map(Instant::parse).orElse(null);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
