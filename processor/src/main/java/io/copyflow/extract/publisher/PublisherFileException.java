package io.copyflow.extract.publisher;

/**
 * A mistake in a publisher file. The message is one line: the file, the line in it, the key, what
 * is wrong and what would be right.
 */
public final class PublisherFileException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  PublisherFileException(String file, int line, String message) {
    super("publisher file " + file + ":" + line + ": " + message);
  }
}
