package io.copyflow.profiles;

import io.copyflow.extract.publisher.PublisherFileException;
import io.copyflow.extract.publisher.Publishers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder of publisher files, {@code DOMAIN.yaml} each. */
public final class ProfileFolder {

  private ProfileFolder() {}

  /**
   * The publishers of this build with those of a folder, which add to them or take their place.
   *
   * @throws ProfilesException when there is no such folder, no publisher file in it, or a mistake
   *     in one
   */
  public static Publishers publishers(Path folder) throws ProfilesException {
    return publishers(read(folder));
  }

  /** The folder's files as YAML, by domain. */
  public static Map<String, String> read(Path folder) throws ProfilesException {
    if (!Files.isDirectory(folder)) {
      throw new ProfilesException(
          "no such folder: " + folder + "; name one that holds publisher files, DOMAIN.yaml each");
    }
    var files = new TreeMap<String, String>();
    for (Path file : list(folder)) {
      files.put(domain(file), yaml(file));
    }
    if (files.isEmpty()) {
      throw new ProfilesException(
          "no publisher file in " + folder + "; name each DOMAIN" + Publishers.ENDING);
    }
    return files;
  }

  static Publishers publishers(Map<String, String> files) throws ProfilesException {
    try {
      return Publishers.with(files);
    } catch (PublisherFileException e) {
      throw new ProfilesException(String.valueOf(e.getMessage()));
    }
  }

  /** The domain that a file is for: its name without the ending. */
  static String domain(Path file) throws ProfilesException {
    String name = String.valueOf(file.getFileName());
    if (!name.endsWith(Publishers.ENDING) || name.length() == Publishers.ENDING.length()) {
      throw new ProfilesException(
          file + " is not named like a publisher file; name it DOMAIN" + Publishers.ENDING);
    }
    return name.substring(0, name.length() - Publishers.ENDING.length());
  }

  static String yaml(Path file) throws ProfilesException {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new ProfilesException(
          "cannot read " + file + " as UTF-8: " + e.getMessage() + "; check name and permissions");
    }
  }

  private static List<Path> list(Path folder) throws ProfilesException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(Publishers.ENDING)).sorted().toList();
    } catch (IOException e) {
      throw new ProfilesException("cannot list " + folder + ": " + e.getMessage());
    }
  }
}
