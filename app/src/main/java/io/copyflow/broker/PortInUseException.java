package io.copyflow.broker;

/** The port that the broker was told to listen on is taken. The message is one line. */
public final class PortInUseException extends Exception {

  private static final long serialVersionUID = 1L;

  PortInUseException(int port, Throwable cause) {
    super(
        "port "
            + port
            + " on 127.0.0.1 is in use; choose another with --port, or leave it out for a free one",
        cause);
  }
}
