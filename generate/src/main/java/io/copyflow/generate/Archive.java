package io.copyflow.generate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A synthetic archive: article files in folders of a thousand, and {@value #MANIFEST}, one {@link
 * Expectation} a line in the order of the files. The manifest's name begins with a dot, so that
 * ingestion passes it over.
 *
 * <p>Holds a few hundred bytes for each file while it writes. Not thread-safe.
 */
public final class Archive {

  /** Name of the manifest in the archive's folder. */
  public static final String MANIFEST = ".manifest.jsonl";

  private static final int FILES_IN_FOLDER = 1_000;
  private static final ObjectMapper JSON =
      new ObjectMapper().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

  private final ArchiveSpec spec;

  /** An archive that is not yet written. */
  public Archive(ArchiveSpec spec) {
    this.spec = spec;
  }

  /**
   * Writes it.
   *
   * @param folder that is empty or not yet there
   * @return how many files are expected to have each outcome
   * @throws IOException when the folder holds something already, or cannot be written
   */
  public Map<String, Integer> write(Path folder) throws IOException {
    requireEmpty(folder);
    var outcomes = new TreeMap<String, Integer>();
    var oracle = new Oracle();
    List<Item> items = spec.order().arrange(new Telling(spec).tell(), spec.seed());
    try (var out = Files.newBufferedWriter(folder.resolve(MANIFEST), UTF_8);
        SequenceWriter manifest =
            JSON.writerFor(Expectation.class).withRootValueSeparator("\n").writeValues(out)) {
      for (int i = 0; i < items.size(); i++) {
        Expectation expected = oracle.judge(path(i, items.get(i)), items.get(i));
        write(folder, expected.path(), items.get(i));
        manifest.write(expected);
        outcomes.merge(expected.outcome(), 1, Integer::sum);
      }
      manifest.flush();
      out.write('\n');
    }
    return outcomes;
  }

  /** Names ascend with the order, as bytes too, because that is how ingestion goes. */
  private static String path(int index, Item item) {
    return "%04d/%07d-%s.txt".formatted(index / FILES_IN_FOLDER, index, item.word());
  }

  private static void write(Path folder, String path, Item item) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, item.bytes());
  }

  private static void requireEmpty(Path folder) throws IOException {
    Files.createDirectories(folder);
    if (!Files.isDirectory(folder)) {
      throw new NotDirectoryException(folder.toString());
    }
    try (var files = Files.list(folder)) {
      if (files.findAny().isPresent()) {
        throw new IOException(folder + " is not empty; name a folder that is, or a new one");
      }
    }
  }
}
