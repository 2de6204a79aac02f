package io.copyflow.eval;

/** There is no data where the user says, or none that can be read. The message names the remedy. */
public final class UnknownDataException extends Exception {

  private static final long serialVersionUID = 1L;

  UnknownDataException(String message) {
    super(message);
  }
}
