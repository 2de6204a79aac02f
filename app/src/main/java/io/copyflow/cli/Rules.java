package io.copyflow.cli;

import io.copyflow.extract.Extractor;
import io.copyflow.extract.publisher.Publishers;
import io.copyflow.profiles.ProfileFolder;
import io.copyflow.profiles.ProfilesException;
import io.copyflow.settings.Settings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The rules for extraction that the settings ask for: those of the build, and a folder's. */
final class Rules {

  private Rules() {}

  static Extractor extractor(Settings loaded, Terminal terminal) throws ProfilesException {
    return new Extractor(loaded.limits(), publishers(loaded, terminal));
  }

  static Publishers publishers(Settings loaded, Terminal terminal) throws ProfilesException {
    Optional<Path> folder = folder(loaded, terminal);
    return folder.isPresent() ? ProfileFolder.publishers(folder.get()) : Publishers.standard();
  }

  /** The folder's files as YAML, by domain; empty when none is set. */
  static Map<String, String> files(Settings loaded, Terminal terminal) throws ProfilesException {
    Optional<Path> folder = folder(loaded, terminal);
    return folder.isPresent() ? ProfileFolder.read(folder.get()) : Map.of();
  }

  private static Optional<Path> folder(Settings loaded, Terminal terminal) {
    return loaded.profiles().map(terminal.directory()::resolve);
  }
}
