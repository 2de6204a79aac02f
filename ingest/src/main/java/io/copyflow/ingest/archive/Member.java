package io.copyflow.ingest.archive;

import io.copyflow.ingest.files.ReadResult;

/** A document inside an archive: named, not yet read. */
public interface Member {

  /** Its path from the source's base, names encoded like those of files. */
  String path();

  /** Where it lies, safe to print. */
  String place();

  /** Its size, as the archive tells it. */
  long bytes();

  /** How many bytes of the archive, as it is packed, have been gone through up to now. */
  long position();

  /** Reads it, at most once. */
  ReadResult read();
}
