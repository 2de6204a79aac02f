package io.copyflow.ingest.archive;

import io.copyflow.ingest.files.ReadResult;
import java.io.IOException;

/** What an archive holds at one place. */
sealed interface Item {

  /**
   * A document.
   *
   * @param name as the archive has it, encoded by {@link io.copyflow.ingest.files.FileNames}
   * @param bytes as the archive tells
   * @param body reads it; before the next item is asked for
   */
  record Document(Name name, long bytes, Body body) implements Item {}

  /**
   * Something that is no document, or cannot be read.
   *
   * @param name as the archive has it
   * @param reason why; one line
   */
  record LeftOut(String name, String reason) implements Item {}

  /** What accompanies documents and is none, such as the request to a response. */
  record PassedOver() implements Item {}

  /**
   * A document's name.
   *
   * @param text encoded
   * @param isPath whether slashes in it stand between folders
   */
  record Name(String text, boolean isPath) {}

  /** Reads a document. */
  interface Body {

    /** Reads it to its end and holds so many bytes of it at most. */
    ReadResult read(int maxBytes) throws IOException;
  }
}
