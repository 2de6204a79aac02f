package io.copyflow.profiles;

import io.copyflow.extract.ArticleDraft;
import io.copyflow.extract.Extraction;
import io.copyflow.extract.Extractor;
import io.copyflow.extract.Hints;
import io.copyflow.extract.publisher.Publishers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tries one publisher file on a folder of articles: every file is read by the rules as they are,
 * and once more with the file added to them. Not thread-safe.
 */
public final class Trial {

  private static final String GENERAL = "general";

  private final String domain;
  private final boolean replaces;
  private final Extractor before;
  private final Extractor after;
  private final List<FileChange> changes = new ArrayList<>();
  private int applied;

  /**
   * A trial.
   *
   * @param file the publisher file, {@code DOMAIN.yaml}
   * @param known publisher files by domain that hold beside those of the build
   * @throws ProfilesException when the file cannot be read, or has a mistake
   */
  public Trial(Path file, Map<String, String> known) throws ProfilesException {
    this.domain = ProfileFolder.domain(file);
    Publishers old = ProfileFolder.publishers(known);
    var files = new TreeMap<>(known);
    files.put(domain, ProfileFolder.yaml(file));
    this.replaces = domain.equals(GENERAL) || old.domains().contains(domain);
    this.before = Extractor.with(old);
    this.after = Extractor.with(ProfileFolder.publishers(files));
  }

  /**
   * Reads every file of a folder, and of those in it.
   *
   * @throws ProfilesException when a file cannot be read, or there is none
   */
  public TrialReport run(Path folder) throws ProfilesException {
    List<Path> files = files(folder);
    for (Path file : files) {
      compare(folder.relativize(file).toString(), content(file));
    }
    return new TrialReport(domain, replaces, files.size(), applied, changes);
  }

  private void compare(String path, byte[] content) {
    Extraction old = before.extract(content, Hints.NONE);
    Extraction now = after.extract(content, Hints.NONE);
    if (!applies(old) && !applies(now)) {
      return;
    }
    applied++;
    List<Difference> differences =
        Arrays.stream(Field.values())
            .map(field -> new Difference(field, field.of(old), field.of(now)))
            .filter(Difference::isChange)
            .toList();
    if (!differences.isEmpty()) {
      changes.add(new FileChange(path, differences));
    }
  }

  private boolean applies(Extraction extraction) {
    @Nullable ArticleDraft draft = Field.draft(extraction);
    return draft != null && (domain.equals(GENERAL) || draft.profile().equals(domain));
  }

  private static byte[] content(Path file) throws ProfilesException {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new ProfilesException(
          "cannot read " + file + ": " + e.getMessage() + "; check its permissions");
    }
  }

  private static List<Path> files(Path folder) throws ProfilesException {
    if (!Files.isDirectory(folder)) {
      throw new ProfilesException("no such folder: " + folder + "; name one that holds articles");
    }
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> files = all.filter(Files::isRegularFile).sorted().toList();
      if (files.isEmpty()) {
        throw new ProfilesException("no file in " + folder + "; name a folder that holds articles");
      }
      return files;
    } catch (IOException e) {
      throw new ProfilesException("cannot list " + folder + ": " + e.getMessage());
    }
  }
}
