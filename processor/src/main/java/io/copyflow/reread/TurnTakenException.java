package io.copyflow.reread;

/** Another re-drive or promotion has begun; its message is one line for users. */
public final class TurnTakenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TurnTakenException(Throwable cause) {
    super(
        "another re-drive or promotion has begun on this cluster, and one works at a time; what"
            + " was asked for so far is done",
        cause);
  }
}
