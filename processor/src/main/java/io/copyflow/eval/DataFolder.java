package io.copyflow.eval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder of labelled files in one of the layouts that are known, told by its files:
 *
 * <ul>
 *   <li>{@code GOLD.jsonl} and {@code files/}: archive files judged by hand; the dataset is called
 *       {@code GOLD}
 *   <li>{@code NAME.jsonl}, each a dataset, and {@code pages/}: full web pages, packed with gzip
 *   <li>{@code DUP_PAIRS.csv} and {@code files/}: pairs of archive files
 *   <li>{@code pairs.NAME.tsv} and {@code docs.NAME.jsonl.gz}: pairs of documents by their
 *       addresses
 * </ul>
 */
public final class DataFolder {

  private static final String GOLD = "GOLD";
  private static final String PAIRS = "DUP_PAIRS.csv";
  private static final Pattern ADDRESS_PAIRS = Pattern.compile("pairs\\.(.+)\\.tsv");

  private final List<Dataset> datasets;

  private DataFolder(List<Dataset> datasets) {
    this.datasets = datasets;
  }

  /**
   * Opens a folder.
   *
   * @param folder with the labels
   * @param only the one dataset that is wanted; null for all
   * @throws UnknownDataException when there is nothing in it that is wanted and known
   * @throws IOException when the folder cannot be listed
   */
  public static DataFolder open(Path folder, @Nullable String only)
      throws UnknownDataException, IOException {
    if (!Files.isDirectory(folder)) {
      throw new UnknownDataException("no such folder: " + folder + "; name the one with the data");
    }
    var found = new ArrayList<Dataset>();
    if (Files.isRegularFile(folder.resolve(GOLD + JsonDataset.ENDING))
        && Files.isDirectory(folder.resolve("files"))) {
      found.add(new JsonDataset(folder, GOLD, new ArchiveLayout()));
    }
    if (Files.isDirectory(folder.resolve("pages"))) {
      found.addAll(pages(folder));
    }
    if (Files.isRegularFile(folder.resolve(PAIRS)) && Files.isDirectory(folder.resolve("files"))) {
      Path table = folder.resolve(PAIRS);
      found.add(new PairDataset("DUP_PAIRS", table, ',', new ArchivePairs(folder)));
    }
    found.addAll(addressPairs(folder));
    return new DataFolder(wanted(folder, found, only));
  }

  /** The datasets, sorted by name. */
  List<Dataset> datasets() {
    return datasets;
  }

  private static List<Dataset> pages(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(JsonDataset.ENDING) && Files.isRegularFile(file))
          .<Dataset>map(file -> new JsonDataset(folder, name(file), new PageLayout()))
          .filter(dataset -> !dataset.name().equals(GOLD))
          .sorted(Comparator.comparing(Dataset::name))
          .toList();
    }
  }

  private static List<Dataset> addressPairs(Path folder) throws IOException {
    var found = new ArrayList<Dataset>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path table : files.sorted().toList()) {
        Matcher name = ADDRESS_PAIRS.matcher(String.valueOf(table.getFileName()));
        Path documents =
            folder.resolve("docs." + (name.matches() ? name.group(1) : "") + ".jsonl.gz");
        if (name.matches() && Files.isRegularFile(documents)) {
          found.add(
              new PairDataset("pairs." + name.group(1), table, '\t', new AddressPairs(documents)));
        }
      }
    }
    return found;
  }

  private static String name(Path labels) {
    String file = String.valueOf(labels.getFileName());
    return file.substring(0, file.length() - JsonDataset.ENDING.length());
  }

  private static List<Dataset> wanted(Path folder, List<Dataset> found, @Nullable String only)
      throws UnknownDataException {
    if (found.isEmpty()) {
      throw new UnknownDataException(
          folder
              + " is in no known layout; it needs GOLD.jsonl and files/, or NAME.jsonl and pages/"
              + ", or DUP_PAIRS.csv and files/, or pairs.NAME.tsv and docs.NAME.jsonl.gz");
    }
    if (only == null) {
      return found;
    }
    List<Dataset> chosen = found.stream().filter(data -> data.name().equals(only)).toList();
    if (chosen.isEmpty()) {
      List<String> names = found.stream().map(Dataset::name).toList();
      throw new UnknownDataException(
          folder + " has no dataset " + only + "; it has " + String.join(", ", names));
    }
    return chosen;
  }
}
