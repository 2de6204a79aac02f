package io.copyflow.ingest.archive;

import io.copyflow.ingest.files.Fault;
import io.copyflow.ingest.files.FileNames;
import io.copyflow.ingest.files.Reasons;
import java.io.IOException;
import java.nio.file.FileSystemException;

/** Why an archive or a member cannot be read, in one line with what to do about it. */
final class Damage {

  private Damage() {}

  static Fault of(Exception error) {
    if (error instanceof FileSystemException system) {
      return Reasons.of(system);
    }
    String message =
        error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
    return Fault.lasting(
        "damaged, or not what its name says (" + FileNames.text(message) + "); make it anew");
  }

  /** A library's exceptions on hostile bytes, of whatever type, as what they are. */
  static IOException in(RuntimeException error) {
    return new IOException(error.getMessage(), error);
  }
}
