package io.copyflow.ingest;

import io.copyflow.ingest.files.ReadResult;
import java.nio.file.Path;

/** Decides which of the files that a walk meets are read now. Used by one thread at a time. */
interface Gate {

  /** For a single pass: takes whatever lies there. */
  Gate OPEN =
      new Gate() {
        @Override
        public void lists(Path folder) {}

        @Override
        public boolean opens(String path, Path file) {
          return true;
        }

        @Override
        public boolean accepts(String path, Path file, ReadResult result) {
          return true;
        }

        @Override
        public void hasRead(String path) {}
      };

  /** A folder is about to be listed. */
  void lists(Path folder);

  /** Whether a file, or an archive, is to be read now. */
  boolean opens(String path, Path file);

  /** Whether what reading a document gave is to be sent, or told; otherwise nobody hears of it. */
  boolean accepts(String path, Path file, ReadResult result);

  /** The file, or archive, that was opened last has been read, with nothing left out. */
  void hasRead(String path);
}
