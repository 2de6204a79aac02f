package io.copyflow.broker;

import org.jspecify.annotations.Nullable;

/** The broker did not start. The message is one line: what failed, where, and what to do. */
public final class BrokerFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BrokerFailedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
