package io.copyflow.broker;

import java.nio.file.Path;

/** A data directory that cannot be used. The message is one line: the path, why, and the remedy. */
public class DataDirectoryException extends Exception {

  private static final long serialVersionUID = 1L;

  /** A fault of the directory, in the form {@code data directory PATH: why; remedy}. */
  public DataDirectoryException(Path directory, String why) {
    super("data directory " + directory + ": " + why);
  }

  /** The same with what the system said. */
  public DataDirectoryException(Path directory, String why, Throwable cause) {
    this(directory, why);
    initCause(cause);
  }
}
