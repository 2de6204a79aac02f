package io.copyflow.broker;

/** The broker did not start. The message is one line: what failed, where, and what to do. */
public final class BrokerFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BrokerFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
