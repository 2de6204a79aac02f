package io.copyflow.ledger.sort;

/** Temporary files cannot be kept; the message is one line that names the folder and the remedy. */
public final class TempSpaceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TempSpaceException(String message) {
    super(message);
  }

  TempSpaceException(String message, Throwable cause) {
    super(message, cause);
  }
}
