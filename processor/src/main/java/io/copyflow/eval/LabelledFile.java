package io.copyflow.eval;

import io.copyflow.extract.Extractor;
import io.copyflow.extract.Hints;
import io.copyflow.extract.RejectReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * A file and what its label says of it. The file is read when it is scored, and not kept.
 *
 * @param dataset its dataset
 * @param publisher its publisher, as the labels name it
 * @param id the row's name
 * @param path as the label has it; unpacked when it ends in {@code .gz}
 * @param file where that is
 * @param fingerprint what the file must be like
 * @param hints what the extractor is told
 * @param expectations what is measured
 */
record LabelledFile(
    String dataset,
    String publisher,
    String id,
    String path,
    Path file,
    Fingerprint fingerprint,
    Hints hints,
    List<Expectation> expectations)
    implements Row {

  /** Far above the extractor's own limit; a packed file may be built to unpack without end. */
  private static final int MOST_BYTES = 64 << 20;

  /** Extracts the file and compares; a defect of the extractor is a bad mark, not an end. */
  @Override
  public Verdict score(Extractor extractor) {
    byte[] content;
    try {
      content = content();
    } catch (IOException e) {
      return skipped(Reasons.of(e));
    }
    Optional<String> difference = fingerprint.difference(content);
    return difference.isPresent() ? skipped(difference.get()) : score(found(extractor, content));
  }

  private FileScore score(Found found) {
    List<Mark> marks =
        expectations.stream()
            .map(expectation -> expectation.mark(found))
            .sorted(Comparator.comparing(Mark::metric))
            .toList();
    return new FileScore(dataset, publisher, id, path, marks);
  }

  private Found found(Extractor extractor, byte[] content) {
    try {
      return Found.of(extractor.extract(content, hints));
    } catch (RuntimeException | StackOverflowError e) {
      return new Found("REJECTED", RejectReason.EXTRACTOR_FAILED + ": " + e, null);
    }
  }

  private byte[] content() throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      boolean packed = path.endsWith(".gz");
      return (packed ? new GZIPInputStream(in) : in).readNBytes(MOST_BYTES);
    }
  }

  private Skipped skipped(String reason) {
    return new Skipped(dataset, id, path + ": " + reason);
  }
}
