package io.copyflow.http;

/** The server cannot listen where it was told to. The message is one line with the remedy. */
public final class HttpUnavailableException extends Exception {

  private static final long serialVersionUID = 1L;

  HttpUnavailableException(HttpSettings settings, Exception cause) {
    super(
        "cannot listen at %s:%d (%s); choose another with --http-port, or -1 for none"
            .formatted(settings.host(), settings.port(), cause.getMessage()),
        cause);
  }
}
